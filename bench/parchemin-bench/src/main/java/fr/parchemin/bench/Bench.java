package fr.parchemin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs everything and writes the results; ends with 1 if a rule that must hold does not. */
public final class Bench {

    private static final int BOOT_ROUNDS = 5;
    private static final int DEPLOYMENTS = 10;
    private static final int ENGINE_ROUNDS = 5;
    private static final int LOAD_ROUNDS = 5;
    private static final int ACCESS_REQUESTS = 4_000;
    private static final int CYCLES = 200;
    private static final int SWARM_ROUNDS = 5;
    private static final int[] SWARM = {0, 50, 100};

    /** What is measured, and a folder to work in. */
    record Inputs(Path archive, Path vanilla, Map<String, Path> branches, Path servlet, Path folder) {}

    private Bench() {}

    /**
     * Arguments: the archive of the platform, that of the plain Karaf, the jars of métallurgie and sécurité privée, the
     * jar of the bare servlet, a folder to work in, the file to write.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 7) {
            System.err.println("Seven arguments are expected: run it with ./parchemin bench");
            System.exit(2);
        }
        Map<String, Path> branches = new LinkedHashMap<>();
        branches.put("metallurgie", Path.of(args[2]));
        branches.put("securite-privee", Path.of(args[3]));
        Inputs inputs = new Inputs(
                Path.of(args[0]),
                Path.of(args[1]),
                branches,
                Path.of(args[4]),
                Files.createDirectories(Path.of(args[5])));
        PrintStream out = System.out;

        BootBench boot = new BootBench(inputs, out);
        boot.run(BOOT_ROUNDS);
        HotDeployBench hotDeploy = new HotDeployBench(inputs, out);
        hotDeploy.run(DEPLOYMENTS);
        LoadBench load = new LoadBench(inputs, out);
        load.run(LOAD_ROUNDS);

        AccessBench access = new AccessBench(inputs, out);
        access.run(ACCESS_REQUESTS);

        // Where the branches made for the bench find the jar whose class and manifest they borrow.
        branches.forEach((code, jar) -> System.setProperty("parchemin.branche." + code, jar.toString()));
        CycleBench cycles = new CycleBench(inputs, out);
        cycles.run(CYCLES);
        ManyBranchesBench swarm = new ManyBranchesBench(inputs, out);
        swarm.run(SWARM_ROUNDS, SWARM);

        EngineBench engine = new EngineBench(out);
        engine.run(ENGINE_ROUNDS);

        Report report = new Report(boot, hotDeploy, load, access, cycles, swarm, engine);
        Path results = Path.of(args[6]);
        report.write(results);
        out.printf("%nResults in %s:%n%n%s", results, Files.readString(results));
        System.exit(report.holds() ? 0 : 1);
    }

    /** The plain Karaf on ports of its own, looking at its deploy folder as often as the platform does at branches/. */
    static Installation vanilla(Inputs inputs, Path folder) {
        Installation vanilla = new Installation(inputs.vanilla(), folder);
        vanilla.set(
                "org.apache.felix.fileinstall-deploy.cfg",
                "felix.fileinstall.poll",
                String.valueOf(HotDeployBench.POLL_MILLIS));
        vanilla.set("org.apache.karaf.management.cfg", "rmiRegistryPort", String.valueOf(Installation.freePort()));
        vanilla.set("org.apache.karaf.management.cfg", "rmiServerPort", String.valueOf(Installation.freePort()));
        return vanilla;
    }
}
