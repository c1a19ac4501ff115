package fr.parchemin.jury;

import fr.parchemin.candidature.Candidature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The people and houses that a candidate is tied to, which may keep a member from sitting or voting.
 *
 * @param evaluateurs identifiants of the accounts that mark the candidate
 * @param nomsEvaluateurs names of the same, for members who sit without an account
 * @param formateurs names of the candidate’s trainers
 * @param entreprise name of the employer, {@code null} when none
 * @param incompatibles by member and rule in code, why that rule keeps the member out
 * @param organisme name of the training body, {@code null} when none
 */
public record LiensCandidat(
        Set<String> evaluateurs,
        Set<String> nomsEvaluateurs,
        List<String> formateurs,
        String entreprise,
        String organisme,
        Map<UUID, Map<String, String>> incompatibles) {

    /** Without rules in code. */
    public LiensCandidat(
            Set<String> evaluateurs,
            Set<String> nomsEvaluateurs,
            List<String> formateurs,
            String entreprise,
            String organisme) {
        this(evaluateurs, nomsEvaluateurs, formateurs, entreprise, organisme, Map.of());
    }

    public LiensCandidat {
        evaluateurs = Set.copyOf(evaluateurs);
        nomsEvaluateurs = Set.copyOf(nomsEvaluateurs);
        formateurs = List.copyOf(formateurs);
        incompatibles = Map.copyOf(incompatibles);
    }

    /** The same with what rules in code say of members. */
    public LiensCandidat with(Map<UUID, Map<String, String>> told) {
        return new LiensCandidat(evaluateurs, nomsEvaluateurs, formateurs, entreprise, organisme, told);
    }

    /** Why a rule in code keeps a member out, empty when it does not. */
    public Optional<String> incompatibilite(UUID membre, String regle) {
        return regle == null
                ? Optional.empty()
                : Optional.ofNullable(
                        incompatibles.getOrDefault(membre, Map.of()).get(regle));
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
