package fr.parchemin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One unpacked Karaf, ours or the plain one, started and stopped the same way. */
final class Installation implements AutoCloseable {

    private static final int STOP_SECONDS = 30;
    private static final List<String> OTHERS_FOLDERS =
            List.of("KARAF_HOME", "KARAF_BASE", "KARAF_DATA", "KARAF_ETC", "KARAF_LOG");

    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;

    private final Path folder;
    private final int sshPort = freePort();
    private Process process;

    /** Unpacks the archive into the folder, which is emptied first. */
    Installation(Path archive, Path folder) {
        this.folder = folder;
        try {
            deleteTree(folder);
            Files.createDirectories(folder);
            run("tar", "-xzf", archive.toString(), "-C", folder.toString(), "--strip-components=1");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + archive, e);
        }
        set("org.apache.karaf.shell.cfg", "sshPort", String.valueOf(sshPort));
        set("org.apache.karaf.shell.cfg", "sshHost", "127.0.0.1");
    }

    Path folder() {
        return folder;
    }

    int sshPort() {
        return sshPort;
    }

    /** Process number of the server, which is that of its JVM. */
    long pid() {
        return process.pid();
    }

    /** Changes one setting of a file in {@code etc/}, or adds it; the file is made if need be. */
    void set(String file, String key, String value) {
        Path path = folder.resolve("etc").resolve(file);
        try {
            List<String> lines = Files.exists(path) ? new ArrayList<>(Files.readAllLines(path)) : new ArrayList<>();
            lines.removeIf(line -> line.replace(" ", "").startsWith(key + "="));
            lines.add(key + " = " + value);
            Files.write(path, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot set " + key + " in " + path, e);
        }
    }

    /** Returns the moment of the start, in nanoseconds of {@link System#nanoTime()}. */
    long start() {
        ProcessBuilder builder = new ProcessBuilder(
                // daemon: the script gives way to the JVM, so that to end this process is to end the server.
                folder.resolve("bin/karaf").toString(), "daemon");
        builder.environment().keySet().removeAll(OTHERS_FOLDERS);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("CHECK_ROOT_INSTANCE_RUNNING", "false");
        builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve("console.log").toFile()));
        try {
            long start = System.nanoTime();
            process = builder.start();
            return start;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + folder, e);
        }
    }

    void requireAlive() {
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException("The server in " + folder + " ended by itself, see its console.log");
        }
    }

    void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        process = null;
    }

    @Override
    public void close() {
        stop();
    }

    /** Puts a file into a folder of the installation in one go, as an operator should. */
    Path drop(Path file, String into) {
        return drop(file, into, file.getFileName().toString());
    }

    /** The same, under another name, in place of what is there under that name. */
    Path drop(Path file, String into, String name) {
        try {
            Path part = Files.copy(file, folder.resolve(name + ".part"));
            return Files.move(part, folder.resolve(into).resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot drop " + file + " into " + into, e);
        }
    }

    void write(String file, String text) {
        try {
            Files.writeString(folder.resolve("etc").resolve(file), text, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /**
     * A free port below those that the system gives by itself: two servers that start side by side take such ports, and
     * could take this one before the server that it is meant for.
     */
    static int freePort() {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException("No free port", e);
            }
        }
        throw new IllegalStateException("no free port between " + LOWEST_PORT + " and " + HIGHEST_PORT);
    }

    private static void run(String... command) throws IOException {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
