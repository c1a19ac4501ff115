package fr.parchemin.evaluation;

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

/** Walks the rules of a bloc, keeping a line of explanation for each. */
final class RegleEvaluation {

    private final Referentiel referentiel;
    private final BlocCompetences bloc;
    private final ResultatsBloc resultats;
    private final Set<String> attestations;
    private final List<Explication> explications = new ArrayList<>();
    /** Épreuves whose marks would settle what is open so far. */
    private final List<Epreuve> needed = new ArrayList<>();

    private int depth;

    RegleEvaluation(Referentiel referentiel, BlocCompetences bloc, ResultatsBloc resultats, Set<String> attestations) {
        this.referentiel = referentiel;
        this.bloc = bloc;
        this.resultats = resultats;
        this.attestations = attestations;
    }

    List<Explication> explications() {
        return explications;
    }

    /**
     * The épreuves that wait for marks, in the order of the référentiel: those that what was evaluated needs to be settled,
     * and those that one évaluateur has marked and another has not, for what is begun is finished before the jury.
     */
    List<String> manques() {
        List<Epreuve> counted = resultats.counted();
        return bloc.epreuves().stream()
                .filter(e -> needed.contains(e) || counted.contains(e) && resultats.isBegun(e))
                .map(Epreuve::code)
                .toList();
    }

    Verdict evaluate(Regle regle) {
        if (regle instanceof Regle.CompetencesAcquises competences) {
            return competencesAcquises(competences);
        }
        if (regle instanceof Regle.NoteMinimale note) {
            return threshold("NOTE_MINIMALE", note.epreuve(), note.seuil(), "");
        }
        if (regle instanceof Regle.Porte porte) {
            return threshold(
                    "PORTE", porte.epreuve(), porte.seuil(), ", qui ouvre " + String.join(", ", porte.ouvre()));
        }
        if (regle instanceof Regle.Eliminatoire eliminatoire) {
            return eliminatoire(eliminatoire);
        }
        if (regle instanceof Regle.Attestation attestation) {
            return attestation(attestation);
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

    private Verdict composite(String kind, String libelle, List<Regle> regles, int required) {
        int line = explications.size();
        int before = needed.size();
        explications.add(null); // its verdict is known after its parts, its line comes before them
        depth++;
        int satisfied = 0;
        int divergent = 0;
        int open = 0;
        for (Regle regle : regles) {
            switch (evaluate(regle)) {
                case SATISFAITE -> satisfied++;
                case DIVERGENTE -> divergent++;
                case INDETERMINEE -> open++;
                case NON_SATISFAITE -> {
                    // counts for nothing
                }
            }
        }
        depth--;
        Verdict verdict;
        if (satisfied >= required) {
            verdict = Verdict.SATISFAITE;
        } else if (satisfied + divergent + open < required) {
            verdict = Verdict.NON_SATISFAITE;
        } else {
            verdict = open > 0 ? Verdict.INDETERMINEE : Verdict.DIVERGENTE;
        }
        explications.set(line, new Explication(depth, kind, libelle, verdict));
        return settled(verdict, before);
    }

    private Verdict competencesAcquises(Regle.CompetencesAcquises regle) {
        List<Competence> competences = bloc.competences().stream()
                .filter(c ->
                        regle.competences().isEmpty() || regle.competences().contains(c.code()))
                .toList();
        int line = explications.size();
        int before = needed.size();
        explications.add(null);
        depth++;
        List<Verdict> verdicts = competences.stream().map(this::competence).toList();
        depth--;
        Verdict verdict = Verdict.SATISFAITE;
        if (verdicts.contains(Verdict.NON_SATISFAITE)) {
            verdict = Verdict.NON_SATISFAITE;
        } else if (verdicts.contains(Verdict.INDETERMINEE)) {
            verdict = Verdict.INDETERMINEE;
        } else if (verdicts.contains(Verdict.DIVERGENTE)) {
            verdict = Verdict.DIVERGENTE;
        }
        long acquises = verdicts.stream().filter(v -> v == Verdict.SATISFAITE).count();
        String libelle = "Toutes les compétences acquises\u00a0: " + acquises + " sur " + competences.size();
        explications.set(line, new Explication(depth, "COMPETENCES_ACQUISES", libelle, verdict));
        return settled(verdict, before);
    }

    /** A rule that is settled needs no more marks, whatever its parts were waiting for. */
    private Verdict settled(Verdict verdict, int neededBefore) {
        if (verdict != Verdict.INDETERMINEE) {
            needed.subList(neededBefore, needed.size()).clear();
        }
        return verdict;
    }

    /**
     * A compétence is settled as soon as each of its binary criteria was observed in an épreuve that was sat: acquired when
     * none was failed in any. A criterion that nobody observed makes it neither acquired nor refused.
     */
    private Verdict competence(Competence competence) {
        Set<String> failed = new LinkedHashSet<>();
        Set<String> divergent = new LinkedHashSet<>();
        Set<String> unseen = new LinkedHashSet<>();
        Set<String> awaited = new LinkedHashSet<>();
        for (Critere critere : competence.criteres()) {
            if (critere.echelle() != Critere.Echelle.BINAIRE) {
                continue;
            }
            boolean observed = false;
            List<Epreuve> pending = new ArrayList<>();
            for (Epreuve epreuve : observing(critere.code())) {
                if (resultats.tenue(epreuve.code()) != Tenue.NOTEE) {
                    pending.add(epreuve);
                    continue;
                }
                Accord accord = resultats.accord(epreuve.code(), critere.code());
                observed |= accord != Accord.NON_OBSERVE;
                if (accord == Accord.NON_ACQUIS) {
                    failed.add(critere.code());
                } else if (accord == Accord.DIVERGENT) {
                    divergent.add(critere.code());
                }
            }
            if (!observed) {
                pending.forEach(e -> awaited.add(e.code()));
                if (pending.isEmpty()) {
                    unseen.add(critere.code());
                }
                need(pending, critere.code());
            }
        }
        String name = "Compétence " + competence.code() + " « " + competence.intitule() + " »\u00a0: ";
        if (!failed.isEmpty()) {
            return explain(
                    "COMPETENCE",
                    name + "non acquise, critère(s) non acquis " + String.join(", ", failed),
                    Verdict.NON_SATISFAITE);
        }
        if (!awaited.isEmpty()) {
            return explain(
                    "COMPETENCE",
                    name + "à évaluer, épreuve(s) possible(s) " + described(awaited),
                    Verdict.INDETERMINEE);
        }
        if (!unseen.isEmpty()) {
            return explain(
                    "COMPETENCE",
                    name + "ni acquise ni refusée, critère(s) non observé(s) " + String.join(", ", unseen),
                    Verdict.INDETERMINEE);
        }
        if (!divergent.isEmpty()) {
            return explain(
                    "COMPETENCE",
                    name + "les évaluateurs divergent sur " + String.join(", ", divergent) + ", au jury de trancher",
                    Verdict.DIVERGENTE);
        }
        return explain("COMPETENCE", name + "acquise", Verdict.SATISFAITE);
    }

    private List<Epreuve> observing(String critere) {
        return resultats.counted().stream()
                .filter(e -> bloc.criteres(e).containsKey(critere))
                .toList();
    }

    /** Notes that marks of one of these épreuves are needed: one that is needed already, or begun, or else the first. */
    private void need(List<Epreuve> pending, String critere) {
        if (needed.stream().anyMatch(e -> bloc.criteres(e).containsKey(critere))) {
            return;
        }
        needOneOf(pending);
    }

    private void needOneOf(List<Epreuve> pending) {
        List<Epreuve> possible =
                pending.stream().filter(resultats::canStillBeMarked).toList();
        possible.stream()
                .filter(resultats::isBegun)
                .findFirst()
                .or(() -> possible.stream().findFirst())
                .ifPresent(needed::add);
    }

    private Verdict threshold(String kind, String epreuve, BigDecimal seuil, String suffix) {
        BigDecimal bareme = bloc.bareme(bloc.epreuve(epreuve).orElseThrow());
        String asked = (kind.equals("PORTE") ? "Porte" : "Note minimale") + "\u00a0: " + decimal(seuil) + "/"
                + decimal(bareme) + " à l’épreuve " + epreuve + suffix + "\u00a0: ";
        Optional<Moyenne> moyenne = resultats.moyenne(epreuve);
        if (moyenne.isEmpty()) {
            needOneOf(resultats.itsAlternatives(epreuve));
            return explain(kind, asked + described(List.of(epreuve)), Verdict.INDETERMINEE);
        }
        Moyenne given = moyenne.get();
        String sat = resultats.marked(epreuve).orElseThrow().code();
        String detail = (sat.equals(epreuve) ? "" : " à l’épreuve " + sat + ", passée à sa place")
                + (given.sommes().size() == 1
                        ? ""
                        : " (moyenne de " + given.sommes().size() + " évaluateurs\u00a0: "
                                + String.join(
                                        " et ",
                                        given.sommes().stream()
                                                .map(RegleEvaluation::decimal)
                                                .toList()) + ")");
        return explain(
                kind,
                asked + given.text() + "/" + decimal(bareme) + detail,
                given.reaches(seuil) ? Verdict.SATISFAITE : Verdict.NON_SATISFAITE);
    }

    private Verdict eliminatoire(Regle.Eliminatoire regle) {
        String name = "Critère éliminatoire " + regle.critere() + "\u00a0: ";
        boolean met = false;
        List<Epreuve> pending = new ArrayList<>();
        for (Epreuve epreuve : observing(regle.critere())) {
            if (resultats.isRefused(epreuve.code(), regle.critere())) {
                return explain(
                        "ELIMINATOIRE",
                        name + "non acquis à l’épreuve " + epreuve.code()
                                + (resultats.accord(epreuve.code(), regle.critere()) == Accord.DIVERGENT
                                        ? " pour un évaluateur"
                                        : ""),
                        Verdict.NON_SATISFAITE);
            }
            if (resultats.tenue(epreuve.code()) != Tenue.NOTEE) {
                pending.add(epreuve);
                continue;
            }
            met |= resultats.accord(epreuve.code(), regle.critere()) == Accord.ACQUIS;
        }
        if (met) {
            return explain("ELIMINATOIRE", name + "acquis", Verdict.SATISFAITE);
        }
        if (!pending.isEmpty()) {
            need(pending, regle.critere());
            List<String> codes = pending.stream().map(Epreuve::code).toList();
            return explain("ELIMINATOIRE", name + "à évaluer, " + described(codes), Verdict.INDETERMINEE);
        }
        return explain("ELIMINATOIRE", name + "non observé", Verdict.INDETERMINEE);
    }

    private Verdict attestation(Regle.Attestation regle) {
        String name = referentiel
                .certification()
                .prerequis(regle.prerequis())
                .map(Prerequis::intitule)
                .orElse(regle.prerequis());
        boolean held = attestations.contains(regle.prerequis());
        return explain(
                "ATTESTATION",
                name + "\u00a0: "
                        + (held ? "détenu et en cours de validité" : "non détenu ou périmé à la date de l’évaluation"),
                held ? Verdict.SATISFAITE : Verdict.NON_SATISFAITE);
    }

    private String described(Collection<String> epreuves) {
        List<String> words = new ArrayList<>();
        for (String epreuve : epreuves) {
            words.add(epreuve + (resultats.tenue(epreuve) == Tenue.ABSENCE ? " (absence)" : " (notes attendues)"));
        }
        return String.join(", ", words);
    }

    private Verdict explain(String kind, String libelle, Verdict verdict) {
        explications.add(new Explication(depth, kind, fr.parchemin.acte.Typographie.francaise(libelle), verdict));
        return verdict;
    }

    private static String decimal(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
