package fr.parchemin.golden;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.regle.ReglesBranche;
import java.util.Optional;

/**
 * A kind of golden case that carries its situation under a key of its own and its expected value under the same key of
 * {@code attendu}. A new kind is a class here and a definition in the schema, nothing else.
 */
interface EspeceDeCas {

    /** The key that holds the situation, and under {@code attendu} the value expected. */
    String cle();

    /**
     * Runs the case; pure.
     *
     * @param regles the rules in code of the branch
     * @param situation what the case says under {@link #cle()}, valid against the schema
     * @param attendu what it expects, likewise
     * @return what was expected and what came, in French; empty when they agree
     */
    Optional<String> difference(
            DefinitionBranche definition,
            Referentiel referentiel,
            ReglesBranche regles,
            JsonNode situation,
            JsonNode attendu);

    /** The sentence for an expected and an obtained value, empty when they are the same text. */
    static Optional<String> compared(String what, String expected, String obtained) {
        return expected.equals(obtained)
                ? Optional.empty()
                : Optional.of(what + " " + expected + ", obtenu " + obtained);
    }
}
