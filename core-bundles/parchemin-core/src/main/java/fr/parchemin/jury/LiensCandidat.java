package fr.parchemin.jury;

import fr.parchemin.candidature.Candidature;
import java.util.List;
import java.util.Set;

/**
 * The people and houses that a candidate is tied to, which may keep a member from sitting or voting.
 *
 * @param evaluateurs identifiants of the accounts that mark the candidate
 * @param nomsEvaluateurs names of the same, for members who sit without an account
 * @param formateurs names of the candidate’s trainers
 * @param entreprise name of the employer, {@code null} when none
 * @param organisme name of the training body, {@code null} when none
 */
public record LiensCandidat(
        Set<String> evaluateurs,
        Set<String> nomsEvaluateurs,
        List<String> formateurs,
        String entreprise,
        String organisme) {

    public LiensCandidat {
        evaluateurs = Set.copyOf(evaluateurs);
        nomsEvaluateurs = Set.copyOf(nomsEvaluateurs);
        formateurs = List.copyOf(formateurs);
    }

    /** The ties that the file alone tells; those by the names of the évaluateurs are left out. */
    public static LiensCandidat of(Candidature candidature) {
        return of(candidature, Set.of());
    }

    public static LiensCandidat of(Candidature candidature, Set<String> nomsEvaluateurs) {
        return new LiensCandidat(
                candidature.evaluateurs(),
                nomsEvaluateurs,
                candidature.formateurs(),
                candidature.entreprise() == null
                        ? null
                        : candidature.entreprise().nom(),
                candidature.organisme() == null ? null : candidature.organisme().nom());
    }
}
