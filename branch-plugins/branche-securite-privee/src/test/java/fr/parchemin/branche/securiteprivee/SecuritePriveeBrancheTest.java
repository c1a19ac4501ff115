package fr.parchemin.branche.securiteprivee;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.spi.BranchePlugin;
import fr.parchemin.testkit.DefinitionContract;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SecuritePriveeBrancheTest extends DefinitionContract {

    @Override
    protected BranchePlugin plugin() {
        return new SecuritePriveeBranche();
    }

    @Test
    void theApsIsProvedByAtLeastTwelveCases() {
        assertThat(checks().goldenCases())
                .containsOnlyKeys("APS 1.0.0")
                .allSatisfy((certification, cases) -> assertThat(cases).isGreaterThanOrEqualTo(12));
    }

    @Test
    void everyMarkedEpreuveIsOutOfTwenty() {
        assertThat(checks().baremes())
                .containsOnlyKeys("APS-BC2-MSP", "APS-BC2-QCM", "APS-BC3-MSP", "APS-BC4-MSP", "APS-BC4-QCM")
                .allSatisfy((epreuve, bareme) -> assertThat(bareme).isEqualByComparingTo("20"));
    }

    @Test
    void theSameCoefficientNamesTwoPositionsOfDifferentPay() {
        JsonNode positions =
                checks().content("classification/securite-privee-2016.yaml").path("positions");

        assertThat(StreamSupport.stream(positions.spliterator(), false)
                        .filter(p -> p.path("coefficient").asInt() == 150)
                        .map(p -> p.path("cle").asText() + " "
                                + p.path("minima").path(0).path("montant").asText()))
                .containsExactly("AE-III-3 1604.85", "AM-I-1 1758.3");
    }

    @Test
    void aNumberOfPriorAuthorisationStartsWithPreAndEndsWithADigit() {
        String pattern = StreamSupport.stream(
                        checks().content("referentiels/aps-1.0.0.yaml")
                                .path("certification")
                                .path("prerequis")
                                .spliterator(),
                        false)
                .filter(p -> p.path("code").asText().equals("CNAPS"))
                .map(p -> p.path("motifNumero").asText())
                .findFirst()
                .orElseThrow();

        assertThat("PRE-075-2026-01-15-20260012345").matches(pattern);
        assertThat("PRE20260012345").matches(pattern);
        assertThat("CAR-075-2026-01-15-20260012345").doesNotMatch(pattern);
        assertThat("PRE").doesNotMatch(pattern);
    }
}
