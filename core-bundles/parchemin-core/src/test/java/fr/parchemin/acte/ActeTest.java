package fr.parchemin.acte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActeTest {

    private final Acte acte = new Acte(
            null, Instant.EPOCH, "secretariat", "essai", "candidature/1", Acte.Nature.PREREQUIS_CONSTATE, "Constaté");

    @Test
    void holdsNothingPersonalWithoutThePersonWhoseKeyEncryptsIt() {
        Valeurs named = Valeurs.none().andPersonal("nom", "Alix");

        assertThatThrownBy(() -> acte.changing(Valeurs.none(), named)).isInstanceOf(IllegalArgumentException.class);
        assertThat(acte.about(UUID.randomUUID()).changing(named, Valeurs.none()).isPersonal())
                .isTrue();
    }

    @Test
    void takesTheReasonOfAnActAboutAPersonForPersonal() {
        assertThat(acte.about(UUID.randomUUID())
                        .because("A déjà échoué deux fois")
                        .motif())
                .isEqualTo(new Valeur.Personnelle("A déjà échoué deux fois"));
        assertThat(acte.because("Nouvelle présidence").motif()).isEqualTo(new Valeur.Claire("Nouvelle présidence"));
        assertThat(acte.because(" ").motif()).isNull();
    }

    @Test
    void leavesOutValuesThatAreNot() {
        assertThat(Valeurs.of("du", null).andPersonal("numero", null)).isEqualTo(Valeurs.none());
        assertThat(Valeurs.of("b", 1).and("a", 2).champs().keySet()).containsExactly("b", "a");
    }

    @Test
    void doesNotShowWhatIsPersonalInLogs() {
        assertThat(Valeurs.none().andPersonal("nom", "Alix")).asString().doesNotContain("Alix");
    }
}
