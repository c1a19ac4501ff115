package fr.parchemin.evaluation;

import fr.parchemin.acte.HeureLegale;
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
        return of(candidature, referentiel, saisies, today, ReglesExternes.AUCUNE);
    }

    /** The same with those who know the rules in code of the référentiel. */
    public static Proposition of(
            Candidature candidature,
            Referentiel referentiel,
            List<Saisie> saisies,
            LocalDate today,
            ReglesExternes externes) {
        LocalDate day = saisies.stream()
                .map(Saisie::saisiLe)
                .max(Comparator.naturalOrder())
                .map(at -> LocalDate.ofInstant(at, HeureLegale.ZONE))
                .orElse(today);
        return PropositionEngine.propose(
                referentiel, candidature.empreinte(), saisies, new Contexte(candidature.attestationsOn(day), externes));
    }
}
