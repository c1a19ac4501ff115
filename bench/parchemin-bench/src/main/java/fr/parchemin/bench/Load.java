package fr.parchemin.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * A fixed number of callers, each sending its next request once the last one is answered.
 *
 * <p>Through {@link HttpURLConnection}: under this load java.net.http.HttpClient of Java 17 now and then gives a connection
 * back to its pool so late that it takes the answer to the next request for noise, and fails that request.
 */
final class Load implements AutoCloseable {

    /**
     * What a caller sends.
     *
     * @param body sent as JSON, {@code null} for a GET
     * @param jeton token of the caller, {@code null} for a visitor
     */
    record Request(URI uri, String body, String jeton) {
        static Request get(URI uri) {
            return new Request(uri, null, null);
        }
    }

    private final int callers;
    private final ExecutorService threads;

    Load(int callers) {
        // One connection for each caller stays open; by default only five do.
        System.setProperty("http.maxConnections", String.valueOf(callers));
        this.callers = callers;
        this.threads = Executors.newFixedThreadPool(callers);
    }

    /** Requests a second. Every answer must have the status expected: a refusal is quick, and would flatter. */
    double run(Supplier<Request> requests, int status, Duration duration) {
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        Callable<Integer> caller = () -> {
            int answered = 0;
            while (System.nanoTime() < end) {
                send(requests.get(), status);
                answered++;
            }
            return answered;
        };
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            counts.add(threads.submit(caller));
        }
        long answered = 0;
        for (Future<Integer> count : counts) {
            answered += await(count);
        }
        return answered * 1e9 / (System.nanoTime() - start);
    }

    static byte[] send(Request request, int status) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) request.uri().toURL().openConnection();
        if (request.jeton() != null) {
            connection.setRequestProperty("Authorization", "Bearer " + request.jeton());
        }
        if (request.body() != null) {
            byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int answered = connection.getResponseCode();
        try (InputStream in = answered < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] content = in == null ? new byte[0] : in.readAllBytes();
            if (answered != status) {
                throw new IOException(
                        request.uri() + " answered " + answered + ": " + new String(content, StandardCharsets.UTF_8));
            }
            return content;
        }
    }

    private static int await(Future<Integer> count) {
        try {
            return count.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted under load", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A caller failed under load", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
