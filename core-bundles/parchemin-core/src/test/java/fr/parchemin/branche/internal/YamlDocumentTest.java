package fr.parchemin.branche.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.branche.internal.YamlDocument.YamlInvalide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {

    private static YamlDocument parse(String text) throws YamlInvalide {
        return YamlDocument.parse("essai.yaml", text);
    }

    private static void assertRefused(String text, Integer line, String... words) {
        assertThatThrownBy(() -> parse(text)).isInstanceOfSatisfying(YamlInvalide.class, invalid -> {
            assertThat(invalid.ligne()).isEqualTo(line);
            assertThat(invalid.getMessage()).contains(words);
        });
    }

    @Test
    void readsTheJsonThatAYamlTextStandsFor() throws YamlInvalide {
        assertThat(parse("a: 1\nb: [x, 2.50, true, null, 2026-06-15, \"7\"]\nc: { d: 'é' }")
                        .content()
                        .toString())
                .isEqualTo("{\"a\":1,\"b\":[\"x\",2.50,true,null,\"2026-06-15\",\"7\"],\"c\":{\"d\":\"é\"}}");
    }

    @Test
    void knowsTheLineOfEachPartAndOfTheNearestAroundIt() throws YamlInvalide {
        YamlDocument document = parse("# en-tête\na: 1\nb:\n  - x\n  - y: 2\n\nc/d: 3");

        assertThat(document.line("")).isEqualTo(2);
        assertThat(document.line("/a")).isEqualTo(2);
        assertThat(document.line("/b/0")).isEqualTo(4);
        assertThat(document.line("/b/1/y")).isEqualTo(5);
        assertThat(document.line("/b/1/z/deep")).isEqualTo(5);
        assertThat(document.line("/c~1d")).isEqualTo(7);
        assertThat(document.line("/absent")).isEqualTo(2);
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertRefused("a: 1\nb: 2\na: 3", 3, "« a » figure deux fois");
    }

    @Test
    void refusesAliases() {
        assertRefused("a: &x 1\nb: *x", 2, "alias");
    }

    @Test
    void refusesABombOfAliasesBeforeItGoesOff() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertRefused(bomb.toString(), 2, "alias");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void refusesAHundredLevelsOfNesting(String level) {
        assertThatThrownBy(() -> parse(level.repeat(100)))
                .isInstanceOf(YamlInvalide.class)
                .hasMessageContaining("plus de 40 niveaux imbriqués");
    }

    @Test
    void refusesAHundredThousandLevelsWithoutExhaustingTheStack() {
        assertThatThrownBy(() -> parse("[".repeat(100_000))).isInstanceOf(YamlInvalide.class);
    }

    @Test
    void readsFortyLevels() throws YamlInvalide {
        assertThat(parse("[".repeat(40) + "]".repeat(40)).content().isArray()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\n", "# rien qu’un commentaire"})
    void refusesAnEmptyFile(String empty) {
        assertRefused(empty, 1, "vide");
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertRefused("a".repeat(YamlDocument.TAILLE_MAXIMALE + 1), null, "dépasse");
    }

    @Test
    void refusesSeveralDocuments() {
        assertRefused("a: 1\n---\nb: 2", 2, "plusieurs documents");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!binary aGVsbG8=",
                "a: !point 1",
                "!!set {a: null}",
                "a: !liste [1]",
                "a: !!float abc",
                "a: !!int 1.5"
            })
    void refusesTypesOfItsOwn(String tagged) {
        assertThatThrownBy(() -> parse(tagged)).isInstanceOf(YamlInvalide.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1E3",
                ".inf",
                "-.inf",
                ".nan",
                "12345678901234567890",
                "0.12345678901234567890",
                "1e-999999999"
            })
    void refusesNumbersThatNoDefinitionNeeds(String number) {
        assertRefused("x: 1\na: " + number, 2, "« " + number + " » n’est pas un nombre simple");
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "-3, -3", "7.5, 7.5", "0, 0", "999999999999999, 999999999999999"})
    void readsPlainNumbers(String written, String read) throws YamlInvalide {
        assertThat(parse("a: " + written).content().get("a").decimalValue()).isEqualByComparingTo(read);
    }

    @Test
    void readsWhatLooksLikeAnOctalAsAText() throws YamlInvalide {
        assertThat(parse("idcc: 0016").content().get("idcc").isTextual()).isTrue();
    }

    @Test
    void refusesAKeyThatIsNoText() {
        assertRefused("? [a, b]\n: 1", 1, "une clé doit être un texte simple");
    }

    @Test
    void readsAFileThatBeginsWithTheMarkOfWindowsEditors() throws YamlInvalide {
        assertThat(parse("\ufeffformat: 1").content().get("format").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: b: c|« : »",
                "a: 'ouvert|guillemet",
                "a: [1, 2|refermer",
                "a:\\n\\tb: 1|tabulation",
                "a: 1\\n b: 2|retrait"
            })
    void tellsSlipsOfSyntaxInFrench(String text, String word) {
        assertThatThrownBy(() -> parse(text.replace("\\n", "\n").replace("\\t", "\t")))
                .isInstanceOfSatisfying(YamlInvalide.class, invalid -> {
                    assertThat(invalid.getMessage())
                            .startsWith("ce n’est pas du YAML")
                            .contains(word);
                    assertThat(invalid.ligne()).isNotNull();
                });
    }

    @Test
    void refusesControlCharacters() {
        assertThatThrownBy(() -> parse("a: \"x\u0000y\""))
                .isInstanceOf(YamlInvalide.class)
                .hasMessageContaining("caractère de contrôle");
    }
}
