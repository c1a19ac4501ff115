package fr.parchemin.evaluation;

import fr.parchemin.evaluation.Proposition.PropositionBloc;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Regle;
import fr.parchemin.referentiel.RegleCertificat;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Evaluates the rules that the engine does not know itself, {@link Regle.Externe} and {@link RegleCertificat.Externe}.
 *
 * <p>To add a kind of rule in code: let its record implement {@code Externe}, name it in the {@code JsonSubTypes} of
 * {@link Regle} or {@link RegleCertificat} and in the schema, look at it in {@code CoherenceRegle}, and pass an
 * implementation of this interface in the {@link Contexte} that {@link Propositions} and the golden cases make. The engine
 * calls it on the thread of its caller, once a rule and proposal, never keeps it, and takes what it answers as it takes
 * the verdict of a rule of its own: inside {@code TOUTES} and {@code AU_MOINS}, with a line in the explanation. Guarding
 * (time budget, failures) is the business of the implementation: what it throws goes through the engine to the caller.
 */
public interface ReglesExternes {

    /**
     * What is known of a bloc.
     *
     * @param saisies the grids of the épreuves of the bloc, of every passage, in no particular order
     */
    record FaitsBloc(Referentiel referentiel, BlocCompetences bloc, List<Saisie> saisies, Contexte contexte) {
        public FaitsBloc {
            saisies = List.copyOf(saisies);
        }
    }

    /**
     * What is known of a file once each bloc has its proposal.
     *
     * @param saisies every grid
     */
    record FaitsCertificat(
            Referentiel referentiel, List<PropositionBloc> blocs, List<Saisie> saisies, Contexte contexte) {
        public FaitsCertificat {
            blocs = List.copyOf(blocs);
            saisies = List.copyOf(saisies);
        }
    }

    /**
     * What a rule comes to.
     *
     * @param libelle French sentence, plain spaces: which rule, on which marks, gave what
     * @param attend codes of the épreuves of the bloc whose marks could still settle it; only looked at when the verdict
     *     is {@link Verdict#INDETERMINEE}, always empty for a certificate
     */
    record Reponse(Verdict verdict, String libelle, Set<String> attend) {
        public Reponse {
            Objects.requireNonNull(verdict);
            Objects.requireNonNull(libelle);
            attend = Set.copyOf(attend);
        }
    }

    /** No rule in code is known: each stays open and says so. */
    ReglesExternes AUCUNE = new ReglesExternes() {
        @Override
        public Reponse bloc(Regle.Externe regle, FaitsBloc faits) {
            return unknown(regle.nom());
        }

        @Override
        public Reponse certificat(RegleCertificat.Externe regle, FaitsCertificat faits) {
            return unknown(regle.nom());
        }

        private Reponse unknown(String nom) {
            return new Reponse(
                    Verdict.INDETERMINEE, "Règle « " + nom + " » : personne ne sait l’appliquer ici", Set.of());
        }
    };

    Reponse bloc(Regle.Externe regle, FaitsBloc faits);

    Reponse certificat(RegleCertificat.Externe regle, FaitsCertificat faits);
}
