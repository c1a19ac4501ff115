package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Signing in by a real Keycloak, two realms of which are two providers: one for staff, whose accounts are linked, and one
 * for candidates, whose accounts are made at the first visit. They are configured while the platform runs.
 */
@ExtendWith({KarafServer.class, BrowserSession.class})
@TestInstance(Lifecycle.PER_CLASS)
class KeycloakIT {
    private static final String MOT_DE_PASSE = "une phrase pour l’essai";

    private Karaf karaf;
    private Keycloak keycloak;
    private String plateforme;

    @BeforeAll
    void start(Karaf running) {
        karaf = running;
        plateforme = "http://127.0.0.1:" + karaf.httpPort();
        keycloak = Keycloak.start(plateforme);
        for (String compte : List.of("essai-alix", "essai-noe")) {
            karaf.administrator()
                    .post(
                            "/comptes",
                            Map.of(
                                    "identifiant",
                                    compte,
                                    "nom",
                                    "Essai",
                                    "motDePasse",
                                    MOT_DE_PASSE,
                                    "roles",
                                    List.of()))
                    .expect(201);
        }
        configure("entreprise", "Entreprise d’essai", "publics = PERSONNEL");
        configure(
                "citoyens",
                "Citoyens d’essai",
                "publics = CANDIDATS\ncreeComptes = true\ninfos = SIGNE\nattributs = preferred_username");
        keycloak.await();
        karaf.await(
                "/connexion",
                page -> page.body().contains("Entreprise d’essai")
                        && page.body().contains("Citoyens d’essai"));
    }

    private void configure(String realm, String libelle, String more) {
        try {
            Path secret = Files.writeString(karaf.home().resolve("var/secret-" + realm), "secret-d-essai-" + realm);
            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(
                    file(realm),
                    String.join(
                            "\n",
                            "code = " + realm,
                            "libelle = " + libelle,
                            "emetteur = " + keycloak.issuer(realm),
                            "client = parchemin",
                            "secret.fichier = " + secret,
                            more,
                            ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String realm) {
        return karaf.home().resolve("etc/fr.parchemin.oidc-" + realm + ".cfg");
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        for (String realm : Keycloak.REALMS) {
            Files.deleteIfExists(file(realm));
        }
        karaf.await("/connexion", page -> !page.body().contains("d’essai"));
        keycloak.close();
    }

    private Visiteur visiteur() {
        return new Visiteur(plateforme);
    }

    private Visiteur begins(Visiteur visiteur, String realm) {
        return visiteur.opens("/connexion").sends("/connexion/oidc/" + realm).goesOn();
    }

    private boolean isSignedIn(Visiteur visiteur) {
        return visiteur.statusOf("/compte/identites") == 200;
    }

    private Visiteur signedInHere(String compte) {
        Visiteur visiteur = visiteur().opens("/connexion");
        visiteur.sends("/connexion", "identifiant", compte, "motDePasse", MOT_DE_PASSE);
        assertThat(isSignedIn(visiteur)).isTrue();
        return visiteur;
    }

    @Test
    void anIdentityOfStaffOpensTheAccountThatItsOwnerLinkedAndThenEndsInBothPlaces() {
        Visiteur unknown = begins(visiteur(), "entreprise");
        assertThat(unknown.address().toString()).startsWith(keycloak.issuer("entreprise") + "/");
        unknown.provesTo("alix.durand");
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(unknown.text()).contains("IDENTITE_EXTERNE_INCONNUE", "Connectez-vous d’abord");
        assertThat(isSignedIn(unknown)).isFalse();

        Visiteur owner = signedInHere("essai-alix");
        owner.opens("/compte/identites")
                .sends("/compte/identites/oidc/entreprise", "confirmation.motDePasse", MOT_DE_PASSE)
                .goesOn()
                .provesTo("alix.durand");
        assertThat(owner.text()).contains("L’identité est rattachée", "Alix Durand, alix.durand@exemple.test");

        Visiteur visiteur = begins(visiteur(), "entreprise").provesTo("alix.durand");
        assertThat(isSignedIn(visiteur)).isTrue();

        visiteur.opens("/compte/identites").sends("/deconnexion");
        assertThat(URI.create(visiteur.header("Refresh").substring("0;url=".length()))
                        .getPort())
                .as("the way leads over Keycloak")
                .isNotEqualTo(karaf.httpPort());
        visiteur.goesOn();
        assertThat(visiteur.text()).contains("Vous avez quitté votre session.");
        assertThat(isSignedIn(visiteur)).isFalse();
        assertThat(begins(visiteur, "entreprise").text())
                .as("Keycloak asks again")
                .contains("Sign in to your account");
    }

    @Test
    void aCandidateGetsAnAccountWithoutRolesFromASignedAnswer() {
        Visiteur first = begins(visiteur(), "citoyens").provesTo("noe.petit");
        assertThat(isSignedIn(first)).isTrue();
        assertThat(first.text()).contains("Noé Petit", "Citoyens d’essai", "noe.petit@exemple.test");

        Visiteur again = begins(visiteur(), "citoyens").provesTo("noe.petit");

        assertThat(isSignedIn(again)).isTrue();
        assertThat(karaf.administrator()
                        .get("/comptes?texte=petit")
                        .expect(200)
                        .body()
                        .toString())
                .containsOnlyOnce("Noé Petit");
    }

    /** To Chromium localhost is another site than 127.0.0.1: the cookies and the content policy are put to the test. */
    @Test
    void aRealBrowserGoesThereAndComesBackWithItsSessionAndOutAgain(Browser browser) {
        browser.open(at("/connexion?retour=/compte/identites"));
        browser.submit("form[action='/connexion/oidc/citoyens']", Map.of());
        browser.await(
                "the page of Keycloak",
                () -> Boolean.TRUE.equals(browser.run("return document.querySelector('#kc-form-login') !== null")));
        assertThat(browser.address().getHost()).isEqualTo("localhost");
        browser.submit("#kc-form-login", Map.of("username", "noe.petit", "password", Keycloak.PASSWORD));
        browser.await("the page that was asked for", () -> browser.address().equals(at("/compte/identites")));
        assertThat(browser.run("return document.body.innerText").toString()).contains("Noé Petit");

        browser.submit("form[action='/deconnexion']", Map.of());
        browser.await("the way back over Keycloak", () -> browser.address().equals(at("/?fait=DECONNECTE")));
        browser.open(at("/compte/identites"));

        assertThat(browser.address().getPath()).isEqualTo("/connexion");
        assertThat(browser.console()).isEmpty();
    }

    private URI at(String path) {
        return URI.create(plateforme + path);
    }

    /** What Keycloak says to the platform behind the back of the browser. */
    @Test
    void aSessionThatEndsAtTheProviderEndsHere() {
        Visiteur here = begins(visiteur(), "citoyens").provesTo("noe.petit");
        assertThat(isSignedIn(here)).isTrue();

        here.endsAt(keycloak.issuer("citoyens"));

        Await.until("the end of the session", Platform.PATIENCE, () -> isSignedIn(here) ? null : true);
    }

    @Test
    void anAnswerServesOnceAndInItsBrowserOnly() {
        Visiteur owner = begins(visiteur(), "citoyens");
        String answer = owner.answerOf("noe.petit");

        Visiteur thief = visiteur();
        assertThat(thief.statusOf(answer)).isEqualTo(422);
        assertThat(isSignedIn(thief)).isFalse();
        assertThat(owner.statusOf(answer))
                .as("what somebody else tried is spent")
                .isEqualTo(422);
        assertThat(isSignedIn(owner)).isFalse();
    }

    @Test
    void aNoticeThatKeycloakDidNotSignEndsNothing() {
        assertThat(karaf.send(karaf.request("/api/fournisseurs/citoyens/deconnexion")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("logout_token=a.b.c")))
                        .body())
                .contains("REPONSE_FOURNISSEUR_INVALIDE");
    }
}
