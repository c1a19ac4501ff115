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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks the rules of a bloc, keeping a line of explanation for each. */
final class RegleEvaluation {

    private final Referentiel referentiel;
    private final BlocCompetences bloc;
    private final ResultatsBloc resultats;
    private final Set<String> attestations;
    private final List<Explication> explications = new ArrayList<>();
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
        return verdict;
    }

    private Verdict competencesAcquises(Regle.CompetencesAcquises regle) {
        List<Competence> competences = bloc.competences().stream()
                .filter(c ->
                        regle.competences().isEmpty() || regle.competences().contains(c.code()))
                .toList();
        int line = explications.size();
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
        return verdict;
    }

    /**
     * A compétence is acquired when each of its binary criteria is met in a marked épreuve, failed in none, and no counted
     * épreuve that observes it is still to be sat.
     */
    private Verdict competence(Competence competence) {
        List<String> failed = new ArrayList<>();
        List<String> divergent = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        List<String> awaited = new ArrayList<>();
        for (Critere critere : competence.criteres()) {
            if (critere.echelle() != Critere.Echelle.BINAIRE) {
                continue;
            }
            boolean seen = false;
            for (Epreuve epreuve : resultats.counted()) {
                if (!bloc.criteres(epreuve).containsKey(critere.code())) {
                    continue;
                }
                if (resultats.tenue(epreuve.code()) != Tenue.NOTEE) {
                    add(awaited, epreuve.code());
                    continue;
                }
                switch (resultats.accord(epreuve.code(), critere)) {
                    case ACQUIS -> seen = true;
                    case NON_ACQUIS -> add(failed, critere.code());
                    case DIVERGENT -> add(divergent, critere.code());
                    case NON_OBSERVE -> {
                        // no opinion: another épreuve may show it
                    }
                }
            }
            if (!seen && !failed.contains(critere.code()) && !divergent.contains(critere.code())) {
                unseen.add(critere.code());
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
            return explain("COMPETENCE", name + "à évaluer, épreuve(s) " + described(awaited), Verdict.INDETERMINEE);
        }
        if (!divergent.isEmpty()) {
            return explain(
                    "COMPETENCE",
                    name + "les évaluateurs divergent sur " + String.join(", ", divergent) + ", au jury de trancher",
                    Verdict.DIVERGENTE);
        }
        if (!unseen.isEmpty()) {
            return explain(
                    "COMPETENCE",
                    name + "critère(s) non observé(s) " + String.join(", ", unseen) + ", au jury de trancher",
                    Verdict.DIVERGENTE);
        }
        return explain("COMPETENCE", name + "acquise", Verdict.SATISFAITE);
    }

    private Verdict threshold(String kind, String epreuve, BigDecimal seuil, String suffix) {
        BigDecimal bareme = bloc.bareme(bloc.epreuve(epreuve).orElseThrow());
        String asked = (kind.equals("PORTE") ? "Porte" : "Note minimale") + "\u00a0: " + decimal(seuil) + "/"
                + decimal(bareme) + " à l’épreuve " + epreuve + suffix + "\u00a0: ";
        Optional<Moyenne> moyenne = resultats.moyenne(epreuve);
        if (moyenne.isEmpty()) {
            return explain(kind, asked + described(List.of(epreuve)), Verdict.INDETERMINEE);
        }
        Moyenne given = moyenne.get();
        String detail = given.sommes().size() == 1
                ? ""
                : " (moyenne de " + given.sommes().size() + " évaluateurs\u00a0: "
                        + String.join(
                                " et ",
                                given.sommes().stream()
                                        .map(RegleEvaluation::decimal)
                                        .toList()) + ")";
        return explain(
                kind,
                asked + given.text() + "/" + decimal(bareme) + detail,
                given.reaches(seuil) ? Verdict.SATISFAITE : Verdict.NON_SATISFAITE);
    }

    private Verdict eliminatoire(Regle.Eliminatoire regle) {
        boolean met = false;
        boolean unseen = false;
        List<String> awaited = new ArrayList<>();
        String name = "Critère éliminatoire " + regle.critere() + "\u00a0: ";
        for (Epreuve epreuve : resultats.counted()) {
            Map<String, Critere> observed = bloc.criteres(epreuve);
            Critere critere = observed.get(regle.critere());
            if (critere == null) {
                continue;
            }
            if (resultats.tenue(epreuve.code()) != Tenue.NOTEE) {
                awaited.add(epreuve.code());
                continue;
            }
            Accord accord = resultats.accord(epreuve.code(), critere);
            if (accord == Accord.NON_ACQUIS || accord == Accord.DIVERGENT) {
                return explain(
                        "ELIMINATOIRE",
                        name + "non satisfait à l’épreuve " + epreuve.code()
                                + (accord == Accord.DIVERGENT ? " pour un évaluateur au moins" : ""),
                        Verdict.NON_SATISFAITE);
            }
            met |= accord == Accord.ACQUIS;
            unseen |= accord == Accord.NON_OBSERVE;
        }
        if (!awaited.isEmpty()) {
            return explain("ELIMINATOIRE", name + described(awaited), Verdict.INDETERMINEE);
        }
        if (met) {
            return explain("ELIMINATOIRE", name + "satisfait", Verdict.SATISFAITE);
        }
        return unseen
                ? explain("ELIMINATOIRE", name + "non observé, au jury de trancher", Verdict.DIVERGENTE)
                : explain("ELIMINATOIRE", name + "aucune épreuve comptée ne l’observe", Verdict.INDETERMINEE);
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

    private String described(List<String> epreuves) {
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

    private static void add(List<String> list, String code) {
        if (!list.contains(code)) {
            list.add(code);
        }
    }

    private static String decimal(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
