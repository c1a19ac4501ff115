package fr.parchemin.evaluation;

import fr.parchemin.referentiel.Referentiel;
import java.util.List;
import java.util.Set;

/**
 * Applies the rules of a référentiel to marks. A pure function: no clock, no store, no branch in particular. For many
 * candidates of one référentiel take a {@link Moteur} once.
 */
public final class PropositionEngine {

    private PropositionEngine() {}

    /**
     * The proposal, with its explanation.
     *
     * @param saisies every filled grid of the candidature
     */
    public static Proposition propose(
            Referentiel referentiel, String empreinte, List<Saisie> saisies, Contexte contexte) {
        return Moteur.of(referentiel).propose(empreinte, saisies, contexte);
    }

    /**
     * The same where only attestations matter beside the marks.
     *
     * @param attestations codes of the prerequisites held and valid on the day of the evaluation
     */
    public static Proposition propose(
            Referentiel referentiel, String empreinte, List<Saisie> saisies, Set<String> attestations) {
        return propose(referentiel, empreinte, saisies, Contexte.of(attestations));
    }
}
