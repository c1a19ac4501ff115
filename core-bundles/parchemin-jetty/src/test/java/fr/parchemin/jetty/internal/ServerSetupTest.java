package fr.parchemin.jetty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as Pax Web and jetty.xml make it, with an application that says who asks and over what. */
class ServerSetupTest {

    @TempDir
    Path folder;

    private final Server server = new Server();
    private ServerConnector plain;
    private int securePort;

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private void start(Map<String, String> more) throws Exception {
        securePort = freePort();
        Map<String, String> configuration = new HashMap<>(Map.of(
                "org.osgi.service.http.port.secure",
                "" + securePort,
                "org.ops4j.pax.web.listening.addresses",
                "127.0.0.1"));
        configuration.putAll(more);
        server.setHandler(new Application());
        server.setErrorHandler(new PlainErrors());
        HttpConfiguration http = ServerSetup.prepare(server, configuration);
        plain = new ServerConnector(server, new HttpConnectionFactory(http));
        plain.setHost("127.0.0.1");
        plain.setIdleTimeout(
                Long.parseLong(configuration.getOrDefault("org.ops4j.pax.web.server.connector.idleTimeout", "30000")));
        server.addConnector(plain);
        server.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Application extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String path = request.getHttpURI().getPath();
            if (path.equals("/panne")) {
                throw new IllegalStateException("secret detail");
            }
            if (path.equals("/propre")) {
                response.getHeaders().put("Content-Security-Policy", "default-src 'self'");
                response.getHeaders().put(HttpHeader.CACHE_CONTROL, "public, max-age=60");
            }
            long octets = Content.Source.asByteBuffer(request).remaining();
            Content.Sink.write(
                    response,
                    true,
                    Request.getRemoteAddr(request) + " " + (request.isSecure() ? "sûr" : "clair") + " " + octets,
                    callback);
            return true;
        }
    }

    private URI plain(String path) {
        return URI.create("http://127.0.0.1:" + plain.getLocalPort() + path);
    }

    private URI secure(String path) {
        return URI.create("https://127.0.0.1:" + securePort + path);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return send(HttpClient.newHttpClient(), request);
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(plain(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpClient trusting(Certificates certificates) throws Exception {
        return HttpClient.newBuilder().sslContext(certificates.trusting()).build();
    }

    private Map<String, String> https(Certificates certificates) {
        return Map.of(
                "org.osgi.service.http.secure.enabled", "true",
                "parchemin.https.certificat", certificates.certificate.toString(),
                "parchemin.https.cle.fichier", certificates.key.toString());
    }

    private static void assertHardened(HttpResponse<?> answer) {
        Map<String, List<String>> headers = answer.headers().map();
        assertThat(headers)
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
                .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                .doesNotContainKeys("server", "x-powered-by");
        assertThat(headers.get("cache-control")).singleElement().asString().contains("no-store");
        assertThat(headers.get("content-security-policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.get("permissions-policy")).singleElement().asString().contains("camera=()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/panne", "/a%2Fb", "/inconnue"})
    void everyAnswerIsHardenedWhoeverMakesIt(String path) throws Exception {
        start(Map.of());

        assertHardened(get(path));
        assertHardened(get(path, "Accept", "text/html"));
    }

    @Test
    void whatABundleSaysOfItsAnswerStands() throws Exception {
        start(Map.of());

        Map<String, List<String>> headers = get("/propre").headers().map();
        assertThat(headers)
                .containsEntry("content-security-policy", List.of("default-src 'self'"))
                .containsEntry("cache-control", List.of("public, max-age=60"))
                .containsEntry("x-content-type-options", List.of("nosniff"));
    }

    @Test
    void anErrorOfTheServerTellsNothing() throws Exception {
        start(Map.of());

        HttpResponse<String> broken = get("/panne");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).contains("\"code\":\"ERREUR_INTERNE\"").doesNotContain("secret", "Exception");
        HttpResponse<String> page = get("/panne", "Accept", "text/html");
        assertThat(page.body()).contains("<h1>Erreur interne</h1>").doesNotContain("secret", "style=", "<style");
    }

    @Test
    void plainHttpNeverPromisesHttps() throws Exception {
        start(Map.of());

        assertThat(get("/").headers().map()).doesNotContainKey("strict-transport-security");
        assertThat(get("/").body()).isEqualTo("127.0.0.1 clair 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void pemFilesServeHttps(String algorithm) throws Exception {
        Certificates certificates = new Certificates(folder, algorithm);
        start(https(certificates));

        HttpResponse<String> answer = send(trusting(certificates), HttpRequest.newBuilder(secure("/")));
        assertThat(answer.body()).isEqualTo("127.0.0.1 sûr 0");
        assertHardened(answer);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void aPkcs12FileServesHttps() throws Exception {
        Certificates certificates = new Certificates(folder, "RSA");
        start(Map.of(
                "org.osgi.service.http.secure.enabled",
                "true",
                "parchemin.https.pkcs12",
                certificates.pkcs12.toString(),
                "parchemin.https.motDePasse.fichier",
                certificates.password.toString(),
                "parchemin.https.hsts",
                "0"));

        HttpResponse<String> answer = send(trusting(certificates), HttpRequest.newBuilder(secure("/")));
        assertThat(answer.body()).isEqualTo("127.0.0.1 sûr 0");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void oldProtocolsAreNotSpoken() throws Exception {
        Certificates certificates = new Certificates(folder, "RSA");
        start(https(certificates));

        try (SSLSocket socket =
                (SSLSocket) certificates.trusting().getSocketFactory().createSocket("127.0.0.1", securePort)) {
            socket.setEnabledProtocols(new String[] {"TLSv1.1"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void aRenewedCertificateIsTakenWithoutARestartAndADamagedOneIsNot() throws Exception {
        Certificates first = new Certificates(folder.resolve("un"), "EC");
        Certificates second = new Certificates(folder.resolve("deux"), "EC");
        start(https(first));
        TlsContext context = (TlsContext) ((ServerConnector) server.getConnectors()[0])
                .getConnectionFactory(SslConnectionFactory.class)
                .getSslContextFactory();

        Files.writeString(first.certificate, "abîmé");
        Files.setLastModifiedTime(first.certificate, FileTime.from(Instant.ofEpochSecond(1)));
        context.renew();
        assertThat(send(trusting(first), HttpRequest.newBuilder(secure("/"))).statusCode())
                .isEqualTo(200);

        Files.copy(second.key, first.key, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(second.certificate, first.certificate, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(first.certificate, FileTime.from(Instant.ofEpochSecond(2)));
        context.renew();
        assertThat(send(trusting(second), HttpRequest.newBuilder(secure("/"))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoOnlyLooksOverPlainHttpIsShownTheWay() throws Exception {
        start(https(new Certificates(folder, "EC")));

        HttpResponse<String> answer = get("/candidatures?page=2");
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).contains(secure("/candidatures?page=2") + "");
        assertHardened(answer);
    }

    @Test
    void whoSentASecretOverPlainHttpIsToldSo() throws Exception {
        start(https(new Certificates(folder, "EC")));

        for (HttpRequest.Builder request : List.of(
                HttpRequest.newBuilder(plain("/api/jetons")).POST(HttpRequest.BodyPublishers.ofString("{}")),
                HttpRequest.newBuilder(plain("/api/candidatures")).header("Authorization", "Bearer x"))) {
            HttpResponse<String> answer = send(request);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("\"code\":\"HTTPS_REQUIS\"");
        }
    }

    @Test
    void healthIsToldOverWhatIsAsked() throws Exception {
        start(https(new Certificates(folder, "EC")));

        assertThat(get("/api/sante").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyIsBelievedWhoIsNoTrustedProxy() throws Exception {
        start(Map.of("parchemin.mandataires", "192.0.2.1"));

        assertThat(get("/", "X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https")
                        .body())
                .isEqualTo("127.0.0.1 clair 0");
    }

    @Test
    void aTrustedProxySaysWhoAsksAndOverWhat() throws Exception {
        start(Map.of("parchemin.mandataires", "127.0.0.1", "parchemin.https.redirection", "true"));

        HttpResponse<String> answer = get("/", "X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https");
        assertThat(answer.body()).isEqualTo("203.0.113.7 sûr 0");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(get("/x", "X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "http")
                        .statusCode())
                .isEqualTo(308);
        assertThat(get("/", "X-Forwarded-For", "2001:db8::7", "X-Forwarded-Proto", "https")
                        .body())
                .startsWith("[2001:db8");
    }

    @Test
    void whatTheClientInventedBeforeTheProxyAddedItsPartIsNotBelieved() throws Exception {
        start(Map.of("parchemin.mandataires", "127.0.0.1, 10.0.0.0/8"));

        assertThat(get("/", "X-Forwarded-For", "198.51.100.1, 203.0.113.7, 10.1.2.3")
                        .body())
                .startsWith("203.0.113.7 ");
        assertThat(get("/", "X-Forwarded-For", "198.51.100.1, unknown, 10.1.2.3")
                        .body())
                .startsWith("10.1.2.3 ");
        assertThat(get("/", "Forwarded", "for=198.51.100.1;proto=https").body()).isEqualTo("127.0.0.1 clair 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 65_536, 300_000})
    void aBodyArrivesWhole(int octets) throws Exception {
        start(Map.of());

        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(plain("/")).POST(HttpRequest.BodyPublishers.ofByteArray(new byte[octets])));
        assertThat(answer.body()).isEqualTo("127.0.0.1 clair " + octets);
    }

    @Test
    void aBodyLargerThanAnyDoorAdmitsIsRefusedUnread() throws Exception {
        start(Map.of());

        String answer = raw("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 50000000\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("CORPS_TROP_VOLUMINEUX");
    }

    @Test
    void aHeadLargerThanAnyBrowserSendsIsRefused() throws Exception {
        start(Map.of());

        String answer = raw("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("x-content-type-options: nosniff");
    }

    @Test
    void whoFallsSilentInTheMiddleIsCutOff() throws Exception {
        start(Map.of("org.ops4j.pax.web.server.connector.idleTimeout", "300"));

        // Returns only because the server ends the connection; what it still says is its affair.
        raw("GET / HTTP/1.1\r\nHost:");
        raw("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc");
    }

    /** Sends this, and reads until the server ends the connection. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), plain.getLocalPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("X-Content-Type", "x-content-type")
                    .replace("-Options", "-options");
        }
    }

    @Test
    void aServerThatCannotBeAsAskedDoesNotListen() throws Exception {
        Certificates certificates = new Certificates(folder, "EC");
        Path open = Files.copy(certificates.key, folder.resolve("ouverte.pem"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        for (Map<String, String> configuration : List.of(
                Map.of("org.osgi.service.http.secure.enabled", "true"),
                Map.of("parchemin.mandataires", "mandataire.exemple.test"),
                Map.of(
                        "org.osgi.service.http.secure.enabled", "true",
                        "parchemin.https.certificat", certificates.certificate.toString(),
                        "parchemin.https.cle.fichier", open.toString()),
                Map.of(
                        "org.osgi.service.http.secure.enabled", "true",
                        "parchemin.https.pkcs12", certificates.pkcs12.toString(),
                        "parchemin.https.motDePasse", "en clair"))) {
            Server attempt = new Server();
            Map<String, String> all = new HashMap<>(configuration);
            all.put("org.ops4j.pax.web.listening.addresses", "127.0.0.1");
            all.put("org.osgi.service.http.port.secure", "" + freePort());
            ServerSetup.prepare(attempt, all);
            assertThatThrownBy(attempt::start).as("%s", configuration).isInstanceOf(Exception.class);
            attempt.stop();
        }
    }

    @Test
    void aCertificateOfAnotherKeyIsNotServed() throws Exception {
        Certificates one = new Certificates(folder.resolve("un"), "EC");
        Certificates other = new Certificates(folder.resolve("deux"), "RSA");

        assertThatThrownBy(() -> start(Map.of(
                        "org.osgi.service.http.secure.enabled", "true",
                        "parchemin.https.certificat", one.certificate.toString(),
                        "parchemin.https.cle.fichier", other.key.toString())))
                .hasMessageContaining("another key");
    }
}
