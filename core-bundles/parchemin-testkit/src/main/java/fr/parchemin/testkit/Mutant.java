package fr.parchemin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Supplier;

/**
 * One change made to a definition.
 *
 * @param fichier file that is changed
 * @param pointer JSON pointer of the parameter
 * @param changement what was changed, in French
 * @param contenus the changed file; the later ones change more, and are tried when the definition does not admit the former
 */
record Mutant(String fichier, String pointer, String changement, List<Supplier<JsonNode>> contenus) {}
