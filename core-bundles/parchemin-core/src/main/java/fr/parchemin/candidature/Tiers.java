package fr.parchemin.candidature;

import fr.parchemin.acte.Textes;
import java.util.Objects;

/**
 * An organisme or an entreprise beside the candidate.
 *
 * @param siret fourteen digits, however they were spaced; {@code null} when unknown
 */
public record Tiers(String nom, String siret) {

    public Tiers {
        String tidy = Textes.tidy(Objects.requireNonNull(nom));
        nom = tidy == null ? "" : tidy;
        String digits = Textes.tidy(siret);
        siret = digits == null ? null : digits.replace(" ", "");
    }
}
