package fr.parchemin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A classification and what other files may name in it. */
final class ClassificationView {

    private final DefinitionFile file;
    private final JsonNode content;

    ClassificationView(DefinitionFile file) {
        this.file = file;
        this.content = file.contenu();
    }

    Set<String> positions() {
        return byKey("positions", "cle").keySet();
    }

    Set<String> emplois() {
        return byKey("emplois", "code").keySet();
    }

    private Map<String, JsonNode> byKey(String list, String key) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        content.path(list).forEach(o -> byKey.put(o.path(key).asText(), o));
        return byKey;
    }

    void duplicateCodes(Problems problems) {
        problems.duplicates(file, "positions", content.path("positions"), "cle");
        problems.duplicates(file, "emplois", content.path("emplois"), "code");
        problems.duplicates(file, "criteres", content.path("criteres"), "code");
        problems.duplicates(file, "regles", content.path("regles"), "code");
        for (JsonNode critere : content.path("criteres")) {
            problems.duplicates(file, "criteres[].degres", critere.path("degres"), "degre");
        }
    }

    void unknownReferences(Problems problems) {
        Set<String> criteres = byKey("criteres", "code").keySet();
        int i = 0;
        for (JsonNode emploi : content.path("emplois")) {
            String path = "emplois[" + i++ + "]";
            problems.unknown(file, path + ".position", "position", emploi.path("position"), positions());
            Set<String> rated = new LinkedHashSet<>();
            emploi.path("degres").fieldNames().forEachRemaining(rated::add);
            if (!rated.isEmpty() && !rated.equals(criteres)) {
                problems.add(file, path + ".degres", "les critères cotés ne sont pas ceux de la grille");
            }
        }
    }

    void contradictions(Problems problems) {
        if (!content.path("forme").asText().equals("COTATION")) {
            return;
        }
        int low = 0;
        int high = 0;
        for (JsonNode critere : content.path("criteres")) {
            int lowest = Integer.MAX_VALUE;
            int highest = Integer.MIN_VALUE;
            for (JsonNode degre : critere.path("degres")) {
                lowest = Math.min(lowest, degre.path("degre").asInt());
                highest = Math.max(highest, degre.path("degre").asInt());
            }
            low += lowest;
            high += highest;
        }
        int expected = low;
        for (JsonNode position : content.path("positions")) {
            if (position.path("cotationMin").asInt() != expected
                    || position.path("cotationMax").asInt() < expected) {
                problems.add(
                        file,
                        "positions",
                        "« " + position.path("cle").asText() + " » devrait commencer à la cotation " + expected);
            }
            expected = position.path("cotationMax").asInt() + 1;
        }
        if (expected != high + 1) {
            problems.add(file, "positions", "la grille s'arrête à " + (expected - 1) + " au lieu de " + high);
        }
        jobsAreWhereTheirDegreesPutThem(problems);
    }

    private void jobsAreWhereTheirDegreesPutThem(Problems problems) {
        Map<String, JsonNode> positions = byKey("positions", "cle");
        for (JsonNode emploi : content.path("emplois")) {
            JsonNode position = positions.get(emploi.path("position").asText());
            if (position == null || emploi.path("degres").isEmpty()) {
                continue;
            }
            int cotation = 0;
            for (JsonNode degre : emploi.path("degres")) {
                cotation += degre.asInt();
            }
            if (cotation < position.path("cotationMin").asInt()
                    || cotation > position.path("cotationMax").asInt()) {
                problems.add(
                        file,
                        "emplois",
                        "« " + emploi.path("code").asText() + " », coté " + cotation + ", n'est pas en "
                                + position.path("cle").asText());
            }
        }
    }
}
