package fr.parchemin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.parchemin.spi.BranchePlugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which parts of the JSON Schema speak of a value of a definition, followed from the root of its file. Knows the keywords
 * that choose: {@code $ref}, {@code allOf}, {@code if}.
 */
final class SchemaSuivi {

    private static final String REF = "#/$defs/";

    private final JsonNode root;

    SchemaSuivi() {
        try (InputStream in = BranchePlugin.class.getResourceAsStream(BranchePlugin.SCHEMA)) {
            root = new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * What the schema says of one value.
     *
     * @param defs names under {@code $defs} through which it came
     */
    record Regard(List<JsonNode> schemas, Set<String> defs) {

        Optional<JsonNode> keyword(String name) {
            return schemas.stream()
                    .filter(s -> s.has(name))
                    .map(s -> s.get(name))
                    .findFirst();
        }

        boolean allows(String type) {
            return schemas.stream().anyMatch(s -> {
                JsonNode types = s.path("type");
                if (types.isArray()) {
                    for (JsonNode one : types) {
                        if (one.asText().equals(type)) {
                            return true;
                        }
                    }
                    return false;
                }
                return types.asText().equals(type);
            });
        }

        boolean requires(String property) {
            for (JsonNode schema : schemas) {
                for (JsonNode required : schema.path("required")) {
                    if (required.asText().equals(property)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** The properties that the schema names, in its order. */
        Set<String> properties() {
            Set<String> names = new LinkedHashSet<>();
            schemas.forEach(s -> s.path("properties").fieldNames().forEachRemaining(names::add));
            return names;
        }
    }

    Regard of(String partie, JsonNode instance) {
        return expanded(List.of(root.path("$defs").path(partie)), instance);
    }

    /** What is said of a property, whether it is there or not. */
    Regard property(Regard of, String name, JsonNode value) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode schema : of.schemas()) {
            if (schema.path("properties").has(name)) {
                found.add(schema.path("properties").get(name));
            } else if (schema.path("additionalProperties").isObject()) {
                found.add(schema.get("additionalProperties"));
            }
        }
        return expanded(found, value);
    }

    /** What is said of an element of a list. */
    Regard item(Regard of, JsonNode value) {
        List<JsonNode> found = new ArrayList<>();
        of.schemas().stream().filter(s -> s.has("items")).forEach(s -> found.add(s.get("items")));
        return expanded(found, value);
    }

    private Regard expanded(List<JsonNode> schemas, JsonNode instance) {
        List<JsonNode> into = new ArrayList<>();
        Set<String> defs = new LinkedHashSet<>();
        schemas.forEach(s -> expand(s, instance, into, defs));
        return new Regard(into, defs);
    }

    private void expand(JsonNode schema, JsonNode instance, List<JsonNode> into, Set<String> defs) {
        into.add(schema);
        String ref = schema.path("$ref").asText();
        if (ref.startsWith(REF)) {
            String name = ref.substring(REF.length());
            defs.add(name);
            expand(root.path("$defs").path(name), instance, into, defs);
        }
        schema.path("allOf").forEach(part -> expand(part, instance, into, defs));
        if (schema.has("if")) {
            JsonNode chosen = schema.path(matches(schema.get("if"), instance) ? "then" : "else");
            if (chosen.isObject()) {
                expand(chosen, instance, into, defs);
            }
        }
    }

    /** Whether a condition of the schema holds: the keywords that its conditions use, any other one is taken to hold. */
    private static boolean matches(JsonNode condition, JsonNode instance) {
        if (condition.has("anyOf")) {
            boolean any = false;
            for (JsonNode one : condition.get("anyOf")) {
                any |= matches(one, instance);
            }
            if (!any) {
                return false;
            }
        }
        for (JsonNode required : condition.path("required")) {
            if (!instance.has(required.asText())) {
                return false;
            }
        }
        if (condition.has("const") && !condition.get("const").equals(instance)) {
            return false;
        }
        if (condition.has("enum")) {
            boolean among = false;
            for (JsonNode one : condition.get("enum")) {
                among |= one.equals(instance);
            }
            if (!among) {
                return false;
            }
        }
        if (condition.path("type").asText().equals("string") && !instance.isTextual()) {
            return false;
        }
        var properties = condition.path("properties").fields();
        while (properties.hasNext()) {
            var property = properties.next();
            if (instance.has(property.getKey()) && !matches(property.getValue(), instance.get(property.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
