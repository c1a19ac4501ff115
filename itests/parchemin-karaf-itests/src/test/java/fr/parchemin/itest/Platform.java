package fr.parchemin.itest;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.Answer;
import fr.parchemin.parcours.BrancheJar;
import fr.parchemin.parcours.ParcheminClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A distribution unpacked on this machine, seen from outside: its folder, its HTTP port, its process. */
class Platform implements AutoCloseable {
    /** How long to wait for what must come; nothing is asserted about it. */
    static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Limits that are lifted: one address and a few accounts ask here as all of them together would. */
    static final List<String> RESERVES =
            List.of("connexion.reserve", "verification.reserve", "publique.reserve", "compte.reserve");

    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;
    private static final Pattern FIRST_PASSWORD = Pattern.compile("mot de passe : (\\S+)");

    private final Path home;
    private final int httpPort;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ParcheminClient visitor;
    private ParcheminClient administrator;

    Platform(Path home, int httpPort) {
        this.home = home;
        this.httpPort = httpPort;
        this.visitor = new ParcheminClient(pages());
    }

    /** Where its pages are. */
    URI pages() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    /**
     * Another one, unpacked afresh below {@code target/}, not started. Its ports are free ones, because other distributions
     * run on this machine; all the rest is as it ships.
     */
    static Platform unpack(String name) {
        Path home = Path.of("target", name).toAbsolutePath();
        Platform platform = new Platform(home, freePort());
        try {
            forget(home);
            Files.createDirectories(home);
            Process tar = new ProcessBuilder(
                            "tar",
                            "-xzf",
                            setting("parchemin.distribution"),
                            "--strip-components=1",
                            "-C",
                            home.toString())
                    .inheritIO()
                    .start();
            if (tar.waitFor() != 0) {
                throw new IllegalStateException("cannot unpack the distribution into " + home);
            }
            set(home.resolve("etc/org.ops4j.pax.web.cfg"), "org.osgi.service.http.port", platform.httpPort());
            set(home.resolve("etc/org.apache.karaf.shell.cfg"), "sshPort", freePort());
            Files.write(
                    home.resolve("etc/fr.parchemin.cadences.cfg"),
                    RESERVES.stream().map(key -> key + " = 0").toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return platform;
    }

    private static void forget(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> earlier = Files.walk(folder)) {
                for (Path path : earlier.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void set(Path file, String key, int value) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.removeIf(line -> line.replace(" ", "").startsWith(key + "="));
        lines.add(key + " = " + value);
        Files.write(file, lines);
    }

    /** Starts it through the script that operators use, and waits until it serves. */
    void start() {
        Scripts.daemon(home);
        awaitStatus("/api/sante", 200);
    }

    /** Where the distribution was unpacked. */
    Path home() {
        return home;
    }

    /** The drop folder for branches. */
    Path branches() {
        return home.resolve("branches");
    }

    /** Drops a jar as an operator should: written beside the folder, then moved into it in one go. */
    Path drop(String name, byte[] jar) {
        try {
            Path part = Files.write(home.resolve(name + ".part"), jar);
            return Files.move(part, branches().resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sees to it that a branch that ships with the platform is there. */
    void requireBranch(String code) {
        String name = "branche-" + code + ".jar";
        if (!Files.exists(branches().resolve(name))) {
            drop(name, BrancheJar.shipped(code).bytes());
        }
        awaitBranch(code, "ACTIVE");
    }

    /** Waits until the catalogue shows the branch in this state. */
    JsonNode awaitBranch(String code, String etat) {
        return awaitBranch(code, etat + " branch " + code, branche -> branche.path("etat")
                .asText()
                .equals(etat));
    }

    JsonNode awaitBranch(String code, String what, Predicate<JsonNode> wanted) {
        return Await.until(what, PATIENCE, () -> {
            Answer answer = visitor().get("/branches/" + code);
            return answer.status() == 200 && wanted.test(answer.body()) ? answer.body() : null;
        });
    }

    /** Waits until the list of branches shows something. */
    <T> T awaitBranches(String what, Function<JsonNode, Optional<T>> wanted) {
        return Await.until(what, PATIENCE, () -> wanted.apply(
                        visitor().get("/branches").expect(200).body())
                .orElse(null));
    }

    /** Somebody without an account. */
    ParcheminClient visitor() {
        return visitor;
    }

    /** The operator, with the password that the platform wrote down for its first account. */
    synchronized ParcheminClient administrator() {
        if (administrator == null) {
            administrator = visitor.as("admin", firstPassword());
        }
        return administrator;
    }

    private String firstPassword() {
        Path file = home.resolve("var/premier-acces.txt");
        return Await.until(file.toString(), PATIENCE, () -> {
            try {
                Matcher written = FIRST_PASSWORD.matcher(Files.exists(file) ? Files.readString(file) : "");
                return written.find() ? written.group(1) : null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    int httpPort() {
        return httpPort;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** A request to this server, for what {@link #get} and {@link #post} do not cover; to be given to {@link #send}. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                .timeout(PATIENCE);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks again until the answer has this status. */
    HttpResponse<String> awaitStatus(String path, int status) {
        return await(path, response -> response.statusCode() == status);
    }

    /** Asks again until the answer is as wanted; a server that does not listen yet counts as not yet. */
    HttpResponse<String> await(String path, Predicate<HttpResponse<String>> wanted) {
        return Await.until("GET " + path, PATIENCE, () -> {
            try {
                HttpResponse<String> response = get(path);
                return wanted.test(response) ? response : null;
            } catch (UncheckedIOException e) {
                return null;
            }
        });
    }

    /** Kills the JVM of the container as a power cut would: nothing is told, nothing is flushed. */
    void kill() {
        ProcessHandle jvm = ProcessHandle.of(pid()).orElseThrow();
        jvm.destroyForcibly();
        jvm.onExit().join();
    }

    long pid() {
        return Scripts.pid(home);
    }

    /** Whatever happened to it, no JVM of ours outlives the tests. */
    @Override
    public void close() throws InterruptedException, ExecutionException {
        if (Files.notExists(home.resolve("karaf.pid"))) {
            return;
        }
        ProcessHandle jvm = ProcessHandle.of(pid()).orElse(null);
        if (jvm != null) {
            jvm.destroy();
            try {
                jvm.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                jvm.destroyForcibly();
            }
        }
    }

    /** What Maven tells the tests. */
    static String setting(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("Not set: " + name + ". These tests run with Maven (failsafe).");
        }
        return value;
    }

    /**
     * A free port below those that the system gives by itself: an outgoing connection, of another test for instance, takes
     * such ports, and could take this one before the server that it is meant for.
     */
    static int freePort() {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("no free port between " + LOWEST_PORT + " and " + HIGHEST_PORT);
    }
}
