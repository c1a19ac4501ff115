package fr.parchemin.evaluation;

import fr.parchemin.evaluation.CertificatEvaluation.BlocEvalue;
import fr.parchemin.evaluation.Proposition.PropositionBloc;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Referentiel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of one référentiel, with its links resolved once, for as many candidates as there are. Immutable, safe for any
 * number of threads.
 */
public final class Moteur {

    private final Referentiel referentiel;
    private final List<PlanBloc> plans = new ArrayList<>();

    private Moteur(Referentiel referentiel) {
        this.referentiel = referentiel;
        for (BlocCompetences bloc : referentiel.blocs()) {
            plans.add(new PlanBloc(bloc, referentiel.concordance()));
        }
    }

    /** The engine of an admitted référentiel. */
    public static Moteur of(Referentiel referentiel) {
        return new Moteur(referentiel);
    }

    /**
     * The proposal, with its explanation.
     *
     * @param empreinte hash of the snapshot whose rules these are
     * @param saisies every filled grid of the candidature
     */
    public Proposition propose(String empreinte, List<Saisie> saisies, Contexte contexte) {
        Map<String, List<Saisie>> byEpreuve = byEpreuve(saisies);
        List<BlocEvalue> blocs = new ArrayList<>(plans.size());
        for (PlanBloc plan : plans) {
            ResultatsBloc resultats = new ResultatsBloc(plan, byEpreuve, contexte);
            RegleEvaluation evaluation = new RegleEvaluation(referentiel, resultats, saisies, contexte);
            blocs.add(new BlocEvalue(
                    new PropositionBloc(
                            plan.bloc.code(),
                            plan.bloc.intitule(),
                            evaluation.resultat(),
                            evaluation.explications(),
                            evaluation.manques()),
                    new Termes(resultats),
                    resultats.isBegun()));
        }
        CertificatEvaluation certificat = new CertificatEvaluation(referentiel, blocs, saisies, contexte);
        return new Proposition(certificat.resultat(), certificat.blocs(), empreinte, certificat.explications());
    }

    /** The gate that keeps an épreuve closed for a candidate, empty when it may be marked. */
    Optional<PlanBloc.Porte> closedGate(BlocCompetences bloc, String epreuve, List<Saisie> saisies, Contexte contexte) {
        return plans.stream()
                .filter(p -> p.bloc.code().equals(bloc.code()))
                .findFirst()
                .flatMap(p -> new ResultatsBloc(p, byEpreuve(saisies), contexte).closedGate(epreuve));
    }

    private static Map<String, List<Saisie>> byEpreuve(List<Saisie> saisies) {
        Map<String, List<Saisie>> byEpreuve = new HashMap<>(saisies.size() * 2);
        for (Saisie saisie : saisies) {
            byEpreuve.computeIfAbsent(saisie.epreuve(), e -> new ArrayList<>(2)).add(saisie);
        }
        return byEpreuve;
    }
}
