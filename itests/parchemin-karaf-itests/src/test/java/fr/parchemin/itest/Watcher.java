package fr.parchemin.itest;

import fr.parchemin.parcours.Answer;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Sends the same requests over and over while something else happens, and keeps every answer that is not 200. */
final class Watcher implements AutoCloseable {
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private volatile boolean closed;

    @SafeVarargs
    static Watcher over(Supplier<Answer>... requests) {
        Watcher watcher = new Watcher();
        watcher.executor.execute(() -> watcher.run(List.of(requests)));
        return watcher;
    }

    private void run(List<Supplier<Answer>> requests) {
        while (!closed) {
            for (Supplier<Answer> request : requests) {
                try {
                    Answer answer = request.get();
                    if (answer.status() != 200) {
                        failures.add(answer.request() + " answered " + answer.status() + " " + answer.body());
                    }
                } catch (UncheckedIOException e) {
                    failures.add(e.toString());
                }
            }
            rounds.incrementAndGet();
        }
    }

    int rounds() {
        return rounds.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        closed = true;
        executor.shutdown();
    }
}
