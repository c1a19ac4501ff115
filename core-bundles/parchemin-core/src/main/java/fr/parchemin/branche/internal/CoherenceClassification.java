package fr.parchemin.branche.internal;

import fr.parchemin.classification.Classification;
import fr.parchemin.classification.Classification.Axe;
import fr.parchemin.classification.Classification.Chevauchement;
import fr.parchemin.classification.Classification.CritereCotation;
import fr.parchemin.classification.Classification.Degre;
import fr.parchemin.classification.Classification.EmploiRepere;
import fr.parchemin.classification.Classification.Forme;
import fr.parchemin.classification.Classification.Formule;
import fr.parchemin.classification.Classification.Minimum;
import fr.parchemin.classification.Classification.Position;
import fr.parchemin.classification.Classification.RegleConvention;
import fr.parchemin.classification.Classification.Statut;
import fr.parchemin.classification.Classification.Trou;
import fr.parchemin.classification.Classification.Valeur;
import fr.parchemin.classification.Classification.Variante;
import fr.parchemin.classification.Cotation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A grid without a hole: every cotation that the criteria allow leads to one position, every job to a position that exists.
 * Where the text of the convention itself has a hole or two rows, the definition declares it, and declares no other.
 */
final class CoherenceClassification {

    private final Classification classification;
    private final Objections objections;

    CoherenceClassification(Classification classification, Objections objections) {
        this.classification = classification;
        this.objections = objections;
    }

    void check() {
        checkCriteres();
        checkAxes();
        checkPositions();
        checkStatuts();
        checkFormules();
        checkEmplois();
        Set<String> secteurs = new HashSet<>();
        int index = 0;
        for (Classification.Secteur secteur : classification.secteurs()) {
            objections.unique(secteurs, secteur.code(), "/secteurs/" + index++ + "/code", "le secteur");
        }
        Set<String> regles = new HashSet<>();
        index = 0;
        for (RegleConvention regle : classification.regles()) {
            objections.unique(regles, regle.code(), "/regles/" + index++ + "/code", "la règle");
        }
    }

    private void checkCriteres() {
        Set<String> criteres = new HashSet<>();
        int index = 0;
        for (CritereCotation critere : classification.criteres()) {
            String at = "/criteres/" + index++;
            objections.unique(criteres, critere.code(), at + "/code", "le critère");
            Set<String> degres = new HashSet<>();
            int rank = 0;
            int before = -1;
            for (Degre degre : critere.degres()) {
                String place = at + "/degres/" + rank++;
                objections.unique(degres, String.valueOf(degre.degre()), place + "/degre", "le degré");
                if (degre.points() != null && degre.points() < before) {
                    objections.add(
                            place + "/points", "un degré plus haut n’apporte pas moins de points que le précédent");
                }
                before = degre.points() == null ? before : degre.points();
            }
        }
    }

    private void checkPositions() {
        Set<String> keys = new HashSet<>();
        int index = 0;
        for (Position position : classification.positions()) {
            String at = "/positions/" + index;
            objections.unique(keys, position.cle(), at + "/cle", "la clé");
            checkMinima(position.minima(), at + "/minima");
            checkVariantes(position, at);
            checkSeuils(position, at, index++ == 0);
        }
        if (classification.forme() == Forme.COTATION) {
            checkTotals();
        }
        if (classification.forme() == Forme.HIERARCHIE) {
            checkCombinations();
        }
    }

    // ---- totals

    private void checkTotals() {
        Set<Integer> reachable = totals();
        checkDeclared(reachable);
        int lowest = reachable.stream().mapToInt(Integer::intValue).min().orElse(0);
        int highest = reachable.stream().mapToInt(Integer::intValue).max().orElse(0);
        // A grid that the text itself prints with holes may also print rows that no total reaches.
        boolean asPrinted = !classification.trous().isEmpty()
                || !classification.chevauchements().isEmpty();
        int expected = lowest;
        int index = 0;
        for (Position position : classification.positions()) {
            String at = "/positions/" + index;
            if (position.cotationMin() > position.cotationMax()) {
                objections.add(at + "/cotationMax", "cotationMax est inférieur à cotationMin");
            } else if (isBroken(position.cotationMin(), expected, reachable, index == 0 && !asPrinted)) {
                objections.add(at + "/cotationMin", "les cotations doivent se suivre : " + expected + " attendu");
            }
            expected = position.cotationMax() + 1;
            index++;
        }
        String last = "/positions/" + (index - 1) + "/cotationMax";
        boolean tooShort = undeclaredHole(expected, highest, reachable);
        if (tooShort || (expected - 1 > highest && !asPrinted)) {
            objections.add(
                    last,
                    "la dernière position s’arrête à la cotation " + (expected - 1) + ", les critères vont jusqu’à "
                            + highest);
        }
    }

    /** Whether a row that begins there leaves totals without a position, or gives some a second one, undeclared. */
    private boolean isBroken(int min, int expected, Set<Integer> reachable, boolean strictly) {
        if (strictly && min != expected) {
            return true;
        }
        return min > expected
                ? undeclaredHole(expected, min - 1, reachable)
                : IntStream.range(min, expected)
                        .filter(reachable::contains)
                        .anyMatch(total -> classification.chevauchements().stream()
                                .noneMatch(c -> c.de() <= total && total <= c.a()));
    }

    private boolean undeclaredHole(int from, int to, Set<Integer> reachable) {
        return IntStream.rangeClosed(from, to)
                .filter(reachable::contains)
                .anyMatch(total -> classification.trous().stream().noneMatch(t -> t.de() <= total && total <= t.a()));
    }

    /** A declaration that no total of the grid bears out is a mistake too. */
    private void checkDeclared(Set<Integer> reachable) {
        int index = 0;
        for (Trou trou : classification.trous()) {
            String at = "/trous/" + index++;
            if (count(trou.de(), trou.a(), reachable, 0) == 0) {
                objections.add(at, "aucun total de cet intervalle n’est sans position : ce trou n’existe pas");
            }
            if (IntStream.rangeClosed(trou.de(), trou.a())
                    .filter(reachable::contains)
                    .anyMatch(total -> rows(total) > 0)) {
                objections.add(at, "une position couvre un total de cet intervalle");
            }
        }
        index = 0;
        for (Chevauchement chevauchement : classification.chevauchements()) {
            if (IntStream.rangeClosed(chevauchement.de(), chevauchement.a()).noneMatch(total -> rows(total) > 1)) {
                objections.add(
                        "/chevauchements/" + index,
                        "aucun total de cet intervalle n’a deux positions : ce chevauchement n’existe pas");
            }
            index++;
        }
    }

    private long count(int from, int to, Set<Integer> reachable, long rows) {
        return IntStream.rangeClosed(from, to)
                .filter(reachable::contains)
                .filter(total -> rows(total) == rows)
                .count();
    }

    private long rows(int total) {
        return classification.positions().stream()
                .filter(p -> p.cotationMin() <= total && total <= p.cotationMax())
                .count();
    }

    /** Every sum that the criteria allow: with unequal steps some numbers are never reached. */
    private Set<Integer> totals() {
        Set<Integer> sums = new TreeSet<>(Set.of(0));
        for (CritereCotation critere : classification.criteres()) {
            Set<Integer> next = new TreeSet<>();
            for (int sum : sums) {
                critere.degres().forEach(d -> next.add(sum + d.valeur()));
            }
            sums = next;
        }
        return sums;
    }

    private void checkSeuils(Position position, String at, boolean first) {
        if (first && !position.seuils().isEmpty()) {
            objections.add(
                    at + "/seuils",
                    "la position la plus basse n’a pas de seuil, sinon un emploi pourrait n’en avoir aucune");
        }
        position.seuils().forEach((code, degre) -> {
            Optional<CritereCotation> critere = classification.criteres().stream()
                    .filter(c -> c.code().equals(code))
                    .findFirst();
            if (critere.isEmpty()) {
                objections.add(at + "/seuils/" + code, "le critère « " + code + " » n’existe pas");
            } else if (critere.get().degres().stream().noneMatch(d -> d.degre() == degre)) {
                objections.add(
                        at + "/seuils/" + code, "le degré " + degre + " du critère « " + code + " » n’existe pas");
            }
        });
    }

    // ---- variants

    private void checkVariantes(Position position, String at) {
        if (position.variantes().isEmpty()) {
            return;
        }
        if (position.coefficient() != null) {
            objections.add(at + "/coefficient", "le coefficient est donné par « variantes », laissez null ici");
        }
        int index = 0;
        for (Variante variante : position.variantes()) {
            checkMinima(variante.minima(), at + "/variantes/" + index++ + "/minima");
        }
        Set<Integer> ages = bounds(position, Variante::ageMin, Variante::ageMax);
        Set<Integer> seniorities = bounds(position, Variante::ancienneteMoisMin, Variante::ancienneteMoisMax);
        for (int age : ages) {
            for (int months : seniorities) {
                long held = position.variantes().stream()
                        .filter(v -> v.holds(age, months))
                        .count();
                if (held != 1) {
                    objections.add(
                            at + "/variantes",
                            (held == 0 ? "aucune variante" : held + " variantes") + " à " + age + " ans et " + months
                                    + " mois d’ancienneté : il en faut exactement une");
                    return;
                }
            }
        }
    }

    /** Every value at which another variant could begin. */
    private static Set<Integer> bounds(
            Position position, Function<Variante, Integer> min, Function<Variante, Integer> max) {
        Set<Integer> bounds = new TreeSet<>(Set.of(0));
        for (Variante variante : position.variantes()) {
            if (min.apply(variante) != null) {
                bounds.add(min.apply(variante));
            }
            if (max.apply(variante) != null) {
                bounds.add(max.apply(variante) + 1);
            }
        }
        return bounds;
    }

    // ---- hierarchies

    private void checkAxes() {
        Set<String> codes = new HashSet<>();
        int index = 0;
        for (Axe axe : classification.axes()) {
            String at = "/axes/" + index++;
            objections.unique(codes, axe.code(), at + "/code", "l’axe");
            Set<String> values = new HashSet<>();
            int rank = 0;
            for (Valeur valeur : axe.valeurs()) {
                objections.unique(values, valeur.code(), at + "/valeurs/" + rank++ + "/code", "la valeur");
            }
        }
    }

    private void checkCombinations() {
        Map<Map<String, String>, String> taken = new HashMap<>();
        int index = 0;
        for (Position position : classification.positions()) {
            String at = "/positions/" + index++ + "/axes";
            if (!areAxes(position.axes(), at)) {
                continue;
            }
            if (position.axes().size() != classification.axes().size()) {
                objections.add(at, "il faut une valeur sur chaque axe");
            } else {
                String other = taken.put(position.axes(), position.cle());
                if (other != null) {
                    objections.add(at, "la position « " + other + " » a déjà ces valeurs");
                }
            }
        }
        index = 0;
        List<Map<String, String>> declared = new ArrayList<>();
        for (Trou trou : classification.trous()) {
            String at = "/trous/" + index++ + "/axes";
            if (areAxes(trou.axes(), at)) {
                declared.add(trou.axes());
                if (taken.keySet().stream()
                        .anyMatch(combination ->
                                combination.entrySet().containsAll(trou.axes().entrySet()))) {
                    objections.add(at, "une position a cette combinaison : ce trou n’existe pas");
                }
            }
        }
        combinations().stream()
                .filter(c -> !taken.containsKey(c))
                .filter(c -> declared.stream().noneMatch(hole -> c.entrySet().containsAll(hole.entrySet())))
                .findFirst()
                .ifPresent(c -> objections.add(
                        "/positions",
                        "aucune position pour " + described(c)
                                + " : donnez-la, ou déclarez la combinaison dans « trous »"));
    }

    private String described(Map<String, String> combination) {
        return classification.axes().stream()
                .map(axe -> axe.code() + " " + combination.get(axe.code()))
                .collect(Collectors.joining(", "));
    }

    private boolean areAxes(Map<String, String> given, String at) {
        boolean right = true;
        for (Map.Entry<String, String> value : given.entrySet()) {
            Optional<Axe> axe = classification.axes().stream()
                    .filter(a -> a.code().equals(value.getKey()))
                    .findFirst();
            if (axe.isEmpty()) {
                objections.add(at + "/" + value.getKey(), "l’axe « " + value.getKey() + " » n’existe pas");
                right = false;
            } else if (axe.get().valeurs().stream().noneMatch(v -> v.code().equals(value.getValue()))) {
                objections.add(
                        at + "/" + value.getKey(),
                        "la valeur « " + value.getValue() + " » n’existe pas sur l’axe « " + value.getKey() + " »");
                right = false;
            }
        }
        return right;
    }

    private List<Map<String, String>> combinations() {
        List<Map<String, String>> all = List.of(Map.of());
        for (Axe axe : classification.axes()) {
            List<Map<String, String>> next = new ArrayList<>();
            for (Map<String, String> begun : all) {
                for (Valeur valeur : axe.valeurs()) {
                    Map<String, String> longer = new HashMap<>(begun);
                    longer.put(axe.code(), valeur.code());
                    next.add(longer);
                }
            }
            all = next;
        }
        return all;
    }

    // ---- wages

    private void checkMinima(List<Minimum> minima, String at) {
        for (int index = 0; index < minima.size(); index++) {
            Minimum minimum = minima.get(index);
            if (minima.subList(0, index).stream().anyMatch(m -> overlap(m.du(), m.au(), minimum.du(), minimum.au()))) {
                objections.add(at + "/" + index + "/du", "un autre minimum vaut déjà à cette date");
            }
        }
    }

    private void checkFormules() {
        List<Formule> formules = classification.formules();
        for (int index = 0; index < formules.size(); index++) {
            Formule formule = formules.get(index);
            String at = "/formules/" + index;
            int rank = 0;
            for (String cle : formule.positions()) {
                if (classification.position(cle).isEmpty()) {
                    objections.add(
                            at + "/positions/" + rank, "la position « " + cle + " » n’existe pas dans la grille");
                }
                rank++;
            }
            if (formules.subList(0, index).stream()
                    .anyMatch(f -> overlap(f.du(), f.au(), formule.du(), formule.au()) && sharePosition(f, formule))) {
                objections.add(at + "/du", "une autre formule vaut déjà à cette date pour une même position");
            }
        }
    }

    private static boolean sharePosition(Formule one, Formule other) {
        return one.positions().isEmpty()
                || other.positions().isEmpty()
                || one.positions().stream().anyMatch(other.positions()::contains);
    }

    static boolean overlap(LocalDate du, LocalDate au, LocalDate otherDu, LocalDate otherAu) {
        return !(au != null && otherDu != null && au.isBefore(otherDu))
                && !(otherAu != null && du != null && otherAu.isBefore(du));
    }

    private void checkStatuts() {
        Set<String> keys =
                classification.positions().stream().map(Position::cle).collect(Collectors.toSet());
        int index = 0;
        for (Statut statut : classification.statuts()) {
            String at = "/statuts/" + index++;
            objections.unique(keys, statut.cle(), at + "/cle", "la clé");
            checkMinima(statut.minima(), at + "/minima");
        }
    }

    // ---- jobs

    private void checkEmplois() {
        Set<String> criteres =
                classification.criteres().stream().map(CritereCotation::code).collect(Collectors.toSet());
        Set<String> jobs = new HashSet<>();
        int index = 0;
        for (EmploiRepere emploi : classification.emplois()) {
            String at = "/emplois/" + index++;
            objections.unique(jobs, emploi.code(), at + "/code", "l’emploi");
            if (emploi.position() != null && emploi.statut() != null) {
                objections.add(at, "un emploi a une « position » ou un « statut », pas les deux");
            } else if (emploi.statut() != null) {
                if (classification.statut(emploi.statut()).isEmpty()) {
                    objections.add(at + "/statut", "le statut « " + emploi.statut() + " » n’existe pas dans la grille");
                }
            } else if (emploi.position() == null) {
                checkUnranked(emploi, criteres, at);
            } else {
                checkPosition(emploi, criteres, at);
            }
        }
    }

    private void checkUnranked(EmploiRepere emploi, Set<String> criteres, String at) {
        if (classification.forme() != Forme.PESEE) {
            objections.add(at, "la clé « position » est obligatoire, ou « statut » pour un emploi hors grille");
        } else if (!emploi.degres().isEmpty()) {
            rated(emploi.degres(), criteres, at);
        }
    }

    private void checkPosition(EmploiRepere emploi, Set<String> criteres, String at) {
        Optional<Position> position = classification.position(emploi.position());
        if (position.isEmpty()) {
            objections.add(at + "/position", "la position « " + emploi.position() + " » n’existe pas dans la grille");
        } else if (!emploi.degres().isEmpty()) {
            rated(emploi.degres(), criteres, at).ifPresent(total -> checkRating(emploi, position.get(), total, at));
        }
    }

    /** The total of a job; an objection when its criteria or its degrees are not those of the grid. */
    private Optional<Integer> rated(Map<String, Integer> degres, Set<String> criteres, String at) {
        if (!degres.keySet().equals(criteres)) {
            objections.add(at + "/degres", "les critères cotés ne sont pas exactement ceux de la grille");
            return Optional.empty();
        }
        return Optional.of(classification.criteres().stream()
                .mapToInt(c -> c.degres().stream()
                        .filter(d -> d.degre() == degres.get(c.code()))
                        .mapToInt(Degre::valeur)
                        .findFirst()
                        .orElse(degres.get(c.code())))
                .sum());
    }

    private void checkRating(EmploiRepere emploi, Position position, int total, String at) {
        boolean led = Cotation.rate(classification, emploi.degres())
                .fold(c -> c.position().cle().equals(position.cle()), refus -> false);
        if (!led && (position.cotationMin() > total || total > position.cotationMax())) {
            objections.add(
                    at + "/position",
                    "l’emploi est coté " + total + ", la position « " + position.cle() + " » va de "
                            + position.cotationMin() + " à " + position.cotationMax());
        } else if (!led && !position.seuils().isEmpty()) {
            objections.add(
                    at + "/position", "l’emploi n’atteint pas les seuils de la position « " + position.cle() + " »");
        }
    }
}
