package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.web.internal.view.Wording;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void textsOfBranchesAreSetAsFrenchAsksFor() {
        assertThat(Wording.fr("l'état : « vu » ; sûr ?")).isEqualTo("l’état\u00a0: «\u00a0vu\u00a0»\u202f; sûr\u202f?");
        assertThat(Wording.fr(null)).isEmpty();
    }

    @Test
    void datesReadAsPeopleWriteThem() {
        assertThat(Wording.date(LocalDate.of(2026, 4, 1))).isEqualTo("1er\u00a0avril 2026");
        assertThat(Wording.moment(Instant.parse("2026-07-14T08:05:00Z")))
                .isEqualTo("14\u00a0juillet 2026 à 10\u00a0h\u00a005");
        assertThat(Wording.period(null, LocalDate.of(2026, 12, 31))).isEqualTo("jusqu’au 31\u00a0décembre 2026");
    }

    @Test
    void numbersAndDurationsToo() {
        assertThat(Wording.number(new BigDecimal("12.50"))).isEqualTo("12,5");
        assertThat(Wording.duration(20)).isEqualTo("20\u00a0min");
        assertThat(Wording.duration(125)).isEqualTo("2\u00a0h\u00a005");
        assertThat(Wording.months(60)).isEqualTo("5\u00a0ans");
        assertThat(Wording.months(18)).isEqualTo("18\u00a0mois");
        assertThat(Wording.count(0, "dossier", "dossiers")).isEqualTo("0\u00a0dossier");
        assertThat(Wording.list(List.of("a", "b", "c"))).isEqualTo("a, b et c");
    }

    @Test
    void aHashIsReadInGroups() {
        assertThat(Wording.grouped("0123456789abcdef")).isEqualTo("01234567 89abcdef");
    }
}
