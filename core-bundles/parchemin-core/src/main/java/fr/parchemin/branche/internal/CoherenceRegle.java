package fr.parchemin.branche.internal;

import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Competence;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Regle;
import fr.parchemin.referentiel.Terme;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rule of a bloc that can come out either way: it names what exists, and what it asks can be reached. */
final class CoherenceRegle {

    private final Referentiel referentiel;
    private final BlocCompetences bloc;
    private final String blocPointer;
    private final Map<String, String> criteres;
    private final Objections objections;
    private final Set<String> eliminatoires = new HashSet<>();
    /** Gates on a mark, by pointer. */
    private final Map<String, Regle.Porte> portes = new LinkedHashMap<>();
    /** Criteria, acquired or not, on which the outcome hangs. */
    private final Set<String> decisifs = new HashSet<>();

    /**
     * @param criteres pointer of each criterion of the bloc, by code
     */
    CoherenceRegle(
            Referentiel referentiel,
            BlocCompetences bloc,
            String blocPointer,
            Map<String, String> criteres,
            Objections objections) {
        this.referentiel = referentiel;
        this.bloc = bloc;
        this.blocPointer = blocPointer;
        this.criteres = criteres;
        this.objections = objections;
    }

    void check() {
        checkGrid();
        if (bloc.note() != null) {
            checkTerms(bloc.note().termes(), blocPointer + "/note", null);
        }
        check(bloc.regle(), blocPointer + "/regle");
        checkGates();
        for (Competence competence : bloc.competences()) {
            for (Critere critere : competence.criteres()) {
                if (critere.eliminatoire() && !eliminatoires.contains(critere.code())) {
                    objections.add(
                            criteres.get(critere.code()) + "/eliminatoire",
                            "le critère « " + critere.code()
                                    + " » est dit éliminatoire, mais aucune règle ELIMINATOIRE du bloc ne le nomme");
                }
            }
        }
        checkReplacements();
    }

    private void check(Regle regle, String at) {
        if (regle instanceof Regle.CompetencesAcquises acquises) {
            checkCompetences(acquises.competences(), at);
        } else if (regle instanceof Regle.NoteMinimale note) {
            checkThreshold(note.epreuve(), note.seuil(), at);
        } else if (regle instanceof Regle.Porte porte) {
            checkThreshold(porte.epreuve(), porte.seuil(), at);
            checkOthers(porte.epreuve(), porte.ouvre(), at + "/ouvre");
            portes.put(at, porte);
        } else if (regle instanceof Regle.Eliminatoire eliminatoire) {
            checkEliminatoire(eliminatoire.critere(), at + "/critere");
        } else if (regle instanceof Regle.Attestation attestation) {
            checkPrerequis(attestation.prerequis(), at);
        } else if (regle instanceof Regle.PorteAttestation porte) {
            checkPrerequis(porte.prerequis(), at);
            checkOthers(null, porte.ouvre(), at + "/ouvre");
        } else if (regle instanceof Regle.Moyenne moyenne) {
            checkMoyenne(moyenne, at);
        } else if (regle instanceof Regle.Total total) {
            checkTotal(total, at);
        } else if (regle instanceof Regle.Meilleures meilleures) {
            checkMeilleures(meilleures, at);
        } else if (regle instanceof Regle.PourcentageAcquis pourcentage) {
            checkCompetences(pourcentage.competences(), at);
            checkWeights(pourcentage.competences(), Critere::isDecisif, at);
        } else if (regle instanceof Regle.TauxParCompetence taux) {
            checkKnown(taux.competences(), at);
            for (Competence competence : named(taux.competences())) {
                decisifs.addAll(decisive(competence));
                if (competence.criteres().stream().allMatch(c -> c.poids().signum() == 0)) {
                    objections.add(at, "les critères de la compétence « " + competence.code() + " » ne pèsent rien");
                }
            }
        } else if (regle instanceof Regle.NiveauParCompetence niveau) {
            checkKnown(niveau.competences(), at);
            named(niveau.competences()).forEach(c -> checkNiveau(c, niveau.niveau(), at));
        } else if (regle instanceof Regle.Toutes toutes) {
            checkAll(toutes.regles(), at);
        } else if (regle instanceof Regle.AuMoins auMoins) {
            objections.reachable(auMoins.nombre(), auMoins.regles(), at + "/nombre");
            checkAll(auMoins.regles(), at);
        }
    }

    private void checkAll(List<Regle> regles, String at) {
        int index = 0;
        for (Regle part : regles) {
            check(part, at + "/regles/" + index++);
        }
    }

    private void checkCompetences(List<String> named, String at) {
        checkKnown(named, at);
        for (Competence competence : named(named)) {
            List<String> binary = decisive(competence);
            if (binary.isEmpty()) {
                objections.add(
                        at,
                        "la compétence « " + competence.code()
                                + " » n’a aucun critère BINAIRE ou à NIVEAUX, la règle ne peut pas dire si elle est acquise");
            }
            decisifs.addAll(binary);
        }
    }

    private static List<String> decisive(Competence competence) {
        return competence.criteres().stream()
                .filter(Critere::isDecisif)
                .map(Critere::code)
                .toList();
    }

    private List<Competence> named(List<String> codes) {
        return bloc.competences().stream()
                .filter(c -> codes.isEmpty() || codes.contains(c.code()))
                .toList();
    }

    private void checkKnown(List<String> codes, String at) {
        for (String code : codes) {
            if (competence(code).isEmpty()) {
                objections.add(at + "/competences", "la compétence « " + code + " » n’existe pas dans le bloc");
            }
        }
    }

    private Optional<Competence> competence(String code) {
        return bloc.competences().stream().filter(c -> c.code().equals(code)).findFirst();
    }

    private Optional<Critere> critere(String code) {
        return bloc.competences().stream()
                .flatMap(c -> c.criteres().stream())
                .filter(c -> c.code().equals(code))
                .findFirst();
    }

    private void checkPrerequis(String code, String at) {
        if (referentiel.certification().prerequis(code).isEmpty()) {
            objections.add(at + "/prerequis", "le prérequis « " + code + " » n’existe pas");
        }
    }

    private void checkWeights(List<String> competences, Predicate<Critere> counted, String at) {
        if (named(competences).stream()
                .flatMap(c -> c.criteres().stream())
                .filter(counted)
                .allMatch(c -> c.poids().signum() == 0)) {
            objections.add(at, "les poids des critères comptés font zéro");
        }
    }

    private void checkNiveau(Competence competence, String niveau, String at) {
        List<Critere> marked = competence.criteres().stream()
                .filter(c -> c.echelle() == Critere.Echelle.NIVEAUX)
                .toList();
        if (marked.isEmpty()) {
            objections.add(at, "la compétence « " + competence.code() + " » n’a aucun critère à NIVEAUX");
        }
        for (Critere critere : marked) {
            decisifs.add(critere.code());
            if (critere.rang(niveau) < 0) {
                objections.add(
                        at + "/niveau", "le critère « " + critere.code() + " » n’a pas de niveau « " + niveau + " »");
            } else if (critere.rang(niveau) == 0) {
                objections.add(
                        at + "/niveau",
                        "« " + niveau + " » est le plus bas niveau du critère « " + critere.code()
                                + " », tout candidat l’atteint");
            }
        }
    }

    private void checkMoyenne(Regle.Moyenne regle, String at) {
        if (regle.termes().isEmpty() && bloc.note() == null) {
            objections.add(at, "la moyenne ne nomme aucun terme et le bloc ne dit pas comment se calcule sa note");
        }
        if (!regle.termes().isEmpty()) {
            checkTerms(regle.termes(), at, regle.sur());
        }
        checkReachable(regle.seuil(), regle.sur(), at + "/seuil");
        checkFloor(regle.plancher(), regle.sur(), at);
    }

    private void checkReachable(BigDecimal seuil, BigDecimal sur, String at) {
        if (seuil.compareTo(sur) > 0) {
            objections.add(
                    at, plain(seuil) + " dépasse l’échelle de " + plain(sur) + ", aucun candidat ne peut l’atteindre");
        }
    }

    private void checkFloor(BigDecimal plancher, BigDecimal sur, String at) {
        if (plancher != null && plancher.compareTo(sur) > 0) {
            objections.add(
                    at + "/plancher", "le plancher de " + plain(plancher) + " dépasse l’échelle de " + plain(sur));
        }
    }

    private void checkTotal(Regle.Total regle, String at) {
        checkTerms(regle.termes(), at, null);
        BigDecimal whole = BigDecimal.ZERO;
        int index = 0;
        for (Terme terme : regle.termes()) {
            String place = at + "/termes/" + index++;
            if (terme.source() != null) {
                objections.add(place + "/source", "une source se lit dans une moyenne, pas dans un total");
                continue;
            }
            if (terme.poids().compareTo(BigDecimal.ONE) != 0) {
                objections.add(place + "/poids", "un total additionne des points, un poids n’y a pas de sens");
            }
            BigDecimal bareme = bareme(terme);
            whole = whole.add(bareme);
            BigDecimal floor = terme.plancher() == null ? regle.plancher() : terme.plancher();
            if (bareme.signum() > 0 && floor != null && floor.compareTo(bareme) > 0) {
                objections.add(
                        terme.plancher() == null ? at + "/plancher" : place + "/plancher",
                        "le plancher de " + plain(floor) + " dépasse le barème de " + plain(bareme) + " d’un terme");
            }
        }
        if (whole.signum() > 0 && regle.seuil().compareTo(whole) > 0) {
            objections.add(at + "/seuil", plain(regle.seuil()) + " dépasse le total possible de " + plain(whole));
        }
    }

    private void checkMeilleures(Regle.Meilleures regle, String at) {
        for (String code : regle.epreuves()) {
            checkMarked(code, at + "/epreuves");
        }
        if (regle.nombre() > regle.epreuves().size()) {
            objections.add(
                    at + "/nombre",
                    regle.nombre() + " notes retenues sur " + regle.epreuves().size() + " épreuves");
        }
        checkReachable(regle.seuil(), regle.sur(), at + "/seuil");
    }

    /**
     * @param sur scale of the rule, {@code null} when terms keep their own
     */
    private void checkTerms(List<Terme> termes, String at, BigDecimal sur) {
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (Terme terme : termes) {
            String place = at + "/termes/" + index++;
            long named = Stream.of(terme.epreuve(), terme.competence(), terme.critere(), terme.source())
                    .filter(Objects::nonNull)
                    .count();
            if (named != 1) {
                objections.add(
                        place,
                        "un terme nomme exactement un de « epreuve », « competence », « critere » ou « source »");
                continue;
            }
            checkTerm(terme, place);
            if (!seen.add(terme.epreuve() + "/" + terme.competence() + "/" + terme.critere() + "/" + terme.source())) {
                objections.add(place, "ce terme figure deux fois");
            }
            if (sur != null) {
                checkFloor(terme.plancher(), sur, place);
            }
        }
        if (termes.stream().allMatch(t -> t.poids().signum() == 0)) {
            objections.add(at + "/termes", "les poids font zéro");
        }
    }

    private void checkTerm(Terme terme, String at) {
        if (terme.epreuve() != null) {
            checkMarked(terme.epreuve(), at + "/epreuve");
        } else if (terme.competence() != null) {
            Optional<Competence> competence = competence(terme.competence());
            if (competence.isEmpty()) {
                objections.add(
                        at + "/competence", "la compétence « " + terme.competence() + " » n’existe pas dans le bloc");
            } else {
                decisifs.addAll(decisive(competence.get()));
                if (bareme(terme).signum() == 0) {
                    objections.add(
                            at + "/competence",
                            "les critères de la compétence « " + terme.competence() + " » ne pèsent rien");
                }
            }
        } else if (terme.critere() != null) {
            critere(terme.critere())
                    .ifPresentOrElse(
                            critere -> decisifs.add(critere.code()),
                            () -> objections.add(
                                    at + "/critere",
                                    "le critère « " + terme.critere() + " » n’existe pas dans le bloc"));
        } else {
            List<Epreuve> epreuves = bloc.epreuves().stream()
                    .filter(e -> terme.source().equals(e.source()))
                    .toList();
            epreuves.forEach(e -> checkMarked(e.code(), at + "/source"));
            if (epreuves.stream().allMatch(e -> e.poids().signum() == 0)) {
                objections.add(
                        at + "/source",
                        epreuves.isEmpty()
                                ? "aucune épreuve du bloc n’a « " + terme.source() + " » pour source"
                                : "les épreuves de la source « " + terme.source() + " » ne pèsent rien");
            }
        }
    }

    /** An épreuve that exists and bears points. */
    private void checkMarked(String code, String at) {
        bloc.epreuve(code)
                .ifPresentOrElse(
                        epreuve -> {
                            if (bloc.bareme(epreuve).signum() == 0) {
                                objections.add(at, "l’épreuve « " + code + " » n’a aucun critère noté en points");
                            }
                        },
                        () -> objections.add(at, "l’épreuve « " + code + " » n’existe pas dans le bloc"));
    }

    /** The most that a term can bring, zero when it names nothing. */
    private BigDecimal bareme(Terme terme) {
        if (terme.epreuve() != null) {
            return bloc.epreuve(terme.epreuve()).map(bloc::bareme).orElse(BigDecimal.ZERO);
        }
        if (terme.competence() != null) {
            return competence(terme.competence()).stream()
                    .flatMap(c -> c.criteres().stream())
                    .map(c -> c.maximum().multiply(c.poids()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        return critere(terme.critere()).map(Critere::maximum).orElse(BigDecimal.ZERO);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** Scales and épreuves, apart from the rule. */
    private void checkGrid() {
        for (Competence competence : bloc.competences()) {
            for (Critere critere : competence.criteres()) {
                if (critere.echelle() == Critere.Echelle.NIVEAUX) {
                    checkScale(critere, criteres.get(critere.code()));
                }
            }
        }
        int index = 0;
        for (Epreuve epreuve : bloc.epreuves()) {
            String at = blocPointer + "/epreuves/" + index++;
            Collection<Critere> seen = bloc.criteres(epreuve).values();
            if (!seen.isEmpty() && seen.stream().allMatch(Critere::collectif)) {
                objections.add(
                        at,
                        "l’épreuve de groupe n’a aucun critère individuel, deux membres du groupe n’y seraient pas distingués");
            }
            if (epreuve.passages() != null) {
                checkPassages(epreuve, at + "/passages");
            }
        }
    }

    private void checkScale(Critere critere, String at) {
        Set<String> codes = new HashSet<>();
        int index = 0;
        int marked = 0;
        BigDecimal before = null;
        for (Critere.Niveau niveau : critere.niveaux()) {
            String place = at + "/niveaux/" + index++;
            objections.unique(codes, niveau.code(), place + "/code", "le niveau");
            if (niveau.points() != null) {
                marked++;
                if (before != null && niveau.points().compareTo(before) < 0) {
                    objections.add(place + "/points", "ce niveau vaut moins que le précédent, qui est plus bas");
                }
                before = niveau.points();
            }
        }
        if (marked > 0 && marked < critere.niveaux().size()) {
            objections.add(at + "/niveaux", "tous les niveaux ont des points, ou aucun");
        }
        if (marked == critere.niveaux().size() && before.signum() == 0) {
            objections.add(at + "/niveaux", "aucun niveau ne vaut de points");
        }
        int from = critere.rang(critere.acquisA());
        if (from < 0) {
            objections.add(at + "/acquisA", "le niveau « " + critere.acquisA() + " » n’existe pas");
        } else if (from == 0) {
            objections.add(
                    at + "/acquisA", "« " + critere.acquisA() + " » est le plus bas niveau, tout candidat l’atteint");
        }
    }

    private void checkPassages(Epreuve epreuve, String at) {
        Epreuve.Passages passages = epreuve.passages();
        if (passages.minimum() > passages.maximum()) {
            objections.add(
                    at + "/minimum",
                    passages.minimum() + " passages demandés, " + passages.maximum() + " admis au plus");
        }
        if (passages.retenu() == Epreuve.Passages.Retenu.MOYENNE
                && bloc.bareme(epreuve).signum() == 0) {
            objections.add(at + "/retenu", "l’épreuve n’a aucun critère noté en points, elle n’a pas de moyenne");
        }
        if (passages.conservation() != null) {
            if (passages.retenu() != Epreuve.Passages.Retenu.DERNIER || passages.minimum() > 1) {
                objections.add(
                        at + "/conservation",
                        "une note gardée d’une session à l’autre va avec « retenu: DERNIER » et un seul passage par session");
            }
            if (bloc.bareme(epreuve).signum() == 0) {
                objections.add(at + "/conservation", "l’épreuve n’a aucun critère noté en points");
            }
        }
    }

    /** No gate waits for what it closes, by whatever way round. */
    private void checkGates() {
        portes.forEach((at, porte) -> {
            Set<String> behind = new HashSet<>();
            Deque<String> left = new ArrayDeque<>(porte.ouvre());
            while (!left.isEmpty()) {
                String closed = left.pop();
                if (behind.add(closed)) {
                    portes.values().stream()
                            .filter(p -> p.epreuve().equals(closed))
                            .forEach(p -> left.addAll(p.ouvre()));
                }
            }
            if (behind.contains(porte.epreuve()) && !porte.ouvre().contains(porte.epreuve())) {
                objections.add(
                        at + "/ouvre",
                        "les portes se ferment l’une l’autre : l’épreuve « " + porte.epreuve()
                                + " » ne s’ouvre qu’après elle-même");
            }
        });
    }

    private void checkEliminatoire(String code, String at) {
        eliminatoires.add(code);
        decisifs.add(code);
        critere(code)
                .ifPresentOrElse(
                        critere -> {
                            if (!critere.isDecisif()) {
                                objections.add(at, "le critère « " + code + " » n’est pas BINAIRE ni à NIVEAUX");
                            } else if (!critere.eliminatoire()) {
                                objections.add(
                                        at,
                                        "le critère « " + code
                                                + " » n’est pas signalé à l’évaluateur, il lui manque « eliminatoire: true »");
                            }
                        },
                        () -> objections.add(at, "le critère « " + code + " » n’existe pas dans le bloc"));
    }

    private void checkThreshold(String code, BigDecimal seuil, String at) {
        bloc.epreuve(code)
                .ifPresentOrElse(
                        epreuve -> checkThreshold(epreuve, seuil, at),
                        () -> objections.add(at + "/epreuve", "l’épreuve « " + code + " » n’existe pas dans le bloc"));
    }

    private void checkThreshold(Epreuve epreuve, BigDecimal seuil, String at) {
        BigDecimal bareme = bloc.bareme(epreuve);
        if (bareme.signum() == 0) {
            objections.add(at + "/epreuve", "l’épreuve « " + epreuve.code() + " » n’a aucun critère noté en points");
        } else if (seuil.compareTo(bareme) > 0) {
            objections.add(
                    at + "/seuil",
                    seuil.toPlainString() + " dépasse le barème de "
                            + bareme.stripTrailingZeros().toPlainString());
        }
        for (Epreuve other : alternatives(epreuve)) {
            if (bloc.bareme(other).compareTo(bareme) != 0) {
                objections.add(
                        at + "/epreuve",
                        "l’épreuve « " + other.code()
                                + " », qui peut être passée à sa place, n’a pas le même barème : "
                                + bloc.bareme(other).stripTrailingZeros().toPlainString() + " au lieu de "
                                + bareme.stripTrailingZeros().toPlainString());
            }
        }
    }

    private void checkOthers(String epreuve, List<String> named, String at) {
        for (String other : named) {
            if (bloc.epreuve(other).isEmpty() || other.equals(epreuve)) {
                objections.add(at, "l’épreuve « " + other + " » n’est pas une autre épreuve du bloc");
            }
        }
    }

    private List<Epreuve> alternatives(Epreuve epreuve) {
        return bloc.epreuves().stream()
                .filter(other -> other != epreuve)
                .filter(other -> other.remplace().contains(epreuve.code())
                        || epreuve.remplace().contains(other.code()))
                .toList();
    }

    /** The épreuves that need not be sat when that one was: those it replaces, and those that replace only these. */
    private Set<Epreuve> dispensed(Epreuve sat) {
        Set<Epreuve> gone = new HashSet<>(alternatives(sat));
        Set<String> codes = gone.stream().map(Epreuve::code).collect(Collectors.toSet());
        bloc.epreuves().stream()
                .filter(e -> e != sat && !e.remplace().isEmpty() && codes.containsAll(e.remplace()))
                .forEach(gone::add);
        return gone;
    }

    /** Whoever sits an épreuve in the place of another must still be able to show what the rule asks. */
    private void checkReplacements() {
        int index = 0;
        for (Epreuve epreuve : bloc.epreuves()) {
            String at = blocPointer + "/epreuves/" + index++ + "/remplace";
            checkOthers(epreuve.code(), epreuve.remplace(), at);
            for (String code : epreuve.remplace()) {
                bloc.epreuve(code).filter(other -> other != epreuve).ifPresent(other -> {
                    checkStillSeen(epreuve, other, at);
                    checkStillSeen(other, epreuve, at);
                });
            }
        }
    }

    private void checkStillSeen(Epreuve sat, Epreuve other, String at) {
        Set<Epreuve> gone = dispensed(sat);
        for (String critere : bloc.criteres(other).keySet()) {
            boolean seen = bloc.epreuves().stream()
                    .filter(e -> !gone.contains(e))
                    .anyMatch(e -> bloc.criteres(e).containsKey(critere));
            if (decisifs.contains(critere) && !seen) {
                objections.add(
                        at,
                        "qui passe l’épreuve « " + sat.code() + " » à la place de « " + other.code()
                                + " » n’est plus évalué sur le critère « " + critere + " », que la règle demande");
            }
        }
    }
}
