package fr.parchemin.evaluation;

import fr.parchemin.evaluation.Proposition.Explication;
import fr.parchemin.evaluation.Proposition.PropositionBloc;
import fr.parchemin.evaluation.Proposition.Resultat;
import fr.parchemin.evaluation.Proposition.ResultatBloc;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.RegleCertificat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Applies the rules of a référentiel to marks. A pure function: no clock, no store, no branch in particular. */
public final class PropositionEngine {

    private PropositionEngine() {}

    /**
     * The proposal, with its explanation.
     *
     * @param saisies every filled grid of the candidature
     */
    public static Proposition propose(
            Referentiel referentiel, String empreinte, List<Saisie> saisies, Contexte contexte) {
        List<PropositionBloc> blocs = new ArrayList<>();
        for (BlocCompetences bloc : referentiel.blocs()) {
            blocs.add(proposeBloc(referentiel, bloc, saisies, contexte));
        }
        return referentiel.regle() instanceof RegleCertificat.Externe externe
                ? conclude(referentiel, empreinte, blocs, externe, saisies, contexte)
                : conclude(referentiel, empreinte, blocs);
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

    private static PropositionBloc proposeBloc(
            Referentiel referentiel, BlocCompetences bloc, List<Saisie> saisies, Contexte contexte) {
        RegleEvaluation evaluation =
                new RegleEvaluation(referentiel, bloc, new ResultatsBloc(bloc, saisies), saisies, contexte);
        ResultatBloc resultat =
                switch (evaluation.verdict()) {
                    case SATISFAITE -> ResultatBloc.VALIDE;
                    case NON_SATISFAITE -> ResultatBloc.NON_VALIDE;
                    case INDETERMINEE -> ResultatBloc.INDETERMINE;
                    case DIVERGENTE -> ResultatBloc.DIVERGENT;
                };
        return new PropositionBloc(
                bloc.code(), bloc.intitule(), resultat, evaluation.explications(), evaluation.manques());
    }

    private static Proposition conclude(
            Referentiel referentiel,
            String empreinte,
            List<PropositionBloc> blocs,
            RegleCertificat.Externe regle,
            List<Saisie> saisies,
            Contexte contexte) {
        ReglesExternes.Reponse reponse = contexte.externes()
                .certificat(regle, new ReglesExternes.FaitsCertificat(referentiel, blocs, saisies, contexte));
        Resultat resultat =
                switch (reponse.verdict()) {
                    case SATISFAITE -> Resultat.TOTALE;
                    case NON_SATISFAITE -> count(blocs, ResultatBloc.VALIDE) > 0 ? Resultat.PARTIELLE : Resultat.REFUS;
                    case INDETERMINEE -> Resultat.INCOMPLETE;
                    case DIVERGENTE -> Resultat.A_TRANCHER;
                };
        return new Proposition(
                resultat, blocs, empreinte, List.of(new Explication(0, "CODE", reponse.libelle(), reponse.verdict())));
    }

    private static Proposition conclude(Referentiel referentiel, String empreinte, List<PropositionBloc> blocs) {
        int required = referentiel.regle().required(blocs.size());
        long valides = count(blocs, ResultatBloc.VALIDE);
        long indetermines = count(blocs, ResultatBloc.INDETERMINE);
        long divergents = count(blocs, ResultatBloc.DIVERGENT);
        Resultat resultat;
        Verdict verdict;
        if (valides >= required) {
            resultat = Resultat.TOTALE;
            verdict = Verdict.SATISFAITE;
        } else if (indetermines > 0) {
            resultat = Resultat.INCOMPLETE;
            verdict = Verdict.INDETERMINEE;
        } else if (divergents > 0) {
            resultat = Resultat.A_TRANCHER;
            verdict = Verdict.DIVERGENTE;
        } else {
            resultat = valides > 0 ? Resultat.PARTIELLE : Resultat.REFUS;
            verdict = Verdict.NON_SATISFAITE;
        }
        String kind = referentiel.regle() instanceof RegleCertificat.TousBlocs ? "TOUS_BLOCS" : "BLOCS_AU_MOINS";
        String libelle = required + " bloc(s) à valider sur " + blocs.size() + "\u00a0: " + valides + " validé(s)"
                + (divergents > 0 ? ", " + divergents + " à trancher par le jury" : "")
                + (indetermines > 0 ? ", " + indetermines + " non évalué(s)" : "");
        return new Proposition(resultat, blocs, empreinte, List.of(new Explication(0, kind, libelle, verdict)));
    }

    private static long count(List<PropositionBloc> blocs, ResultatBloc resultat) {
        return blocs.stream().filter(b -> b.resultat() == resultat).count();
    }
}
