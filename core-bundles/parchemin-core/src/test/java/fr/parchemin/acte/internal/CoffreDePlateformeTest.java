package fr.parchemin.acte.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.acte.Coffre;
import org.junit.jupiter.api.Test;

class CoffreDePlateformeTest {

    private final Coffre coffre = Cles.coffre();

    @Test
    void whatIsSealedOpensInItsPlaceAlsoAfterARestart() {
        String sealed = coffre.seal("ici", "Élise");

        assertThat(sealed).doesNotContain("lise");
        assertThat(Cles.coffre().open("ici", sealed)).isEqualTo("Élise");
    }

    @Test
    void theSameTextIsSealedOtherwiseEachTime() {
        assertThat(coffre.seal("ici", "x")).isNotEqualTo(coffre.seal("ici", "x"));
    }

    @Test
    void whatWasMovedChangedOrSealedElsewhereDoesNotOpen() {
        String sealed = coffre.seal("ici", "texte");
        char first = sealed.charAt(4);
        String changed = sealed.substring(0, 4) + (first == 'A' ? 'B' : 'A') + sealed.substring(5);

        assertThatThrownBy(() -> coffre.open("ailleurs", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> coffre.open("ici", changed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> coffre.open("ici", "texte")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new CoffreDePlateforme(Cles.plateforme(2)).open("ici", sealed))
                .isInstanceOf(IllegalStateException.class);
    }
}
