package fr.parchemin.evaluation;

import fr.parchemin.acte.Typographie;
import fr.parchemin.evaluation.Proposition.Explication;
import fr.parchemin.evaluation.Proposition.PropositionBloc;
import fr.parchemin.evaluation.Proposition.Resultat;
import fr.parchemin.evaluation.Proposition.ResultatBloc;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.RegleCertificat;
import fr.parchemin.referentiel.Terme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Walks the rule of a certificate once each bloc has its proposal, keeping a line of explanation for each part. */
final class CertificatEvaluation {

    /**
     * A bloc with what the rule of the certificate may ask of it.
     *
     * @param begun whether anything was entered for it
     */
    record BlocEvalue(PropositionBloc proposition, Termes termes, boolean begun) {}

    private final Referentiel referentiel;
    private final List<BlocEvalue> blocs;
    private final List<Saisie> saisies;
    private final Contexte contexte;
    private final List<Explication> explications = new ArrayList<>();
    private final Set<String> notChosen = new HashSet<>();
    private final Verdict verdict;
    private int depth;

    CertificatEvaluation(Referentiel referentiel, List<BlocEvalue> blocs, List<Saisie> saisies, Contexte contexte) {
        this.referentiel = referentiel;
        this.blocs = blocs;
        this.saisies = saisies;
        this.contexte = contexte;
        this.verdict = evaluate(referentiel.regle());
    }

    List<Explication> explications() {
        return explications;
    }

    /** The blocs as proposed; nothing is awaited for an option that was not chosen. */
    List<PropositionBloc> blocs() {
        return blocs.stream()
                .map(BlocEvalue::proposition)
                .map(b -> notChosen.contains(b.code())
                        ? new PropositionBloc(b.code(), b.intitule(), b.resultat(), b.explications(), List.of())
                        : b)
                .toList();
    }

    /** What is proposed for the certificate. */
    Resultat resultat() {
        if (verdict == Verdict.SATISFAITE) {
            return Resultat.TOTALE;
        }
        Resultat open = null;
        boolean incomplete = false;
        boolean divergent = verdict == Verdict.DIVERGENTE;
        boolean some = false;
        for (BlocEvalue bloc : blocs) {
            ResultatBloc resultat = bloc.proposition().resultat();
            some |= resultat == ResultatBloc.VALIDE;
            divergent |= resultat == ResultatBloc.DIVERGENT;
            if (resultat == ResultatBloc.INDETERMINE) {
                incomplete |= !notChosen.contains(bloc.proposition().code());
            } else if (resultat.isOuvert()) {
                open = graver(open, Resultat.valueOf(resultat.name()));
            }
        }
        if (open == Resultat.ABANDON || open == Resultat.DEFAILLANT) {
            return open;
        }
        if (incomplete || verdict == Verdict.INDETERMINEE && open == null) {
            return Resultat.INCOMPLETE;
        }
        if (open != null) {
            return open;
        }
        if (divergent) {
            return Resultat.A_TRANCHER;
        }
        return some ? Resultat.PARTIELLE : Resultat.REFUS;
    }

    /** From what leaves most open. */
    private static final List<Resultat> GRAVITE =
            List.of(Resultat.AJOURNE, Resultat.EXCUSE, Resultat.ABSENT, Resultat.DEFAILLANT, Resultat.ABANDON);

    private static Resultat graver(Resultat one, Resultat other) {
        return one == null || GRAVITE.indexOf(other) > GRAVITE.indexOf(one) ? other : one;
    }

    private Verdict evaluate(RegleCertificat regle) {
        if (regle instanceof RegleCertificat.TousBlocs tous) {
            List<BlocEvalue> asked = among(tous.blocs());
            return counted("TOUS_BLOCS", asked.size(), asked, false);
        }
        if (regle instanceof RegleCertificat.BlocsAuMoins atLeast) {
            return counted(
                    "BLOCS_AU_MOINS",
                    atLeast.nombre(),
                    among(atLeast.blocs()),
                    !atLeast.blocs().isEmpty());
        }
        if (regle instanceof RegleCertificat.MoyenneBlocs moyenne) {
            return moyenne(moyenne);
        }
        if (regle instanceof RegleCertificat.DureeMaximale duree) {
            return duree(duree);
        }
        if (regle instanceof RegleCertificat.Externe externe) {
            ReglesExternes.Reponse reponse = contexte.externes()
                    .certificat(
                            externe,
                            new ReglesExternes.FaitsCertificat(
                                    referentiel,
                                    blocs.stream().map(BlocEvalue::proposition).toList(),
                                    saisies,
                                    contexte));
            return explain("CODE", reponse.libelle(), reponse.verdict());
        }
        if (regle instanceof RegleCertificat.Toutes toutes) {
            return composite(
                    "TOUTES",
                    "Toutes les règles suivantes",
                    toutes.regles(),
                    toutes.regles().size());
        }
        RegleCertificat.AuMoins auMoins = (RegleCertificat.AuMoins) regle;
        return composite(
                "AU_MOINS",
                "Au moins " + auMoins.nombre() + " des règles suivantes",
                auMoins.regles(),
                auMoins.nombre());
    }

    private List<BlocEvalue> among(List<String> codes) {
        return codes.isEmpty()
                ? blocs
                : blocs.stream()
                        .filter(b -> codes.contains(b.proposition().code()))
                        .toList();
    }

    private Verdict counted(String kind, int required, List<BlocEvalue> asked, boolean options) {
        long begun = asked.stream().filter(BlocEvalue::begun).count();
        List<String> left = new ArrayList<>();
        if (options && begun >= required) {
            asked.stream()
                    .filter(b -> !b.begun() && b.proposition().resultat() == ResultatBloc.INDETERMINE)
                    .map(b -> b.proposition().code())
                    .forEach(left::add);
        }
        notChosen.addAll(left);
        int valides = 0;
        int divergents = 0;
        int open = 0;
        for (BlocEvalue bloc : asked) {
            ResultatBloc resultat = bloc.proposition().resultat();
            if (resultat == ResultatBloc.VALIDE) {
                valides++;
            } else if (resultat == ResultatBloc.DIVERGENT) {
                divergents++;
            } else if (resultat.isOuvert() && !left.contains(bloc.proposition().code())) {
                open++;
            }
        }
        Verdict settled = Verdict.NON_SATISFAITE;
        if (valides >= required) {
            settled = Verdict.SATISFAITE;
        } else if (open > 0) {
            settled = Verdict.INDETERMINEE;
        } else if (divergents > 0) {
            settled = Verdict.DIVERGENTE;
        }
        boolean named = asked.size() < blocs.size();
        String libelle = required + " bloc(s) à valider sur " + asked.size()
                + (named
                        ? " ("
                                + String.join(
                                        ", ",
                                        asked.stream()
                                                .map(b -> b.proposition().code())
                                                .toList()) + ")"
                        : "")
                + "\u00a0: " + valides + " validé(s)"
                + (divergents > 0 ? ", " + divergents + " à trancher par le jury" : "")
                + (open > 0 ? ", " + open + " non évalué(s)" : "")
                + (left.isEmpty() ? "" : ", non choisi(s) " + String.join(", ", left));
        explications.add(new Explication(depth, kind, libelle, settled));
        return settled;
    }

    private Verdict moyenne(RegleCertificat.MoyenneBlocs regle) {
        List<Terme> terms = regle.termes().isEmpty()
                ? referentiel.blocs().stream()
                        .map(b -> new Terme(null, null, null, null, b.code(), null, null, null))
                        .toList()
                : regle.termes();
        Function<Terme, Valeur> value = term -> blocs.stream()
                .filter(b -> b.proposition().code().equals(term.bloc()))
                .findFirst()
                .map(b -> b.termes()
                        .note(referentiel.bloc(term.bloc()).orElseThrow().note()))
                .orElseThrow();
        Fraction sur = Fraction.of(regle.sur());
        List<Valeur> scaled = terms.stream().map(value).map(v -> v.sur(sur)).toList();
        Valeur mean = RegleEvaluation.arrondie(Termes.moyenne(terms, scaled, sur), regle.arrondi());
        List<Verdict> parts = new ArrayList<>();
        parts.add(RegleEvaluation.verdict(mean, regle.seuil()));
        for (int i = 0; i < terms.size(); i++) {
            BigDecimal floor = terms.get(i).plancher() == null
                    ? regle.plancher()
                    : terms.get(i).plancher();
            if (floor != null && !scaled.get(i).isIgnoree()) {
                parts.add(RegleEvaluation.verdict(scaled.get(i), floor));
            }
        }
        return explain(
                "MOYENNE_BLOCS",
                "Moyenne des blocs d’au moins " + Typographie.nombre(regle.seuil()) + "/" + sur.text()
                        + RegleEvaluation.arrondi(regle.arrondi()) + RegleEvaluation.plancher(regle.plancher()) + " : "
                        + RegleEvaluation.outOf(mean, sur) + " ("
                        + RegleEvaluation.detail(terms, scaled, regle.plancher(), true) + ")",
                atLeast(parts.size(), parts));
    }

    private Verdict duree(RegleCertificat.DureeMaximale regle) {
        LocalDate first = contexte.debut();
        LocalDate last = null;
        for (Saisie saisie : saisies) {
            if (saisie.saisiLe() != null) {
                LocalDate day = Jours.of(saisie.saisiLe());
                first = first == null || contexte.debut() == null && day.isBefore(first) ? day : first;
                last = last == null || day.isAfter(last) ? day : last;
            }
        }
        String name = "Parcours de " + regle.mois() + " mois au plus : ";
        if (last == null) {
            return explain("DUREE_MAXIMALE", name + "aucune note encore", Verdict.INDETERMINEE);
        }
        LocalDate end = first.plusMonths(regle.mois());
        return explain(
                "DUREE_MAXIMALE",
                name + "commencé le " + Typographie.jour(first) + ", dernière note le " + Typographie.jour(last),
                last.isAfter(end) ? Verdict.NON_SATISFAITE : Verdict.SATISFAITE);
    }

    private Verdict composite(String kind, String libelle, List<RegleCertificat> regles, int required) {
        int line = explications.size();
        explications.add(null); // its verdict is known after its parts, its line comes before them
        depth++;
        List<Verdict> parts = new ArrayList<>();
        for (RegleCertificat part : regles) {
            parts.add(evaluate(part));
        }
        depth--;
        Verdict whole = atLeast(required, parts);
        explications.set(line, new Explication(depth, kind, libelle, whole));
        return whole;
    }

    private static Verdict atLeast(int required, List<Verdict> parts) {
        int satisfied = 0;
        int failed = 0;
        int open = 0;
        for (Verdict part : parts) {
            switch (part) {
                case SATISFAITE -> satisfied++;
                case NON_SATISFAITE -> failed++;
                case INDETERMINEE -> open++;
                case DIVERGENTE -> {}
            }
        }
        if (satisfied >= required) {
            return Verdict.SATISFAITE;
        }
        if (parts.size() - failed < required) {
            return Verdict.NON_SATISFAITE;
        }
        return open > 0 ? Verdict.INDETERMINEE : Verdict.DIVERGENTE;
    }

    private Verdict explain(String kind, String libelle, Verdict settled) {
        explications.add(new Explication(depth, kind, Typographie.francaise(libelle), settled));
        return settled;
    }
}
