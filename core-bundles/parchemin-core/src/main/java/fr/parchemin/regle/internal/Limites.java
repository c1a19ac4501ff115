package fr.parchemin.regle.internal;

import java.time.Duration;

/**
 * What the rules in code of a branch may take.
 *
 * @param appel longest wait for one answer
 * @param acte longest wait for all the answers of one act
 * @param places calls of one branch under way at once, so as many threads
 * @param echecs failures in a row after which a rule is not called for a while
 * @param pause that while
 * @param perdus calls that came not back in time and still run, above which the branch's rules are refused at once
 */
public record Limites(Duration appel, Duration acte, int places, int echecs, Duration pause, int perdus) {

    public Limites {
        if (appel.isNegative() || appel.isZero() || acte.compareTo(appel) < 0) {
            throw new IllegalArgumentException("budgets must be positive, that of an act no less than that of a call");
        }
        if (places < 1 || echecs < 1 || perdus < 1 || pause.isNegative()) {
            throw new IllegalArgumentException("at least one place, one failure and one lost call, no negative pause");
        }
    }
}
