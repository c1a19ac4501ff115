package fr.parchemin.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiretTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "73282932000074",
                "78471719100018",
                "50412388600039",
                // La Poste: head office by the common key, establishments by the sum of their digits
                "35600000000048",
                "35600000049837",
                "35600000009075"
            })
    void acceptsAKeyThatIsRight(String siret) {
        assertThat(Siret.isValid(siret)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "73282932000075",
                "37282932000074",
                "7328293200007",
                "732829320000745",
                "7328293200007A",
                "٧٣٢٨٢٩٣٢٠٠٠٠٧٤",
                "732 829 320 00074",
                "",
                "00000000000000",
                "35600000009076"
            })
    void refusesAnythingElse(String siret) {
        assertThat(Siret.isValid(siret)).isFalse();
    }

    @Property
    void oneWrongDigitIsNoticed(
            @ForAll @IntRange(min = 0, max = 13) int place, @ForAll @IntRange(min = 1, max = 9) int shift) {
        char[] digits = "73282932000074".toCharArray();
        digits[place] = (char) ('0' + (digits[place] - '0' + shift) % 10);

        assertThat(Siret.isValid(new String(digits))).isFalse();
    }
}
