package fr.parchemin.regle.internal;

import java.util.function.LongSupplier;

/** Spares a rule that keeps failing: after so many failures in a row, one try each pause. */
final class Disjoncteur {

    /** What a call changed in the standing of the rule. */
    enum Passage {
        AUCUN,
        /** The first failure after an answer. */
        EN_ECHEC,
        SUSPENDUE,
        RETABLIE
    }

    private final int echecs;
    private final long pauseNanos;
    private final LongSupplier nanos;
    private int failures;
    private long closedSince;

    Disjoncteur(Limites limites, LongSupplier nanos) {
        this.echecs = limites.echecs();
        this.pauseNanos = limites.pause().toNanos();
        this.nanos = nanos;
    }

    /** Whether the rule may be called; during a pause that is over, by one caller at a time. */
    synchronized boolean lets() {
        if (failures < echecs) {
            return true;
        }
        long now = nanos.getAsLong();
        if (now - closedSince < pauseNanos) {
            return false;
        }
        closedSince = now;
        return true;
    }

    synchronized Passage answered() {
        boolean failing = failures > 0;
        failures = 0;
        return failing ? Passage.RETABLIE : Passage.AUCUN;
    }

    synchronized Passage failed() {
        failures = Math.min(failures + 1, echecs + 1);
        if (failures >= echecs) {
            closedSince = nanos.getAsLong();
        }
        if (failures == echecs) {
            return Passage.SUSPENDUE;
        }
        return failures == 1 ? Passage.EN_ECHEC : Passage.AUCUN;
    }
}
