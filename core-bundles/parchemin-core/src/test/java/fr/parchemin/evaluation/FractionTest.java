package fr.parchemin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** Exact whatever the size, and read without ever seeming to reach what was missed. */
class FractionTest {

    private static final BigDecimal HUGE = new BigDecimal("123456789012345678901234567890.123456789");

    private static Fraction of(String value) {
        return Fraction.of(new BigDecimal(value));
    }

    @Test
    void aThirdThreeTimesIsOne() {
        Fraction third = Fraction.UN.over(of("3"));

        assertThat(third.plus(third).plus(third)).isEqualTo(Fraction.UN);
        assertThat(third.reaches(new BigDecimal("0.3333333333"))).isTrue();
        assertThat(third.reaches(new BigDecimal("0.3333333334"))).isFalse();
    }

    @Test
    void staysExactBeyondLongNumbers() {
        Fraction huge = Fraction.of(HUGE);

        assertThat(huge.times(HUGE).over(huge)).isEqualTo(huge);
        assertThat(huge.plus(of("0.000000001")).compareTo(huge)).isPositive();
    }

    @Test
    void isCutForPeopleNotRounded() {
        assertThat(of("35.99995").over(of("3")).text()).isEqualTo("11,9999");
        assertThat(of("12.50").text()).isEqualTo("12,5");
        assertThat(of("2E+1").text()).isEqualTo("20");
        assertThat(Fraction.ZERO.text()).isEqualTo("0");
    }

    @Test
    void isRoundedHalfUpWhereTheRuleSaysSo() {
        assertThat(of("9.995").arrondie(2)).isEqualTo(of("10"));
        assertThat(of("9.9949").arrondie(2)).isEqualTo(of("9.99"));
        assertThat(of("9.995").arrondie(null)).isEqualTo(of("9.995"));
    }

    @Property
    void addsAsDecimalsDo(
            @ForAll @BigRange(min = "0", max = "100000000000") @Scale(4) BigDecimal one,
            @ForAll @BigRange(min = "0", max = "100000000000") @Scale(4) BigDecimal other,
            @ForAll @IntRange(min = 1, max = 9) int divisor) {
        Fraction sum = Fraction.of(one, divisor).plus(Fraction.of(other, divisor));

        assertThat(sum).isEqualTo(Fraction.of(one.add(other), divisor));
        assertThat(sum.text().replace(',', '.'))
                .isEqualTo(one.add(other)
                        .divide(BigDecimal.valueOf(divisor), 4, RoundingMode.DOWN)
                        .add(BigDecimal.ZERO)
                        .stripTrailingZeros()
                        .toPlainString());
    }
}
