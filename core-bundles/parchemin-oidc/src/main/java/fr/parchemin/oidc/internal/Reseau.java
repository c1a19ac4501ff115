package fr.parchemin.oidc.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Talks to a provider: no redirection, no cookie, bounded in time and size. */
final class Reseau {

    /**
     * What came back.
     *
     * @param type media type without its parameters, lower case; empty when there is none
     */
    record Reponse(int status, String type, String corps) {}

    private static final Duration CONNEXION = Duration.ofSeconds(5);
    private static final int REPONSE_SECONDES = 10;
    private static final int OCTETS_MAXIMUM = 1 << 20;
    private static final TypeReference<Map<String, Object>> OBJET = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(20).build())
            .build());

    private HttpClient client;

    /** Made when first needed: it has a thread of its own. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(CONNEXION)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return client;
    }

    Reponse get(URI address, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
        headers.forEach(request::header);
        return send(request.build());
    }

    Reponse post(URI address, Map<String, String> headers, Map<String, String> form) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form)));
        headers.forEach(request::header);
        return send(request.build());
    }

    private Reponse send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = client().sendAsync(request, info -> new Borne());
        try {
            HttpResponse<byte[]> response = answer.get(REPONSE_SECONDES, TimeUnit.SECONDS);
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Reponse(
                    response.statusCode(),
                    type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
                    new String(response.body(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("no answer from " + request.uri().getHost(), e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer in time from " + request.uri().getHost(), e);
        }
    }

    /** Parameters as a form or a query holds them. */
    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * The members of a JSON object.
     *
     * @throws IOException when the text is anything else
     */
    static Map<String, Object> object(String text) throws IOException {
        try {
            Map<String, Object> object = JSON.readValue(text, OBJET);
            if (object == null) {
                throw new IOException("no JSON object");
            }
            return object;
        } catch (JsonProcessingException e) {
            // Its message quotes what was sent.
            throw new IOException("no JSON object");
        }
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    /** Takes a body up to a limit. */
    private static final class Borne implements HttpResponse.BodySubscriber<byte[]> {

        private final HttpResponse.BodySubscriber<byte[]> whole = HttpResponse.BodySubscribers.ofByteArray();
        private Flow.Subscription subscription;
        private long octets;

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            whole.onSubscribe(given);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            octets += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
            if (octets > OCTETS_MAXIMUM) {
                subscription.cancel();
                whole.onError(new IOException("more than " + OCTETS_MAXIMUM + " bytes"));
            } else {
                whole.onNext(buffers);
            }
        }

        @Override
        public void onError(Throwable failure) {
            whole.onError(failure);
        }

        @Override
        public void onComplete() {
            whole.onComplete();
        }
    }
}
