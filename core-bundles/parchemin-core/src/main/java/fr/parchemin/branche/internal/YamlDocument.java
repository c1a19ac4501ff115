package fr.parchemin.branche.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A YAML text as the JSON it stands for, with the line of each of its parts.
 *
 * <p>Only what JSON can say is admitted: no alias, no tag of its own, no duplicate key, one document.
 */
final class YamlDocument {

    /** A text that is no definition, whatever its content. */
    static final class YamlInvalide extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Integer ligne;

        YamlInvalide(String message, Integer ligne) {
            super(message);
            this.ligne = ligne;
        }

        Integer ligne() {
            return ligne;
        }
    }

    /** A référentiel is some hundred kilobytes at most. */
    static final int TAILLE_MAXIMALE = 2_000_000;

    private static final int PROFONDEUR_MAXIMALE = 40;

    /** No number of a definition needs more; one in scientific notation could unfold to gigabytes. */
    private static final Pattern ENTIER = Pattern.compile("-?\\d{1,15}");

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

    private static final char BOM = '\ufeff';

    private final JsonNode content;
    private final Map<String, Integer> lines;

    private YamlDocument(JsonNode content, Map<String, Integer> lines) {
        this.content = content;
        this.lines = lines;
    }

    JsonNode content() {
        return content;
    }

    /** The same file with another content: a part that is new has the line of the nearest around it. */
    YamlDocument with(JsonNode other) {
        return new YamlDocument(other, lines);
    }

    /** The line (from 1) of the part at a JSON pointer, or of the nearest part around it. */
    Integer line(String pointer) {
        String at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return lines.get(at);
    }

    static YamlDocument parse(String name, String text) throws YamlInvalide {
        if (text.length() > TAILLE_MAXIMALE) {
            throw new YamlInvalide("le fichier dépasse " + TAILLE_MAXIMALE + " caractères", null);
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setCodePointLimit(TAILLE_MAXIMALE)
                .build();
        // Editors of Windows begin a file in UTF-8 with a mark that means nothing there.
        String bare = !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
        try {
            NestingGuard.check(settings, bare, PROFONDEUR_MAXIMALE);
            Optional<Node> root = new Compose(settings).composeString(bare);
            if (root.isEmpty()) {
                throw new YamlInvalide("le fichier est vide", 1);
            }
            Reader reader = new Reader();
            return new YamlDocument(reader.read(root.get(), ""), reader.lines);
        } catch (MarkedYamlEngineException malformed) {
            throw new YamlInvalide(
                    french(malformed.getProblem()),
                    malformed.getProblemMark().map(m -> m.getLine() + 1).orElse(null));
        } catch (YamlEngineException malformed) {
            throw new YamlInvalide(french(malformed.getMessage()), null);
        }
    }

    /** The mistakes that people make in YAML, told in French; the parser's own words for the others. */
    private static String french(String problem) {
        String said = String.valueOf(problem);
        String advice = "";
        if (said.contains("(TAB)")) {
            advice = "le retrait se fait avec des espaces, jamais avec une tabulation";
        } else if (said.startsWith("mapping values are not allowed")) {
            advice = "« : » inattendu, mettez le texte entre guillemets ou corrigez le retrait";
        } else if (said.startsWith("could not find expected ':'")) {
            advice = "il manque « : » après une clé";
        } else if (said.startsWith("expected ',' or")) {
            advice = "il manque une virgule, ou de quoi refermer « { » ou « [ »";
        } else if (said.startsWith("found unexpected end of stream")) {
            advice = "un guillemet n’est pas refermé";
        } else if (said.startsWith("expected <block end>")) {
            advice = "retrait ou guillemet inattendu";
        } else if (said.startsWith("but found another document")) {
            advice = "il contient plusieurs documents, un seul est admis";
        } else if (said.contains("special characters are not allowed")) {
            advice = "il contient un caractère de contrôle";
        }
        return "ce n’est pas du YAML : " + (advice.isEmpty() ? "« " + said + " »" : advice);
    }

    private static final class Reader {
        private final Map<String, Integer> lines = new HashMap<>();

        JsonNode read(Node node, String pointer) throws YamlInvalide {
            int line = node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
            lines.putIfAbsent(pointer, line);
            if (node instanceof MappingNode mapping) {
                requireTag(node, Tag.MAP, line);
                return readMapping(mapping, pointer);
            }
            if (node instanceof SequenceNode sequence) {
                requireTag(node, Tag.SEQ, line);
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                int index = 0;
                for (Node item : sequence.getValue()) {
                    array.add(read(item, pointer + "/" + index++));
                }
                return array;
            }
            return readScalar((ScalarNode) node, line);
        }

        private ObjectNode readMapping(MappingNode mapping, String pointer) throws YamlInvalide {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                int line = tuple.getKeyNode()
                        .getStartMark()
                        .map(m -> m.getLine() + 1)
                        .orElse(1);
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    throw new YamlInvalide("une clé doit être un texte simple", line);
                }
                String child = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
                lines.put(child, line);
                if (object.has(key.getValue())) {
                    throw new YamlInvalide("la clé « " + key.getValue() + " » figure deux fois", line);
                }
                object.set(key.getValue(), read(tuple.getValueNode(), child));
            }
            return object;
        }

        private static void requireTag(Node node, Tag expected, int line) throws YamlInvalide {
            if (!expected.equals(node.getTag())) {
                throw explicit(node.getTag(), line);
            }
        }

        private static JsonNode readScalar(ScalarNode scalar, int line) throws YamlInvalide {
            String value = scalar.getValue();
            Tag tag = scalar.getTag();
            JsonNodeFactory json = JsonNodeFactory.instance;
            if (Tag.NULL.equals(tag)) {
                return json.nullNode();
            }
            if (Tag.BOOL.equals(tag)) {
                return json.booleanNode(Boolean.parseBoolean(value));
            }
            if (Tag.STR.equals(tag)) {
                return json.textNode(value);
            }
            if (Tag.INT.equals(tag) && ENTIER.matcher(value).matches()) {
                return json.numberNode(Long.parseLong(value));
            }
            if (Tag.FLOAT.equals(tag) && DECIMAL.matcher(value).matches()) {
                return json.numberNode(new BigDecimal(value));
            }
            if (Tag.INT.equals(tag) || Tag.FLOAT.equals(tag)) {
                throw new YamlInvalide(
                        "« " + value
                                + " » n’est pas un nombre simple, par exemple 12 ou 7.5 ; un texte s’écrit entre guillemets",
                        line);
            }
            throw explicit(tag, line);
        }

        private static YamlInvalide explicit(Tag tag, int line) {
            return new YamlInvalide("les types YAML explicites (" + tag.getValue() + ") ne sont pas admis", line);
        }
    }
}
