package fr.parchemin.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * What the rules of the branch propose to the jury, which stays sovereign. The same référentiel and marks give the same
 * proposal on any node, in any year.
 *
 * @param empreinte hash of the snapshot whose rules were applied
 * @param explications from blocs to the certificate
 */
public record Proposition(
        Resultat proposition, List<PropositionBloc> blocs, String empreinte, List<Explication> explications) {

    /** For the whole certificate. */
    public enum Resultat {
        TOTALE,
        PARTIELLE,
        REFUS,
        /** Something is not evaluated yet, the candidate was absent, or nobody saw a criterion. */
        INCOMPLETE,
        /** All is evaluated, opinions differ. */
        A_TRANCHER,
        /** The candidate did not come and the rules of an épreuve say that it ends there. */
        DEFAILLANT,
        ABSENT,
        EXCUSE,
        /** To be sat again. */
        AJOURNE,
        /** The candidate gave up. */
        ABANDON
    }

    /** For one bloc. */
    public enum ResultatBloc {
        VALIDE,
        NON_VALIDE,
        INDETERMINE,
        DIVERGENT,
        DEFAILLANT,
        ABSENT,
        EXCUSE,
        AJOURNE,
        ABANDON;

        /** Whether the rules could not say validated or not, whatever the reason. */
        public boolean isOuvert() {
            return this != VALIDE && this != NON_VALIDE && this != DIVERGENT;
        }
    }

    /**
     * A bloc.
     *
     * @param manques épreuves whose marks could still settle the bloc; neither an absence nor what a gate keeps closed is
     *     one
     */
    public record PropositionBloc(
            String code, String intitule, ResultatBloc resultat, List<Explication> explications, List<String> manques) {
        public PropositionBloc {
            explications = List.copyOf(explications);
            manques = List.copyOf(manques);
        }
    }

    /**
     * A line of the explanation: which rule, on which marks, gave what.
     *
     * @param profondeur depth in the tree of rules, from 0
     * @param regle kind of the rule
     * @param libelle French sentence
     */
    public record Explication(int profondeur, String regle, String libelle, Verdict resultat) {}

    public Proposition {
        blocs = List.copyOf(blocs);
        explications = List.copyOf(explications);
    }

    public Optional<PropositionBloc> bloc(String code) {
        return blocs.stream().filter(b -> b.code().equals(code)).findFirst();
    }

    /** Every épreuve that still waits for marks; none once the certificate is reached or given up. */
    public List<String> manques() {
        if (proposition == Resultat.TOTALE || proposition == Resultat.ABANDON) {
            return List.of();
        }
        return blocs.stream().flatMap(b -> b.manques().stream()).toList();
    }
}
