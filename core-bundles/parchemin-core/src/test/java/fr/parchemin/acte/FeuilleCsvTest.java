package fr.parchemin.acte;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeuilleCsvTest {

    @Test
    void aFileIsUtf8WithItsMarkAndEachCellBetweenQuotes() {
        String text = new String(
                new FeuilleCsv()
                        .line("Prénoms", null, 3)
                        .line("dit « l’a\"s\" »; voilà")
                        .toBytes(),
                StandardCharsets.UTF_8);
        assertThat(text).isEqualTo("\ufeff\"Prénoms\";\"\";\"3\"\r\n\"dit « l’a\"\"s\"\" »; voilà\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1"})
    void noCellIsAFormula(String text) {
        assertThat(FeuilleCsv.cell(text)).startsWith("\"'").contains(text);
    }

    @Test
    void aTextThatIsNoFormulaStaysAsItIs() {
        assertThat(FeuilleCsv.cell("N’Diaye-Martin")).isEqualTo("\"N’Diaye-Martin\"");
    }
}
