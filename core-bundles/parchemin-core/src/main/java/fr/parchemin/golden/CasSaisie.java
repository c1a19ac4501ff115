package fr.parchemin.golden;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.regle.ReglesBranche;
import java.util.Optional;

/** Whether the platform takes the last of some grids: a closed gate, a mark off the scale. */
final class CasSaisie implements EspeceDeCas {

    private static final String ACCEPTEE = "ACCEPTEE";

    @Override
    public String cle() {
        return "saisie";
    }

    @Override
    public Optional<String> difference(
            DefinitionBranche definition,
            Referentiel referentiel,
            ReglesBranche regles,
            JsonNode situation,
            JsonNode attendu) {
        GrillesEntrees entered = GrillesEntrees.of(
                referentiel, situation, GoldenCases.JOUR_PAR_DEFAUT, GoldenCases.contexteParDefaut(regles));
        String obtained = entered.refus().orElse(ACCEPTEE);
        int last = situation.size() - 1;
        if (entered.refus().isPresent() && entered.saisies().size() < last) {
            return Optional.of("seule la dernière grille peut être refusée, une autre l’est avant elle : " + obtained);
        }
        return EspeceDeCas.compared("saisie attendue", attendu.asText(), obtained);
    }
}
