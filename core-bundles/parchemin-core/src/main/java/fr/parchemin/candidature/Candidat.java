package fr.parchemin.candidature;

import java.time.LocalDate;
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

    public Candidat {
        Objects.requireNonNull(nomNaissance);
        Objects.requireNonNull(prenoms);
        Objects.requireNonNull(sexe);
        Objects.requireNonNull(dateNaissance);
        Objects.requireNonNull(lieuNaissance);
    }

    /** The name as it is printed: first names, then birth name, then the name in use when it is another. */
    public String nomComplet() {
        return prenoms + " " + nomNaissance.toUpperCase(java.util.Locale.FRENCH)
                + (nomUsage == null || nomUsage.isBlank() || nomUsage.equalsIgnoreCase(nomNaissance)
                        ? ""
                        : " (nom d’usage\u00a0: " + nomUsage.toUpperCase(java.util.Locale.FRENCH) + ")");
    }
}
