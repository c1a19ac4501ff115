package fr.parchemin.branche.metallurgie;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.spi.BranchePlugin;
import fr.parchemin.testkit.DefinitionContract;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class MetallurgieBrancheTest extends DefinitionContract {

    @Override
    protected BranchePlugin plugin() {
        return new MetallurgieBranche();
    }

    @Test
    void eachCqpmIsProvedByAtLeastTwelveCases() {
        assertThat(checks().goldenCases())
                .containsOnlyKeys("MET-OMI 1.0.0", "MET-TSA 1.0.0")
                .allSatisfy((certification, cases) -> assertThat(cases).isGreaterThanOrEqualTo(12));
    }

    @Test
    void aCqpmKnowsNoMarks() {
        assertThat(checks().baremes()).isEmpty();
    }

    /** Article 62.1: an interval of four values, then seventeen of three, two classes to a group. */
    @Test
    void theTableOfPositionsFollowsTheFormulaOfTheConvention() {
        JsonNode positions =
                checks().content("classification/metallurgie-2024.yaml").path("positions");

        assertThat(IntStream.rangeClosed(6, 60).mapToObj(cotation -> position(positions, cotation)))
                .containsExactlyElementsOf(IntStream.rangeClosed(6, 60)
                        .mapToObj(MetallurgieBrancheTest::formula)
                        .toList());
    }

    private static String position(JsonNode positions, int cotation) {
        return StreamSupport.stream(positions.spliterator(), false)
                .filter(p -> p.path("cotationMin").asInt() <= cotation
                        && cotation <= p.path("cotationMax").asInt())
                .map(p -> p.path("cle").asText() + " " + p.path("groupe").asText()
                        + p.path("classe").asText())
                .findFirst()
                .orElse("aucune");
    }

    private static String formula(int cotation) {
        int classe = Math.max(1, (int) Math.ceil((cotation - 6) / 3.0));
        String position = "ABCDEFGHI".charAt((classe + 1) / 2 - 1) + String.valueOf(classe);
        return position + " " + position;
    }
}
