package fr.parchemin.parcours;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * One caller of the REST interface: the public, or one account. An account signs in at its first request and signs in
 * once more when its token is no longer accepted; it may be shared between threads.
 */
public final class ParcheminClient {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int UNAUTHORIZED = 401;
    private static final String JSON_TYPE = "application/json";

    private final URI server;
    private final HttpClient http;
    private final Account account;
    private volatile String jeton;

    private record Account(String identifiant, String motDePasse) {}

    /** A caller without an account. {@code server} is the root of the site, e.g. {@code http://127.0.0.1:8181}. */
    public ParcheminClient(URI server) {
        this(
                server,
                // HTTP/1.1 on purpose: the upgrade to HTTP/2 over clear text would cost a header on each request.
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build(),
                null);
    }

    private ParcheminClient(URI server, HttpClient http, Account account) {
        this.server = server;
        this.http = http;
        this.account = account;
    }

    public ParcheminClient as(String identifiant, String motDePasse) {
        return new ParcheminClient(server, http, new Account(identifiant, motDePasse));
    }

    public URI server() {
        return server;
    }

    public Answer get(String path) {
        return answer("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return answer("POST", path, json(body));
    }

    public Answer put(String path, Object body) {
        return answer("PUT", path, json(body));
    }

    public Answer delete(String path) {
        return answer("DELETE", path, null);
    }

    /** Sends the text as it is, also when it is no valid JSON. */
    public Answer postText(String path, String text) {
        return answer("POST", path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a file as it is. */
    public Answer postFile(String path, byte[] content) {
        return asAnswer("POST", path, exchange("POST", path, content, "application/octet-stream"));
    }

    public byte[] pdf(String path) {
        HttpResponse<byte[]> response = exchange("GET", path, null);
        Answer answer = asAnswer("GET", path, response).expect(200);
        byte[] bytes = response.body();
        if (bytes.length < 5 || !new String(bytes, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-")) {
            throw new UnexpectedAnswer(answer, "200 with a PDF document");
        }
        return bytes;
    }

    private Answer answer(String method, String path, byte[] body) {
        return asAnswer(method, path, exchange(method, path, body));
    }

    private HttpResponse<byte[]> exchange(String method, String path, byte[] body) {
        return exchange(method, path, body, JSON_TYPE);
    }

    private HttpResponse<byte[]> exchange(String method, String path, byte[] body, String type) {
        if (account == null) {
            return send(method, path, body, type, null);
        }
        String current = jeton;
        if (current == null) {
            current = signIn();
        }
        HttpResponse<byte[]> response = send(method, path, body, type, current);
        return response.statusCode() == UNAUTHORIZED ? send(method, path, body, type, signIn()) : response;
    }

    private String signIn() {
        byte[] credentials = json(Map.of("identifiant", account.identifiant(), "motDePasse", account.motDePasse()));
        Answer answer = asAnswer("POST", "/jetons", send("POST", "/jetons", credentials, JSON_TYPE, null))
                .expect(201);
        jeton = answer.text("jeton");
        return jeton;
    }

    private HttpResponse<byte[]> send(String method, String path, byte[] body, String type, String bearer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api" + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json, application/pdf, text/csv");
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", type).method(method, BodyPublishers.ofByteArray(body));
        }
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer to " + method + " " + path + " from " + server, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during " + method + " " + path, e);
        }
    }

    private static Answer asAnswer(String method, String path, HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        JsonNode body = MissingNode.getInstance();
        if (type.contains("json") && response.body().length > 0) {
            try {
                body = JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(method + " " + path + " answered JSON that cannot be read", e);
            }
        }
        return new Answer(
                method + " /api" + path,
                response.statusCode(),
                body,
                response.headers().map());
    }

    private static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + body, e);
        }
    }
}
