package fr.parchemin.jury;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Textes;
import fr.parchemin.referentiel.RegleJury;
import fr.parchemin.referentiel.RegleJury.College;
import fr.parchemin.referentiel.RegleJury.Effet;
import fr.parchemin.referentiel.RegleJury.Incompatibilite;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether people make a jury under the rule of a branch. */
public final class CompositionJury {

    private CompositionJury() {}

    /**
     * The reason why these members are no jury, empty when they are.
     *
     * @param previousPresidence collège of the president of the last jury of the branch, when there was one
     * @param day day of the jury
     */
    public static Optional<Refus> check(
            RegleJury regle, List<MembreJury> membres, Optional<String> previousPresidence, LocalDate day) {
        List<String> colleges = regle.colleges().stream().map(College::code).toList();
        for (MembreJury membre : membres) {
            if (!colleges.contains(membre.college())) {
                return Optional.of(
                        Refus.of(CodeRefus.JURY_COLLEGE_INCONNU, membre.college(), String.join(", ", colleges)));
            }
        }
        Set<String> accounts = new HashSet<>();
        for (MembreJury membre : membres) {
            if (membre.identifiant() != null && !accounts.add(membre.identifiant())) {
                return Optional.of(
                        Refus.of(CodeRefus.JURY_INCOMPATIBILITE, membre.nom(), "son compte figure déjà dans ce jury"));
            }
        }
        Optional<Manque> manque = manque(new Effectif(composition(regle), regle.membresMin()), membres, regle);
        if (manque.isPresent()) {
            return Optional.of(Refus.of(manque.get().code(), manque.get().phrase()));
        }
        Optional<String> exces = exces(regle, membres);
        if (exces.isPresent()) {
            return Optional.of(Refus.of(CodeRefus.JURY_EFFECTIF_EXCESSIF, exces.get()));
        }
        for (MembreJury membre : membres) {
            if (regle.pratiqueAnneesMin() != null
                    && isVoting(regle, membre)
                    && (membre.pratiqueAnnees() == null || membre.pratiqueAnnees() < regle.pratiqueAnneesMin())) {
                return Optional.of(
                        Refus.of(CodeRefus.JURY_PRATIQUE_INSUFFISANTE, membre.nom(), regle.pratiqueAnneesMin()));
            }
        }
        return presidence(regle, membres, previousPresidence, day);
    }

    /**
     * The reason why those present cannot sit: what the quorum asks for, or where none is declared the fewest of the
     * composition; and the president.
     */
    public static Optional<Refus> quorum(RegleJury regle, List<MembreJury> presents) {
        return manque(effectif(regle), presents, regle)
                .map(Manque::phrase)
                .or(() -> presents.stream().anyMatch(MembreJury::president)
                        ? Optional.empty()
                        : Optional.of("le président du jury est absent"))
                .map(phrase -> Refus.of(CodeRefus.QUORUM_NON_ATTEINT, phrase));
    }

    /** What is lacking among members, in words that fit a composition as well as a session. */
    private record Manque(CodeRefus code, String phrase) {}

    /** How many are needed of each collège, and in all of those who have a voice. */
    private record Effectif(Map<String, Integer> colleges, int membres) {}

    private static Effectif effectif(RegleJury regle) {
        return regle.quorum() == null
                ? new Effectif(composition(regle), regle.membresMin())
                : new Effectif(regle.quorum().colleges(), regle.quorum().membres());
    }

    private static Map<String, Integer> composition(RegleJury regle) {
        return regle.colleges().stream().collect(Collectors.toMap(College::code, College::min));
    }

    private static Optional<Manque> manque(Effectif needed, List<MembreJury> membres, RegleJury regle) {
        for (College college : regle.colleges()) {
            long count = count(membres, college);
            int min = needed.colleges().getOrDefault(college.code(), 0);
            if (count < min) {
                return Optional.of(new Manque(
                        CodeRefus.JURY_COLLEGE_INCOMPLET,
                        "il en faut au moins " + min + " du « " + college.intitule() + " », il y en a " + count));
            }
        }
        long voting = membres.stream().filter(m -> isVoting(regle, m)).count();
        return voting < needed.membres()
                ? Optional.of(new Manque(
                        CodeRefus.JURY_EFFECTIF_INSUFFISANT,
                        "il en faut au moins " + needed.membres() + " en tout, il y en a " + voting))
                : Optional.empty();
    }

    private static Optional<String> exces(RegleJury regle, List<MembreJury> membres) {
        for (College college : regle.colleges()) {
            if (college.max() != null && count(membres, college) > college.max()) {
                return Optional.of("il en faut au plus " + college.max() + " du « " + college.intitule()
                        + " », il y en a " + count(membres, college));
            }
        }
        long voting = membres.stream().filter(m -> isVoting(regle, m)).count();
        return regle.membresMax() != null && voting > regle.membresMax()
                ? Optional.of("il en faut au plus " + regle.membresMax() + " en tout, il y en a " + voting)
                : Optional.empty();
    }

    private static long count(List<MembreJury> membres, College college) {
        return membres.stream().filter(m -> m.college().equals(college.code())).count();
    }

    /** Whether the member has a voice at all, whoever the candidate is. */
    private static boolean isVoting(RegleJury regle, MembreJury membre) {
        return regle.college(membre.college()).map(College::isVoting).orElse(false);
    }

    private static Optional<Refus> presidence(
            RegleJury regle, List<MembreJury> membres, Optional<String> previousPresidence, LocalDate day) {
        List<MembreJury> presidents =
                membres.stream().filter(MembreJury::president).toList();
        if (presidents.size() != 1) {
            return Optional.of(Refus.of(
                    CodeRefus.JURY_PRESIDENCE,
                    presidents.isEmpty()
                            ? "aucun président n’est désigné"
                            : presidents.size() + " présidents sont désignés au lieu d’un"));
        }
        String college = presidents.get(0).college();
        if (!isVoting(regle, presidents.get(0))) {
            return Optional.of(
                    Refus.of(CodeRefus.JURY_PRESIDENCE, "le « " + intitule(regle, college) + " » assiste sans voter"));
        }
        Optional<College> ofTheYear =
                regle.presidingCollege(day).filter(c -> !c.code().equals(college));
        if (ofTheYear.isPresent()) {
            return Optional.of(Refus.of(
                    CodeRefus.JURY_PRESIDENCE,
                    "elle alterne d’une année à l’autre, et " + day.getYear() + " revient au « "
                            + ofTheYear.get().intitule() + " »"));
        }
        if (regle.presidence() == RegleJury.Presidence.ALTERNEE
                && previousPresidence.filter(college::equals).isPresent()) {
            return Optional.of(Refus.of(
                    CodeRefus.JURY_PRESIDENCE,
                    "elle alterne entre les collèges, et le dernier jury de la branche était déjà présidé par le « "
                            + intitule(regle, college) + " »"));
        }
        return Optional.empty();
    }

    /** The first member that may not sit for that candidature. */
    public static Optional<Refus> excluded(RegleJury regle, Collection<MembreJury> membres, LiensCandidat liens) {
        for (MembreJury membre : membres) {
            for (Incompatibilite rule : regle.incompatibilites()) {
                if (rule.effet() == Effet.EXCLU && concerns(rule, membre, liens)) {
                    return Optional.of(Refus.of(
                            CodeRefus.JURY_INCOMPATIBILITE,
                            membre.nom(),
                            liens.incompatibilite(membre.id(), rule.nom()).orElseGet(rule.type()::libelle)));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the member has a voice for that candidature. */
    public static boolean votes(RegleJury regle, MembreJury membre, LiensCandidat liens) {
        return isVoting(regle, membre)
                && regle.incompatibilites().stream()
                        .noneMatch(rule -> rule.effet() == Effet.SANS_VOTE && concerns(rule, membre, liens));
    }

    private static boolean concerns(Incompatibilite rule, MembreJury membre, LiensCandidat liens) {
        return switch (rule.type()) {
            case EVALUATEUR_DU_CANDIDAT ->
                membre.identifiant() != null && liens.evaluateurs().contains(membre.identifiant())
                        || named(membre, liens.nomsEvaluateurs());
            case FORMATEUR_DU_CANDIDAT -> named(membre, liens.formateurs());
            case ENTREPRISE_DU_CANDIDAT -> Textes.same(liens.entreprise(), membre.employeur());
            case PERSONNEL_ORGANISME_FORMATION -> Textes.same(liens.organisme(), membre.employeur());
            case CODE -> liens.incompatibilite(membre.id(), rule.nom()).isPresent();
        };
    }

    private static boolean named(MembreJury membre, Collection<String> names) {
        return names.stream().anyMatch(name -> Textes.samePerson(name, membre.nom()));
    }

    private static String intitule(RegleJury regle, String code) {
        return regle.colleges().stream()
                .filter(c -> c.code().equals(code))
                .map(College::intitule)
                .findFirst()
                .orElse(code);
    }
}
