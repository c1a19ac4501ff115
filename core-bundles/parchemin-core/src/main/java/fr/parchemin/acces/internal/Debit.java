package fr.parchemin.acces.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets through so many at once, then one in each interval. Kept by node. */
final class Debit {

    private final int reserve;
    private final Duration intervalle;
    private final Clock clock;
    private double left;
    private Instant seen;

    Debit(int reserve, Duration intervalle, Clock clock) {
        this.reserve = reserve;
        this.intervalle = intervalle;
        this.clock = clock;
        this.left = reserve;
        this.seen = clock.instant();
    }

    synchronized boolean admits() {
        Instant now = clock.instant();
        left = Math.min(reserve, left + (double) Duration.between(seen, now).toMillis() / intervalle.toMillis());
        seen = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
