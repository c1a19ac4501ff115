package fr.parchemin.classification;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Typographie;
import fr.parchemin.classification.Classification.Chevauchement;
import fr.parchemin.classification.Classification.CritereCotation;
import fr.parchemin.classification.Classification.Degre;
import fr.parchemin.classification.Classification.EnCasDeChevauchement;
import fr.parchemin.classification.Classification.EnCasDeTrou;
import fr.parchemin.classification.Classification.Forme;
import fr.parchemin.classification.Classification.Position;
import fr.parchemin.classification.Classification.Trou;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rating of a job: the sum of its degrees and the position that the grid gives for it.
 *
 * @param total sum of what the degrees bring
 * @param position {@code null} in a {@code PESEE}, where the total is itself the result
 * @param avertissement French sentence when the position is not simply the one of the total: the grid has a hole or two rows
 *     there, or a criterion is under what the position asks; otherwise {@code null}
 */
public record Cotation(int total, Position position, String avertissement) {

    /** Rates a job; refused unless each criterion of the grid has one of its degrees and nothing else is given. */
    public static Outcome<Cotation> rate(Classification classification, Map<String, Integer> degres) {
        if (classification.forme() != Forme.COTATION && classification.forme() != Forme.PESEE) {
            return Outcome.refused(
                    CodeRefus.COTATION_INVALIDE, "la classification « " + classification.code() + " » ne se cote pas");
        }
        List<String> codes =
                classification.criteres().stream().map(CritereCotation::code).toList();
        for (String given : degres.keySet()) {
            if (!codes.contains(given)) {
                return Outcome.refused(
                        CodeRefus.COTATION_INVALIDE,
                        "le critère « " + given + " » n’existe pas ; critères : " + String.join(", ", codes));
            }
        }
        int total = 0;
        for (CritereCotation critere : classification.criteres()) {
            Integer degre = degres.get(critere.code());
            if (degre == null) {
                return Outcome.refused(
                        CodeRefus.COTATION_INVALIDE, "le degré du critère « " + critere.code() + " » manque");
            }
            Optional<Degre> held = critere.degres().stream()
                    .filter(d -> degre.equals(d.degre()))
                    .findFirst();
            if (held.isEmpty()) {
                return Outcome.refused(
                        CodeRefus.COTATION_INVALIDE,
                        "le degré " + degre + " du critère « " + critere.code() + " » n’existe pas ; degrés : "
                                + critere.degres().stream()
                                        .map(d -> String.valueOf(d.degre()))
                                        .collect(Collectors.joining(", ")));
            }
            total += held.get().valeur();
        }
        return classification.forme() == Forme.PESEE
                ? Outcome.done(new Cotation(total, null, null))
                : placed(classification, total).map(c -> c.withinThresholds(classification, degres));
    }

    private static Outcome<Cotation> placed(Classification grid, int total) {
        List<Position> rows =
                grid.positions().stream().filter(p -> p.isRated(total)).toList();
        if (rows.size() > 1) {
            boolean lowest = grid.chevauchements().stream()
                    .filter(c -> covers(c, total))
                    .anyMatch(c -> c.resolution() == EnCasDeChevauchement.PLUS_BASSE);
            Position retained = rows.get(lowest ? 0 : rows.size() - 1);
            return Outcome.done(new Cotation(
                    total,
                    retained,
                    Typographie.francaise("La convention donne deux positions pour le total " + total + " ("
                            + rows.stream().map(Position::libelle).collect(Collectors.joining(" et ")) + ") : la plus "
                            + (lowest ? "basse" : "haute") + " est retenue.")));
        }
        if (!rows.isEmpty()) {
            return Outcome.done(new Cotation(total, rows.get(0), null));
        }
        Optional<Position> below = grid.trous().stream()
                .filter(t -> covers(t, total) && t.resolution() == EnCasDeTrou.INFERIEURE)
                .findFirst()
                .flatMap(t -> grid.positions().stream()
                        .filter(p -> p.cotationMax() != null && p.cotationMax() < total)
                        .reduce((first, second) -> second));
        return below.map(
                        p -> Outcome.done(
                                new Cotation(
                                        total,
                                        p,
                                        Typographie.francaise(
                                                "La convention ne donne aucune position pour le total " + total
                                                        + " : la position inférieure la plus proche est retenue, à confirmer par la branche."))))
                .orElseGet(() -> Outcome.refused(
                        CodeRefus.COTATION_INVALIDE, "aucune position de la grille ne correspond au total " + total));
    }

    static boolean covers(Trou trou, int total) {
        return trou.de() != null && trou.de() <= total && total <= trou.a();
    }

    static boolean covers(Chevauchement chevauchement, int total) {
        return chevauchement.de() <= total && total <= chevauchement.a();
    }

    /** The position itself, or the highest one below of which every threshold is reached. */
    private Cotation withinThresholds(Classification grid, Map<String, Integer> degres) {
        Position reached = position;
        for (int rank = grid.positions().indexOf(position); rank > 0 && !isReached(reached, degres); rank--) {
            reached = grid.positions().get(rank - 1);
        }
        if (reached == position) {
            return this;
        }
        String missing = position.seuils().entrySet().stream()
                .filter(seuil -> degres.get(seuil.getKey()) < seuil.getValue())
                .map(seuil -> "« " + seuil.getKey() + " » (degré " + seuil.getValue() + " demandé, "
                        + degres.get(seuil.getKey()) + " tenu)")
                .sorted()
                .collect(Collectors.joining(", "));
        return new Cotation(
                total,
                reached,
                Typographie.francaise("Le total " + total + " mènerait à " + position.libelle()
                        + ", dont le seuil n’est " + "pas atteint sur " + missing
                        + " : la position retenue est la plus haute dont les seuils le sont."));
    }

    private static boolean isReached(Position position, Map<String, Integer> degres) {
        return position.seuils().entrySet().stream().allMatch(seuil -> degres.get(seuil.getKey()) >= seuil.getValue());
    }
}
