package fr.parchemin.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CouleurTest {

    @ParameterizedTest
    @ValueSource(strings = {"#ffd400", "#ffffff", "#7fe0c3", "#1f4e79", "#000000"})
    void theInkOfABranchCanAlwaysBeRead(String couleur) {
        assertThat(Couleur.hexadecimale(couleur).lisible().contrasteSurBlanc()).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void aColourThatCanBeReadIsNotTouched() {
        assertThat(Couleur.hexadecimale("#1f4e79").lisible().css()).isEqualTo("#1f4e79");
    }

    @Test
    void aTintGoesTowardsWhite() {
        assertThat(Couleur.hexadecimale("#000000").teinte(0).css()).isEqualTo("#ffffff");
        assertThat(Couleur.hexadecimale("#204060").teinte(1).css()).isEqualTo("#204060");
    }
}
