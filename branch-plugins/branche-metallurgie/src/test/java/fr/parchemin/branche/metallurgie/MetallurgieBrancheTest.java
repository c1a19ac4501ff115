package fr.parchemin.branche.metallurgie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.branche.DefinitionBranche.VersionDefinie;
import fr.parchemin.classification.Classification;
import fr.parchemin.spi.BranchePlugin;
import fr.parchemin.testkit.DefinitionContract;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetallurgieBrancheTest extends DefinitionContract {

    @Override
    protected BranchePlugin plugin() {
        return new MetallurgieBranche();
    }

    @Override
    protected Map<String, String> mutantsEquivalents() {
        return Map.of(
                "referentiels/* jury.membresMin membresMin : 2 → 1",
                "chaque collège a déjà un membre au moins, donc deux en tout",
                "referentiels/* concordance.points points : *",
                "aucun critère de cette branche n’a de points");
    }

    /** KALIARTI000041698698: no mark, no average, no compensation. */
    @Test
    void aCqpmKnowsNoMarks() {
        assertThat(definition().referentiels())
                .extracting(VersionDefinie::referentiel)
                .flatExtracting(r -> r.blocs())
                .allSatisfy(bloc -> assertThat(bloc.epreuves())
                        .allSatisfy(epreuve -> assertThat(bloc.bareme(epreuve)).isZero()));
    }

    /** Article 62.1: an interval of four values, then seventeen of three, two classes to a group. */
    @Test
    void theTableOfPositionsFollowsTheFormulaOfTheConvention() {
        Classification grid = definition().classificationsByCode().get("metallurgie-2024");

        assertThat(IntStream.rangeClosed(6, 60).mapToObj(cotation -> position(grid, cotation)))
                .containsExactlyElementsOf(IntStream.rangeClosed(6, 60)
                        .mapToObj(MetallurgieBrancheTest::formula)
                        .toList());
    }

    private static String position(Classification grid, int cotation) {
        return grid.positions().stream()
                .filter(p -> p.cotationMin() <= cotation && cotation <= p.cotationMax())
                .map(p -> p.cle() + " " + p.groupe() + p.classe())
                .findFirst()
                .orElse("aucune");
    }

    private static String formula(int cotation) {
        int classe = Math.max(1, (int) Math.ceil((cotation - 6) / 3.0));
        String position = "ABCDEFGHI".charAt((classe + 1) / 2 - 1) + String.valueOf(classe);
        return position + " " + position;
    }
}
