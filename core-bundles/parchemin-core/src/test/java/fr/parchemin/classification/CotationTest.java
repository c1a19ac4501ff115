package fr.parchemin.classification;

import static fr.parchemin.exemple.Exemple.code;
import static fr.parchemin.exemple.Exemple.detail;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.classification.Classification.CritereCotation;
import fr.parchemin.classification.Classification.Degre;
import fr.parchemin.classification.Classification.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the grid of article 62.1 of the métallurgie: six criteria of ten degrees, eighteen classes. */
class CotationTest {

    private static final List<String> CRITERES =
            List.of("COMPLEXITE", "CONNAISSANCES", "AUTONOMIE", "CONTRIBUTION", "ENCADREMENT", "COMMUNICATION");

    private static final Classification GRILLE = grille();

    private static Classification grille() {
        List<Degre> degres = IntStream.rangeClosed(1, 10)
                .mapToObj(d -> new Degre(d, "degré " + d))
                .toList();
        List<Position> positions = new ArrayList<>();
        for (int classe = 1; classe <= 18; classe++) {
            int first = classe == 1 ? 6 : 3 * classe + 4;
            int last = 3 * classe + 6;
            String groupe = String.valueOf("ABCDEFGHI".charAt((classe - 1) / 2));
            positions.add(new Position(
                    groupe + classe,
                    "Groupe " + groupe + ", classe " + classe,
                    groupe,
                    classe,
                    first,
                    last,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null));
        }
        return new Classification(
                "metallurgie-2024",
                "Classification",
                "3248",
                null,
                null,
                Classification.Forme.COTATION,
                CRITERES.stream()
                        .map(c -> new CritereCotation(c, c, degres, null))
                        .toList(),
                positions,
                List.of(),
                List.of(),
                null);
    }

    private static Map<String, Integer> degres(Integer... degres) {
        Map<String, Integer> given = new LinkedHashMap<>();
        for (int i = 0; i < degres.length; i++) {
            given.put(CRITERES.get(i), degres[i]);
        }
        return given;
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1, 1, 1, 6, A1",
        "2, 2, 2, 1, 1, 1, 9, A1",
        "2, 2, 2, 2, 1, 1, 10, A2",
        "3, 3, 3, 2, 2, 2, 15, B3",
        "4, 4, 4, 4, 3, 3, 22, C6",
        "7, 7, 6, 6, 5, 6, 37, F11",
        "10, 10, 10, 10, 10, 10, 60, I18",
        // the demo jobs
        "4, 4, 4, 3, 3, 3, 21, C5",
        "5, 4, 4, 3, 3, 3, 22, C6",
        "5, 5, 5, 4, 3, 4, 26, D7"
    })
    void followsTheTestVectorsOfTheDomain(int a, int b, int c, int d, int e, int f, int total, String cle) {
        Cotation cotation = Cotation.rate(GRILLE, degres(a, b, c, d, e, f)).orElseThrow();

        assertThat(cotation.total()).isEqualTo(total);
        assertThat(cotation.position().cle()).isEqualTo(cle);
    }

    @Property
    void givesForEverySumTheClassOfTheFormula(@ForAll @Size(6) List<@IntRange(min = 1, max = 10) Integer> degres) {
        Cotation cotation =
                Cotation.rate(GRILLE, degres(degres.toArray(Integer[]::new))).orElseThrow();

        int sum = degres.stream().mapToInt(Integer::intValue).sum();
        int classe = Math.max(1, (int) Math.ceil((sum - 6) / 3.0));
        assertThat(cotation.position().classe()).isEqualTo(classe);
        assertThat(cotation.position().groupe())
                .isEqualTo(String.valueOf("ABCDEFGHI".charAt((int) Math.ceil(classe / 2.0) - 1)));
    }

    @Test
    void rateableSumsAreAllFiftyFive() {
        for (int sum = 6; sum <= 60; sum++) {
            Integer[] degres = new Integer[6];
            int left = sum;
            for (int i = 0; i < 6; i++) {
                degres[i] = Math.min(10, left - (5 - i));
                left -= degres[i];
            }
            assertThat(Cotation.rate(GRILLE, degres(degres)).orElseThrow().total())
                    .isEqualTo(sum);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "11", "-1", "100"})
    void refusesADegreeThatTheCriterionDoesNotHave(int degre) {
        Outcome<Cotation> refused = Cotation.rate(GRILLE, degres(degre, 1, 1, 1, 1, 1));

        assertThat(code(refused)).isEqualTo(CodeRefus.COTATION_INVALIDE);
        assertThat(detail(refused)).contains("le degré " + degre, "« COMPLEXITE »", "1, 2, 3");
    }

    @Test
    void refusesACriterionLeftOut() {
        assertThat(detail(Cotation.rate(GRILLE, degres(1, 1, 1, 1, 1)))).contains("« COMMUNICATION » manque");
        assertThat(detail(Cotation.rate(GRILLE, degres(1, null, 1, 1, 1, 1)))).contains("« CONNAISSANCES » manque");
        assertThat(code(Cotation.rate(GRILLE, Map.of()))).isEqualTo(CodeRefus.COTATION_INVALIDE);
    }

    @Test
    void refusesACriterionThatTheGridDoesNotHave() {
        Map<String, Integer> given = new HashMap<>(degres(1, 1, 1, 1, 1, 1));
        given.put("CHARISME", 10);

        assertThat(detail(Cotation.rate(GRILLE, given))).contains("« CHARISME » n’existe pas");
    }

    @Test
    void refusesToRateOnAGridOfCoefficients() {
        Classification coefficients = new Classification(
                "securite-privee-2016",
                "Grille",
                "1351",
                null,
                null,
                Classification.Forme.COEFFICIENTS,
                null,
                List.of(),
                null,
                null,
                null);

        assertThat(detail(Cotation.rate(coefficients, Map.of()))).contains("ne se cote pas");
    }
}
