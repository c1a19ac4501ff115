package fr.parchemin.golden;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.classification.Classification;
import fr.parchemin.classification.Cotation;
import fr.parchemin.referentiel.DefinitionJson;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.regle.ReglesBranche;
import java.util.Map;
import java.util.Optional;

/** The position to which the degrees of a job lead in a grid that rates jobs. */
final class CasCotation implements EspeceDeCas {

    record Situation(String classification, Map<String, Integer> degres) {}

    @Override
    public String cle() {
        return "cotation";
    }

    @Override
    public Optional<String> difference(
            DefinitionBranche definition,
            Referentiel referentiel,
            ReglesBranche regles,
            JsonNode situation,
            JsonNode attendu) {
        Situation asked = DefinitionJson.read(situation, Situation.class);
        Classification grid = definition.classificationsByCode().get(asked.classification());
        if (grid == null) {
            return Optional.of("la classification « " + asked.classification() + " » n’existe pas");
        }
        return EspeceDeCas.compared(
                "position attendue",
                attendu.asText(),
                Cotation.rate(grid, asked.degres())
                        .fold(c -> c.position().cle(), refus -> refus.code().name()));
    }
}
