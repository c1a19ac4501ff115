package fr.parchemin.acte;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypographieTest {

    @Test
    void putsTheSpacesThatFrenchAsksFor() {
        assertThat(Typographie.francaise("Note : « bien » ; quoi ? oui !"))
                .isEqualTo("Note\u00a0: «\u00a0bien\u00a0»\u202f; quoi\u202f? oui\u202f!");
    }

    @Test
    void leavesTimesAddressesAndCodesAlone() {
        assertThat(Typographie.francaise("à 10:30, https://exemple.fr/?a=1;b"))
                .isEqualTo("à 10:30, https://exemple.fr/?a=1;b");
    }

    @Property
    void leavesNoPlainSpaceWhereAnotherIsDueAndChangesNothingElse(
            @ForAll @Chars({' ', ':', ';', '!', '?', '«', '»'}) @CharRange(from = 'a', to = 'c') String text) {
        String french = Typographie.francaise(text);

        assertThat(french).doesNotContainPattern(" [:;!?»]|« ");
        assertThat(french.replace('\u00a0', ' ').replace('\u202f', ' ')).isEqualTo(text);
        assertThat(Typographie.francaise(french)).isEqualTo(french);
    }

    @ParameterizedTest
    @CsvSource({"12.50, '12,5'", "12, '12'", "1200, '1200'", "0.00, '0'", "11.995, '11,995'", "1E3, '1000'"})
    void writesNumbersWithACommaAndNoIdleZero(BigDecimal number, String written) {
        assertThat(Typographie.nombre(number)).isEqualTo(written);
    }

    @Test
    void writesTheFirstOfTheMonthAsPeopleDo() {
        assertThat(Typographie.jour(LocalDate.of(2027, 1, 1))).isEqualTo("1er janvier 2027");
        assertThat(Typographie.jour(LocalDate.of(2027, 8, 21))).isEqualTo("21 août 2027");
    }
}
