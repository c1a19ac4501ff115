package fr.parchemin.candidature;

import java.util.Objects;

/**
 * An organisme or an entreprise beside the candidate.
 *
 * @param siret {@code null} when unknown
 */
public record Tiers(String nom, String siret) {

    public Tiers {
        Objects.requireNonNull(nom);
    }
}
