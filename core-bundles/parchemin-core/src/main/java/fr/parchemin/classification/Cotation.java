package fr.parchemin.classification;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.classification.Classification.CritereCotation;
import fr.parchemin.classification.Classification.Degre;
import fr.parchemin.classification.Classification.Position;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rating of a job: the sum of its degrees and the position that the grid gives for it.
 *
 * @param total sum of the degrees
 */
public record Cotation(int total, Position position) {

    /** Rates a job; refused unless each criterion of the grid has one of its degrees and nothing else is given. */
    public static Outcome<Cotation> rate(Classification classification, Map<String, Integer> degres) {
        if (classification.forme() != Classification.Forme.COTATION) {
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
            if (critere.degres().stream().map(Degre::degre).noneMatch(degre::equals)) {
                return Outcome.refused(
                        CodeRefus.COTATION_INVALIDE,
                        "le degré " + degre + " du critère « " + critere.code() + " » n’existe pas ; degrés : "
                                + critere.degres().stream()
                                        .map(d -> String.valueOf(d.degre()))
                                        .collect(Collectors.joining(", ")));
            }
            total += degre;
        }
        int sum = total;
        return classification.positions().stream()
                .filter(p -> p.cotationMin() != null && p.cotationMin() <= sum && sum <= p.cotationMax())
                .findFirst()
                .map(p -> Outcome.done(new Cotation(sum, p)))
                .orElseGet(() -> Outcome.refused(
                        CodeRefus.COTATION_INVALIDE, "aucune position de la grille ne correspond au total " + sum));
    }
}
