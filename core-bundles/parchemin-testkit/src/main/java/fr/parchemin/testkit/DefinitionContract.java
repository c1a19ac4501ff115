package fr.parchemin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.spi.BranchePlugin;
import org.junit.jupiter.api.Test;

/** What every branch owes the platform; extend it in the plugin's own tests. */
public abstract class DefinitionContract {

    /** The plugin under test, made as the platform would find it. */
    protected abstract BranchePlugin plugin();

    protected final DefinitionChecks checks() {
        return DefinitionChecks.of(plugin().definition());
    }

    @Test
    void everyFileFollowsTheSchema() {
        assertThat(checks().schemaErrors()).isEmpty();
    }

    @Test
    void everyCodeIsUnique() {
        assertThat(checks().duplicateCodes()).isEmpty();
    }

    @Test
    void everyNamedThingExists() {
        assertThat(checks().unknownReferences()).isEmpty();
    }

    @Test
    void nothingContradictsItself() {
        assertThat(checks().contradictions()).isEmpty();
    }

    @Test
    void everyCertificationHasGoldenCases() {
        assertThat(checks().goldenCases().values()).allMatch(cases -> cases > 0);
    }
}
