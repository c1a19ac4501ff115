package fr.parchemin.parcours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParcheminClientTest {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger signedIn = new AtomicInteger();
    private HttpServer server;
    private ParcheminClient client;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/api/jetons",
                exchange -> answer(
                        exchange, 201, "application/json", "{\"jeton\":\"j" + signedIn.incrementAndGet() + "\"}"));
        server.start();
        client = new ParcheminClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void thePublicShowsNoToken() {
        serve("/api/branches", 200, "application/json", "[]");

        assertThat(client.get("/branches").expect(200).body().isArray()).isTrue();
        assertThat(seen).containsExactly("GET /api/branches null");
    }

    @Test
    void anAccountSignsInOnceForAllItsRequests() {
        serve("/api/moi", 200, "application/json", "{}");
        ParcheminClient account = client.as("secretariat", "secret");

        account.get("/moi").expect(200);
        account.get("/moi").expect(200);

        assertThat(seen).containsExactly("GET /api/moi Bearer j1", "GET /api/moi Bearer j1");
    }

    @Test
    void anAccountSignsInAgainWhenItsTokenIsNoLongerAccepted() {
        server.createContext("/api/moi", exchange -> {
            record(exchange);
            boolean expired = "Bearer j1".equals(authorization(exchange));
            answer(exchange, expired ? 401 : 200, "application/json", "{}");
        });

        assertThat(client.as("secretariat", "secret").get("/moi").status()).isEqualTo(200);
        assertThat(seen).containsExactly("GET /api/moi Bearer j1", "GET /api/moi Bearer j2");
    }

    @Test
    void aRefusalIsReadAsAProblem() {
        serve(
                "/api/candidatures",
                409,
                "application/problem+json",
                "{\"title\":\"Refus\",\"status\":409,\"code\":\"VOIE_FERMEE\",\"detail\":\"Choisissez une autre voie.\"}");

        Answer answer = client.post("/candidatures", Map.of());

        assertThat(answer.refusedWith("VOIE_FERMEE")).isTrue();
        assertThat(answer.problem().detail()).isEqualTo("Choisissez une autre voie.");
        assertThatThrownBy(() -> answer.expect(201))
                .isInstanceOf(UnexpectedAnswer.class)
                .hasMessageContainingAll("POST /api/candidatures", "409", "201", "VOIE_FERMEE");
    }

    @Test
    void aDocumentThatIsNoPdfIsNotTakenForOne() {
        serve("/api/certificats/1/certificat.pdf", 200, "application/pdf", "<html>");
        serve("/api/certificats/2/certificat.pdf", 200, "application/pdf", "%PDF-1.7");

        assertThatThrownBy(() -> client.pdf("/certificats/1/certificat.pdf")).isInstanceOf(UnexpectedAnswer.class);
        assertThat(client.pdf("/certificats/2/certificat.pdf")).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void textIsSentAsItIsEvenWhenItIsNoJson() {
        server.createContext("/api/candidatures", exchange -> {
            seen.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 400, "application/problem+json", "{\"code\":\"JSON_INVALIDE\"}");
        });

        assertThat(client.postText("/candidatures", "{à").refusedWith("JSON_INVALIDE"))
                .isTrue();
        assertThat(seen).containsExactly("{à");
    }

    private void serve(String path, int status, String type, String body) {
        server.createContext(path, exchange -> {
            record(exchange);
            answer(exchange, status, type, body);
        });
    }

    private void record(HttpExchange exchange) {
        seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + authorization(exchange));
    }

    private static String authorization(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Authorization");
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
