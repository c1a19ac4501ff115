package fr.parchemin.referentiel;

import java.util.Objects;

/**
 * Where a datum comes from.
 *
 * @param reference text, date, article or fiche; compulsory when the datum is sourced
 */
public record Provenance(Statut statut, String reference) {

    /** How sure a datum is. */
    public enum Statut {
        /** Found in a named text. */
        source,
        /** General knowledge of the trade, not checked against a text. */
        connu,
        /** Assumption that the branch has to confirm; shown as such. */
        hypothese
    }

    public Provenance {
        Objects.requireNonNull(statut);
    }
}
