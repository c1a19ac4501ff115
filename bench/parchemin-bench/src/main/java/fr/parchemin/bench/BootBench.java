package fr.parchemin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * From the start of the process to the first useful answer: for the platform a REST 200, for the plain Karaf the banner
 * of its remote shell. Rounds alternate which goes first; a warm boot is the second start of the same folder.
 */
final class BootBench {

    final Series coldRest = new Series();
    final Series coldBranches = new Series();
    final Series coldVanilla = new Series();
    final Series warmRest = new Series();
    final Series warmBranches = new Series();
    final Series warmVanilla = new Series();

    private final Bench.Inputs inputs;
    private final PrintStream out;

    BootBench(Bench.Inputs inputs, PrintStream out) {
        this.inputs = inputs;
        this.out = out;
    }

    void run(int rounds) {
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                parchemin();
                vanilla();
            } else {
                vanilla();
                parchemin();
            }
            out.printf(
                    "boot, round %d of %d: warm %s ms against %s ms%n",
                    round + 1, rounds, warmRest.summary(), warmVanilla.summary());
        }
    }

    private void parchemin() {
        try (Parchemin parchemin =
                new Parchemin(inputs.archive(), inputs.folder().resolve("parchemin"))) {
            for (Path jar : inputs.branches().values()) {
                parchemin.installation().drop(jar, "branches");
            }
            boot(parchemin, coldRest, coldBranches);
            boot(parchemin, warmRest, warmBranches);
        }
    }

    private void boot(Parchemin parchemin, Series rest, Series branches) {
        Installation server = parchemin.installation();
        long start = server.start();
        rest.add(Wait.millisSince(start, server, "REST 200", parchemin::answers));
        branches.add(Wait.millisSince(start, server, "branches ACTIVE", () -> inputs.branches().keySet().stream()
                .allMatch(parchemin::isActive)));
        server.stop();
    }

    private void vanilla() {
        try (Installation vanilla = Bench.vanilla(inputs, inputs.folder().resolve("vanilla"))) {
            boot(vanilla, coldVanilla);
            boot(vanilla, warmVanilla);
        }
    }

    private static void boot(Installation vanilla, Series series) {
        long start = vanilla.start();
        series.add(Wait.millisSince(start, vanilla, "ssh banner", () -> bannerShows(vanilla.sshPort())));
        vanilla.stop();
    }

    static boolean bannerShows(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            byte[] start = socket.getInputStream().readNBytes(4);
            return "SSH-".equals(new String(start, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // nobody listens yet
            return false;
        }
    }
}
