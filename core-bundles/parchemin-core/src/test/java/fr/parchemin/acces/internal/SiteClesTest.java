package fr.parchemin.acces.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.acces.VerifieurCles.Site;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteClesTest {

    @ParameterizedTest
    @CsvSource({
        "https://parchemin.exemple.fr, '', parchemin.exemple.fr, https://parchemin.exemple.fr",
        "https://Parchemin.Exemple.fr:443/, '', parchemin.exemple.fr, https://parchemin.exemple.fr",
        "https://parchemin.exemple.fr:8443, exemple.fr, exemple.fr, https://parchemin.exemple.fr:8443",
        "http://localhost:8181, '', localhost, http://localhost:8181",
        "http://127.0.0.1:8181, '', localhost, http://localhost:8181",
        "http://[::1]:8181, '', localhost, http://localhost:8181",
    })
    void keysAreForTheNameOfThePublicAddress(String adresse, String domaine, String expected, String origine) {
        assertThat(SiteCles.of(adresse, domaine)).isEqualTo(new Site(expected, origine, "Parchemin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://parchemin.exemple.fr", "https://192.0.2.7", "https://[2001:db8::1]", "parchemin"})
    void browsersMakeNoKeysWithoutANameAndHttps(String adresse) {
        assertThatThrownBy(() -> SiteCles.of(adresse, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"autre.fr", "fr", "emple.fr", "x.parchemin.exemple.fr"})
    void theDomainIsThatOfTheAddressOrAboveIt(String domaine) {
        assertThatThrownBy(() -> SiteCles.of("https://parchemin.exemple.fr", domaine))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
