package fr.parchemin.golden;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.referentiel.DefinitionJson;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.regle.ReglesBranche;
import java.time.LocalDate;
import java.util.Optional;

/** Under what the certification stands on a day: a code, transmitted only, or no period at all. */
final class CasEnregistrement implements EspeceDeCas {

    record Situation(LocalDate le) {}

    @Override
    public String cle() {
        return "enregistrement";
    }

    @Override
    public Optional<String> difference(
            DefinitionBranche definition,
            Referentiel referentiel,
            ReglesBranche regles,
            JsonNode situation,
            JsonNode attendu) {
        LocalDate day = DefinitionJson.read(situation, Situation.class).le();
        return EspeceDeCas.compared(
                "enregistrement attendu",
                attendu.asText(),
                referentiel
                        .certification()
                        .enregistrement(day)
                        .map(e -> e.code() == null ? e.statut().name() : e.code())
                        .orElse("AUCUN"));
    }
}
