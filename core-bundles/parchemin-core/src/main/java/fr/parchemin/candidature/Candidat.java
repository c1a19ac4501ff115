package fr.parchemin.candidature;

import fr.parchemin.acte.Textes;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

/**
 * The person who applies.
 *
 * @param nomUsage {@code null} when it is the birth name
 * @param prenoms first names as on the état civil, separated by spaces
 * @param lieuNaissance commune, and country when born abroad
 * @param courriel {@code null} when there is none
 */
public record Candidat(
        String nomNaissance,
        String nomUsage,
        String prenoms,
        Sexe sexe,
        LocalDate dateNaissance,
        String lieuNaissance,
        String courriel) {

    /** As the état civil says. */
    public enum Sexe {
        F,
        M
    }

    /** Texts are kept without idle spaces; a blank one stands for none. */
    public Candidat {
        nomNaissance = given(nomNaissance);
        nomUsage = Textes.tidy(nomUsage);
        prenoms = given(prenoms);
        Objects.requireNonNull(sexe);
        Objects.requireNonNull(dateNaissance);
        lieuNaissance = given(lieuNaissance);
        courriel = Textes.tidy(courriel);
    }

    private static String given(String text) {
        String tidy = Textes.tidy(Objects.requireNonNull(text));
        return tidy == null ? "" : tidy;
    }

    /** The name as it is printed: first names, then birth name, then the name in use when it is another. */
    public String nomComplet() {
        return prenoms + " " + nomNaissance.toUpperCase(Locale.FRENCH)
                + (nomUsage == null || nomUsage.equalsIgnoreCase(nomNaissance)
                        ? ""
                        : " (nom d’usage\u00a0: " + nomUsage.toUpperCase(Locale.FRENCH) + ")");
    }
}
