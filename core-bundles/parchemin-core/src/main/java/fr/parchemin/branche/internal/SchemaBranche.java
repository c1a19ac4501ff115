package fr.parchemin.branche.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import fr.parchemin.spi.BranchePlugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The JSON Schema of definitions, as it ships with the SPI, with its objections put in French. */
final class SchemaBranche {

    /** Kinds of file in a definition, by their place under {@code $defs}. */
    enum Partie {
        BRANCHE("branche"),
        REFERENTIEL("referentiel"),
        CLASSIFICATION("classification"),
        GOLDEN("casGolden");

        private final String def;

        Partie(String def) {
            this.def = def;
        }
    }

    /** An objection of the schema. */
    record Objection(String pointer, String message) {}

    private static final int CITATION_MAXIMALE = 60;
    private static final String FORMAT = "format";
    private static final String ID = "urn:parchemin:schema:branche:1";

    private final Map<Partie, JsonSchema> schemas = new EnumMap<>(Partie.class);

    SchemaBranche() {
        String text = read();
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                VersionFlag.V202012, b -> b.schemaLoaders(loaders -> loaders.schemas(Map.of(ID, text))));
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .locale(Locale.FRENCH)
                .formatAssertionsEnabled(true)
                .errorMessageKeyword("errorMessage")
                .build();
        for (Partie partie : Partie.values()) {
            schemas.put(partie, factory.getSchema(SchemaLocation.of(ID + "#/$defs/" + partie.def), config));
        }
    }

    List<Objection> objections(Partie partie, JsonNode content) {
        Set<ValidationMessage> found = schemas.get(partie).validate(content);
        Set<String> shaped = found.stream()
                .filter(m -> !m.getType().equals(FORMAT))
                .map(SchemaBranche::pointer)
                .collect(Collectors.toSet());
        return found.stream()
                // a date that is no date at all is refused twice: by its shape and by the calendar
                .filter(m -> !m.getType().equals(FORMAT) || !shaped.contains(pointer(m)))
                .map(SchemaBranche::french)
                .distinct()
                .sorted(Comparator.comparing(Objection::pointer).thenComparing(Objection::message))
                .toList();
    }

    private static Objection french(ValidationMessage message) {
        String pointer = pointer(message);
        String standard = message.getInstanceLocation() + ": ";
        if (!message.getMessage().startsWith(standard)) {
            return new Objection(pointer, message.getMessage().replace('\'', '’')); // the schema has its own words
        }
        Object[] arguments = message.getArguments();
        String property = message.getProperty();
        String value =
                message.getInstanceNode() == null || message.getInstanceNode().isContainerNode()
                        ? ""
                        : " (valeur : " + abridged(message.getInstanceNode().asText()) + ")";
        return switch (message.getType()) {
            case "required" -> new Objection(pointer, "la clé « " + property + " » est obligatoire");
            case "additionalProperties" ->
                new Objection(pointer + "/" + property, "la clé « " + property + " » n’existe pas ici");
            case "enum" -> new Objection(pointer, "valeur non admise" + value + ", attendu " + choices(arguments));
            case "const" -> new Objection(pointer, "valeur non admise" + value + ", attendu " + first(arguments));
            case "type" -> new Objection(pointer, "type inattendu" + value + ", attendu " + types(arguments));
            case "pattern" -> new Objection(pointer, "forme non admise" + value + ", attendu " + first(arguments));
            case FORMAT -> new Objection(pointer, format(first(arguments)) + value);
            case "minimum" -> new Objection(pointer, "trop petit" + value + ", minimum " + first(arguments));
            case "exclusiveMinimum" -> new Objection(pointer, "doit être supérieur à " + first(arguments) + value);
            case "maximum" -> new Objection(pointer, "trop grand" + value + ", maximum " + first(arguments));
            case "minItems" -> new Objection(pointer, "la liste a au moins " + first(arguments) + " élément(s)");
            case "minProperties" -> new Objection(pointer, "il faut au moins " + first(arguments) + " clé(s)");
            case "uniqueItems" -> new Objection(pointer, "la liste contient deux fois le même élément");
            default -> new Objection(pointer, message.getMessage().substring(standard.length()));
        };
    }

    private static String abridged(String text) {
        return text.length() > CITATION_MAXIMALE ? text.substring(0, CITATION_MAXIMALE) + "…" : text;
    }

    private static String format(String name) {
        return switch (name) {
            case "date" -> "cette date n’existe pas au calendrier";
            case "regex" -> "l’expression régulière n’est pas valide";
            case "email" -> "ce n’est pas une adresse électronique";
            case "uri" -> "ce n’est pas une adresse complète, https compris";
            default -> "forme non admise, attendu " + name;
        };
    }

    private static String choices(Object[] arguments) {
        return first(arguments).replaceAll("[\\[\\]\"]", "");
    }

    private static String types(Object[] arguments) {
        return Arrays.stream(last(arguments).split("[^a-z]+"))
                .filter(t -> !t.isEmpty())
                .map(type -> switch (type) {
                    case "string" -> "un texte, entre guillemets si c’est un nombre";
                    case "integer" -> "un nombre entier sans guillemets";
                    case "number" -> "un nombre sans guillemets";
                    case "boolean" -> "true ou false";
                    case "array" -> "une liste";
                    case "object" -> "des clés et leurs valeurs";
                    default -> type;
                })
                .collect(Collectors.joining(", ou "));
    }

    private static String pointer(ValidationMessage message) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < message.getInstanceLocation().getNameCount(); i++) {
            pointer.append('/').append(message.getInstanceLocation().getElement(i));
        }
        return pointer.toString();
    }

    private static String first(Object[] arguments) {
        return arguments == null || arguments.length == 0 ? "" : String.valueOf(arguments[0]);
    }

    private static String last(Object[] arguments) {
        return arguments == null || arguments.length == 0 ? "" : String.valueOf(arguments[arguments.length - 1]);
    }

    private static String read() {
        try (InputStream in = BranchePlugin.class.getResourceAsStream(BranchePlugin.SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("the SPI does not carry " + BranchePlugin.SCHEMA);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
