package fr.parchemin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * From the file in the folder to the branch ACTIVE in the public list, and back; beside it an empty bundle in the deploy
 * folder of a plain Karaf that looks as often, read from its log.
 */
final class HotDeployBench {

    static final int POLL_MILLIS = 500;

    final Series arrival = new Series();
    final Series departure = new Series();
    final Series vanillaArrival = new Series();
    final Series vanillaDeparture = new Series();

    private final Bench.Inputs inputs;
    private final PrintStream out;
    /** Pauses of uneven length, so that the drops fall anywhere between two looks; the same ones at each run. */
    private final Random pauses = new Random(2026);

    HotDeployBench(Bench.Inputs inputs, PrintStream out) {
        this.inputs = inputs;
        this.out = out;
    }

    void run(int times) {
        try (Parchemin parchemin =
                        new Parchemin(inputs.archive(), inputs.folder().resolve("parchemin"));
                Installation vanilla = Bench.vanilla(inputs, inputs.folder().resolve("vanilla"))) {
            Map.Entry<String, Path> branche =
                    inputs.branches().entrySet().iterator().next();
            Path empty = emptyBundle(inputs.folder());
            // The other branches are there before: the one measured joins a platform at work.
            inputs.branches().entrySet().stream()
                    .filter(other -> !other.equals(branche))
                    .forEach(other -> parchemin.installation().drop(other.getValue(), "branches"));
            parchemin.installation().start();
            vanilla.start();
            long now = System.nanoTime();
            Wait.millisSince(now, parchemin.installation(), "REST 200", parchemin::answers);
            Wait.millisSince(now, vanilla, "ssh banner", () -> BootBench.bannerShows(vanilla.sshPort()));
            Wait.pause(Duration.ofSeconds(5));
            for (int i = 0; i < times; i++) {
                branche(parchemin, branche.getKey(), branche.getValue());
                emptyBundle(vanilla, empty);
            }
            out.printf(
                    "hot deployment: %s ms against %s ms; removal: %s ms against %s ms%n",
                    arrival.summary(), vanillaArrival.summary(), departure.summary(), vanillaDeparture.summary());
        }
    }

    private void branche(Parchemin parchemin, String code, Path jar) {
        pause();
        Path dropped = parchemin.installation().drop(jar, "branches");
        arrival.add(Wait.millisSince(
                System.nanoTime(), parchemin.installation(), code + " ACTIVE", () -> parchemin.isActive(code)));
        pause();
        delete(dropped);
        departure.add(Wait.millisSince(
                System.nanoTime(), parchemin.installation(), code + " away", () -> !parchemin.isActive(code)));
    }

    private void emptyBundle(Installation vanilla, Path jar) {
        LogTail log = new LogTail(vanilla.folder().resolve("data/log/karaf.log"));
        pause();
        log.forget();
        Path dropped = vanilla.drop(jar, "deploy");
        vanillaArrival.add(
                Wait.millisSince(System.nanoTime(), vanilla, "empty bundle", () -> log.shows("Started bundle")));
        pause();
        log.forget();
        delete(dropped);
        vanillaDeparture.add(Wait.millisSince(
                System.nanoTime(), vanilla, "empty bundle away", () -> log.shows("Uninstalling bundle")));
    }

    private void pause() {
        Wait.pause(Duration.ofMillis(1_500L + pauses.nextInt(POLL_MILLIS)));
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file, e);
        }
    }

    private static Path emptyBundle(Path folder) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", "bench.empty");
        attributes.putValue("Bundle-Version", "1.0.0");
        Path jar = folder.resolve("bench-empty.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.finish();
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + jar, e);
        }
    }

    /** What a log says since one last forgot it. */
    private static final class LogTail {

        private final Path file;
        private long from;

        LogTail(Path file) {
            this.file = file;
        }

        void forget() {
            from = file.toFile().length();
        }

        boolean shows(String words) {
            try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
                byte[] news = new byte[(int) Math.max(0, log.length() - from)];
                log.seek(from);
                log.readFully(news);
                return new String(news, StandardCharsets.UTF_8).contains(words);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
    }
}
