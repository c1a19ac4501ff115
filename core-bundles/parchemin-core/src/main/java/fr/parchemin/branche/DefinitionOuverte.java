package fr.parchemin.branche;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.branche.DefinitionReader.Lecture;
import java.util.List;

/**
 * A valid definition with its files still open: a tool changes one value and has the whole read again in memory, by the very
 * checks of an admission. Used by the testkit; not thread-safe.
 */
public interface DefinitionOuverte {

    /**
     * A file of the definition.
     *
     * @param nom as {@code branche.yaml} writes it
     * @param partie its definition under {@code $defs} in the schema: branche, referentiel, classification, casGolden
     * @param contenu its JSON form; copy it before changing it
     */
    record Fichier(String nom, String partie, JsonNode contenu) {}

    DefinitionBranche definition();

    /** Every file, {@code branche.yaml} first. */
    List<Fichier> fichiers();

    /** The line (from 1) of the value at a JSON pointer, or of the nearest value around it. */
    Integer ligne(String fichier, String pointer);

    /** Reads the definition as if that file held that content. The hashes and canonical forms of the changed file are not computed. */
    Lecture with(String fichier, JsonNode contenu);
}
