package fr.parchemin.acte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChiffreTest {

    private final byte[] key = Chiffre.newKey();
    private final byte[] clear = "Élise".getBytes(StandardCharsets.UTF_8);

    @Test
    void givesBackWhatItWasGivenInTheSamePlace() {
        assertThat(Chiffre.decrypt(key, Chiffre.encrypt(key, clear, "ici"), "ici"))
                .isEqualTo(clear);
    }

    @Test
    void neverGivesTheSameTwice() {
        assertThat(Chiffre.encrypt(key, clear, "ici")).isNotEqualTo(Chiffre.encrypt(key, clear, "ici"));
    }

    @Test
    void opensNowhereElseUnderNoOtherKeyAndNotChanged() {
        byte[] encrypted = Chiffre.encrypt(key, clear, "ici");

        assertThatThrownBy(() -> Chiffre.decrypt(key, encrypted, "là")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Chiffre.decrypt(Chiffre.newKey(), encrypted, "ici"))
                .isInstanceOf(IllegalStateException.class);
        for (int at = 0; at < encrypted.length; at++) {
            byte[] changed = encrypted.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> Chiffre.decrypt(key, changed, "ici")).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> Chiffre.decrypt(key, new byte[3], "ici")).isInstanceOf(IllegalStateException.class);
    }
}
