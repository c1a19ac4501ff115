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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
        return found.stream()
                .map(SchemaBranche::french)
                .distinct()
                .sorted(Comparator.comparing(Objection::pointer).thenComparing(Objection::message))
                .toList();
    }

    private static Objection french(ValidationMessage message) {
        String pointer = pointer(message);
        Object[] arguments = message.getArguments();
        String property = message.getProperty();
        String value =
                message.getInstanceNode() == null || message.getInstanceNode().isContainerNode()
                        ? ""
                        : " (valeur : " + message.getInstanceNode().asText() + ")";
        String text =
                switch (message.getType()) {
                    case "required" -> "la clé « " + property + " » est obligatoire";
                    case "additionalProperties", "unevaluatedProperties" ->
                        "la clé « " + property + " » n’existe pas ici";
                    case "enum", "const" -> "valeur non admise" + value + ", attendu " + first(arguments);
                    case "type" -> "type inattendu" + value + ", attendu " + last(arguments);
                    case "pattern" -> "forme non admise" + value + ", attendu " + first(arguments);
                    case "format" -> "forme non admise" + value + ", attendu " + first(arguments);
                    case "minimum", "exclusiveMinimum" -> "trop petit" + value + ", minimum " + first(arguments);
                    case "maximum", "exclusiveMaximum" -> "trop grand" + value + ", maximum " + first(arguments);
                    case "minLength" -> "texte trop court" + value + ", au moins " + first(arguments) + " caractère(s)";
                    case "minItems" -> "la liste doit avoir au moins " + first(arguments) + " élément(s)";
                    case "uniqueItems" -> "la liste contient deux fois le même élément";
                    default -> message.getError();
                };
        return new Objection(pointer, text);
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
