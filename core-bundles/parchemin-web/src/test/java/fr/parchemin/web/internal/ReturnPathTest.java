package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/jurys", "/candidatures?etat=DEPOSEE&apres=C-2026-000004", "/candidatures/1#journal"})
    void aPageOfThePlatformIsGoneBackTo(String asked) {
        assertThat(ReturnPath.safe(asked, "/otherwise")).isEqualTo(asked);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "//ailleurs.example",
                "/\\ailleurs.example",
                "\\\\ailleurs.example",
                "https://ailleurs.example/",
                "javascript:alert(1)",
                "ailleurs.example",
                "/\t/ailleurs.example",
                "/\r\nSet-Cookie: a=b",
                "/page\\..",
                "/é",
                "/connexion",
                "/connexion?retour=/jurys",
                "/deconnexion"
            })
    void anythingElseIsNot(String asked) {
        assertThat(ReturnPath.safe(asked, "/otherwise")).isEqualTo("/otherwise");
    }

    @Test
    void anEndlessPathIsNot() {
        assertThat(ReturnPath.safe("/" + "a".repeat(600), "/otherwise")).isEqualTo("/otherwise");
    }
}
