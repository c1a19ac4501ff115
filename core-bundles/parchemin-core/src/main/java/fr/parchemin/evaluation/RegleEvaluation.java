package fr.parchemin.evaluation;

import fr.parchemin.acte.Typographie;
import fr.parchemin.evaluation.Proposition.Explication;
import fr.parchemin.evaluation.ResultatsBloc.Accord;
import fr.parchemin.evaluation.ResultatsBloc.Moyenne;
import fr.parchemin.evaluation.ResultatsBloc.Tenue;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Competence;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Regle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Walks the rules of a bloc, keeping a line of explanation for each.
 *
 * <p>Three-valued: a failure that nothing can mend is told although marks are missing, and marks are waited for only as
 * far as the rules need them.
 */
final class RegleEvaluation {

    /**
     * What a rule comes to.
     *
     * @param ouvertes épreuves on which it still depends; empty unless {@link Verdict#INDETERMINEE}
     */
    private record Conclusion(Verdict verdict, Set<String> ouvertes) {}

    private final Referentiel referentiel;
    private final BlocCompetences bloc;
    private final ResultatsBloc resultats;
    private final List<Saisie> saisies;
    private final Contexte contexte;
    private final List<Explication> explications = new ArrayList<>();
    private final Conclusion conclusion;
    private int depth;

    RegleEvaluation(
            Referentiel referentiel,
            BlocCompetences bloc,
            ResultatsBloc resultats,
            List<Saisie> saisies,
            Contexte contexte) {
        this.referentiel = referentiel;
        this.bloc = bloc;
        this.resultats = resultats;
        this.saisies = saisies;
        this.contexte = contexte;
        this.conclusion = evaluate(bloc.regle());
    }

    Verdict verdict() {
        return conclusion.verdict();
    }

    /** The épreuves whose marks could still settle the bloc. */
    List<String> manques() {
        return resultats.awaited(conclusion.ouvertes());
    }

    List<Explication> explications() {
        return explications;
    }

    private Conclusion evaluate(Regle regle) {
        if (regle instanceof Regle.CompetencesAcquises competences) {
            return competencesAcquises(competences);
        }
        if (regle instanceof Regle.NoteMinimale note) {
            return threshold("NOTE_MINIMALE", "Note minimale", note.epreuve(), note.seuil(), "");
        }
        if (regle instanceof Regle.Porte porte) {
            return threshold(
                    "PORTE",
                    "Porte",
                    porte.epreuve(),
                    porte.seuil(),
                    ", qui ouvre " + String.join(", ", porte.ouvre()));
        }
        if (regle instanceof Regle.Eliminatoire eliminatoire) {
            return eliminatoire(eliminatoire);
        }
        if (regle instanceof Regle.Attestation attestation) {
            return attestation(attestation);
        }
        if (regle instanceof Regle.Externe externe) {
            return externe(externe);
        }
        if (regle instanceof Regle.Toutes toutes) {
            return composite(
                    "TOUTES",
                    "Toutes les règles suivantes",
                    toutes.regles(),
                    toutes.regles().size());
        }
        Regle.AuMoins auMoins = (Regle.AuMoins) regle;
        return composite(
                "AU_MOINS",
                "Au moins " + auMoins.nombre() + " des règles suivantes",
                auMoins.regles(),
                auMoins.nombre());
    }

    private Conclusion externe(Regle.Externe regle) {
        List<Saisie> own = saisies.stream()
                .filter(s -> bloc.epreuve(s.epreuve()).isPresent())
                .toList();
        ReglesExternes.Reponse reponse =
                contexte.externes().bloc(regle, new ReglesExternes.FaitsBloc(referentiel, bloc, own, contexte));
        explications.add(new Explication(depth, "CODE", reponse.libelle(), reponse.verdict()));
        return reponse.verdict() == Verdict.INDETERMINEE
                ? new Conclusion(Verdict.INDETERMINEE, reponse.attend())
                : settled(reponse.verdict());
    }

    private Conclusion composite(String kind, String libelle, List<Regle> regles, int required) {
        int line = explications.size();
        explications.add(null); // its verdict is known after its parts, its line comes before them
        depth++;
        List<Conclusion> parts = regles.stream().map(this::evaluate).toList();
        depth--;
        Conclusion whole = atLeast(required, parts);
        explications.set(line, new Explication(depth, kind, libelle, whole.verdict()));
        return whole;
    }

    private static Conclusion atLeast(int required, List<Conclusion> parts) {
        long satisfied = count(parts, Verdict.SATISFAITE);
        long divergent = count(parts, Verdict.DIVERGENTE);
        long open = count(parts, Verdict.INDETERMINEE);
        if (satisfied >= required) {
            return settled(Verdict.SATISFAITE);
        }
        if (satisfied + divergent + open < required) {
            return settled(Verdict.NON_SATISFAITE);
        }
        return open == 0
                ? settled(Verdict.DIVERGENTE)
                : new Conclusion(
                        Verdict.INDETERMINEE,
                        parts.stream().flatMap(p -> p.ouvertes().stream()).collect(Collectors.toSet()));
    }

    private static long count(List<Conclusion> parts, Verdict verdict) {
        return parts.stream().filter(p -> p.verdict() == verdict).count();
    }

    private static Conclusion settled(Verdict verdict) {
        return new Conclusion(verdict, Set.of());
    }

    private Conclusion competencesAcquises(Regle.CompetencesAcquises regle) {
        List<Competence> competences = bloc.competences().stream()
                .filter(c ->
                        regle.competences().isEmpty() || regle.competences().contains(c.code()))
                .toList();
        int line = explications.size();
        explications.add(null);
        depth++;
        List<Conclusion> parts = competences.stream().map(this::competence).toList();
        depth--;
        Conclusion whole = atLeast(parts.size(), parts);
        String libelle = "Toutes les compétences acquises\u00a0: " + count(parts, Verdict.SATISFAITE) + " sur "
                + competences.size();
        explications.set(line, new Explication(depth, "COMPETENCES_ACQUISES", libelle, whole.verdict()));
        return whole;
    }

    /**
     * A compétence is acquired when each of its binary criteria was met in an épreuve that was sat, and failed in none.
     * An épreuve that was not sat is waited for only where no other has shown the criterion.
     */
    private Conclusion competence(Competence competence) {
        Set<String> failed = new LinkedHashSet<>();
        Set<String> divergent = new LinkedHashSet<>();
        Set<String> unseen = new LinkedHashSet<>();
        Set<String> open = new LinkedHashSet<>();
        for (Critere critere : competence.criteres()) {
            if (critere.echelle() != Critere.Echelle.BINAIRE) {
                continue;
            }
            List<Epreuve> observing = resultats.observing(critere);
            Set<Accord> accords = observing.stream()
                    .filter(e -> resultats.tenue(e.code()) == Tenue.NOTEE)
                    .map(e -> resultats.accord(e.code(), critere))
                    .collect(Collectors.toSet());
            if (accords.contains(Accord.NON_ACQUIS)) {
                failed.add(critere.code());
            } else if (accords.contains(Accord.DIVERGENT)) {
                divergent.add(critere.code());
            } else if (!accords.contains(Accord.ACQUIS)) {
                unseen.add(critere.code());
                open.addAll(notSat(observing));
            }
        }
        String name = "Compétence " + competence.code() + " « " + competence.intitule() + " » : ";
        if (!failed.isEmpty()) {
            return explain(
                    "COMPETENCE",
                    name + "non acquise, critère(s) non acquis " + String.join(", ", failed),
                    settled(Verdict.NON_SATISFAITE));
        }
        if (!open.isEmpty()) {
            return explain(
                    "COMPETENCE",
                    name + "à évaluer, épreuve(s) " + described(open),
                    new Conclusion(Verdict.INDETERMINEE, open));
        }
        if (!unseen.isEmpty()) {
            return explain(
                    "COMPETENCE",
                    name + "ni acquise ni refusée, critère(s) non observé(s) " + String.join(", ", unseen),
                    settled(Verdict.INDETERMINEE));
        }
        if (!divergent.isEmpty()) {
            return explain(
                    "COMPETENCE",
                    name + "les évaluateurs divergent sur " + String.join(", ", divergent) + ", au jury de trancher",
                    settled(Verdict.DIVERGENTE));
        }
        return explain("COMPETENCE", name + "acquise", settled(Verdict.SATISFAITE));
    }

    private Set<String> notSat(List<Epreuve> epreuves) {
        return epreuves.stream()
                .map(Epreuve::code)
                .filter(code -> resultats.tenue(code) != Tenue.NOTEE)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Conclusion threshold(String kind, String word, String epreuve, BigDecimal seuil, String suffix) {
        BigDecimal bareme = bloc.bareme(bloc.epreuve(epreuve).orElseThrow());
        String asked = word + " : " + Typographie.nombre(seuil) + "/" + Typographie.nombre(bareme) + " à l’épreuve "
                + epreuve + suffix + " : ";
        Optional<Moyenne> moyenne = resultats.moyenne(epreuve);
        if (moyenne.isEmpty()) {
            return explain(
                    kind, asked + described(Set.of(epreuve)), new Conclusion(Verdict.INDETERMINEE, Set.of(epreuve)));
        }
        Moyenne given = moyenne.get();
        String instead =
                given.epreuve().equals(epreuve) ? "" : " à l’épreuve " + given.epreuve() + ", passée à sa place";
        String detail = given.sommes().size() == 1
                ? ""
                : " (moyenne de " + given.sommes().size() + " évaluateurs : "
                        + given.sommes().stream().map(Typographie::nombre).collect(Collectors.joining(" et "))
                        + ")";
        return explain(
                kind,
                asked + given.text() + "/" + Typographie.nombre(bareme) + instead + detail,
                settled(given.reaches(seuil) ? Verdict.SATISFAITE : Verdict.NON_SATISFAITE));
    }

    private Conclusion eliminatoire(Regle.Eliminatoire regle) {
        Critere critere = bloc.competences().stream()
                .flatMap(c -> c.criteres().stream())
                .filter(c -> c.code().equals(regle.critere()))
                .findFirst()
                .orElseThrow();
        String name = "Critère éliminatoire " + critere.code() + " « " + critere.intitule() + " » : ";
        Optional<String> failure = resultats.failure(critere);
        if (failure.isPresent()) {
            return explain(
                    "ELIMINATOIRE",
                    name + "non satisfait à l’épreuve " + failure.get() + " pour un évaluateur au moins",
                    settled(Verdict.NON_SATISFAITE));
        }
        List<Epreuve> observing = resultats.observing(critere);
        boolean met = observing.stream()
                .filter(e -> resultats.tenue(e.code()) == Tenue.NOTEE)
                .anyMatch(e -> resultats.accord(e.code(), critere) == Accord.ACQUIS);
        if (met) {
            return explain("ELIMINATOIRE", name + "satisfait", settled(Verdict.SATISFAITE));
        }
        Set<String> open = notSat(observing);
        return explain(
                "ELIMINATOIRE",
                name + (open.isEmpty() ? "non observé" : "à évaluer, épreuve(s) " + described(open)),
                new Conclusion(Verdict.INDETERMINEE, open));
    }

    private Conclusion attestation(Regle.Attestation regle) {
        String name = referentiel
                .certification()
                .prerequis(regle.prerequis())
                .map(Prerequis::intitule)
                .orElse(regle.prerequis());
        boolean held = contexte.attestations().contains(regle.prerequis());
        return explain(
                "ATTESTATION",
                name + " : "
                        + (held ? "détenu et en cours de validité" : "non détenu ou périmé à la date de l’évaluation"),
                settled(held ? Verdict.SATISFAITE : Verdict.NON_SATISFAITE));
    }

    private String described(Collection<String> epreuves) {
        return epreuves.stream()
                .map(epreuve -> epreuve
                        + switch (resultats.tenue(epreuve)) {
                            case ABSENCE -> " (absence)";
                            case DISCORDANTE -> " (présence à accorder entre évaluateurs)";
                            case ATTENDUE, NOTEE ->
                                resultats
                                        .closedGate(epreuve)
                                        .map(porte -> " (fermée par la porte " + porte.epreuve() + ")")
                                        .orElse(" (notes attendues)");
                        })
                .collect(Collectors.joining(", "));
    }

    private Conclusion explain(String kind, String libelle, Conclusion conclusion) {
        explications.add(new Explication(depth, kind, Typographie.francaise(libelle), conclusion.verdict()));
        return conclusion;
    }
}
