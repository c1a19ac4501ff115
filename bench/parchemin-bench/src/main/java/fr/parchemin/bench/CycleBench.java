package fr.parchemin.bench;

import fr.parchemin.bench.Inside.Held;
import fr.parchemin.bench.Load.Request;
import fr.parchemin.parcours.BrancheEssai;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A branch that comes, is replaced by its next version and goes, again and again, while the other branches are read
 * without a pause: what the readers notice, what the other bundles notice, and what stays behind.
 */
final class CycleBench {

    static final int POLL_MILLIS = 100;
    static final int READERS = 2;
    static final long DELAYED_MILLIS = 1_000;

    private static final String CODE = "va-et-vient";

    /** Cycles after which everything that is made once has been made. */
    private static final int SETTLED = 20;

    private static final List<String> PATHS = List.of(
            "/api/branches/metallurgie",
            "/api/certifications/metallurgie/MET-OMI",
            "/api/certifications/securite-privee/APS");

    final Series cycle = new Series();
    final AtomicInteger answers = new AtomicInteger();
    final AtomicInteger delayed = new AtomicInteger();
    final AtomicLong slowestNanos = new AtomicLong();
    final List<String> failures = new CopyOnWriteArrayList<>();
    final List<String> movements = new ArrayList<>();

    private final Bench.Inputs inputs;
    private final PrintStream out;
    private volatile boolean over;
    private Held settled;
    private Held end;
    private int cycles;

    CycleBench(Bench.Inputs inputs, PrintStream out) {
        this.inputs = inputs;
        this.out = out;
    }

    void run(int times) throws IOException {
        cycles = times;
        try (Parchemin parchemin =
                new Parchemin(inputs.archive(), inputs.folder().resolve("parchemin"))) {
            Installation server = parchemin.installation();
            server.set(
                    "org.apache.felix.fileinstall-branches.cfg", "felix.fileinstall.poll", String.valueOf(POLL_MILLIS));
            inputs.branches().values().forEach(jar -> server.drop(jar, "branches"));
            server.drop(inputs.servlet(), "branches");
            long start = server.start();
            Wait.millisSince(start, server, "REST 200", parchemin::answers);
            Wait.millisSince(start, server, "branches ACTIVE", () -> inputs.branches().keySet().stream()
                    .allMatch(parchemin::isActive));
            URI root = parchemin.client().server();
            Request moved = Request.get(root.resolve("/bench-evenements"));
            Load.send(moved, 200); // what the start moved does not count
            ExecutorService readers = Executors.newFixedThreadPool(READERS);
            for (int i = 0; i < READERS; i++) {
                readers.execute(() -> read(root));
            }
            try (Inside inside = new Inside(server)) {
                cycles(parchemin, SETTLED);
                settled = inside.afterCollection();
                cycles(parchemin, times - SETTLED);
                end = inside.afterCollection();
            } finally {
                over = true;
                readers.shutdown();
            }
            if (!awaitEnd(readers)) {
                throw new IllegalStateException("A reader is still waiting for an answer");
            }
            movements.addAll(new String(Load.send(moved, 200), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
        out.printf(
                "%d cycles: %d answers, %d failed, %d delayed, slowest %.0f ms, %d other bundles moved, heap %+.1f MB,"
                        + " classes %+d%n",
                cycles,
                answers.get(),
                failures.size(),
                delayed.get(),
                slowestMillis(),
                movements.size(),
                heapGrowth(),
                classGrowth());
    }

    private void cycles(Parchemin parchemin, int times) throws IOException {
        Installation server = parchemin.installation();
        Path first = jar("1.0.0", BrancheEssai.jar(CODE, "VEV").bytes());
        Path next = jar("1.1.0", BrancheEssai.nextJar(CODE, "VEV").bytes());
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            server.drop(first, "branches", CODE + ".jar");
            Wait.millisSince(start, server, CODE + " 1.0.0", () -> parchemin.offers(CODE, "1.0.0"));
            Path dropped = server.drop(next, "branches", CODE + ".jar");
            Wait.millisSince(start, server, CODE + " 1.1.0", () -> parchemin.offers(CODE, "1.1.0"));
            Files.delete(dropped);
            cycle.add(Wait.millisSince(start, server, CODE + " away", () -> !parchemin.isActive(CODE)));
        }
    }

    private Path jar(String version, byte[] bytes) throws IOException {
        return Files.write(inputs.folder().resolve(CODE + "-" + version + ".jar"), bytes);
    }

    private void read(URI root) {
        for (int i = 0; !over; i++) {
            String path = PATHS.get(i % PATHS.size());
            long start = System.nanoTime();
            try {
                Load.send(Request.get(root.resolve(path)), 200);
            } catch (IOException e) {
                failures.add(e.toString());
            }
            long nanos = System.nanoTime() - start;
            answers.incrementAndGet();
            slowestNanos.accumulateAndGet(nanos, Math::max);
            if (nanos > TimeUnit.MILLISECONDS.toNanos(DELAYED_MILLIS)) {
                delayed.incrementAndGet();
            }
        }
    }

    private static boolean awaitEnd(ExecutorService readers) {
        try {
            return readers.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int cycles() {
        return cycles;
    }

    int measuredCycles() {
        return cycles - SETTLED;
    }

    double slowestMillis() {
        return slowestNanos.get() / 1e6;
    }

    double heapGrowth() {
        return end.heapMegabytes() - settled.heapMegabytes();
    }

    double heapAtEnd() {
        return end.heapMegabytes();
    }

    int classGrowth() {
        return end.classes() - settled.classes();
    }
}
