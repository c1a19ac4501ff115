package fr.parchemin.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks again and again, closely enough that the looking does not show in what is measured. */
final class Wait {

    private static final Duration STEP = Duration.ofMillis(4);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private Wait() {}

    /** Milliseconds from {@code start} to the first look that finds it true. */
    static double millisSince(long start, Installation server, String what, BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            server.requireAlive();
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("Waited in vain: " + what);
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        return (System.nanoTime() - start) / 1e6;
    }

    static void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
