package fr.parchemin.evaluation;

import java.util.Objects;
import java.util.Set;

/**
 * What a proposal hangs on beside the marks.
 *
 * @param attestations codes of the prerequisites held and valid on the day of the evaluation
 * @param externes who evaluates the rules that the engine does not know itself
 */
public record Contexte(Set<String> attestations, ReglesExternes externes) {

    public Contexte {
        attestations = Set.copyOf(attestations);
        Objects.requireNonNull(externes);
    }

    /** Attestations alone. */
    public static Contexte of(Set<String> attestations) {
        return new Contexte(attestations, ReglesExternes.AUCUNE);
    }
}
