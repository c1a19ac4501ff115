package fr.parchemin.acte;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Élise  D’Août|elise d aout",
                "ŒUVRE|oeuvre",
                "Lætitia|laetitia",
                "JEAN-PIERRE|jean pierre",
                "  Ça, là !  |ca la",
                "Ǆ 12-bis|ǆ 12 bis"
            })
    void foldsAccentsCaseAndPunctuation(String text, String folded) {
        assertThat(Textes.fold(text)).isEqualTo(folded);
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll String text) {
        assertThat(Textes.fold(Textes.fold(text))).isEqualTo(Textes.fold(text));
    }

    @Test
    void sameWhateverAccentsAndCase() {
        assertThat(Textes.same("Élise", "ELISE")).isTrue();
        assertThat(Textes.same("Élise", "Elisa")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "?!", "\u00a0"})
    void whatHasNoLetterIsTheSameAsNothing(String empty) {
        assertThat(Textes.same(empty, empty)).isFalse();
        assertThat(Textes.same(empty, "")).isFalse();
        assertThat(Textes.same(null, empty)).isFalse();
        assertThat(Textes.same(null, null)).isFalse();
        assertThat(Textes.samePerson(empty, empty)).isFalse();
    }

    @Test
    void aPersonIsTheSameWhicheverNameComesFirst() {
        assertThat(Textes.samePerson("DUPONT Élise", "Élise Dupont")).isTrue();
        assertThat(Textes.samePerson("Élise Dupont", "Élise Durand")).isFalse();
        assertThat(Textes.samePerson("Élise", "Élise Dupont")).isFalse();
        assertThat(Textes.samePerson(null, "Élise")).isFalse();
    }

    @Property
    void aPersonIsTheSameInAnyOrderOfItsNames(@ForAll List<String> names, @ForAll Random random) {
        List<String> shuffled = Arrays.asList(names.toArray(String[]::new));
        Collections.shuffle(shuffled, random);
        String name = String.join(" ", names);

        assertThat(Textes.samePerson(name, String.join(" ", shuffled)))
                .isEqualTo(!Textes.fold(name).isEmpty());
    }

    @Test
    void tidiesIdleSpaces() {
        assertThat(Textes.tidy(" Le  \u00a0 Goff\u202f ")).isEqualTo("Le Goff");
        assertThat(Textes.tidy("  ")).isNull();
        assertThat(Textes.tidy("\u00a0")).isNull();
        assertThat(Textes.tidy(null)).isNull();
        assertThat(Textes.tidy("a\tb"))
                .as("a control character is for the check to refuse")
                .isEqualTo("a\tb");
    }
}
