package fr.parchemin.jury;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Textes;
import fr.parchemin.referentiel.RegleJury;
import fr.parchemin.referentiel.RegleJury.College;
import fr.parchemin.referentiel.RegleJury.Effet;
import fr.parchemin.referentiel.RegleJury.Incompatibilite;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Whether people make a jury under the rule of a branch. */
public final class CompositionJury {

    private CompositionJury() {}

    /**
     * The reason why these members are no jury, empty when they are.
     *
     * @param previousPresidence collège of the president of the last jury of the branch, when there was one
     */
    public static Optional<Refus> check(
            RegleJury regle, List<MembreJury> membres, Optional<String> previousPresidence) {
        List<String> colleges = regle.colleges().stream().map(College::code).toList();
        for (MembreJury membre : membres) {
            if (!colleges.contains(membre.college())) {
                return Optional.of(
                        Refus.of(CodeRefus.JURY_COLLEGE_INCONNU, membre.college(), String.join(", ", colleges)));
            }
        }
        Optional<Refus> incomplete = incomplete(regle, membres);
        if (incomplete.isPresent()) {
            return incomplete;
        }
        for (MembreJury membre : membres) {
            if (regle.pratiqueAnneesMin() != null
                    && (membre.pratiqueAnnees() == null || membre.pratiqueAnnees() < regle.pratiqueAnneesMin())) {
                return Optional.of(
                        Refus.of(CodeRefus.JURY_PRATIQUE_INSUFFISANTE, membre.nom(), regle.pratiqueAnneesMin()));
            }
        }
        return presidence(regle, membres, previousPresidence);
    }

    /** The reason why those present cannot sit: the fewest of each collège, the fewest in all, and the president. */
    public static Optional<Refus> quorum(RegleJury regle, List<MembreJury> presents) {
        Optional<Refus> incomplete = incomplete(regle, presents);
        if (incomplete.isPresent()) {
            return Optional.of(Refus.of(
                    CodeRefus.QUORUM_NON_ATTEINT,
                    lowerFirst(incomplete.get().detail()).replaceAll("\\. Complétez la composition\\.$", "")));
        }
        return presents.stream().anyMatch(MembreJury::president)
                ? Optional.empty()
                : Optional.of(Refus.of(CodeRefus.QUORUM_NON_ATTEINT, "le président du jury est absent"));
    }

    private static Optional<Refus> incomplete(RegleJury regle, List<MembreJury> membres) {
        for (College college : regle.colleges()) {
            long count = membres.stream()
                    .filter(m -> m.college().equals(college.code()))
                    .count();
            if (count < college.min()) {
                return Optional.of(
                        Refus.of(CodeRefus.JURY_COLLEGE_INCOMPLET, college.min(), college.intitule(), count));
            }
        }
        return membres.size() < regle.membresMin()
                ? Optional.of(Refus.of(CodeRefus.JURY_EFFECTIF_INSUFFISANT, regle.membresMin(), membres.size()))
                : Optional.empty();
    }

    private static Optional<Refus> presidence(
            RegleJury regle, List<MembreJury> membres, Optional<String> previousPresidence) {
        List<MembreJury> presidents =
                membres.stream().filter(MembreJury::president).toList();
        if (presidents.size() != 1) {
            return Optional.of(Refus.of(
                    CodeRefus.JURY_PRESIDENCE,
                    presidents.isEmpty()
                            ? "aucun président n’est désigné, désignez-en un"
                            : presidents.size() + " présidents sont désignés, n’en gardez qu’un"));
        }
        if (regle.presidence() == RegleJury.Presidence.ALTERNEE
                && previousPresidence.isPresent()
                && previousPresidence.get().equals(presidents.get(0).college())) {
            return Optional.of(Refus.of(
                    CodeRefus.JURY_PRESIDENCE,
                    "la présidence alterne entre les collèges et le dernier jury de la branche était déjà présidé par le collège « "
                            + previousPresidence.get() + " », désignez un président de l’autre collège"));
        }
        return Optional.empty();
    }

    /** The first member that may not sit for that candidature. */
    public static Optional<Refus> excluded(RegleJury regle, Collection<MembreJury> membres, LiensCandidat liens) {
        for (MembreJury membre : membres) {
            for (Incompatibilite rule : regle.incompatibilites()) {
                if (rule.effet() == Effet.EXCLU && concerns(rule.type(), membre, liens)) {
                    return Optional.of(Refus.of(
                            CodeRefus.JURY_INCOMPATIBILITE,
                            membre.nom(),
                            rule.type().libelle()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the member sits without a vote for that candidature. */
    public static boolean votes(RegleJury regle, MembreJury membre, LiensCandidat liens) {
        return regle.incompatibilites().stream()
                .noneMatch(rule -> rule.effet() == Effet.SANS_VOTE && concerns(rule.type(), membre, liens));
    }

    private static boolean concerns(RegleJury.Motif motif, MembreJury membre, LiensCandidat liens) {
        return switch (motif) {
            case EVALUATEUR_DU_CANDIDAT ->
                membre.identifiant() != null && liens.evaluateurs().contains(membre.identifiant());
            case FORMATEUR_DU_CANDIDAT -> liens.formateurs().stream().anyMatch(f -> Textes.same(f, membre.nom()));
            case ENTREPRISE_DU_CANDIDAT -> Textes.same(liens.entreprise(), membre.employeur());
            case PERSONNEL_ORGANISME_FORMATION -> Textes.same(liens.organisme(), membre.employeur());
        };
    }

    private static String lowerFirst(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
