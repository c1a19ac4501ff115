package fr.parchemin.classification;

import fr.parchemin.referentiel.Provenance;

/**
 * What a certificate does for a classification: advice with its legal source, never a payroll order.
 *
 * @param position key of the lowest position, {@code null} when there is none, or when a higher coefficient already held
 *     is kept
 * @param libelle the position in words, that the coefficient held is kept, or that there is no effect
 * @param coefficient coefficient due: the lowest of the position, or the higher one already held; {@code null} when the
 *     grid has none or there is no effect
 * @param article where the convention says so
 * @param explication French sentence: why
 */
public record Effet(
        Type type,
        String position,
        String libelle,
        Integer coefficient,
        String article,
        Provenance provenance,
        String explication) {

    /** Kinds of effect. */
    public enum Type {
        AUCUN,
        PLANCHER,
        MINIMUM
    }
}
