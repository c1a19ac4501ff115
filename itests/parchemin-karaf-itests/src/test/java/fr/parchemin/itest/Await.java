package fr.parchemin.itest;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Looks again until there is something, or until patience ends. */
final class Await {
    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    private Await() {}

    static <T> T until(String what, Duration patience, Supplier<T> look) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            T seen = look.get();
            if (seen != null) {
                return seen;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Still waiting after " + patience.toSeconds() + " s for " + what);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
