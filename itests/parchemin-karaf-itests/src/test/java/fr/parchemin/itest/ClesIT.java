package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.Deliberation;
import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.Jury;
import fr.parchemin.parcours.ParcheminClient;
import fr.parchemin.parcours.Profil;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Passkeys in a real browser, kept by a device that Chromium plays itself. The platform is reached as {@code localhost}:
 * browsers make no keys for the number of an address.
 */
@ExtendWith({KarafServer.class, BrowserSession.class})
@TestInstance(Lifecycle.PER_CLASS)
class ClesIT {
    private static final String BRANCHE = "metallurgie";
    private static final String CERTIFICATION = "MET-OMI";

    private Karaf karaf;
    private Scene scene;

    @BeforeAll
    void prepare(Karaf running) {
        karaf = running;
        karaf.requireBranch(BRANCHE);
        scene = Scene.of(karaf, BRANCHE, "cles");
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + karaf.httpPort() + path);
    }

    @Test
    void aKeyIsMadeSignsInConfirmsASignatureAndIsRefusedOnceRemoved(Browser browser) {
        Dossier decidee = decided();
        Map<String, String> credentials = scene.credentials("certificateur");
        // A session from before there was a key: nothing was proved twice in it.
        String stale = karaf.visitor()
                .post("/jetons", credentials)
                .expect(201)
                .body()
                .path("jeton")
                .asText();
        Inspection inspection = new Inspection(browser);
        try (Browser.Device device = browser.device()) {
            browser.open(at("/connexion"));
            assertThat(isShown(browser, "form[action='/connexion/cle']")).isTrue();
            browser.submit("main form[action='/connexion']", credentials);
            browser.open(at("/compte"));
            browser.submit("form[action='/compte/cles']", Map.of());
            inspection.look("certificateur-preuve", 403);
            browser.submit("main form", Map.of("confirmation.motDePasse", credentials.get("motDePasse")));
            inspection.look("certificateur-cles", 200);
            browser.run("document.querySelector('#nom').value = 'Téléphone d’essai'");
            byKey(browser);
            assertThat(text(browser)).contains("Vos codes de secours");
            assertThat(device.keys()).isEqualTo(1);

            browser.open(at("/compte"));
            inspection.look("certificateur-cles", 200);
            assertThat(text(browser)).contains("Téléphone d’essai", "jamais");
            browser.submit("form[action^='/compte/cles/'][action$='/nom']", Map.of("nom", "Clé du bureau"));
            assertThat(text(browser)).contains("La clé d’accès est renommée.", "Clé du bureau");

            signOut(browser);
            browser.submit("form[action='/connexion/cle']", Map.of());
            inspection.look("visiteur-cles", 200);
            device.recognises(false);
            browser.run("document.querySelector('[data-cle-bouton]').click()");
            browser.await(
                    "what the page says when the device did not recognise its owner",
                    () -> isShown(browser, "[data-cle-echec]"));
            assertThat(browser.address()).isEqualTo(at("/connexion/cle"));
            device.recognises(true);
            byKey(browser);
            assertThat(browser.address()).isEqualTo(at("/candidatures"));

            signOut(browser);
            browser.submit("main form[action='/connexion']", credentials);
            inspection.look("certificateur-second-temps", 200);
            assertThat(text(browser)).contains("Votre clé d’accès, ou un code");
            byKey(browser);
            assertThat(browser.address()).isEqualTo(at("/candidatures"));

            browser.keep("parchemin_session", stale);
            browser.open(at("/candidatures/" + decidee.id()));
            browser.submit("form[action$='/delivrance']", Map.of("lieu", "Lyon"));
            inspection.look("certificateur-confirmation", 403);
            assertThat(text(browser)).contains("Confirmez qui vous êtes");
            byKey(browser);
            assertThat(text(browser)).contains("Le certificat est délivré.");

            browser.open(at("/compte"));
            browser.submit("form[action^='/compte/cles/'][action$='/retrait']", Map.of());
            assertThat(text(browser)).contains("Le second facteur est retiré.");
            signOut(browser);
            browser.submit("form[action='/connexion/cle']", Map.of());
            byKey(browser);
            inspection.look("visiteur-cle-retiree", 401);
            assertThat(text(browser)).contains("CLE_REFUSEE");
            browser.open(at("/candidatures"));
            assertThat(browser.address().getPath()).isEqualTo("/connexion");
        }
        assertThat(String.join("\n\n", inspection.complaints())).isEmpty();
        String lines = karaf.administrator()
                .get("/journal?objet=compte/" + credentials.get("identifiant"))
                .expect(200)
                .body()
                .toString();
        assertThat(lines)
                .contains(
                        "Clé d’accès enregistrée",
                        "Clé d’accès renommée",
                        "Session ouverte par clé d’accès",
                        "Session ouverte par mot de passe et clé d’accès",
                        "Identité confirmée par clé d’accès",
                        "Clé d’accès retirée");
    }

    /** What a program does that has no pages: the browser is here for its device alone. */
    @Test
    void aProgramDoesTheSameByTheInterface(Browser browser) {
        Map<String, String> credentials = scene.credentials("jury");
        ParcheminClient jury = karaf.visitor().as(credentials.get("identifiant"), credentials.get("motDePasse"));
        assertThat(jury.post("/moi/cles/defi", Map.of()).expect(403).text("code"))
                .isEqualTo("ELEVATION_REQUISE");
        jury.post("/jetons/courant/confirmation", Map.of("motDePasse", credentials.get("motDePasse")))
                .expect(200);
        try (Browser.Device device = browser.device()) {
            browser.open(at("/connexion"));
            JsonNode creation =
                    jury.post("/moi/cles/defi", Map.of()).expect(200).body();
            JsonNode made = jury.post(
                            "/moi/cles",
                            Map.of(
                                    "billet",
                                    creation.path("billet").asText(),
                                    "nom",
                                    "Lecteur",
                                    "reponse",
                                    answer(browser, "create", "parseCreationOptionsFromJSON", creation)))
                    .expect(201)
                    .body();
            assertThat(device.keys()).isEqualTo(1);
            assertThat(made.path("codesSecours")).hasSize(10);
            String id = made.path("cle").path("id").asText();

            JsonNode asked = karaf.visitor()
                    .post("/connexion/cle/defi", Map.of())
                    .expect(200)
                    .body();
            Map<String, Object> signed = Map.of(
                    "billet",
                    asked.path("billet").asText(),
                    "reponse",
                    answer(browser, "get", "parseRequestOptionsFromJSON", asked));
            assertThat(karaf.visitor()
                            .post("/connexion/cle", signed)
                            .expect(201)
                            .body()
                            .path("compte")
                            .path("identifiant")
                            .asText())
                    .isEqualTo(credentials.get("identifiant"));
            assertThat(karaf.visitor()
                            .post("/connexion/cle", signed)
                            .expect(409)
                            .text("code"))
                    .isEqualTo("DEFI_PERIME");

            JsonNode fresh = jury.post("/connexion/cle/confirmation/defi", Map.of())
                    .expect(200)
                    .body();
            jury.post(
                            "/connexion/cle/confirmation",
                            Map.of(
                                    "billet",
                                    fresh.path("billet").asText(),
                                    "reponse",
                                    answer(browser, "get", "parseRequestOptionsFromJSON", fresh)))
                    .expect(200);
            jury.put("/moi/cles/" + id, Map.of("nom", "Lecteur du bureau")).expect(204);
            assertThat(jury.get("/moi/cles")
                            .expect(200)
                            .body()
                            .path(0)
                            .path("nom")
                            .asText())
                    .isEqualTo("Lecteur du bureau");
            jury.delete("/moi/cles/" + id).expect(204);
            assertThat(jury.get("/moi/cles").expect(200).body()).isEmpty();
        }
    }

    /** What the device answers to a question of the interface. */
    private static Object answer(Browser browser, String act, String reader, JsonNode defi) {
        return browser.runAsync(
                """
                const [act, reader, options, done] = arguments;
                navigator.credentials[act]({ publicKey: PublicKeyCredential[reader](JSON.parse(options)) })
                    .then(credential => done(credential.toJSON()), error => done({ erreur: String(error) }));
                """,
                act,
                reader,
                defi.path("options").toString());
    }

    @Test
    void elsewhereThanAtItsPublicNameThePlatformSaysWhereKeysServe(Browser browser) {
        browser.open(URI.create("http://127.0.0.1:" + karaf.httpPort() + "/connexion"));
        assertThat(isShown(browser, "form[action='/connexion/cle']")).isFalse();

        browser.submit("form[action='/connexion/cle']", Map.of());

        assertThat(isShown(browser, "[data-cle-bouton]")).isFalse();
        assertThat(text(browser)).contains("Les clés d’accès ne servent qu’à l’adresse http://localhost:");
    }

    private Dossier decided() {
        Dossier dossier = scene.parcours.instruct(scene.demande(CERTIFICATION), Profil.reussite());
        Jury jury = scene.parcours.convene(CERTIFICATION, dossier.referentiel());
        scene.parcours.present(jury, List.of(dossier));
        scene.parcours.decide(jury, dossier, Deliberation.SUIT_LA_PROPOSITION, "");
        return dossier;
    }

    private void signOut(Browser browser) {
        browser.submit("form[action='/deconnexion']", Map.of());
        browser.open(at("/connexion"));
    }

    private static void byKey(Browser browser) {
        browser.follow(() -> browser.run("document.querySelector('[data-cle-bouton]').click()"));
    }

    private static boolean isShown(Browser browser, String selector) {
        return Boolean.TRUE.equals(
                browser.run("return document.querySelector(arguments[0]).checkVisibility()", selector));
    }

    private static String text(Browser browser) {
        return browser.run("return document.body.innerText")
                .toString()
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }
}
