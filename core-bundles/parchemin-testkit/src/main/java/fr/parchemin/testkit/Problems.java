package fr.parchemin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong, one French sentence each, with its place. */
final class Problems {

    private final List<String> sentences = new ArrayList<>();

    void add(DefinitionFile file, String path, String sentence) {
        sentences.add(typeset(file.nom() + (path.isEmpty() ? "" : ", " + path) + " : " + sentence));
    }

    /** French punctuation never starts a line. */
    private static String typeset(String sentence) {
        return sentence.replaceAll(" (?=[:;!?»])", "\u00a0").replaceAll("(?<=«) ", "\u00a0");
    }

    /** Each of the codes has to be among those known. */
    void unknown(DefinitionFile file, String path, String what, JsonNode codes, Collection<String> known) {
        Iterable<JsonNode> named = codes.isTextual() ? List.of(codes) : codes;
        for (JsonNode code : named) {
            if (!known.contains(code.asText())) {
                add(file, path, what + " « " + code.asText() + " » : inconnu dans cette définition");
            }
        }
    }

    /** No two of the objects may have the same value under the key. */
    void duplicates(DefinitionFile file, String path, Iterable<JsonNode> objects, String key) {
        Set<String> seen = new HashSet<>();
        for (JsonNode object : objects) {
            String code = object.path(key).asText();
            if (!seen.add(code)) {
                add(file, path, "« " + code + " » est employé deux fois");
            }
        }
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
