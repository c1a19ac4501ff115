package fr.parchemin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void theMedianIsTheMiddleValueWhateverTheOrder() {
        assertThat(of(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void theMedianOfAnEvenNumberOfValuesIsBetweenTheTwoInTheMiddle() {
        assertThat(of(4, 1, 3, 2).median()).isEqualTo(2.5);
    }

    @Test
    void theSummaryGivesMedianLeastAndGreatest() {
        assertThat(of(120.4, 99.6, 101).summary()).isEqualTo("101 (100–120)");
    }

    @Test
    void nothingMeasuredIsAnErrorNotAZero() {
        assertThatThrownBy(() -> new Series().median()).isInstanceOf(IllegalStateException.class);
    }

    private static Series of(double... values) {
        Series series = new Series();
        for (double value : values) {
            series.add(value);
        }
        return series;
    }
}
