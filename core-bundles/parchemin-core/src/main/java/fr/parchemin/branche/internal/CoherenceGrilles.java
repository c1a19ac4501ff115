package fr.parchemin.branche.internal;

import fr.parchemin.classification.Classification;
import fr.parchemin.classification.Classification.Position;
import fr.parchemin.classification.Classification.Remplacement;
import fr.parchemin.classification.Classification.Secteur;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The grids of a branch against each other: on a day one for each convention, sector and population; no circle of successors. */
final class CoherenceGrilles {

    private final List<Classification> grids;
    private final Objections objections;

    CoherenceGrilles(List<Classification> grids, Objections objections) {
        this.grids = grids;
        this.objections = objections;
    }

    /** Looks at one of the grids, against those before it. */
    void check(Classification grid) {
        grids.subList(0, grids.indexOf(grid)).stream()
                .filter(other -> sameGround(other, grid))
                .findFirst()
                .ifPresent(other -> objections.add(
                        "/du",
                        "la grille « " + other.code() + " » vaut aussi à cette date pour l’IDCC " + grid.idcc()
                                + " : distinguez-les par leurs dates, « secteurs » ou « population »"));
        if (grid.remplace() != null) {
            checkRemplace(grid, grid.remplace());
        }
    }

    private static boolean sameGround(Classification one, Classification other) {
        return one.idcc().equals(other.idcc())
                && Objects.equals(one.population(), other.population())
                && CoherenceClassification.overlap(one.du(), one.au(), other.du(), other.au())
                && (isPlaced(one) || isPlaced(other))
                && (one.secteurs().isEmpty() == other.secteurs().isEmpty())
                && (one.secteurs().isEmpty() || codes(one).stream().anyMatch(codes(other)::contains));
    }

    /** Whether it says what it is for: of grids that say nothing the effects choose by their code. */
    private static boolean isPlaced(Classification grid) {
        return !grid.secteurs().isEmpty() || grid.population() != null || grid.remplace() != null;
    }

    private static Set<String> codes(Classification grid) {
        return grid.secteurs().stream().map(Secteur::code).collect(Collectors.toSet());
    }

    private void checkRemplace(Classification grid, Remplacement remplace) {
        String at = "/remplace";
        Classification former = find(remplace.classification());
        if (former == null) {
            objections.add(
                    at + "/classification", "la classification « " + remplace.classification() + " » n’existe pas");
            return;
        }
        if (isCircle(grid)) {
            objections.add(at + "/classification", "les grilles se remplacent en rond : aucune n’est la première");
            return;
        }
        if (former.au() == null || !former.au().isBefore(grid.du())) {
            objections.add(
                    at + "/classification",
                    "la grille « " + former.code() + " » doit finir (« au ») avant que celle-ci commence, le "
                            + grid.du());
        }
        for (Map.Entry<String, String> key : remplace.positions().entrySet()) {
            if (former.position(key.getKey()).isEmpty()) {
                objections.add(
                        at + "/positions/" + key.getKey(),
                        "la position « " + key.getKey() + " » n’existe pas dans « " + former.code() + " »");
            }
            if (grid.position(key.getValue()).isEmpty()) {
                objections.add(
                        at + "/positions/" + key.getKey(),
                        "la position « " + key.getValue() + " » n’existe pas dans la grille");
            }
        }
        Set<String> forgotten =
                former.positions().stream().map(Position::cle).collect(Collectors.toCollection(TreeSet::new));
        forgotten.removeAll(remplace.positions().keySet());
        if (!forgotten.isEmpty()) {
            objections.add(
                    at + "/positions",
                    "que deviennent les positions " + String.join(", ", forgotten) + " de « " + former.code() + " » ?");
        }
    }

    private boolean isCircle(Classification grid) {
        Set<String> seen = new HashSet<>();
        for (Classification at = grid;
                at != null && at.remplace() != null;
                at = find(at.remplace().classification())) {
            if (!seen.add(at.code())) {
                return true;
            }
        }
        return false;
    }

    private Classification find(String code) {
        return grids.stream().filter(g -> g.code().equals(code)).findFirst().orElse(null);
    }
}
