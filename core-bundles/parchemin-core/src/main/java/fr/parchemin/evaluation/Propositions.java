package fr.parchemin.evaluation;

import fr.parchemin.candidature.Candidature;
import fr.parchemin.referentiel.Referentiel;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The proposal for a file as it stands. */
public final class Propositions {

    private Propositions() {}

    /**
     * Proposes with the attestations held on the day of the last mark, so that a file whose marks are closed keeps its
     * proposal; on {@code today} as long as nothing is marked.
     */
    public static Proposition of(
            Candidature candidature, Referentiel referentiel, List<Saisie> saisies, LocalDate today) {
        return of(candidature, Moteur.of(referentiel), saisies, today, ReglesExternes.AUCUNE);
    }

    /** The same for many files of one référentiel, and with those who know its rules in code. */
    public static Proposition of(
            Candidature candidature, Moteur moteur, List<Saisie> saisies, LocalDate today, ReglesExternes externes) {
        LocalDate day = saisies.stream()
                .map(Saisie::saisiLe)
                .max(Comparator.naturalOrder())
                .map(Jours::of)
                .orElse(today);
        return moteur.propose(candidature.empreinte(), saisies, contexte(candidature, day, externes));
    }

    /** What holds for a file on a day. */
    public static Contexte contexte(Candidature candidature, LocalDate day, ReglesExternes externes) {
        return new Contexte(day, Jours.of(candidature.deposeeLe()), candidature.attestationsOn(day), externes);
    }
}
