package fr.parchemin.referentiel;

import java.math.BigDecimal;

/**
 * A term of a mean or a total. Exactly one of {@code epreuve}, {@code competence}, {@code critere}, {@code source} and,
 * in the rule of a certificate, {@code bloc} is given.
 *
 * @param poids what it weighs in a mean, 1 when left out
 * @param plancher mark under which the rule is not satisfied, on the scale of the rule, instead of the floor of the rule;
 *     {@code null} for that one
 */
public record Terme(
        String epreuve,
        String competence,
        String critere,
        String source,
        String bloc,
        BigDecimal poids,
        BigDecimal plancher,
        Provenance provenance) {

    public Terme {
        poids = poids == null ? BigDecimal.ONE : poids;
    }
}
