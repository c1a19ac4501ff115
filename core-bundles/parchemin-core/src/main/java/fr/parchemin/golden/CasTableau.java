package fr.parchemin.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.referentiel.DefinitionJson;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.regle.ReglesBranche;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A table of a text read a second time, row by row: each key of each expected row is compared, and the rows are all there and
 * no others. It says nothing of how a row is used, so it is for tables, not in the place of cases.
 */
final class CasTableau implements EspeceDeCas {

    private static final int DIFFERENCES_DITES = 5;

    /** Where the rows of a table are. */
    enum Lignes {
        POSITIONS,
        EMPLOIS,
        EPREUVES,
        CRITERES,
        COMPETENCES,
        PREREQUIS,
        MENTIONS,
        TITRES,
        /** Under their codes: what is only transmitted has none, and is no row. */
        ENREGISTREMENTS,
        /** One row, under its route; none when the référentiel says nothing of it. */
        VAE
    }

    record Situation(Lignes de, String classification) {}

    @Override
    public String cle() {
        return "tableau";
    }

    @Override
    public Optional<String> difference(
            DefinitionBranche definition,
            Referentiel referentiel,
            ReglesBranche regles,
            JsonNode situation,
            JsonNode attendu) {
        Situation asked = DefinitionJson.read(situation, Situation.class);
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        switch (asked.de()) {
            case POSITIONS -> rows(grid(definition, asked).path("positions"), "cle", rows);
            case EMPLOIS -> rows(grid(definition, asked).path("emplois"), "code", rows);
            case PREREQUIS ->
                rows(DefinitionJson.tree(referentiel.certification()).path("prerequis"), "code", rows);
            case TITRES -> referentiel.titresExercice().forEach(t -> rows.put(t.code(), DefinitionJson.tree(t)));
            case ENREGISTREMENTS ->
                referentiel.certification().enregistrements().stream()
                        .filter(e -> e.code() != null)
                        .forEach(e -> rows.put(e.code(), DefinitionJson.tree(e)));
            case VAE ->
                Optional.ofNullable(referentiel.vae())
                        .ifPresent(v -> rows.put(v.route().name(), DefinitionJson.tree(v)));
            case MENTIONS -> referentiel.mentions().forEach(m -> rows.put(m.code(), DefinitionJson.tree(m)));
            case COMPETENCES ->
                referentiel.blocs().forEach(b -> b.competences()
                        .forEach(c -> rows.put(c.code(), DefinitionJson.tree(c))));
            case EPREUVES ->
                referentiel.blocs().forEach(b -> b.epreuves().forEach(e -> rows.put(e.code(), DefinitionJson.tree(e))));
            case CRITERES ->
                referentiel.blocs().forEach(b -> b.competences()
                        .forEach(c -> c.criteres().forEach(k -> rows.put(k.code(), DefinitionJson.tree(k)))));
        }
        List<String> differences = differences(attendu, rows);
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        int more = differences.size() - DIFFERENCES_DITES;
        return Optional.of(String.join(" ; ", differences.subList(0, Math.min(DIFFERENCES_DITES, differences.size())))
                + (more > 0 ? " ; et " + more + " autres différences" : ""));
    }

    private static JsonNode grid(DefinitionBranche definition, Situation asked) {
        return Optional.ofNullable(definition.classificationsByCode().get(asked.classification()))
                .map(DefinitionJson::tree)
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private static void rows(JsonNode array, String key, Map<String, JsonNode> into) {
        array.forEach(row -> into.put(row.path(key).asText(), row));
    }

    private static List<String> differences(JsonNode attendu, Map<String, JsonNode> rows) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> extra = new TreeSet<>(rows.keySet());
        attendu.fields().forEachRemaining(expected -> {
            JsonNode row = rows.get(expected.getKey());
            extra.remove(expected.getKey());
            if (row == null) {
                differences.add("la ligne « " + expected.getKey() + " » n’existe pas");
            } else {
                compare(expected.getKey(), expected.getValue(), row, differences);
            }
        });
        extra.forEach(row -> differences.add("la ligne « " + row + " » n’est pas attendue"));
        return differences;
    }

    /** Only what is expected is compared; a key left out of the definition is null. */
    private static void compare(String at, JsonNode expected, JsonNode obtained, List<String> differences) {
        if (expected.isObject() && obtained.isObject()) {
            expected.fields()
                    .forEachRemaining(
                            e -> compare(at + "." + e.getKey(), e.getValue(), obtained.path(e.getKey()), differences));
        } else if (expected.isArray() && obtained.isArray() && expected.size() == obtained.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(at + "[" + i + "]", expected.get(i), obtained.get(i), differences);
            }
        } else if (!same(expected, obtained)) {
            differences.add(at + " attendu " + told(expected) + ", obtenu " + told(obtained));
        }
    }

    private static boolean same(JsonNode expected, JsonNode obtained) {
        if (expected.isNumber() && obtained.isNumber()) {
            return expected.decimalValue().compareTo(obtained.decimalValue()) == 0;
        }
        boolean nothing = expected.isNull();
        return nothing ? obtained.isNull() || obtained.isMissingNode() : Objects.equals(expected, obtained);
    }

    private static String told(JsonNode value) {
        return value.isMissingNode() ? "null" : value.isTextual() ? "« " + value.asText() + " »" : value.toString();
    }
}
