package fr.parchemin.evaluation;

import fr.parchemin.acte.Typographie;
import fr.parchemin.evaluation.PlanBloc.PlanCompetence;
import fr.parchemin.evaluation.PlanBloc.PlanCritere;
import fr.parchemin.evaluation.PlanBloc.PlanEpreuve;
import fr.parchemin.evaluation.PlanBloc.Porte;
import fr.parchemin.evaluation.Proposition.Explication;
import fr.parchemin.evaluation.Proposition.ResultatBloc;
import fr.parchemin.evaluation.ResultatsBloc.Accord;
import fr.parchemin.evaluation.ResultatsBloc.NoteEpreuve;
import fr.parchemin.evaluation.ResultatsBloc.Tenue;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.NoteBloc;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Regle;
import fr.parchemin.referentiel.Terme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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
    private record Conclusion(Verdict verdict, Set<String> ouvertes) {

        private static final Conclusion SATISFAITE = new Conclusion(Verdict.SATISFAITE, Set.of());
        private static final Conclusion NON_SATISFAITE = new Conclusion(Verdict.NON_SATISFAITE, Set.of());
        private static final Conclusion INDETERMINEE = new Conclusion(Verdict.INDETERMINEE, Set.of());
        private static final Conclusion DIVERGENTE = new Conclusion(Verdict.DIVERGENTE, Set.of());

        static Conclusion settled(Verdict verdict) {
            return switch (verdict) {
                case SATISFAITE -> SATISFAITE;
                case NON_SATISFAITE -> NON_SATISFAITE;
                case INDETERMINEE -> INDETERMINEE;
                case DIVERGENTE -> DIVERGENTE;
            };
        }
    }

    /** Where a criterion stands, all épreuves together. */
    private enum Etat {
        ACQUIS,
        NON_ACQUIS,
        DIVERGENT,
        /** An épreuve can still show it. */
        OUVERT,
        /** Nobody saw it and no épreuve can show it any more. */
        NON_OBSERVE,
        IGNORE
    }

    private static final BigDecimal CENT = BigDecimal.valueOf(100);

    private final Referentiel referentiel;
    private final PlanBloc plan;
    private final ResultatsBloc resultats;
    private final List<Saisie> saisies;
    private final Contexte contexte;
    private final Termes termes;
    private final List<Explication> explications = new ArrayList<>();
    private final Conclusion conclusion;
    private int depth;

    /**
     * @param saisies every grid of the candidate, for the rules that the engine does not know itself
     */
    RegleEvaluation(Referentiel referentiel, ResultatsBloc resultats, List<Saisie> saisies, Contexte contexte) {
        this.referentiel = referentiel;
        this.plan = resultats.plan();
        this.resultats = resultats;
        this.saisies = saisies;
        this.contexte = contexte;
        this.termes = new Termes(resultats);
        this.conclusion = evaluate(plan.bloc.regle());
    }

    /** The épreuves whose marks could still settle the bloc. */
    List<String> manques() {
        return ends(resultat()) ? List.of() : resultats.awaited(conclusion.ouvertes());
    }

    List<Explication> explications() {
        return explications;
    }

    /** What is proposed for the bloc. */
    ResultatBloc resultat() {
        return switch (conclusion.verdict()) {
            case SATISFAITE -> ResultatBloc.VALIDE;
            case NON_SATISFAITE -> ResultatBloc.NON_VALIDE;
            case DIVERGENTE -> ResultatBloc.DIVERGENT;
            case INDETERMINEE -> conclusion.ouvertes().isEmpty() ? ResultatBloc.INDETERMINE : open();
        };
    }

    /** A bloc that hangs on an épreuve where the candidate was not: what the épreuve makes of it. */
    private ResultatBloc open() {
        ResultatBloc resultat = ResultatBloc.INDETERMINE;
        for (PlanEpreuve epreuve : plan.epreuves) {
            if (conclusion.ouvertes().contains(epreuve.code) && resultats.tenue(epreuve) == Tenue.ABSENCE) {
                ResultatBloc suite = suite(
                        epreuve.epreuve.absence(), resultats.absence(epreuve).orElseThrow());
                if (GRAVITE.indexOf(suite) > GRAVITE.indexOf(resultat)) {
                    resultat = suite;
                }
            }
        }
        return ends(resultat) || resultats.awaited(conclusion.ouvertes()).isEmpty()
                ? resultat
                : ResultatBloc.INDETERMINE;
    }

    /** Whether nothing more is awaited of the candidate for the bloc. */
    private static boolean ends(ResultatBloc resultat) {
        return resultat == ResultatBloc.ABANDON || resultat == ResultatBloc.DEFAILLANT;
    }

    /** From what leaves most open. */
    private static final List<ResultatBloc> GRAVITE = List.of(
            ResultatBloc.INDETERMINE,
            ResultatBloc.AJOURNE,
            ResultatBloc.EXCUSE,
            ResultatBloc.ABSENT,
            ResultatBloc.DEFAILLANT,
            ResultatBloc.ABANDON);

    private static ResultatBloc suite(Epreuve.Absence absence, Presence presence) {
        if (presence == Presence.ABANDON) {
            return ResultatBloc.ABANDON;
        }
        Epreuve.Absence.Suite suite =
                absence == null ? null : presence == Presence.EXCUSE ? absence.excusee() : absence.nonExcusee();
        if (suite == null) {
            return ResultatBloc.INDETERMINE;
        }
        return switch (suite) {
            case ABSENT -> ResultatBloc.ABSENT;
            case EXCUSE -> ResultatBloc.EXCUSE;
            case AJOURNE -> ResultatBloc.AJOURNE;
            case DEFAILLANT -> ResultatBloc.DEFAILLANT;
        };
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
            return attestation("ATTESTATION", attestation.prerequis(), "");
        }
        if (regle instanceof Regle.PorteAttestation porte) {
            return attestation(
                    "PORTE_ATTESTATION", porte.prerequis(), ", qui ouvre " + String.join(", ", porte.ouvre()));
        }
        if (regle instanceof Regle.Moyenne moyenne) {
            return moyenne(moyenne);
        }
        if (regle instanceof Regle.Total total) {
            return total(total);
        }
        if (regle instanceof Regle.Meilleures meilleures) {
            return meilleures(meilleures);
        }
        if (regle instanceof Regle.PourcentageAcquis pourcentage) {
            return pourcentage.portee() == Regle.PourcentageAcquis.Portee.CRITERES
                    ? criteresAcquis(pourcentage)
                    : competencesAcquises(pourcentage);
        }
        if (regle instanceof Regle.TauxParCompetence taux) {
            return tauxParCompetence(taux);
        }
        if (regle instanceof Regle.NiveauParCompetence niveau) {
            return niveauParCompetence(niveau);
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
        List<Saisie> own =
                saisies.stream().filter(s -> plan.epreuve(s.epreuve()) != null).toList();
        ReglesExternes.Reponse reponse =
                contexte.externes().bloc(regle, new ReglesExternes.FaitsBloc(referentiel, plan.bloc, own, contexte));
        return explain(
                "CODE",
                reponse.libelle(),
                reponse.verdict() == Verdict.INDETERMINEE
                        ? new Conclusion(Verdict.INDETERMINEE, reponse.attend())
                        : Conclusion.settled(reponse.verdict()));
    }

    private Conclusion composite(String kind, String libelle, List<Regle> regles, int required) {
        int line = begin();
        List<Conclusion> parts = new ArrayList<>(regles.size());
        for (Regle part : regles) {
            parts.add(evaluate(part));
        }
        return close(line, kind, libelle, atLeast(required, parts));
    }

    /** Begins a rule with parts: its verdict is known after them, its line comes before them. */
    private int begin() {
        explications.add(null);
        depth++;
        return explications.size() - 1;
    }

    private Conclusion close(int line, String kind, String libelle, Conclusion whole) {
        depth--;
        explications.set(line, new Explication(depth, kind, libelle, whole.verdict()));
        return whole;
    }

    private static Conclusion atLeast(int required, List<Conclusion> parts) {
        int satisfied = count(parts, Verdict.SATISFAITE);
        int divergent = count(parts, Verdict.DIVERGENTE);
        int open = count(parts, Verdict.INDETERMINEE);
        if (satisfied >= required) {
            return Conclusion.SATISFAITE;
        }
        if (satisfied + divergent + open < required) {
            return Conclusion.NON_SATISFAITE;
        }
        if (open == 0) {
            return Conclusion.DIVERGENTE;
        }
        Set<String> ouvertes = new LinkedHashSet<>();
        parts.forEach(p -> ouvertes.addAll(p.ouvertes()));
        return new Conclusion(Verdict.INDETERMINEE, ouvertes);
    }

    private static int count(List<Conclusion> parts, Verdict verdict) {
        int count = 0;
        for (Conclusion part : parts) {
            if (part.verdict() == verdict) {
                count++;
            }
        }
        return count;
    }

    private Conclusion competencesAcquises(Regle.CompetencesAcquises regle) {
        List<PlanCompetence> competences = plan.competences(regle.competences());
        int line = begin();
        List<Conclusion> parts = competences(competences);
        String libelle = "Toutes les compétences acquises\u00a0: " + count(parts, Verdict.SATISFAITE) + " sur "
                + competences.size();
        return close(line, "COMPETENCES_ACQUISES", libelle, atLeast(parts.size(), parts));
    }

    private List<Conclusion> competences(List<PlanCompetence> competences) {
        List<Conclusion> parts = new ArrayList<>(competences.size());
        for (PlanCompetence competence : competences) {
            parts.add(competence(competence));
        }
        return parts;
    }

    /** The criterion in every épreuve that was sat; what was not sat is waited for only where no other has shown it. */
    private Etat etat(PlanCritere critere, Set<String> open) {
        boolean acquis = false;
        boolean divergent = false;
        boolean ignored = false;
        boolean unsat = false;
        for (PlanEpreuve epreuve : critere.epreuves) {
            if (resultats.isSat(epreuve)) {
                switch (resultats.accord(epreuve, critere)) {
                    case NON_ACQUIS -> {
                        return Etat.NON_ACQUIS;
                    }
                    case ACQUIS -> acquis = true;
                    case DIVERGENT -> divergent = true;
                    case IGNORE -> ignored = true;
                    case NON_OBSERVE -> {}
                }
            } else {
                unsat |= !resultats.isDispensed(epreuve);
            }
        }
        if (divergent) {
            return Etat.DIVERGENT;
        }
        if (acquis) {
            return Etat.ACQUIS;
        }
        if (unsat) {
            open.addAll(notSat(critere));
            return Etat.OUVERT;
        }
        return ignored ? Etat.IGNORE : Etat.NON_OBSERVE;
    }

    /**
     * A compétence is acquired when each of its criteria was met in an épreuve that was sat, and failed in none. Where
     * all of them were ignored nothing was shown.
     */
    private Conclusion competence(PlanCompetence competence) {
        List<String> failed = null;
        List<String> divergent = null;
        List<String> unseen = null;
        boolean acquis = false;
        Set<String> open = new LinkedHashSet<>(4);
        for (PlanCritere critere : competence.decisifs) {
            switch (etat(critere, open)) {
                case NON_ACQUIS -> failed = with(failed, critere);
                case DIVERGENT -> divergent = with(divergent, critere);
                case OUVERT, NON_OBSERVE -> unseen = with(unseen, critere);
                case ACQUIS -> acquis = true;
                case IGNORE -> {}
            }
        }
        String name = competence.nom;
        if (failed != null) {
            return explain(
                    "COMPETENCE",
                    name + "non acquise, critère(s) non acquis " + String.join(", ", failed),
                    Conclusion.NON_SATISFAITE);
        }
        if (!open.isEmpty()) {
            return explain(
                    "COMPETENCE",
                    name + "à évaluer, épreuve(s) " + described(open),
                    new Conclusion(Verdict.INDETERMINEE, open));
        }
        if (unseen != null || divergent == null && !acquis) {
            return explain(
                    "COMPETENCE",
                    name + "ni acquise ni refusée, critère(s) non observé(s) "
                            + (unseen == null ? codes(competence.decisifs) : String.join(", ", unseen)),
                    Conclusion.INDETERMINEE);
        }
        if (divergent != null) {
            return explain(
                    "COMPETENCE",
                    name + "les évaluateurs divergent sur " + String.join(", ", divergent) + ", au jury de trancher",
                    Conclusion.DIVERGENTE);
        }
        explications.add(new Explication(depth, "COMPETENCE", competence.acquise, Verdict.SATISFAITE));
        return Conclusion.SATISFAITE;
    }

    private static List<String> with(List<String> codes, PlanCritere critere) {
        List<String> more = codes == null ? new ArrayList<>() : codes;
        more.add(critere.critere.code());
        return more;
    }

    private static String codes(List<PlanCritere> criteres) {
        return criteres.stream().map(c -> c.critere.code()).collect(Collectors.joining(", "));
    }

    private Set<String> notSat(PlanCritere critere) {
        Set<String> codes = new LinkedHashSet<>();
        for (PlanEpreuve epreuve : critere.epreuves) {
            if (!resultats.isDispensed(epreuve) && !resultats.isSat(epreuve)) {
                codes.add(epreuve.code);
            }
        }
        return codes;
    }

    private Conclusion criteresAcquis(Regle.PourcentageAcquis regle) {
        BigDecimal acquis = BigDecimal.ZERO;
        BigDecimal disputed = BigDecimal.ZERO;
        BigDecimal missing = BigDecimal.ZERO;
        BigDecimal whole = BigDecimal.ZERO;
        Set<String> open = new LinkedHashSet<>();
        for (PlanCompetence competence : plan.competences(regle.competences())) {
            for (PlanCritere critere : competence.decisifs) {
                BigDecimal poids = critere.critere.poids();
                Etat etat = etat(critere, open);
                if (etat == Etat.IGNORE) {
                    continue;
                }
                whole = whole.add(poids);
                switch (etat) {
                    case ACQUIS -> acquis = acquis.add(poids);
                    case DIVERGENT -> disputed = disputed.add(poids);
                    case OUVERT, NON_OBSERVE -> missing = missing.add(poids);
                    default -> {}
                }
            }
        }
        return share("critères", regle.seuil(), acquis, disputed, missing, whole, open);
    }

    private Conclusion competencesAcquises(Regle.PourcentageAcquis regle) {
        int line = begin();
        List<Conclusion> parts = competences(plan.competences(regle.competences()));
        Set<String> open = new LinkedHashSet<>();
        parts.forEach(p -> open.addAll(p.ouvertes()));
        depth--;
        Conclusion whole = share(
                "compétences",
                regle.seuil(),
                BigDecimal.valueOf(count(parts, Verdict.SATISFAITE)),
                BigDecimal.valueOf(count(parts, Verdict.DIVERGENTE)),
                BigDecimal.valueOf(count(parts, Verdict.INDETERMINEE)),
                BigDecimal.valueOf(parts.size()),
                open);
        explications.set(line, explications.remove(explications.size() - 1));
        return whole;
    }

    private Conclusion share(
            String what,
            BigDecimal seuil,
            BigDecimal acquis,
            BigDecimal disputed,
            BigDecimal missing,
            BigDecimal whole,
            Set<String> open) {
        BigDecimal asked = seuil.multiply(whole);
        String libelle = "Au moins " + Typographie.nombre(seuil) + " % des " + what + " : " + Typographie.nombre(acquis)
                + " acquis" + (what.equals("compétences") ? "es" : "") + " sur " + Typographie.nombre(whole)
                + (disputed.signum() > 0 ? ", " + Typographie.nombre(disputed) + " à trancher par le jury" : "")
                + (missing.signum() > 0 ? ", " + Typographie.nombre(missing) + " à évaluer ou non observés" : "")
                + (open.isEmpty() ? "" : ", épreuve(s) " + described(open));
        Conclusion conclusion;
        if (whole.signum() == 0) {
            conclusion = Conclusion.INDETERMINEE;
        } else if (acquis.multiply(CENT).compareTo(asked) >= 0) {
            conclusion = Conclusion.SATISFAITE;
        } else if (acquis.add(disputed).add(missing).multiply(CENT).compareTo(asked) < 0) {
            conclusion = Conclusion.NON_SATISFAITE;
        } else {
            conclusion = missing.signum() > 0 ? new Conclusion(Verdict.INDETERMINEE, open) : Conclusion.DIVERGENTE;
        }
        return explain("POURCENTAGE_ACQUIS", libelle, conclusion);
    }

    private Conclusion tauxParCompetence(Regle.TauxParCompetence regle) {
        int line = begin();
        List<Conclusion> parts = new ArrayList<>();
        for (PlanCompetence competence : plan.competences(regle.competences())) {
            Valeur taux = termes.competence(competence).sur(Fraction.of(CENT));
            Conclusion part = compared(taux, regle.seuil());
            parts.add(explain(
                    "COMPETENCE",
                    competence.nom + taux.text() + (isKnown(taux) ? " %" : "") + waits(taux.ouvertes()),
                    part));
        }
        String libelle = Typographie.francaise("Chaque compétence à " + Typographie.nombre(regle.seuil())
                + " % au moins : " + count(parts, Verdict.SATISFAITE) + " sur " + parts.size());
        return close(line, "TAUX_PAR_COMPETENCE", libelle, atLeast(parts.size(), parts));
    }

    private Conclusion niveauParCompetence(Regle.NiveauParCompetence regle) {
        int line = begin();
        List<Conclusion> parts = new ArrayList<>();
        for (PlanCompetence competence : plan.competences(regle.competences())) {
            parts.add(niveau(competence, regle.niveau()));
        }
        String libelle = Typographie.francaise("Chaque compétence au niveau " + regle.niveau() + " au moins : "
                + count(parts, Verdict.SATISFAITE) + " sur " + parts.size());
        return close(line, "NIVEAU_PAR_COMPETENCE", libelle, atLeast(parts.size(), parts));
    }

    private Conclusion niveau(PlanCompetence competence, String niveau) {
        List<Conclusion> parts = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (PlanCritere critere : competence.criteres) {
            if (critere.critere.echelle() == Critere.Echelle.NIVEAUX) {
                Conclusion part = niveau(critere, critere.critere.rang(niveau), told);
                if (part != null) {
                    parts.add(part);
                }
            }
        }
        Conclusion whole = parts.isEmpty() ? Conclusion.INDETERMINEE : atLeast(parts.size(), parts);
        return explain("COMPETENCE", competence.nom + String.join(", ", told) + waits(whole.ouvertes()), whole);
    }

    /** One criterion against a level, {@code null} when it does not count. */
    private Conclusion niveau(PlanCritere critere, int asked, List<String> told) {
        String code = critere.critere.code();
        boolean met = false;
        boolean disputed = false;
        boolean ignored = false;
        Set<String> seen = new LinkedHashSet<>();
        for (PlanEpreuve epreuve : critere.epreuves) {
            if (!resultats.isSat(epreuve)) {
                continue;
            }
            List<Integer> rangs = resultats.rangs(epreuve, critere);
            if (rangs.isEmpty()) {
                Critere.NonObserve unseen = resultats.nonObserve(epreuve, critere);
                if (unseen == Critere.NonObserve.NON_ACQUIS) {
                    told.add(code + " non observé");
                    return Conclusion.NON_SATISFAITE;
                }
                ignored |= unseen == Critere.NonObserve.IGNORE;
                continue;
            }
            int low = rangs.get(0);
            int high = rangs.get(rangs.size() - 1);
            seen.add(critere.critere.niveaux().get(low).code()
                    + (low == high
                            ? ""
                            : " à " + critere.critere.niveaux().get(high).code()));
            switch (agreed(rangs, asked)) {
                case NON_ACQUIS -> {
                    told.add(code + " : " + String.join(", ", seen));
                    return Conclusion.NON_SATISFAITE;
                }
                case DIVERGENT -> disputed = true;
                default -> met = true;
            }
        }
        if (!seen.isEmpty()) {
            told.add(code + " : " + String.join(", ", seen));
        }
        if (disputed) {
            return Conclusion.DIVERGENTE;
        }
        if (met) {
            return Conclusion.SATISFAITE;
        }
        Set<String> open = notSat(critere);
        if (open.isEmpty() && ignored) {
            told.add(code + " non observé, ne compte pas");
            return null;
        }
        told.add(code + (open.isEmpty() ? " non observé" : " à évaluer"));
        return new Conclusion(Verdict.INDETERMINEE, open);
    }

    private Accord agreed(List<Integer> rangs, int asked) {
        int high = 0;
        for (int rang : rangs) {
            if (rang >= asked) {
                high++;
            }
        }
        int low = rangs.size() - high;
        if (low == 0 || high == 0) {
            return low == 0 ? Accord.ACQUIS : Accord.NON_ACQUIS;
        }
        return switch (plan.binaire) {
            case UNANIMITE -> Accord.DIVERGENT;
            case PLUS_BASSE -> Accord.NON_ACQUIS;
            case MAJORITE -> high == low ? Accord.DIVERGENT : high > low ? Accord.ACQUIS : Accord.NON_ACQUIS;
        };
    }

    private Conclusion moyenne(Regle.Moyenne regle) {
        NoteBloc note = plan.bloc.note();
        boolean own = !regle.termes().isEmpty();
        List<Terme> terms = own ? regle.termes() : note.termes();
        Fraction sur = Fraction.of(regle.sur());
        List<Valeur> scaled = termes.on(terms, sur);
        Valeur mean = arrondie(Termes.moyenne(terms, scaled, sur), regle.arrondi());
        String libelle = (own ? "Moyenne" : "Note du bloc") + " d’au moins " + Typographie.nombre(regle.seuil()) + "/"
                + sur.text() + arrondi(regle.arrondi()) + plancher(regle.plancher()) + " : " + outOf(mean, sur) + " ("
                + detail(terms, scaled, regle.plancher(), true) + ")" + waits(mean.ouvertes());
        return explain("MOYENNE", libelle, withFloors(terms, scaled, regle.plancher(), compared(mean, regle.seuil())));
    }

    private Conclusion total(Regle.Total regle) {
        List<Valeur> values = regle.termes().stream().map(termes::of).toList();
        Fraction basse = Fraction.ZERO;
        Fraction haute = Fraction.ZERO;
        Fraction bareme = Fraction.ZERO;
        boolean open = false;
        Set<String> ouvertes = new LinkedHashSet<>();
        for (Valeur value : values) {
            basse = basse.plus(value.basse());
            haute = haute.plus(value.haute());
            bareme = bareme.plus(value.bareme());
            // points that nobody could give are missing from a total: it cannot do without them
            open |= value.etat() == Valeur.Etat.OUVERTE || value.isIgnoree();
            ouvertes.addAll(value.ouvertes());
        }
        Valeur total = open
                ? new Valeur(Valeur.Etat.OUVERTE, basse, haute, bareme, ouvertes)
                : Valeur.entre(basse, haute, bareme);
        String libelle = "Total d’au moins " + Typographie.nombre(regle.seuil()) + "/" + bareme.text()
                + plancher(regle.plancher()) + " : " + outOf(total, bareme) + " ("
                + detail(regle.termes(), values, regle.plancher(), false) + ")" + waits(ouvertes);
        return explain(
                "TOTAL", libelle, withFloors(regle.termes(), values, regle.plancher(), compared(total, regle.seuil())));
    }

    private Conclusion meilleures(Regle.Meilleures regle) {
        Fraction sur = Fraction.of(regle.sur());
        List<String> told = new ArrayList<>();
        List<Valeur> values = new ArrayList<>();
        Set<String> open = new LinkedHashSet<>();
        for (String code : regle.epreuves()) {
            Valeur value = termes.epreuve(plan.epreuve(code)).sur(sur);
            told.add(code + " " + value.text());
            values.add(value);
            open.addAll(value.ouvertes());
        }
        Fraction count = Fraction.of(BigDecimal.valueOf(regle.nombre()));
        List<Fraction> lows = values.stream()
                .filter(RegleEvaluation::isGiven)
                .map(Valeur::basse)
                .sorted(Comparator.reverseOrder())
                .limit(regle.nombre())
                .toList();
        Fraction high = values.stream()
                .filter(v -> !v.isIgnoree())
                .map(Valeur::haute)
                .sorted(Comparator.reverseOrder())
                .limit(regle.nombre())
                .reduce(Fraction.ZERO, Fraction::plus)
                .over(count);
        Fraction low = lows.stream().reduce(Fraction.ZERO, Fraction::plus).over(count);
        boolean enough = lows.size() == regle.nombre();
        Conclusion conclusion;
        if (enough && low.reaches(regle.seuil())) {
            conclusion = Conclusion.SATISFAITE;
        } else if (!high.reaches(regle.seuil())) {
            conclusion = Conclusion.NON_SATISFAITE;
        } else {
            boolean missing = values.stream().anyMatch(v -> !isGiven(v));
            conclusion = missing ? new Conclusion(Verdict.INDETERMINEE, open) : Conclusion.DIVERGENTE;
        }
        String libelle =
                (regle.nombre() == 1 ? "La meilleure note" : "Moyenne des " + regle.nombre() + " meilleures notes")
                        + " d’au moins " + Typographie.nombre(regle.seuil()) + "/" + sur.text() + " : "
                        + (enough ? low.text() + "/" + sur.text() : "à évaluer") + " (" + String.join(", ", told) + ")"
                        + (conclusion.verdict() == Verdict.INDETERMINEE ? waits(open) : "");
        return explain("MEILLEURES", libelle, conclusion);
    }

    private static boolean isGiven(Valeur value) {
        return value.etat() == Valeur.Etat.CONNUE || value.etat() == Valeur.Etat.DIVERGENTE;
    }

    private static boolean isKnown(Valeur value) {
        return value.etat() == Valeur.Etat.CONNUE;
    }

    static Valeur arrondie(Valeur value, Integer decimales) {
        if (decimales == null) {
            return value;
        }
        return new Valeur(
                value.etat(),
                value.basse().arrondie(decimales),
                value.haute().arrondie(decimales),
                value.bareme(),
                value.ouvertes());
    }

    static String arrondi(Integer decimales) {
        return decimales == null ? "" : ", arrondie à " + decimales + " décimale(s)";
    }

    static String plancher(BigDecimal plancher) {
        return plancher == null ? "" : " et aucune note sous " + Typographie.nombre(plancher);
    }

    static String outOf(Valeur value, Fraction sur) {
        return isKnown(value) ? value.text() + "/" + sur.text() : value.text();
    }

    /** Each term with its mark, its weight where it has one, and the floor that it misses. */
    static String detail(List<Terme> terms, List<Valeur> values, BigDecimal floor, boolean weights) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            Terme term = terms.get(i);
            BigDecimal asked = floor(term, floor);
            boolean under = asked != null && verdict(values.get(i), asked) == Verdict.NON_SATISFAITE;
            told.add(Termes.nom(term) + " " + values.get(i).text()
                    + (weights && term.poids().compareTo(BigDecimal.ONE) != 0
                            ? " × " + Typographie.nombre(term.poids())
                            : "")
                    + (under ? ", sous le plancher de " + Typographie.nombre(asked) : ""));
        }
        return String.join(", ", told);
    }

    private static BigDecimal floor(Terme terme, BigDecimal ofTheRule) {
        return terme.plancher() == null ? ofTheRule : terme.plancher();
    }

    /** What a value comes to against a threshold. */
    static Verdict verdict(Valeur value, BigDecimal seuil) {
        if (value.isIgnoree()) {
            return Verdict.INDETERMINEE;
        }
        if (!value.haute().reaches(seuil)) {
            return Verdict.NON_SATISFAITE;
        }
        if (value.etat() == Valeur.Etat.OUVERTE) {
            return Verdict.INDETERMINEE;
        }
        return value.basse().reaches(seuil) ? Verdict.SATISFAITE : Verdict.DIVERGENTE;
    }

    private static Conclusion compared(Valeur value, BigDecimal seuil) {
        Verdict verdict = verdict(value, seuil);
        return verdict == Verdict.INDETERMINEE
                ? new Conclusion(verdict, value.ouvertes())
                : Conclusion.settled(verdict);
    }

    /** The verdict on the whole, together with the floor of each term; a term that does not count has none. */
    private static Conclusion withFloors(
            List<Terme> terms, List<Valeur> values, BigDecimal floor, Conclusion ofTheWhole) {
        List<Conclusion> parts = new ArrayList<>();
        parts.add(ofTheWhole);
        for (int i = 0; i < terms.size(); i++) {
            BigDecimal asked = floor(terms.get(i), floor);
            if (asked != null && !values.get(i).isIgnoree()) {
                parts.add(compared(values.get(i), asked));
            }
        }
        return atLeast(parts.size(), parts);
    }

    private String waits(Set<String> open) {
        return open.isEmpty() ? "" : ", épreuve(s) " + described(open);
    }

    private Conclusion threshold(String kind, String word, String epreuve, BigDecimal seuil, String suffix) {
        PlanEpreuve planned = plan.epreuve(epreuve);
        String bareme = planned.bareme.text();
        String asked =
                word + " : " + Typographie.nombre(seuil) + "/" + bareme + " à l’épreuve " + epreuve + suffix + " : ";
        Optional<NoteEpreuve> note = resultats.note(planned);
        if (note.isEmpty()) {
            return explain(
                    kind, asked + described(Set.of(epreuve)), new Conclusion(Verdict.INDETERMINEE, Set.of(epreuve)));
        }
        NoteEpreuve given = note.get();
        String instead =
                given.epreuve() == planned ? "" : " à l’épreuve " + given.epreuve().code + ", passée à sa place";
        String detail = given.sommes().size() < 2
                ? ""
                : " (" + together(given.valeur()) + " de " + given.sommes().size() + " évaluateurs : "
                        + given.sommes().stream().map(Typographie::nombre).collect(Collectors.joining(" et "))
                        + ")";
        return explain(
                kind,
                asked + outOf(given.valeur(), planned.bareme) + instead + detail,
                compared(given.valeur(), seuil));
    }

    private String together(Valeur value) {
        if (value.etat() == Valeur.Etat.DIVERGENTE) {
            return "écart trop grand entre les notes";
        }
        return switch (plan.points) {
            case MOYENNE -> "moyenne";
            case PLUS_BASSE -> "la plus basse";
            case PLUS_HAUTE -> "la plus haute";
        };
    }

    private Conclusion eliminatoire(Regle.Eliminatoire regle) {
        PlanCritere critere = Objects.requireNonNull(plan.critere(regle.critere()));
        String name = "Critère éliminatoire " + critere.critere.code() + " « " + critere.critere.intitule() + " » : ";
        Optional<String> failure = resultats.failure(critere);
        if (failure.isPresent()) {
            return explain(
                    "ELIMINATOIRE",
                    name + "non satisfait à l’épreuve " + failure.get() + " pour un évaluateur au moins",
                    Conclusion.NON_SATISFAITE);
        }
        Set<String> open = new LinkedHashSet<>();
        boolean met = false;
        boolean ignored = false;
        for (PlanEpreuve epreuve : critere.epreuves) {
            if (resultats.isDispensed(epreuve)) {
                continue;
            }
            if (!resultats.isSat(epreuve)) {
                open.add(epreuve.code);
                continue;
            }
            Accord accord = resultats.accord(epreuve, critere);
            if (accord == Accord.NON_ACQUIS) {
                return explain(
                        "ELIMINATOIRE",
                        name + "non observé à l’épreuve " + epreuve.code + ", ce qui vaut non acquis",
                        Conclusion.NON_SATISFAITE);
            }
            met |= accord == Accord.ACQUIS;
            ignored |= accord == Accord.IGNORE;
        }
        if (met) {
            return explain("ELIMINATOIRE", name + "satisfait", Conclusion.SATISFAITE);
        }
        if (open.isEmpty() && ignored) {
            return explain("ELIMINATOIRE", name + "non observé, ne compte pas", Conclusion.SATISFAITE);
        }
        return explain(
                "ELIMINATOIRE",
                name + (open.isEmpty() ? "non observé" : "à évaluer, épreuve(s) " + described(open)),
                new Conclusion(Verdict.INDETERMINEE, open));
    }

    private Conclusion attestation(String kind, String prerequis, String suffix) {
        String name = referentiel
                .certification()
                .prerequis(prerequis)
                .map(Prerequis::intitule)
                .orElse(prerequis);
        boolean held = contexte.attestations().contains(prerequis);
        return explain(
                kind,
                name + suffix + " : "
                        + (held ? "détenu et en cours de validité" : "non détenu ou périmé à la date de l’évaluation"),
                held ? Conclusion.SATISFAITE : Conclusion.NON_SATISFAITE);
    }

    private String described(Collection<String> epreuves) {
        return epreuves.stream()
                .map(epreuve -> epreuve
                        + switch (resultats.tenue(epreuve)) {
                            case ABSENCE ->
                                resultats
                                        .absence(plan.epreuve(epreuve))
                                        .filter(p -> p == Presence.ABANDON)
                                        .map(p -> " (abandon)")
                                        .orElse(" (absence)");
                            case DISCORDANTE -> " (présence à accorder entre évaluateurs)";
                            case ATTENDUE, NOTEE ->
                                resultats
                                        .closedGate(epreuve)
                                        .map(porte -> " (fermée par la porte " + name(porte) + ")")
                                        .orElse(" (notes attendues)");
                        })
                .collect(Collectors.joining(", "));
    }

    private static String name(Porte porte) {
        return porte.epreuve() == null ? porte.prerequis() : porte.epreuve();
    }

    private Conclusion explain(String kind, String libelle, Conclusion conclusion) {
        explications.add(new Explication(depth, kind, Typographie.francaise(libelle), conclusion.verdict()));
        return conclusion;
    }
}
