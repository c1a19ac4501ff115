package fr.parchemin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fr.parchemin.branche.DefinitionOuverte;
import fr.parchemin.branche.DefinitionOuverte.Fichier;
import fr.parchemin.testkit.SchemaSuivi.Regard;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Every change of one parameter of a definition, found from its JSON and the JSON Schema: numbers a step up and down, flags
 * turned, choices changed, dates a day sooner and later, rows and elements taken away, references sent to a neighbour, limits
 * set where there was none. A rule kind that the schema gains is changed without a line here; only changes that have to touch
 * two places at once to remain coherent are written out.
 */
final class Mutations {

    /** Parts of a référentiel that rules read. The others are reported as not changed. */
    private static final Set<String> CHAMPS = Set.of(
            "certification",
            "enVigueurDu",
            "enVigueurAu",
            "blocs",
            "regle",
            "concordance",
            "jury",
            "effets",
            "mentions",
            "groupesMentions",
            "titresExercice",
            "vae",
            "transitions");

    /** Of the certification, what decides who may apply. */
    private static final Set<String> CHAMPS_CERTIFICATION = Set.of("voies", "prerequis");

    /** Of a grid, what is shown beside it. */
    private static final Set<String> LAISSES_CLASSIFICATION = Set.of("idcc", "du", "au", "regles");

    /** Identities and words: read by people, by no rule. */
    private static final Set<String> MOTS = Set.of(
            "code",
            "cle",
            "intitule",
            "libelle",
            "nom",
            "texte",
            "description",
            "provenance",
            "autorite",
            "lieu",
            "modalite",
            "codeRncp",
            "activites",
            "savoirs",
            "savoirEtre",
            "indicateurs",
            "missions",
            "situations",
            "taches",
            "resultats",
            "erreursCritiques",
            "base",
            "accompagnement",
            "effetConventionnel",
            "publicExclu");

    private static final BigDecimal CENTIEME = new BigDecimal("0.01");
    private static final String REGLE_TYPE = "type";
    private static final String REGLES = "regles";

    private final DefinitionOuverte definition;
    private final SchemaSuivi schema = new SchemaSuivi();
    private final List<Mutant> mutants = new ArrayList<>();
    private final Map<String, Integer> untouched = new TreeMap<>();
    /** Lists of codes that name things, for what refers to them. */
    private final List<List<String>> identities = new ArrayList<>();

    private Fichier file;

    private Mutations(DefinitionOuverte definition) {
        this.definition = definition;
    }

    /** Every change of every référentiel and classification, in the order of the files. */
    static Mutations of(DefinitionOuverte definition) {
        Mutations mutations = new Mutations(definition);
        mutations.generate();
        return mutations;
    }

    List<Mutant> mutants() {
        return mutants;
    }

    /** Parts that are not changed, with how many values they hold. */
    Map<String, Integer> untouched() {
        return untouched;
    }

    private void generate() {
        for (Fichier each : definition.fichiers()) {
            boolean referentiel = each.partie().equals("referentiel");
            if (!referentiel && !each.partie().equals("classification")) {
                continue;
            }
            file = each;
            identities.clear();
            collect(each.contenu());
            definition.fichiers().stream()
                    .filter(f -> f.partie().equals("classification") && f != each)
                    .forEach(f -> collect(f.contenu()));
            Regard regard = schema.of(each.partie(), each.contenu());
            Set<String> names = regard.properties();
            for (String name : names) {
                if (!referentiel && LAISSES_CLASSIFICATION.contains(name)) {
                    leave(name, each.contenu().path(name));
                } else if (!referentiel) {
                    property("", name, regard, each.contenu());
                } else if (name.equals("certification")) {
                    JsonNode certification = each.contenu().path(name);
                    Regard inside = schema.property(regard, name, certification);
                    for (String part : inside.properties()) {
                        if (CHAMPS_CERTIFICATION.contains(part)) {
                            property("/certification", part, inside, certification);
                        } else if (part.equals("enregistrements")) {
                            registrations(inside, certification);
                        } else {
                            leave("certification." + part, certification.path(part));
                        }
                    }
                } else if (CHAMPS.contains(name)) {
                    property("", name, regard, each.contenu());
                } else {
                    leave(name, each.contenu().path(name));
                }
            }
            if (referentiel) {
                eliminatory();
            }
        }
    }

    private void leave(String part, JsonNode value) {
        if (!MOTS.contains(part.substring(part.lastIndexOf('.') + 1)) && leaves(value) > 0) {
            untouched.merge(part, leaves(value), Integer::sum);
        }
    }

    private static int leaves(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        if (value.isValueNode()) {
            return 1;
        }
        int count = 0;
        for (JsonNode child : value) {
            count += leaves(child);
        }
        return count;
    }

    private void collect(JsonNode node) {
        if (node.isArray()) {
            List<String> codes = new ArrayList<>();
            for (JsonNode item : node) {
                JsonNode code = item.has("code") ? item.get("code") : item.path("cle");
                if (code.isTextual()) {
                    codes.add(code.asText());
                }
            }
            if (!codes.isEmpty()) {
                identities.add(codes);
            }
        }
        node.forEach(this::collect);
    }

    /**
     * The status on a day decides how long blocs count, and under what the certification stands. An unknown first day of a
     * transmission is no parameter: no text says which day it is not.
     */
    private void registrations(Regard of, JsonNode certification) {
        JsonNode rows = certification.path("enregistrements");
        Regard regard = schema.property(of, "enregistrements", rows);
        String list = "/certification/enregistrements";
        for (int i = 0; i < rows.size(); i++) {
            int index = i;
            JsonNode row = rows.get(i);
            add(list + "/" + i, "enregistrements : " + shown(row) + " retiré", content -> array(content, list)
                    .remove(index));
            Regard inside = schema.item(regard, row);
            if (!row.path("statut").asText().equals("TRANSMIS")) {
                visit(list + "/" + i, "enregistrements", inside, row);
                continue;
            }
            for (String day : List.of("du", "au")) {
                if (day.equals("au") || !row.path(day).isNull()) {
                    property(list + "/" + i, day, inside, row);
                }
            }
        }
    }

    // ---- walking

    private void property(String parent, String name, Regard of, JsonNode object) {
        // What is still to be shown after a transition is told to people, unlike the complement that an effect asks
        // for.
        if (MOTS.contains(name) || name.equals("complement") && parent.startsWith("/transitions/")) {
            return;
        }
        JsonNode value = object.path(name);
        Regard regard = schema.property(of, name, value);
        String at = parent + "/" + escaped(name);
        if (value.isMissingNode()) {
            return; // what a definition does not say is no parameter of it
        }
        boolean inCode = regard.defs().contains("nomRegle");
        if (!of.requires(name) && (inCode || value.isContainerNode() && !value.isEmpty())) {
            add(at, name + " retiré", content -> object(content, parent).remove(name));
        }
        visit(at, name, regard, value);
    }

    private void visit(String at, String name, Regard regard, JsonNode value) {
        if (value.isObject()) {
            visitObject(at, name, regard, value);
        } else if (value.isArray()) {
            visitArray(at, name, regard, value);
        } else if (value.isBoolean()) {
            replace(at, name, value, JsonNodeFactory.instance.booleanNode(!value.asBoolean()));
        } else if (value.isNumber()) {
            number(at, name, regard, value);
        } else if (value.isNull()) {
            nothing(at, name, regard);
        } else if (value.isTextual()) {
            text(at, name, regard, value);
        }
    }

    private void visitObject(String at, String name, Regard regard, JsonNode value) {
        Set<String> names = new LinkedHashSet<>(regard.properties());
        boolean map = names.isEmpty();
        value.fieldNames().forEachRemaining(names::add);
        for (String child : names) {
            if (map) {
                add(at + "/" + escaped(child), name + " : « " + child + " » retiré", content -> object(content, at)
                        .remove(child));
            }
            property(at, child, regard, value);
        }
        combination(at, value);
    }

    private void visitArray(String at, String name, Regard regard, JsonNode value) {
        for (int i = 0; i < value.size(); i++) {
            int index = i;
            JsonNode item = value.get(i);
            Regard inside = schema.item(regard, item);
            add(at + "/" + i, name + " : " + shown(item) + " retiré", content -> array(content, at)
                    .remove(index));
            if (item.isContainerNode()) {
                visit(at + "/" + i, name, inside, item);
            } else if (item.isTextual()) {
                neighbours(item.asText(), inside)
                        .forEach(other -> replace(at + "/" + index, name, item, TextNode.valueOf(other)));
            }
        }
    }

    // ---- single values

    private void number(String at, String name, Regard regard, JsonNode value) {
        boolean whole = regard.allows("integer") && !regard.allows("number");
        BigDecimal step = whole ? BigDecimal.ONE : CENTIEME;
        for (BigDecimal delta : List.of(step, step.negate())) {
            BigDecimal moved = value.decimalValue().add(delta);
            JsonNode changed = whole ? LongNode.valueOf(moved.longValueExact()) : DecimalNode.valueOf(moved);
            List<Supplier<JsonNode>> contents = new ArrayList<>();
            contents.add(changing(content -> set(content, at, changed)));
            contents.addAll(withNeighbour(at, value, changed, delta));
            mutants.add(new Mutant(file.nom(), at, change(name, value, changed), contents));
        }
        if (regard.allows("null")) {
            replace(at, name, value, JsonNodeFactory.instance.nullNode());
        }
    }

    /** A bound that has to touch the next one moves it too: the same step for the number next to it in the row before or after. */
    private List<Supplier<JsonNode>> withNeighbour(String at, JsonNode value, JsonNode changed, BigDecimal delta) {
        String row = at.substring(0, at.lastIndexOf('/'));
        String list = row.substring(0, Math.max(0, row.lastIndexOf('/')));
        JsonNode rows = file.contenu().at(list);
        if (!rows.isArray()) {
            return List.of();
        }
        int index = Integer.parseInt(row.substring(row.lastIndexOf('/') + 1));
        List<Supplier<JsonNode>> contents = new ArrayList<>();
        for (int other : new int[] {index - 1, index + 1}) {
            if (other < 0 || other >= rows.size()) {
                continue;
            }
            rows.get(other).fields().forEachRemaining(field -> {
                JsonNode near = field.getValue();
                if (near.isIntegralNumber()
                        && Math.abs(near.longValue() - value.decimalValue().longValue()) == 1) {
                    String beside = list + "/" + other + "/" + escaped(field.getKey());
                    JsonNode moved = LongNode.valueOf(near.longValue() + delta.longValue());
                    contents.add(changing(content -> {
                        set(content, at, changed);
                        set(content, beside, moved);
                    }));
                }
            });
        }
        return contents;
    }

    private void nothing(String at, String name, Regard regard) {
        JsonNode none = JsonNodeFactory.instance.nullNode();
        if (regard.allows("integer")) {
            replace(at, name, none, IntNode.valueOf(limit(regard)));
        } else if (isDate(regard)) {
            replace(at, name, none, TextNode.valueOf(beginning(at)));
        } else if (isPattern(regard)) {
            replace(at, name, none, TextNode.valueOf("^aucun$"));
        }
    }

    private static int limit(Regard regard) {
        return Math.max(1, regard.keyword("minimum").map(JsonNode::asInt).orElse(1));
    }

    /** The first day of the period that has no end, so that an end is seen by whatever comes later. */
    private String beginning(String at) {
        JsonNode around = file.contenu().at(at.substring(0, at.lastIndexOf('/')));
        for (String first : List.of("du", "enVigueurDu")) {
            if (around.path(first).isTextual()) {
                return around.path(first).asText();
            }
        }
        return "2000-01-01";
    }

    private static boolean isDate(Regard regard) {
        return regard.keyword("format").map(f -> f.asText().equals("date")).orElse(false);
    }

    private static boolean isPattern(Regard regard) {
        return regard.keyword("format").map(f -> f.asText().equals("regex")).orElse(false);
    }

    private void text(String at, String name, Regard regard, JsonNode value) {
        String said = value.asText();
        if (regard.keyword("enum").isPresent()) {
            regard.keyword("enum").get().forEach(choice -> {
                if (!choice.equals(value)) {
                    replace(at, name, value, choice);
                }
            });
        } else if (isDate(regard)) {
            LocalDate day = LocalDate.parse(said);
            replace(at, name, value, TextNode.valueOf(day.plusDays(1).toString()));
            replace(at, name, value, TextNode.valueOf(day.minusDays(1).toString()));
            if (regard.allows("null")) {
                replace(at, name, value, JsonNodeFactory.instance.nullNode());
            }
        } else if (isPattern(regard)) {
            replace(at, name, value, TextNode.valueOf("^aucun$"));
            replace(at, name, value, JsonNodeFactory.instance.nullNode());
        } else if (regard.defs().stream().anyMatch(d -> d.startsWith("code"))) {
            neighbours(said, regard).forEach(other -> replace(at, name, value, TextNode.valueOf(other)));
        } else if (regard.keyword("const").isEmpty()) {
            replace(at, name, value, TextNode.valueOf(said + " bis"));
        }
    }

    /** The codes before and after in the list that holds the one referred to. */
    private Set<String> neighbours(String code, Regard regard) {
        Set<String> found = new LinkedHashSet<>();
        if (regard.defs().stream().noneMatch(d -> d.startsWith("code"))) {
            return found;
        }
        for (List<String> list : identities) {
            int index = list.indexOf(code);
            if (index >= 0 && list.size() > 1) {
                found.add(list.get(index == 0 ? 1 : index - 1));
                found.add(list.get(index == list.size() - 1 ? index - 1 : index + 1));
                return found;
            }
        }
        return found;
    }

    // ---- changes that touch two places

    /** « Toutes » asks one less; a gate opens. */
    private void combination(String at, JsonNode value) {
        String type = value.path(REGLE_TYPE).asText();
        if (type.equals("TOUTES") && value.path(REGLES).size() > 1) {
            int less = value.path(REGLES).size() - 1;
            add(at, "TOUTES → AU_MOINS " + less, content -> object(content, at)
                    .put(REGLE_TYPE, "AU_MOINS")
                    .put("nombre", less));
        } else if (type.equals("TOUS_BLOCS")) {
            int less = file.contenu().path("blocs").size() - 1;
            add(at, "TOUS_BLOCS → BLOCS_AU_MOINS " + less, content -> object(content, at)
                    .put(REGLE_TYPE, "BLOCS_AU_MOINS")
                    .put("nombre", less));
        } else if (type.equals("PORTE")) {
            add(at, "PORTE → NOTE_MINIMALE : rien n’est plus fermé", content -> {
                object(content, at).put(REGLE_TYPE, "NOTE_MINIMALE");
                object(content, at).remove("ouvre");
            });
        }
    }

    /** The flag of a criterion and the rule that names it go together. */
    private void eliminatory() {
        JsonNode blocs = file.contenu().path("blocs");
        for (int b = 0; b < blocs.size(); b++) {
            String bloc = "/blocs/" + b;
            JsonNode competences = blocs.get(b).path("competences");
            for (int c = 0; c < competences.size(); c++) {
                JsonNode criteres = competences.get(c).path("criteres");
                for (int k = 0; k < criteres.size(); k++) {
                    String at = bloc + "/competences/" + c + "/criteres/" + k;
                    if (criteres.get(k).path("echelle").asText().equals("BINAIRE")) {
                        eliminatory(bloc, at, criteres.get(k));
                    }
                }
            }
        }
    }

    private void eliminatory(String bloc, String at, JsonNode critere) {
        String code = critere.path("code").asText();
        if (critere.path("eliminatoire").asBoolean()) {
            add(at + "/eliminatoire", code + " n’est plus éliminatoire", content -> {
                object(content, at).put("eliminatoire", false);
                withoutEliminatory(content.at(bloc), code);
            });
        } else {
            add(at + "/eliminatoire", code + " devient éliminatoire", content -> {
                object(content, at).put("eliminatoire", true);
                ObjectNode all = JsonNodeFactory.instance.objectNode().put(REGLE_TYPE, "TOUTES");
                all.putArray(REGLES)
                        .add(content.at(bloc + "/regle"))
                        .addObject()
                        .put(REGLE_TYPE, "ELIMINATOIRE")
                        .put("critere", code);
                object(content, bloc).set("regle", all);
            });
        }
    }

    private static void withoutEliminatory(JsonNode node, String code) {
        if (node instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                JsonNode item = list.get(i);
                if (item.path(REGLE_TYPE).asText().equals("ELIMINATOIRE")
                        && item.path("critere").asText().equals(code)) {
                    list.remove(i);
                }
            }
        }
        node.forEach(child -> withoutEliminatory(child, code));
    }

    // ---- making a mutant

    private void replace(String at, String name, JsonNode before, JsonNode after) {
        mutants.add(new Mutant(
                file.nom(), at, change(name, before, after), List.of(changing(content -> set(content, at, after)))));
    }

    private void add(String at, String told, Consumer<JsonNode> change) {
        mutants.add(new Mutant(file.nom(), at, told, List.of(changing(change))));
    }

    private Supplier<JsonNode> changing(Consumer<JsonNode> change) {
        JsonNode content = file.contenu();
        return () -> {
            JsonNode copy = content.deepCopy();
            change.accept(copy);
            return copy;
        };
    }

    private static void set(JsonNode content, String at, JsonNode value) {
        String parent = at.substring(0, at.lastIndexOf('/'));
        String step = at.substring(at.lastIndexOf('/') + 1);
        JsonNode around = content.at(parent);
        if (around instanceof ArrayNode array) {
            array.set(Integer.parseInt(step), value);
        } else {
            ((ObjectNode) around).set(step.replace("~1", "/").replace("~0", "~"), value);
        }
    }

    private static ObjectNode object(JsonNode content, String at) {
        return (ObjectNode) content.at(at);
    }

    private static ArrayNode array(JsonNode content, String at) {
        return (ArrayNode) content.at(at);
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    private static String change(String name, JsonNode before, JsonNode after) {
        return name + " : " + shown(before) + " → " + shown(after);
    }

    private static String shown(JsonNode value) {
        if (value.isObject()) {
            for (String key : List.of("code", "cle", "type")) {
                if (value.path(key).isTextual()) {
                    return "« " + value.path(key).asText() + " »";
                }
            }
            return "{…}";
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(shown(item)));
            return items.stream().collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isTextual() ? "« " + value.asText() + " »" : value.asText();
    }
}
