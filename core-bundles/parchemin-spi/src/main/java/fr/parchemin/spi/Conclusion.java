package fr.parchemin.spi;

import java.util.Set;

/**
 * What {@link RegleProposition} and {@link RegleAttribution} come to. {@code motif} is shown in the explanation of the
 * proposal: one French sentence, not blank, which names the marks that count.
 */
public sealed interface Conclusion {

    String motif();

    /** The rule holds. */
    record Satisfaite(String motif) implements Conclusion {}

    /** The rule does not hold, and nothing still to come would change that. */
    record NonSatisfaite(String motif) implements Conclusion {}

    /**
     * It cannot be said yet, or at all.
     *
     * @param epreuves codes of the épreuves of the bloc whose marks could tell; empty when none can, the file may then go
     *     before the jury
     */
    record Indeterminee(String motif, Set<String> epreuves) implements Conclusion {
        public Indeterminee {
            epreuves = Set.copyOf(epreuves);
        }
    }

    /** Opinions differ: only the jury resolves. */
    record Divergente(String motif) implements Conclusion {}
}
