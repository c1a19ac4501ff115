package fr.parchemin.jury;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.jury.Decision.DecisionBloc;
import fr.parchemin.jury.Vote.Sens;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.RegleJury;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Counts the voices of a jury on a bloc. Where the collèges weigh the same, so do their voices, whatever their numbers;
 * elsewhere each member has the voices of the collège.
 */
final class Scrutin {

    private final RegleJury regle;
    private final Map<UUID, MembreJury> voters = new HashMap<>();
    private final Map<String, Integer> weightByCollege = new TreeMap<>();

    private Scrutin(RegleJury regle, List<MembreJury> voting) {
        this.regle = regle;
        voting.forEach(m -> voters.put(m.id(), m));
        Map<String, Integer> sizes = new TreeMap<>();
        voting.forEach(m -> sizes.merge(m.college(), 1, Integer::sum));
        int common = regle.parite() ? sizes.values().stream().reduce(1, Scrutin::lcm) : 1;
        sizes.forEach(
                (college, size) -> weightByCollege.put(college, regle.parite() ? common / size : voices(college)));
    }

    private int voices(String college) {
        return regle.college(college).map(RegleJury.College::poids).orElse(1);
    }

    /** A ballot among the voting members; refused when a collège that has to weigh has nobody left to vote. */
    static Outcome<Scrutin> among(RegleJury regle, List<MembreJury> voting) {
        if (voting.isEmpty()) {
            return Outcome.refused(CodeRefus.QUORUM_NON_ATTEINT, "aucun membre présent n’a voix délibérative");
        }
        Scrutin scrutin = new Scrutin(regle, voting);
        if (regle.parite()) {
            for (RegleJury.College college : regle.votingColleges()) {
                if (college.min() > 0 && !scrutin.weightByCollege.containsKey(college.code())) {
                    return Outcome.refused(
                            CodeRefus.QUORUM_NON_ATTEINT,
                            "aucun membre présent du collège « " + college.intitule()
                                    + " » n’a voix délibérative pour ce candidat");
                }
            }
        }
        return Outcome.done(scrutin);
    }

    Outcome<DecisionBloc> count(BlocCompetences bloc, List<Vote> votes) {
        Map<UUID, Sens> given = new HashMap<>();
        for (Vote vote : votes) {
            if (!voters.containsKey(vote.membre())) {
                return Outcome.refused(
                        CodeRefus.VOTE_INVALIDE,
                        "le membre " + vote.membre() + " n’est pas présent ou n’a pas voix délibérative (bloc "
                                + bloc.code() + ")");
            }
            if (given.put(vote.membre(), vote.sens()) != null) {
                return Outcome.refused(
                        CodeRefus.VOTE_INVALIDE,
                        "« " + voters.get(vote.membre()).nom() + " » vote deux fois sur le bloc " + bloc.code());
            }
        }
        int pour = 0;
        int contre = 0;
        int abstention = 0;
        for (MembreJury membre : voters.values()) {
            int weight = weightByCollege.get(membre.college());
            switch (given.getOrDefault(membre.id(), Sens.ABSTENTION)) {
                case POUR -> pour += weight;
                case CONTRE -> contre += weight;
                case ABSTENTION -> abstention += weight;
            }
        }
        DecisionBloc.Resultat resultat = carriedByColleges(given)
                ? result(pour, contre, abstention, presidentVote(given))
                : DecisionBloc.Resultat.NON_VALIDE;
        return Outcome.done(new DecisionBloc(bloc.code(), bloc.intitule(), resultat, pour, contre, abstention));
    }

    /** Whether each collège whose own majority is asked for gives it; one with nobody to vote does not. */
    private boolean carriedByColleges(Map<UUID, Sens> given) {
        return regle.majoritesColleges().stream().allMatch(asked -> {
            List<MembreJury> members = voters.values().stream()
                    .filter(m -> m.college().equals(asked.college()))
                    .toList();
            int pour = (int)
                    members.stream().filter(m -> given.get(m.id()) == Sens.POUR).count();
            return !members.isEmpty() && asked.fraction().isReached(pour, members.size());
        });
    }

    private DecisionBloc.Resultat result(int pour, int contre, int abstention, Optional<Sens> president) {
        if (pour == contre) {
            if (regle.egalite() == RegleJury.Egalite.VOIX_PRESIDENT && president.isPresent()) {
                return president.get() == Sens.POUR ? DecisionBloc.Resultat.VALIDE : DecisionBloc.Resultat.NON_VALIDE;
            }
            return DecisionBloc.Resultat.EGALITE;
        }
        boolean carried =
                regle.majorite() == RegleJury.Majorite.SIMPLE ? pour > contre : 2 * pour > pour + contre + abstention;
        return carried ? DecisionBloc.Resultat.VALIDE : DecisionBloc.Resultat.NON_VALIDE;
    }

    private Optional<Sens> presidentVote(Map<UUID, Sens> given) {
        return voters.values().stream()
                .filter(MembreJury::president)
                .map(m -> given.get(m.id()))
                .filter(s -> s == Sens.POUR || s == Sens.CONTRE)
                .findFirst();
    }

    private static int lcm(int a, int b) {
        int x = a;
        int y = b;
        while (y != 0) {
            int rest = x % y;
            x = y;
            y = rest;
        }
        return a / x * b;
    }
}
