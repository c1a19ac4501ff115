package fr.parchemin.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import fr.parchemin.spi.BranchePlugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The schema that ships with the SPI, entered at the definition of one kind of file. */
final class DefinitionSchema {

    private final ObjectNode root;
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
            .locale(Locale.FRENCH)
            .errorMessageKeyword("errorMessage")
            .pathType(PathType.LEGACY)
            .build();

    DefinitionSchema() {
        try (InputStream in = BranchePlugin.class.getResourceAsStream(BranchePlugin.SCHEMA)) {
            root = (ObjectNode) new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void validate(DefinitionFile file, Problems problems) {
        JsonSchema schema = factory.getSchema(root.deepCopy().put("$ref", "#/$defs/" + file.kind()), config);
        for (ValidationMessage message : schema.validate(file.contenu())) {
            String path = message.getInstanceLocation().toString();
            String text = message.getMessage();
            String prefix = path + ": ";
            problems.add(
                    file,
                    path.replaceFirst("^\\$\\.?", ""),
                    text.startsWith(prefix) ? text.substring(prefix.length()) : text);
        }
    }
}
