package fr.parchemin.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real Keycloak with two realms of ours, which are two providers: it listens on 127.0.0.1 and calls itself localhost, so
 * that for a browser it is another site than the platform. Its database is in memory.
 */
final class Keycloak implements AutoCloseable {
    static final List<String> REALMS = List.of("entreprise", "citoyens");
    static final String PASSWORD = "mot-de-passe-d-essai";

    private final Process process;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private Keycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it for the platform at that address, and does not wait. */
    static Keycloak start(String plateforme) {
        Path home = Path.of(Platform.setting("parchemin.keycloak"));
        int port = Platform.freePort();
        try {
            Path realms = Files.createDirectories(home.resolve("data/import"));
            for (String realm : REALMS) {
                String file = realm + "-realm.json";
                Files.copy(
                        Keycloak.class.getResourceAsStream("/keycloak/" + file),
                        realms.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder builder = new ProcessBuilder(
                    "bash",
                    home.resolve("bin/kc.sh").toString(),
                    "start-dev",
                    "--import-realm",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port,
                    "--hostname=http://localhost:" + port,
                    "--db=dev-mem",
                    "--cache=local");
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
            // Fills the places that the realms leave for the address of the platform.
            builder.environment().put("PARCHEMIN_ADRESSE", plateforme);
            builder.redirectErrorStream(true)
                    .redirectOutput(home.resolveSibling("keycloak.log").toFile());
            return new Keycloak(builder.start(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a realm is, as it calls itself. */
    String issuer(String realm) {
        return "http://localhost:" + port + "/realms/" + realm;
    }

    /** Waits until every realm answers. */
    void await() {
        for (String realm : REALMS) {
            Await.until(issuer(realm), Platform.PATIENCE.multipliedBy(3), () -> {
                if (!process.isAlive()) {
                    throw new AssertionError("Keycloak ended by itself, see keycloak.log");
                }
                try {
                    HttpRequest request = HttpRequest.newBuilder(
                                    URI.create(issuer(realm) + "/.well-known/openid-configuration"))
                            .build();
                    return client.send(request, HttpResponse.BodyHandlers.discarding())
                                            .statusCode()
                                    == 200
                            ? realm
                            : null;
                } catch (IOException notYet) {
                    return null;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    /** Stops the process that was started, and what it started. */
    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(Platform.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
