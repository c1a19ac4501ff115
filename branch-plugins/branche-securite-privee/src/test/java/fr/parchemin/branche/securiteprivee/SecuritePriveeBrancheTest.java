package fr.parchemin.branche.securiteprivee;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.spi.BranchePlugin;
import fr.parchemin.testkit.DefinitionContract;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SecuritePriveeBrancheTest extends DefinitionContract {

    @Override
    protected BranchePlugin plugin() {
        return new SecuritePriveeBranche();
    }

    @Override
    protected Map<String, String> mutantsEquivalents() {
        return Map.of(
                "referentiels/aps-1.0.0.yaml jury.colleges[0].min min : 1 → 0",
                "il n’y a qu’un collège, et l’effectif total de deux le contient",
                "referentiels/aps-1.0.0.yaml blocs[0].regle.regles[1].regles[0] regles : « COMPETENCES_ACQUISES » retiré",
                "chacune de ces compétences n’a qu’un critère, éliminatoire : la règle n’ajoute rien aux quatre autres",
                "referentiels/aps-1.0.0.yaml concordance.binaire binaire : « UNANIMITE » → *",
                "tous les critères binaires sont éliminatoires : un seul non acquis suffit, quoi que disent les autres");
    }

    private Referentiel aps() {
        return definition().referentiel("APS", "1.0.0").orElseThrow().referentiel();
    }

    @Test
    void everyMarkedEpreuveIsOutOfTwenty() {
        Map<String, BigDecimal> baremes = new TreeMap<>();
        aps().blocs().forEach(bloc -> bloc.epreuves().forEach(e -> baremes.put(e.code(), bloc.bareme(e))));

        assertThat(baremes.remove("APS-BC1-CAS")).isZero();
        assertThat(baremes)
                .containsOnlyKeys("APS-BC2-MSP", "APS-BC2-QCM", "APS-BC3-MSP", "APS-BC4-MSP", "APS-BC4-QCM")
                .allSatisfy((epreuve, bareme) -> assertThat(bareme).isEqualByComparingTo("20"));
    }

    @Test
    void theSameCoefficientNamesTwoPositionsOfDifferentPay() {
        assertThat(definition()
                        .classificationsByCode()
                        .get("securite-privee-2016")
                        .positions())
                .filteredOn(p -> Integer.valueOf(150).equals(p.coefficient()))
                .extracting(p -> p.cle() + " " + p.minima().get(0).montant().toPlainString())
                .containsExactly("AE-III-3 1604.85", "AM-I-1 1758.30");
    }

    @Test
    void aNumberOfPriorAuthorisationStartsWithPreAndEndsWithADigit() {
        String pattern = aps().certification().prerequis("CNAPS").orElseThrow().motifNumero();

        assertThat("PRE-075-2026-01-15-20260012345").matches(pattern);
        assertThat("PRE20260012345").matches(pattern);
        assertThat("CAR-075-2026-01-15-20260012345").doesNotMatch(pattern);
        assertThat("PRE").doesNotMatch(pattern);
    }
}
