package fr.parchemin.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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

/** A fixed number of callers, each sending its next request once the last one is answered. */
final class Load implements AutoCloseable {

    private final int callers;
    private final ExecutorService threads;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Load(int callers) {
        this.callers = callers;
        this.threads = Executors.newFixedThreadPool(callers);
    }

    /** Requests a second. Every answer must have the status expected: a refusal is quick, and would flatter. */
    double run(Supplier<HttpRequest> requests, int status, Duration duration) {
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

    byte[] send(HttpRequest request, int status) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != status) {
            throw new IOException(request.method() + " " + request.uri() + " answered " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
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
