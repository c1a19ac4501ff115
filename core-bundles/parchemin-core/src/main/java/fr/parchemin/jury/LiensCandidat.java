package fr.parchemin.jury;

import fr.parchemin.candidature.Candidature;
import java.util.List;
import java.util.Set;

/**
 * The people and houses that a candidate is tied to, which may keep a member from sitting or voting.
 *
 * @param evaluateurs identifiants of the accounts that mark the candidate
 * @param formateurs names of the candidate’s trainers
 * @param entreprise name of the employer, {@code null} when none
 * @param organisme name of the training body, {@code null} when none
 */
public record LiensCandidat(Set<String> evaluateurs, List<String> formateurs, String entreprise, String organisme) {

    public LiensCandidat {
        evaluateurs = Set.copyOf(evaluateurs);
        formateurs = List.copyOf(formateurs);
    }

    public static LiensCandidat of(Candidature candidature) {
        return new LiensCandidat(
                candidature.evaluateurs(),
                candidature.formateurs(),
                candidature.entreprise() == null
                        ? null
                        : candidature.entreprise().nom(),
                candidature.organisme() == null ? null : candidature.organisme().nom());
    }
}
