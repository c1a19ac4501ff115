package fr.parchemin.golden;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.evaluation.Contexte;
import fr.parchemin.evaluation.PropositionEngine;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.regle.ReglesBranche;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which épreuves are still awaited once some grids are entered; with none, the file may go before the jury. */
final class CasAttente implements EspeceDeCas {

    @Override
    public String cle() {
        return "attente";
    }

    @Override
    public Optional<String> difference(
            DefinitionBranche definition,
            Referentiel referentiel,
            ReglesBranche regles,
            JsonNode situation,
            JsonNode attendu) {
        Contexte contexte = GoldenCases.contexteParDefaut(regles);
        GrillesEntrees entered = GrillesEntrees.of(referentiel, situation, GoldenCases.JOUR_PAR_DEFAUT, contexte);
        if (entered.refus().isPresent()) {
            return Optional.of("une grille est refusée : " + entered.refus().get());
        }
        Set<String> expected = new TreeSet<>();
        attendu.forEach(code -> expected.add(code.asText()));
        return EspeceDeCas.compared(
                "épreuves attendues",
                told(expected),
                told(new TreeSet<>(PropositionEngine.propose(referentiel, "", entered.saisies(), contexte)
                        .manques())));
    }

    private static String told(Set<String> codes) {
        return codes.isEmpty() ? "aucune" : String.join(", ", codes);
    }
}
