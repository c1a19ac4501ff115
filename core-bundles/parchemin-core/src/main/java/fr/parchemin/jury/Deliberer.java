package fr.parchemin.jury;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.evaluation.CertificatVote;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.evaluation.Proposition.ResultatBloc;
import fr.parchemin.jury.Decision.DecisionBloc;
import fr.parchemin.jury.Decision.Issue;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.RegleJury;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** From the voices of a jury to its decision, under the rule of the branch; a pure function. */
public final class Deliberer {

    /** What the deliberation came to, before it is kept. */
    public record Conclusion(Issue issue, List<DecisionBloc> blocs, Map<String, List<Vote>> votes, String motif) {}

    private Deliberer() {}

    /**
     * @param liens ties of the candidate, which may keep members from sitting or voting
     */
    public static Outcome<Conclusion> deliberate(
            Referentiel referentiel,
            Jury jury,
            LiensCandidat liens,
            Proposition proposition,
            Deliberations.Deliberation deliberation) {
        RegleJury regle = referentiel.jury();
        Set<UUID> known = new HashSet<>();
        jury.membres().forEach(m -> known.add(m.id()));
        for (UUID present : deliberation.presents()) {
            if (!known.contains(present)) {
                return Outcome.refused(
                        CodeRefus.VOTE_INVALIDE,
                        "le membre présent " + present + " n’appartient pas au jury " + jury.numero());
            }
        }
        List<MembreJury> presents = jury.membres().stream()
                .filter(m -> deliberation.presents().contains(m.id()))
                .toList();
        Optional<Refus> noQuorum = CompositionJury.quorum(regle, presents);
        if (noQuorum.isPresent()) {
            return Outcome.refused(noQuorum.get());
        }
        Optional<Refus> excluded = CompositionJury.excluded(regle, presents, liens);
        if (excluded.isPresent()) {
            return Outcome.refused(excluded.get());
        }
        List<MembreJury> voting = presents.stream()
                .filter(m -> CompositionJury.votes(regle, m, liens))
                .toList();
        return Scrutin.among(regle, voting)
                .then(scrutin -> vote(referentiel, proposition, deliberation, voting, scrutin));
    }

    private static Outcome<Conclusion> vote(
            Referentiel referentiel,
            Proposition proposition,
            Deliberations.Deliberation deliberation,
            List<MembreJury> voting,
            Scrutin scrutin) {
        Optional<Refus> unknown = unknownBloc(referentiel, deliberation);
        if (unknown.isPresent()) {
            return Outcome.refused(unknown.get());
        }
        Map<String, List<Vote>> votes = new LinkedHashMap<>();
        List<DecisionBloc> blocs = new ArrayList<>();
        for (BlocCompetences bloc : referentiel.blocs()) {
            Boolean unanime = deliberation.unanime().get(bloc.code());
            List<Vote> given = deliberation.votes().get(bloc.code());
            if ((unanime == null) == (given == null)) {
                return Outcome.refused(
                        CodeRefus.VOTE_INVALIDE,
                        unanime == null
                                ? "le bloc " + bloc.code() + " n’a pas de vote, le jury se prononce sur chaque bloc"
                                : "le bloc " + bloc.code() + " a à la fois des votes et une décision unanime");
            }
            List<Vote> counted = given != null
                    ? given
                    : voting.stream()
                            .map(m -> new Vote(m.id(), unanime ? Vote.Sens.POUR : Vote.Sens.CONTRE))
                            .toList();
            Outcome<DecisionBloc> decided = scrutin.count(bloc, counted);
            if (!decided.isDone()) {
                return Outcome.refused(decided.reason().orElseThrow());
            }
            votes.put(bloc.code(), counted);
            blocs.add(decided.orElseThrow());
        }
        Issue issue = issue(referentiel, proposition, blocs);
        String motif = deliberation.motif() == null || deliberation.motif().isBlank()
                ? null
                : deliberation.motif().trim();
        return Outcome.unless(
                motif == null ? missingMotif(issue, blocs, proposition) : Optional.empty(),
                new Conclusion(issue, blocs, votes, motif));
    }

    private static Optional<Refus> unknownBloc(Referentiel referentiel, Deliberations.Deliberation deliberation) {
        Set<String> named = new TreeSet<>(deliberation.votes().keySet());
        named.addAll(deliberation.unanime().keySet());
        return named.stream()
                .filter(code -> referentiel.bloc(code).isEmpty())
                .findFirst()
                .map(code -> Refus.of(
                        CodeRefus.VOTE_INVALIDE,
                        "le bloc « " + code + " » n’existe pas dans le référentiel ; blocs : "
                                + String.join(
                                        ", ",
                                        referentiel.blocs().stream()
                                                .map(BlocCompetences::code)
                                                .toList())));
    }

    private static Issue issue(Referentiel referentiel, Proposition proposition, List<DecisionBloc> blocs) {
        if (blocs.stream().anyMatch(b -> b.decision() == DecisionBloc.Resultat.EGALITE)) {
            return Issue.AJOURNEMENT;
        }
        Set<String> valides = blocs.stream()
                .filter(b -> b.decision() == DecisionBloc.Resultat.VALIDE)
                .map(DecisionBloc::code)
                .collect(Collectors.toSet());
        if (CertificatVote.isReached(referentiel, proposition, valides)) {
            return Issue.VALIDATION_TOTALE;
        }
        return !valides.isEmpty() ? Issue.VALIDATION_PARTIELLE : Issue.REFUS;
    }

    /** A refusal is reasoned, and so is a decision that departs from what the rules propose. */
    private static Optional<Refus> missingMotif(Issue issue, List<DecisionBloc> blocs, Proposition proposition) {
        if (issue == Issue.REFUS) {
            return Optional.of(Refus.of(CodeRefus.MOTIF_REQUIS, "un refus est motivé"));
        }
        for (DecisionBloc bloc : blocs) {
            ResultatBloc proposed = proposition.bloc(bloc.code()).orElseThrow().resultat();
            boolean departs = bloc.decision() == DecisionBloc.Resultat.VALIDE
                            && (proposed == ResultatBloc.NON_VALIDE || proposed.isOuvert())
                    || bloc.decision() == DecisionBloc.Resultat.NON_VALIDE && proposed == ResultatBloc.VALIDE;
            if (departs) {
                return Optional.of(Refus.of(
                        CodeRefus.MOTIF_REQUIS,
                        "la décision sur le bloc " + bloc.code() + " s’écarte de la proposition"));
            }
        }
        return Optional.empty();
    }
}
