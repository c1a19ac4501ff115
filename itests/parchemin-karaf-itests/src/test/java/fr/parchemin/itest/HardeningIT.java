package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A distribution set up as for the open: HTTPS by its settings file, a proxy next door that is trusted, little patience
 * for who asks often. Everything else is as it ships.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardeningIT {
    private static final int SIGN_INS = 3;
    private static final Pattern STATIC = Pattern.compile("href=\"(/statique/[^\"]+\\.css)\"");

    private final int securePort = Platform.freePort();
    private Platform platform;
    private HttpClient trusting;

    @BeforeAll
    void start() throws Exception {
        platform = Platform.unpack("hardening");
        Path etc = platform.home().resolve("etc");
        String password = UUID.randomUUID().toString();
        Path store = certificate(etc.resolve("parchemin.p12"), password);
        Path secret = Files.writeString(etc.resolve("parchemin.p12.secret"), password);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Path settings = etc.resolve("org.ops4j.pax.web.cfg");
        List<String> lines = new ArrayList<>(Files.readAllLines(settings));
        lines.removeIf(line -> line.startsWith("org.osgi.service.http.secure.enabled"));
        lines.addAll(List.of(
                "org.osgi.service.http.secure.enabled = true",
                "org.osgi.service.http.port.secure = " + securePort,
                "parchemin.https.pkcs12 = ${karaf.etc}/parchemin.p12",
                "parchemin.https.motDePasse.fichier = ${karaf.etc}/parchemin.p12.secret",
                "parchemin.mandataires = 127.0.0.1"));
        Files.write(settings, lines);
        Files.write(
                etc.resolve("fr.parchemin.cadences.cfg"),
                List.of("connexion.reserve = " + SIGN_INS, "connexion.parMinute = 1"));
        trusting = HttpClient.newBuilder().sslContext(trust(store, password)).build();
        platform.start();
    }

    @AfterAll
    void stop() throws Exception {
        platform.close();
    }

    private static Path certificate(Path file, String password) throws Exception {
        ProcessBuilder keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "essai",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass:env",
                        "ESSAI")
                .inheritIO();
        keytool.environment().put("ESSAI", password);
        assertThat(keytool.start().waitFor()).isZero();
        return file;
    }

    private static SSLContext trust(Path file, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("essai", store.getCertificate("essai"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private HttpResponse<String> secure(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + securePort + path));
        return trusting.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, String body, String from) throws Exception {
        return trusting.send(
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + securePort + path))
                        .header("Content-Type", type)
                        .header("X-Forwarded-For", from)
                        .header("X-Forwarded-Proto", "https")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everyKindOfAnswerTellsTheBrowserToBeCareful() throws Exception {
        HttpResponse<String> home = secure("/");
        Matcher sheet = STATIC.matcher(home.body());
        assertThat(sheet.find()).isTrue();
        for (HttpResponse<String> answer : List.of(
                home,
                secure(sheet.group(1)),
                secure("/nulle-part"),
                secure("/candidatures"),
                secure("/api/sante"),
                secure("/api/openapi.json"),
                secure("/api/nulle-part"),
                secure("/api/candidatures"),
                secure("/api/certifications/a%2Fb"),
                secure("/api/certifications/a%2Fb", "Accept", "text/html"))) {
            Map<String, List<String>> headers = answer.headers().map();
            String asked = answer.uri().getPath();
            assertThat(headers).as(asked).containsEntry("x-content-type-options", List.of("nosniff"));
            assertThat(headers)
                    .as(asked)
                    .containsKeys("referrer-policy", "permissions-policy", "cache-control")
                    .doesNotContainKeys("server", "x-powered-by");
            assertThat(headers.get("content-security-policy"))
                    .as(asked)
                    .singleElement()
                    .asString()
                    .contains("default-src '", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            if (answer.statusCode() != 400) { // what Jetty refuses unread, it refuses before it knows over what it came
                assertThat(headers).as(asked).containsEntry("strict-transport-security", List.of("max-age=31536000"));
            }
        }
        assertThat(secure("/api/sante").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        assertThat(secure("/api/candidatures").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void plainHttpOnlyShowsTheWay() {
        HttpResponse<String> shown = platform.get("/connexion");
        assertThat(shown.statusCode()).isEqualTo(308);
        assertThat(shown.headers().firstValue("Location")).contains("https://127.0.0.1:" + securePort + "/connexion");

        HttpResponse<String> told = platform.post("/api/jetons", "{\"identifiant\":\"admin\",\"motDePasse\":\"x\"}");
        assertThat(told.statusCode()).isEqualTo(403);
        assertThat(told.body()).contains("\"code\":\"HTTPS_REQUIS\"");
    }

    @Test
    void whoTriesManyPasswordsWaitsAndHisNeighbourDoesNot() throws Exception {
        String attempt = "{\"identifiant\":\"personne\",\"motDePasse\":\"faux\"}";
        for (int i = 0; i < SIGN_INS; i++) {
            assertThat(post("/api/jetons", "application/json", attempt, "203.0.113.1")
                            .statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> refused = post("/api/jetons", "application/json", attempt, "203.0.113.1");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("\"code\":\"CADENCE_DEPASSEE\"");
        assertThat(refused.headers().firstValue("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 60));

        HttpResponse<String> page = post("/connexion", "application/x-www-form-urlencoded", "", "203.0.113.1");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("Trop de demandes");
        assertThat(page.headers().firstValue("Retry-After")).isPresent();

        assertThat(post("/api/jetons", "application/json", attempt, "203.0.113.2")
                        .statusCode())
                .isEqualTo(401);
    }

    /** No console, no JMX, no registry: nothing that was not asked for, and all of it on this machine. */
    @Test
    void nothingElseListens() throws Exception {
        String stopPort = Files.readString(platform.home().resolve("data/port")).strip();

        assertThat(listening(platform.pid()))
                .containsExactlyInAnyOrder(
                        "127.0.0.1:" + platform.httpPort(), "127.0.0.1:" + securePort, "127.0.0.1:" + stopPort);
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), sshPort()))
                .isInstanceOf(ConnectException.class);
        assertThat(platform.home().resolve("deploy")).doesNotExist();
    }

    private int sshPort() throws IOException {
        return Files.readAllLines(platform.home().resolve("etc/org.apache.karaf.shell.cfg")).stream()
                .filter(line -> line.startsWith("sshPort"))
                .map(line ->
                        Integer.parseInt(line.substring(line.indexOf('=') + 1).strip()))
                .findFirst()
                .orElseThrow();
    }

    /** Where a process listens, from what Linux says of it. */
    private static Set<String> listening(long pid) throws IOException {
        Set<String> sockets = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path file : files.toList()) {
                try {
                    sockets.add(Files.readSymbolicLink(file).toString());
                } catch (IOException closedMeanwhile) {
                    continue;
                }
            }
        }
        Set<String> found = new TreeSet<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table))) {
                String[] fields = line.strip().split("\\s+");
                if (fields.length > 9 && fields[3].equals("0A") && sockets.contains("socket:[" + fields[9] + "]")) {
                    String[] local = fields[1].split(":");
                    // 127.0.0.1, also as an IPv6 address; each word in the order of the machine
                    boolean loopback = local[0].endsWith("0100007F");
                    found.add((loopback ? "127.0.0.1" : local[0]) + ":" + Integer.parseInt(local[1], 16));
                }
            }
        }
        return found;
    }
}
