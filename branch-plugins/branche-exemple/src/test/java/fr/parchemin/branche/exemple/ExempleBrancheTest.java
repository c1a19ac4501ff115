package fr.parchemin.branche.exemple;

import fr.parchemin.spi.BranchePlugin;
import fr.parchemin.testkit.DefinitionContract;
import java.util.Map;

class ExempleBrancheTest extends DefinitionContract {

    @Override
    protected BranchePlugin plugin() {
        return new ExempleBranche();
    }

    /** Ce qui ne change rien, et pourquoi : à relire quand le référentiel change. */
    @Override
    protected Map<String, String> mutantsEquivalents() {
        return Map.of(
                "referentiels/* jury.membresMin membresMin : 2 → 1",
                "chaque collège a déjà un membre au moins, donc deux en tout");
    }
}
