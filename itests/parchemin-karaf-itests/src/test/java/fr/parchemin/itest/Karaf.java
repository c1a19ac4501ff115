package fr.parchemin.itest;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.RelativeTimeout;
import org.ops4j.pax.exam.TestAddress;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.container.remote.RBCRemoteTarget;
import org.ops4j.pax.exam.container.remote.RBCRemoteTargetOptions;
import org.ops4j.pax.exam.karaf.options.KarafExamSystemConfigurationOption;
import org.ops4j.pax.exam.options.extra.VMOption;
import org.ops4j.pax.exam.spi.PaxExamRuntime;
import org.osgi.framework.Bundle;

/** The distribution that the suite runs on, started by Pax Exam, with a way into it and a record of what moves in it. */
final class Karaf extends Platform {
    private final ExamSystem system;
    private final int sshPort;
    private final Path events;
    private final Map<String, TestAddress> probes = new HashMap<>();
    private TestContainer inside;

    private Karaf(ExamSystem system, TestContainer inside, int httpPort, int sshPort, Path home, Path events) {
        super(home, httpPort);
        this.system = system;
        this.inside = inside;
        this.sshPort = sshPort;
        this.events = events;
    }

    static Karaf boot() {
        try {
            int http = freePort();
            int ssh = freePort();
            Path folder = Files.createDirectories(Path.of("target", "exam")).toAbsolutePath();
            forgetEarlierRuns(folder);
            Path unpacked = Files.createTempDirectory(folder, "suite-");
            Path events = unpacked.resolve("events.txt");
            ExamSystem system = PaxExamRuntime.createTestSystem(options(http, ssh, unpacked, events));
            TestContainer container = PaxExamRuntime.createContainer(system);
            container.start();
            Path home = homeIn(unpacked);
            // Pax Exam opens the remote console itself; a later start by the scripts does as an operator would.
            Files.writeString(home.resolve("bin/setenv"), "PARCHEMIN_CONSOLE=true\n", StandardOpenOption.APPEND);
            Karaf karaf = new Karaf(system, container, http, ssh, home, events);
            karaf.awaitStatus("/api/sante", 200);
            return karaf;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forgetEarlierRuns(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }

    private static Option[] options(int http, int ssh, Path unpacked, Path events) {
        List<Option> options = new ArrayList<>(List.of(
                karafDistributionConfiguration()
                        .frameworkUrl(new File(setting("parchemin.distribution"))
                                .toURI()
                                .toString())
                        .karafVersion(setting("karaf.version"))
                        .name("Parchemin")
                        .unpackDirectory(unpacked.toFile())
                        .useDeployFolder(false),
                keepRuntimeFolder(),
                doNotModifyLogConfiguration(),
                configureConsole().ignoreLocalConsole(),
                new KarafExamSystemConfigurationOption("jupiter"),
                // Otherwise a bundle that does not resolve shows as three minutes of silence.
                RBCRemoteTargetOptions.waitForRBCFor((int) PATIENCE.toMillis()),
                systemProperty("parchemin.exam.events").value(events.toString()),
                editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", "" + http),
                editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", "" + ssh),
                editConfigurationFilePut(
                        "etc/fr.parchemin.plateforme.cfg", "adressePublique", "http://127.0.0.1:" + http),
                // What the tests add to the distribution comes from where Maven put it.
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg",
                        "org.ops4j.pax.url.mvn.localRepository",
                        setting("parchemin.repository"))));
        for (String reserve : RESERVES) {
            options.add(editConfigurationFilePut("etc/fr.parchemin.cadences.cfg", reserve, "0"));
        }
        for (String jar : List.of("parchemin.exam", "parchemin.assertj", "parchemin.bytebuddy")) {
            options.add(bundle(new File(setting(jar)).toURI().toString()));
        }
        // Pax Exam starts the JVM itself, not through bin/karaf: these are what that script and bin/setenv give.
        String version = setting("karaf.version");
        for (String flag : List.of(
                "-Dfile.encoding=UTF-8",
                "-Duser.language=fr",
                "-Duser.country=FR",
                "--add-reads=java.xml=java.logging",
                "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                "--patch-module",
                "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + version + ".jar",
                "--patch-module",
                "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + version + ".jar",
                "--add-opens",
                "java.base/java.security=ALL-UNNAMED",
                "--add-opens",
                "java.base/java.net=ALL-UNNAMED",
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "--add-opens",
                "java.base/java.util=ALL-UNNAMED",
                "--add-opens",
                "java.naming/javax.naming.spi=ALL-UNNAMED",
                "--add-opens",
                "java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
                "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
                "-classpath",
                String.join(File.pathSeparator, "lib/jdk9plus/*", "lib/boot/*", "lib/endorsed/*"))) {
            options.add(new VMOption(flag));
        }
        return options.toArray(Option[]::new);
    }

    int sshPort() {
        return sshPort;
    }

    /** How many events happened so far; what comes after is asked for with {@link #coreEventsSince}. */
    int mark() {
        return events().size();
    }

    /**
     * Every change of state of a bundle, and every service that came or went, among all that is not a branch. Empty when
     * branches come and go as they should.
     */
    List<Event> coreEventsSince(int mark) {
        return events().stream()
                .skip(mark)
                .filter(event -> !event.location().contains("/branches/"))
                .filter(event -> !event.location().equals("local"))
                .filter(event -> !event.kind().equals("SERVICE_MODIFIED"))
                // The bundle that watches the drop folder offers branches in the name of folders and zips.
                .filter(event -> !event.detail().contains("fr.parchemin.spi.BranchePlugin"))
                .filter(event -> !event.detail().contains("fr.parchemin.branche.ArtefactRefuse"))
                .toList();
    }

    /** Waits until the last thing that happened to the bundle of the drop folder is this. */
    Event awaitBundle(String symbolicName, String version, String kind) {
        return Await.until(symbolicName + " " + version + " " + kind, PATIENCE, () -> events().stream()
                .filter(event -> event.symbolicName().equals(symbolicName))
                .filter(event -> !event.kind().startsWith("SERVICE_"))
                .reduce((earlier, later) -> later)
                .filter(event -> event.kind().equals(kind) && event.version().equals(version))
                .orElse(null));
    }

    List<Event> events() {
        try (Stream<String> lines = Files.lines(events, StandardCharsets.UTF_8)) {
            return lines.map(Event::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts again in the same folder, through the script that operators use. */
    void restart() {
        start();
        inside = Await.until("the way into the container", PATIENCE, this::remoteTarget);
    }

    /** The container that Pax Exam started is gone with its JVM; the new one is reached under the same name. */
    private TestContainer remoteTarget() {
        RBCRemoteTarget target = new RBCRemoteTarget(
                settingInside("org.ops4j.pax.exam.rbc.rmi.name"),
                Integer.valueOf(settingInside("org.ops4j.pax.exam.rbc.rmi.port")),
                RelativeTimeout.TIMEOUT_NOWAIT);
        try {
            target.getClientRBC().waitForState(0, Bundle.ACTIVE, RelativeTimeout.TIMEOUT_NOWAIT);
            return target;
        } catch (RuntimeException e) {
            return null;
        }
    }

    private String settingInside(String name) {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(home().resolve("etc/system.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty(name);
    }

    void installProbe(Class<?> testClass, String... methods) {
        try {
            TestProbeBuilder builder = system.createProbe();
            for (String method : methods) {
                probes.put(method, builder.addTest(testClass, method));
            }
            inside.installProbe(builder.build().getStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void uninstallProbe() {
        if (!probes.isEmpty()) {
            probes.clear();
            inside.uninstallProbe();
        }
    }

    void call(String method) {
        try {
            inside.call(probes.get(method));
        } catch (RuntimeException e) {
            if (e.getCause() instanceof AssertionError failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public void close() throws InterruptedException, ExecutionException {
        super.close();
        system.clear();
    }

    private static Path homeIn(Path unpacked) throws IOException {
        try (Stream<Path> paths = Files.walk(unpacked, 3)) {
            return paths.filter(path -> Files.isDirectory(path.resolve("branches")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** One line of what the recorder inside the container wrote. */
    record Event(String kind, String symbolicName, String version, String location, String detail) {
        static Event parse(String line) {
            String[] fields = line.split("\t", -1);
            return new Event(fields[0], fields[1], fields[2], fields[3], fields[4]);
        }
    }
}
