package fr.parchemin.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypographieTest {

    @Test
    void apostrophesAreCurved() {
        assertThat(Typographie.soigne("L'outil d'Anne")).isEqualTo("L’outil d’Anne");
    }

    @Test
    void highPunctuationIsNotParted() {
        assertThat(Typographie.soigne("Quoi ? Ceci : « oui » ; non !"))
                .isEqualTo("Quoi\u00a0? Ceci\u00a0: «\u00a0oui\u00a0»\u00a0; non\u00a0!");
    }

    @Test
    void narrowSpacesBecomeThoseThatTheFontsHave() {
        assertThat(Typographie.soigne("non\u202f!")).isEqualTo("non\u00a0!");
    }

    @Test
    void runsOfBlanksBecomeOneSpace() {
        assertThat(Typographie.soigne("  Camille \t\n Desrosières ")).isEqualTo("Camille Desrosières");
    }

    @Test
    void theFirstOfTheMonthIsAnOrdinal() {
        assertThat(Typographie.date(LocalDate.of(2027, 5, 1))).isEqualTo("1er mai 2027");
        assertThat(Typographie.date(LocalDate.of(2026, 11, 25))).isEqualTo("25 novembre 2026");
        assertThat(Typographie.date(LocalDate.of(2026, 8, 11))).isEqualTo("11 août 2026");
    }

    @Test
    void theArticleOfATownIsContracted() {
        assertThat(Typographie.aLieu("Lyon")).isEqualTo("à Lyon");
        assertThat(Typographie.aLieu("Le Mans")).isEqualTo("au Mans");
        assertThat(Typographie.aLieu("Les Ulis")).isEqualTo("aux Ulis");
        assertThat(Typographie.aLieu("La Rochelle")).isEqualTo("à La Rochelle");
        assertThat(Typographie.aLieu("L'Isle-Adam")).isEqualTo("à L’Isle-Adam");
        assertThat(Typographie.aLieu("Lesquin")).isEqualTo("à Lesquin");
    }

    @Test
    void theLastTwoOfAListAreJoined() {
        assertThat(Typographie.liste(List.of("A"))).isEqualTo("A");
        assertThat(Typographie.liste(List.of("A", "B"))).isEqualTo("A et B");
        assertThat(Typographie.liste(List.of("A", "B", "C"))).isEqualTo("A, B et C");
    }

    @Test
    void linesAreBrokenAfterSpacesAndSlashesOnly() {
        assertThat(Coupures.morceaux("Un(e) technicien(ne) pré-diagnostic"))
                .containsExactly("Un(e) ", "technicien(ne) ", "pré-diagnostic");
        assertThat(Coupures.morceaux("https://exemple.fr/v/A-1"))
                .containsExactly("https://", "exemple.fr/", "v/", "A-1");
        assertThat(Coupures.morceaux("")).isEmpty();
    }
}
