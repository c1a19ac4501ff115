package fr.parchemin.oidc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.acces.FournisseurIdentite.Public;
import fr.parchemin.acte.Secret;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReglagesTest {

    @TempDir
    private Path folder;

    private Map<String, Object> keys() {
        return Essai.keys("https://identite.exemple.test");
    }

    @Test
    void hasDefaultsForAnyStandardProvider() {
        Reglages reglages = Essai.reglages(keys(), folder);

        assertThat(reglages.pkce()).isTrue();
        assertThat(reglages.signature().getName()).isEqualTo("RS256");
        assertThat(reglages.portees()).containsExactly("openid", "profile", "email");
        assertThat(reglages.niveaux()).isEmpty();
        assertThat(reglages.description().publics()).containsExactly(Public.PERSONNEL);
        assertThat(reglages.description().creeComptes()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "code,Grande Lettre,code",
        "code,'',code",
        "libelle,'',libelle",
        "emetteur,http://identite.exemple.test,https",
        "emetteur,'',emetteur",
        "client,'',client",
        "authentification,AUCUNE,authentification",
        "authentification,CLE_PRIVEE,cle.fichier",
        "portees,profile,openid",
        "publics,TOUS,publics",
        "publics,'',publics",
        "signature,none,signature",
        "signature,HS256,signature",
        "infos,CHIFFRE,dechiffrement",
        "infos,XML,infos",
        "demandeNiveaux,PARFOIS,demandeNiveaux"
    })
    void saysWhatIsWrong(String key, String value, String named) {
        Map<String, Object> keys = keys();
        keys.put(key, value);

        assertThatThrownBy(() -> Essai.reglages(keys, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void makesNoAccountsOfStaff() {
        Map<String, Object> keys = keys();
        keys.put("creeComptes", true);
        keys.put("publics", "PERSONNEL CANDIDATS");
        assertThatThrownBy(() -> Essai.reglages(keys, folder)).hasMessageContaining("creeComptes");

        keys.put("publics", "CANDIDATS");

        assertThat(Essai.reglages(keys, folder).description().creeComptes()).isTrue();
    }

    @Test
    void needsASecret() {
        assertThatThrownBy(() -> Reglages.of(Essai.configuration(keys()), Secret.none(), Secret.none(), Secret.none()))
                .hasMessageContaining("secret.fichier");
    }

    @Test
    void printsNoSecret() {
        assertThat(Essai.reglages(keys(), folder).toString()).doesNotContain(FauxFournisseur.SECRET);
    }
}
