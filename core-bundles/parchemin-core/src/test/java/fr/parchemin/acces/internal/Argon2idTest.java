package fr.parchemin.acces.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idTest {

    private final Argon2id argon2id = new Argon2id();

    @Test
    void aPasswordMatchesItsHashAndNoOther() {
        String hash = argon2id.hash("mot de passe à accents");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(argon2id.matches("mot de passe à accents", hash)).isTrue();
        assertThat(argon2id.matches("mot de passe a accents", hash)).isFalse();
        assertThat(argon2id.matches("", hash)).isFalse();
    }

    @Test
    void theSamePasswordNeverHashesTheSame() {
        assertThat(argon2id.hash("x")).isNotEqualTo(argon2id.hash("x"));
    }

    /** Made with the reference implementation: {@code echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1}. */
    @Test
    void readsTheHashesOfTheReferenceImplementation() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(argon2id.matches("password", reference)).isTrue();
        assertThat(argon2id.matches("passwore", reference)).isFalse();
    }

    @Test
    void theDecoyMatchesNothingAndCostsAsMuch() {
        String decoy = Argon2id.leurre();

        assertThat(decoy).hasSameSizeAs(argon2id.hash("x")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(argon2id.matches("", decoy)).isFalse();
        assertThat(argon2id.matches("leurre", decoy)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "aucun mot de passe", "$2a$10$abcdefghijklmnopqrstuv", "$argon2i$v=19$m=1,t=1,p=1$YQ$YQ"})
    void whatIsNoHashIsAnError(String encoded) {
        assertThatThrownBy(() -> argon2id.matches("x", encoded)).isInstanceOf(IllegalArgumentException.class);
    }
}
