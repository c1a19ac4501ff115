package fr.parchemin.parcours;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What each évaluateur puts on the grille of one bloc, for the performance wanted. */
final class Notation {

    private static final BigDecimal GOOD = new BigDecimal("0.84");
    private static final BigDecimal POOR = new BigDecimal("0.35");
    /** Two évaluateurs rarely give the same number of points; half a step apart keeps both on the same side. */
    private static final BigDecimal STEP = new BigDecimal("0.04");

    private final Prestation prestation;
    private final Set<String> notAcquired;

    private Notation(Prestation prestation, Set<String> notAcquired) {
        this.prestation = prestation;
        this.notAcquired = notAcquired;
    }

    /** {@code epreuves}: the épreuves of one bloc that the candidate sits, as the grille shows them. */
    static Notation of(Prestation prestation, List<JsonNode> epreuves) {
        List<JsonNode> criteres = new ArrayList<>();
        epreuves.forEach(epreuve -> epreuve.path("criteres").forEach(criteres::add));
        return switch (prestation) {
            case INSUFFISANTE ->
                new Notation(
                        prestation,
                        criteres.stream().anyMatch(Notation::inPoints)
                                ? Set.of()
                                : Set.of(first(criteres, prestation, critere -> true)));
            case ELIMINEE -> new Notation(prestation, Set.of(first(criteres, prestation, Notation::eliminatoire)));
            case DIVERGENTE ->
                new Notation(
                        prestation,
                        Set.of(first(criteres, prestation, critere -> !inPoints(critere) && !eliminatoire(critere))));
            default -> new Notation(prestation, Set.of());
        };
    }

    /** The sheet of one évaluateur for one épreuve; {@code rank} is 0 for the first évaluateur. */
    Map<String, Object> sheet(JsonNode epreuve, int rank) {
        if (prestation == Prestation.ABSENTE) {
            return Map.of("presence", "ABSENT", "notes", Map.of());
        }
        if (prestation == Prestation.EXCUSEE) {
            return Map.of("presence", "EXCUSE", "notes", Map.of());
        }
        Map<String, Object> notes = new LinkedHashMap<>();
        for (JsonNode critere : epreuve.path("criteres")) {
            String code = critere.path("code").asText();
            notes.put(code, inPoints(critere) ? points(critere, rank) : opinion(critere, acquired(code, rank)));
        }
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("presence", "PRESENT");
        sheet.put("notes", notes);
        if (rank == 0 && !notAcquired.isEmpty()) {
            sheet.put("observation", "Un critère n’est pas acquis : voir la grille.");
        }
        return sheet;
    }

    /** Acquired or not, in the words of the scale: a level, the lowest that is enough or the lowest of all. */
    private static String opinion(JsonNode critere, boolean acquired) {
        if (critere.path("echelle").asText().equals("NIVEAUX")) {
            return (acquired ? critere.path("acquisA") : critere.at("/niveaux/0/code")).asText();
        }
        return acquired ? "ACQUIS" : "NON_ACQUIS";
    }

    private boolean acquired(String critere, int rank) {
        if (!notAcquired.contains(critere)) {
            return true;
        }
        return prestation == Prestation.DIVERGENTE && rank == 0;
    }

    private BigDecimal points(JsonNode critere, int rank) {
        BigDecimal share =
                (prestation == Prestation.INSUFFISANTE ? POOR : GOOD).subtract(STEP.multiply(BigDecimal.valueOf(rank)));
        BigDecimal bareme = critere.path("bareme").decimalValue();
        return bareme.multiply(share).setScale(2, RoundingMode.HALF_UP);
    }

    private static String first(List<JsonNode> criteres, Prestation prestation, Predicate<JsonNode> wanted) {
        return criteres.stream()
                .filter(wanted)
                .findFirst()
                .map(critere -> critere.path("code").asText())
                .orElseThrow(() -> new IllegalArgumentException(
                        "No criterion of this bloc allows the performance " + prestation + ": " + criteres));
    }

    private static boolean inPoints(JsonNode critere) {
        return critere.path("echelle").asText().equals("POINTS");
    }

    private static boolean eliminatoire(JsonNode critere) {
        return critere.path("eliminatoire").asBoolean(false);
    }
}
