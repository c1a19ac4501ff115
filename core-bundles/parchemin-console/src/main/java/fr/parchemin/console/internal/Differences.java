package fr.parchemin.console.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What differs between two versions of a référentiel, by what things are and not by where they stand: blocs, compétences,
 * criteria and épreuves are matched by their codes, so that moving one is no difference.
 */
final class Differences {

    /**
     * One difference.
     *
     * @param ou where, in words, for instance « bloc B1 › critère C1.2-a › seuil »
     * @param avant what it was, empty for what is new
     * @param apres what it is, empty for what is gone
     */
    record Difference(String ou, String avant, String apres) {}

    private static final Map<String, String> NOMS = Map.ofEntries(
            Map.entry("blocs", "bloc"),
            Map.entry("competences", "compétence"),
            Map.entry("criteres", "critère"),
            Map.entry("epreuves", "épreuve"),
            Map.entry("activites", "activité"),
            Map.entry("prerequis", "prérequis"),
            Map.entry("colleges", "collège"),
            Map.entry("effets", "effet"),
            Map.entry("enregistrements", "enregistrement"),
            Map.entry("regles", "règle"),
            Map.entry("regle", "règle"),
            Map.entry("incompatibilites", "incompatibilité"),
            Map.entry("intitule", "intitulé"),
            Map.entry("bareme", "barème"),
            Map.entry("echelle", "échelle"),
            Map.entry("modalite", "modalité"),
            Map.entry("evaluateurs", "évaluateurs"),
            Map.entry("dureeMinutes", "durée en minutes"),
            Map.entry("validiteMois", "validité en mois"),
            Map.entry("eliminatoire", "éliminatoire"),
            Map.entry("parite", "parité"),
            Map.entry("presidence", "présidence"),
            Map.entry("majorite", "majorité"),
            Map.entry("egalite", "égalité"));

    /** What tells the elements of a list apart, the first that they all have. */
    private static final List<List<String>> IDENTITES = List.of(
            List.of("code"),
            List.of("cle"),
            List.of("type", "epreuve", "critere", "prerequis"),
            List.of("statut", "du", "code"),
            List.of("date"));

    private static final String SEPARATEUR = " › ";

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    static List<Difference> between(JsonNode before, JsonNode after) {
        Differences differences = new Differences();
        differences.compare("", before, after);
        return differences.found;
    }

    private void compare(String where, JsonNode before, JsonNode after) {
        if (same(before, after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            Set<String> keys = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(keys::add);
            after.fieldNames().forEachRemaining(keys::add);
            for (String key : keys) {
                if (where.isEmpty() && key.equals("version")) {
                    continue; // that is what was asked
                }
                member(where, key, before.path(key), after.path(key));
            }
        } else {
            found.add(new Difference(where, text(before), text(after)));
        }
    }

    private void member(String where, String key, JsonNode before, JsonNode after) {
        boolean lists = (before.isArray() || absent(before)) && (after.isArray() || absent(after));
        List<String> identity = lists ? identity(before, after) : List.of();
        if (!identity.isEmpty()) {
            Map<String, JsonNode> old = byIdentity(before, identity);
            Map<String, JsonNode> fresh = byIdentity(after, identity);
            Set<String> names = new LinkedHashSet<>(old.keySet());
            names.addAll(fresh.keySet());
            for (String name : names) {
                JsonNode left = old.get(name);
                JsonNode right = fresh.get(name);
                String place = step(where, NOMS.getOrDefault(key, key) + " " + name);
                if (left == null) {
                    found.add(new Difference(place, "", "ajouté" + title(right)));
                } else if (right == null) {
                    found.add(new Difference(place, "retiré" + title(left), ""));
                } else {
                    compare(place, left, right);
                }
            }
        } else {
            compare(step(where, NOMS.getOrDefault(key, key)), before, after);
        }
    }

    private static boolean same(JsonNode before, JsonNode after) {
        if (absent(before) && absent(after)) {
            return true;
        }
        return before.isNumber() && after.isNumber()
                ? before.decimalValue().compareTo(after.decimalValue()) == 0
                : before.equals(after);
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isArray() && node.isEmpty();
    }

    /** The keys by which all elements of both lists are told apart; empty when they are no objects or cannot be. */
    private static List<String> identity(JsonNode before, JsonNode after) {
        for (List<String> keys : IDENTITES) {
            if (allTold(before, keys) && allTold(after, keys) && !(absent(before) && absent(after))) {
                return keys;
            }
        }
        return List.of();
    }

    private static boolean allTold(JsonNode list, List<String> keys) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode element : list) {
            if (!element.isObject() || !element.hasNonNull(keys.get(0)) || !names.add(name(element, keys))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, JsonNode> byIdentity(JsonNode list, List<String> keys) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        list.forEach(element -> byName.put(name(element, keys), element));
        return byName;
    }

    private static String name(JsonNode element, List<String> keys) {
        List<String> parts = new ArrayList<>();
        for (String key : keys) {
            if (element.hasNonNull(key)) {
                parts.add(element.path(key).asText());
            }
        }
        return String.join(" ", parts);
    }

    private static String title(JsonNode element) {
        return element.path("intitule").isTextual()
                ? " (" + element.path("intitule").asText() + ")"
                : "";
    }

    private static String step(String where, String name) {
        return where.isEmpty() ? name : where + SEPARATEUR + name;
    }

    private static String text(JsonNode node) {
        if (absent(node)) {
            return "(rien)";
        }
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros().toPlainString();
        }
        if (node.isBoolean()) {
            return node.booleanValue() ? "oui" : "non";
        }
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(element -> parts.add(text(element)));
            return String.join(", ", parts);
        }
        if (node.isObject()) {
            List<String> parts = new ArrayList<>();
            Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
            while (fields.hasNext()) {
                Map.Entry<String, JsonNode> field = fields.next();
                if (!absent(field.getValue())) {
                    parts.add(NOMS.getOrDefault(field.getKey(), field.getKey()) + " : " + text(field.getValue()));
                }
            }
            return String.join(" ; ", parts);
        }
        return node.asText();
    }
}
