package fr.parchemin.evaluation;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * What a proposal hangs on beside the marks.
 *
 * @param le day of the evaluation, {@code null} when it is of no matter: then nothing is too old and no path too long
 * @param debut day on which the candidate began, {@code null} for that of the first mark
 * @param attestations codes of the prerequisites held and valid on that day
 * @param externes who evaluates the rules that the engine does not know itself
 */
public record Contexte(LocalDate le, LocalDate debut, Set<String> attestations, ReglesExternes externes) {

    public Contexte {
        attestations = Set.copyOf(attestations);
        Objects.requireNonNull(externes);
    }

    /** Attestations alone, no day. */
    public static Contexte of(Set<String> attestations) {
        return new Contexte(null, null, attestations, ReglesExternes.AUCUNE);
    }
}
