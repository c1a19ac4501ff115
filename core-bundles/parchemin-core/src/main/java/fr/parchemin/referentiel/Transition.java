package fr.parchemin.referentiel;

import java.time.LocalDate;
import java.util.List;

/**
 * What becomes of an earlier version in this one.
 *
 * @param depuis the earlier version
 * @param delivranceJusquAu last day, included, on which the earlier version is still awarded; {@code null} without limit
 * @param blocs every bloc of the earlier version, also those that lead nowhere
 * @param competences compétences whose code changes; the others keep theirs
 * @param criteres criteria whose code changes
 * @param epreuves épreuves whose code changes
 */
public record Transition(
        String depuis,
        LocalDate delivranceJusquAu,
        List<Correspondance> blocs,
        List<Correspondance> competences,
        List<Correspondance> criteres,
        List<Correspondance> epreuves,
        Provenance provenance) {

    /**
     * From a code to those that follow it.
     *
     * @param vers empty when nothing follows
     * @param complement what is still to be shown, {@code null} when it is taken over whole
     */
    public record Correspondance(String de, List<String> vers, String complement, Provenance provenance) {
        public Correspondance {
            vers = Listes.copy(vers);
        }
    }

    public Transition {
        blocs = Listes.copy(blocs);
        competences = Listes.copy(competences);
        criteres = Listes.copy(criteres);
        epreuves = Listes.copy(epreuves);
    }

    /** Whether the earlier version is still awarded on that day. */
    public boolean allowsAwardOn(LocalDate day) {
        return delivranceJusquAu == null || !day.isAfter(delivranceJusquAu);
    }
}
