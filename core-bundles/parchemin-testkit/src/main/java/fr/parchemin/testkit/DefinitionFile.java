package fr.parchemin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One file of a definition.
 *
 * @param nom path relative to {@code branche.yaml}
 * @param kind name of its definition in the schema
 */
record DefinitionFile(String nom, String kind, JsonNode contenu) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static DefinitionFile read(URL base, String nom, String kind) {
        try (InputStream in = new URL(base, nom).openStream()) {
            LoadSettings settings = LoadSettings.builder().setLabel(nom).build();
            return new DefinitionFile(nom, kind, JSON.valueToTree(new Load(settings).loadFromInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(nom + " : illisible", e);
        }
    }
}
