package fr.parchemin.webauthn.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Facteurs.Cle;
import fr.parchemin.acces.VerifieurCles.Nouvelle;
import fr.parchemin.acces.VerifieurCles.Site;
import fr.parchemin.acces.VerifieurCles.Titulaire;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.webauthn.internal.Appareil.Algorithme;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerifieurWebauthnTest {

    private static final Site SITE = new Site("parchemin.exemple.fr", "https://parchemin.exemple.fr", "Parchemin");
    private static final String DEFI = Appareil.base64(new byte[32]);
    private static final String AUTRE_DEFI = Appareil.base64("un autre défi, de 32 octets ou +".getBytes());
    private static final String POIGNEE = Appareil.base64("une poignée qui ne dit rien".getBytes());

    private final VerifieurWebauthn verifieur = new VerifieurWebauthn();

    private static Appareil appareil(Algorithme algorithme) {
        Appareil appareil = new Appareil(algorithme);
        appareil.poignee = POIGNEE;
        return appareil;
    }

    private Cle registered(Appareil appareil) {
        Nouvelle made =
                verifieur.created(SITE, DEFI, POIGNEE, appareil.cree(DEFI)).orElseThrow();
        return new Cle(made.id(), "alix", "Essai", made.donnees(), made.compteur(), Instant.EPOCH, null);
    }

    private static CodeRefus code(Outcome<?> outcome) {
        return outcome.reason().map(Refus::code).orElse(null);
    }

    @ParameterizedTest
    @EnumSource(names = {"ES256", "EDDSA", "RS256"})
    void aKeyThatWasMadeSignsFromThenOn(Algorithme algorithme) {
        Appareil appareil = appareil(algorithme);
        Cle cle = registered(appareil);

        assertThat(cle.id()).isEqualTo(appareil.nom());
        assertThat(verifieur.poignee(cle)).isEqualTo(POIGNEE);
        appareil.compteur = 5;
        String reponse = appareil.signe(AUTRE_DEFI);
        assertThat(verifieur.cle(reponse)).contains(cle.id());
        assertThat(verifieur.signed(SITE, AUTRE_DEFI, cle, reponse).orElseThrow())
                .isEqualTo(5);
        assertThat(code(verifieur.signed(
                        SITE, AUTRE_DEFI, cle, appareil.imposteur().signe(AUTRE_DEFI))))
                .isEqualTo(CodeRefus.CLE_REFUSEE);
    }

    @Test
    void signaturesThatWereNotAskedForAreNotTaken() {
        Appareil appareil = appareil(Algorithme.ES384);

        assertThat(code(verifieur.created(SITE, DEFI, POIGNEE, appareil.cree(DEFI))))
                .isEqualTo(CodeRefus.CLE_NON_ENREGISTREE);
    }

    static Stream<Consumer<Appareil>> wrongs() {
        return Stream.of(
                appareil -> appareil.origine = "https://parchemin.exemple.com",
                appareil -> appareil.origine = "http://parchemin.exemple.fr",
                appareil -> appareil.origine = "https://parchemin.exemple.fr:8443",
                appareil -> appareil.origine = "https://autre.parchemin.exemple.fr",
                appareil -> appareil.domaine = "exemple.fr",
                appareil -> appareil.verifie = false,
                appareil -> appareil.present = false,
                appareil -> appareil.cadreEtranger = true,
                appareil -> appareil.type = "payment.get");
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void aKeyIsMadeForThisSiteByAVerifiedPerson(Consumer<Appareil> wrong) {
        Appareil appareil = appareil(Algorithme.ES256);
        wrong.accept(appareil);

        assertThat(code(verifieur.created(SITE, DEFI, POIGNEE, appareil.cree(DEFI))))
                .isEqualTo(CodeRefus.CLE_NON_ENREGISTREE);
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void aKeySignsForThisSiteAndAVerifiedPerson(Consumer<Appareil> wrong) {
        Appareil appareil = appareil(Algorithme.ES256);
        Cle cle = registered(appareil);
        wrong.accept(appareil);

        assertThat(code(verifieur.signed(SITE, DEFI, cle, appareil.signe(DEFI))))
                .isEqualTo(CodeRefus.CLE_REFUSEE);
    }

    @Test
    void anAnswerIsToItsChallengeAlone() {
        Appareil appareil = appareil(Algorithme.ES256);
        Cle cle = registered(appareil);

        assertThat(code(verifieur.created(SITE, AUTRE_DEFI, POIGNEE, appareil.cree(DEFI))))
                .isEqualTo(CodeRefus.CLE_NON_ENREGISTREE);
        assertThat(code(verifieur.signed(SITE, AUTRE_DEFI, cle, appareil.signe(DEFI))))
                .isEqualTo(CodeRefus.CLE_REFUSEE);
    }

    @Test
    void anAnswerIsOfItsOwnersAccountAndOfItsOwnKey() {
        Appareil appareil = appareil(Algorithme.ES256);
        Cle cle = registered(appareil);
        Appareil other = appareil(Algorithme.ES256);
        registered(other);

        assertThat(code(verifieur.signed(SITE, DEFI, cle, other.signe(DEFI)))).isEqualTo(CodeRefus.CLE_REFUSEE);
        appareil.poignee = Appareil.base64("une autre poignée".getBytes());
        assertThat(code(verifieur.signed(SITE, DEFI, cle, appareil.signe(DEFI))))
                .isEqualTo(CodeRefus.CLE_REFUSEE);
    }

    @Test
    void aKeyThatCannotBeCopiedDoesNotBecomeOneThatCan() {
        Appareil appareil = appareil(Algorithme.ES256);
        appareil.copiable = false;
        Cle cle = registered(appareil);
        assertThat(verifieur.signed(SITE, DEFI, cle, appareil.signe(DEFI)).isDone())
                .isTrue();
        appareil.copiable = true;

        assertThat(code(verifieur.signed(SITE, DEFI, cle, appareil.signe(DEFI))))
                .isEqualTo(CodeRefus.CLE_REFUSEE);
    }

    @Test
    void whatIsNoAnswerIsRefusedAndNeverASurprise() {
        Cle cle = registered(appareil(Algorithme.ES256));
        String creation = appareil(Algorithme.ES256).cree(DEFI);
        for (String text : new String[] {
            null,
            "",
            "{}",
            "[]",
            "null",
            "rien",
            "{\"id\":\"a\",\"rawId\":\"a\",\"type\":\"public-key\",\"response\":{}}",
            creation.replace("attestationObject\":\"", "attestationObject\":\"!"),
            creation.replaceAll("attestationObject\":\"[^\"]*", "attestationObject\":\"oA"),
            "x".repeat(70_000)
        }) {
            assertThat(code(verifieur.created(SITE, DEFI, POIGNEE, text)))
                    .as("%.60s", text)
                    .isEqualTo(CodeRefus.CLE_NON_ENREGISTREE);
            assertThat(code(verifieur.signed(SITE, DEFI, cle, text)))
                    .as("%.60s", text)
                    .isEqualTo(CodeRefus.CLE_REFUSEE);
        }
    }

    @Test
    void theBrowserIsAskedForAKeyThatItsOwnerFindsWithoutANameAndIsVerifiedFor() {
        Cle cle = registered(appareil(Algorithme.ES256));
        String creation = verifieur.creation(SITE, new Titulaire(POIGNEE, "alix", "Alix Durand"), DEFI, List.of(cle));

        assertThat(creation)
                .contains("\"id\":\"parchemin.exemple.fr\"")
                .contains("\"id\":\"" + POIGNEE + "\"")
                .contains("\"challenge\":\"" + DEFI + "\"")
                .contains("\"residentKey\":\"required\"", "\"userVerification\":\"required\"")
                .contains("\"attestation\":\"none\"")
                .contains("\"alg\":-7", "\"alg\":-8", "\"alg\":-257")
                .contains("\"excludeCredentials\":[{", "\"id\":\"" + cle.id() + "\"", "\"hybrid\"");
        assertThat(verifieur.demande(SITE, DEFI, List.of()))
                .contains("\"rpId\":\"parchemin.exemple.fr\"", "\"userVerification\":\"required\"")
                .contains("\"challenge\":\"" + DEFI + "\"")
                .doesNotContain(cle.id());
        assertThat(verifieur.demande(SITE, DEFI, List.of(cle))).contains("\"id\":\"" + cle.id() + "\"");
    }
}
