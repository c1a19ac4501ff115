package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnexionPagesTest extends PagesFixture {
    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        Browser browser = as(demo.secretariat);
        assertThat(browser.cookieHeaders())
                .filteredOn(h -> h.startsWith("parchemin_session="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=28800")
                .doesNotContain("Secure", "Domain");
    }

    @Test
    void aSiteBehindAProxyMarksItsCookiesForHttpsOnly() throws Exception {
        try (WebServer behindProxy = new WebServer(demo.servlet(true), 0)) {
            Browser browser = new Browser(behindProxy.address());
            browser.get("/connexion");
            browser.post("/connexion", "identifiant", "secretariat", "motDePasse", MemoryConnexions.PASSWORD);
            assertThat(browser.cookieHeaders()).hasSize(2).allMatch(h -> h.contains("Secure"));
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndNeverShownAgain() {
        Browser browser = anonymous();
        browser.get("/connexion");
        Browser.Page page = browser.post("/connexion", "identifiant", "secretariat", "motDePasse", "azertyuiop");

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.text()).contains("IDENTIFIANTS_INVALIDES");
        assertThat(page.body()).contains("value=\"secretariat\"").doesNotContain("azertyuiop");
    }

    @Test
    void whoComesFromAPageGoesBackToIt() {
        Browser browser = anonymous();
        Browser.Page asked = browser.get("/candidatures?etat=DEPOSEE");
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.location()).isEqualTo("/connexion?retour=%2Fcandidatures%3Fetat%3DDEPOSEE");

        assertThat(browser.follow(asked).text()).contains("La page demandée est réservée.");
        Browser.Page signedIn = browser.post(
                "/connexion",
                "identifiant",
                "secretariat",
                "motDePasse",
                MemoryConnexions.PASSWORD,
                "retour",
                "/candidatures?etat=DEPOSEE");
        assertThat(signedIn.location()).isEqualTo("/candidatures?etat=DEPOSEE");
    }

    @Test
    void nobodyIsSentElsewhereAfterSigningIn() {
        Browser browser = anonymous();
        assertThat(browser.get("/connexion?retour=//ailleurs.example").body()).doesNotContain("ailleurs.example");
        Browser.Page signedIn = browser.post(
                "/connexion",
                "identifiant",
                "secretariat",
                "motDePasse",
                MemoryConnexions.PASSWORD,
                "retour",
                "//ailleurs.example");
        assertThat(signedIn.location()).isEqualTo("/accueil");
        assertThat(browser.get("/connexion?retour=https://ailleurs.example").location())
                .isEqualTo("/accueil");
    }

    @Test
    void signingOutEndsTheSession() {
        Browser browser = as(demo.secretariat);
        assertThat(browser.get("/candidatures").status()).isEqualTo(200);

        Browser.Page out = browser.post("/deconnexion");

        assertThat(browser.follow(out).text()).contains("Vous avez quitté votre session.");
        assertThat(browser.get("/candidatures").status()).isEqualTo(303);
    }

    @Test
    void signingInAgainClosesTheSessionBefore() {
        Browser browser = as(demo.secretariat);
        String first = browser.cookieHeaders().stream()
                .filter(h -> h.startsWith("parchemin_session="))
                .findFirst()
                .orElseThrow()
                .split("[=;]")[1];
        browser.post("/connexion", "identifiant", "certif", "motDePasse", MemoryConnexions.PASSWORD);
        assertThat(demo.connexions.identify(first)).isEmpty();
    }

    @Test
    void aSignInFormNeedsTheTokenOfItsVisitor() {
        Browser browser = anonymous();
        assertThat(browser.postBare("/connexion", "identifiant", "secretariat", "motDePasse", MemoryConnexions.PASSWORD)
                        .status())
                .isEqualTo(403);
        Browser other = anonymous();
        other.get("/connexion");
        browser.get("/connexion");
        Browser.Page stolen = browser.postBare(
                "/connexion",
                "identifiant",
                "secretariat",
                "motDePasse",
                MemoryConnexions.PASSWORD,
                "jeton",
                other.token());
        assertThat(stolen.status()).isEqualTo(403);
        assertThat(stolen.text()).contains("Formulaire périmé");
    }

    @Test
    void aCatalogueVisitLeavesNoCookie() {
        Browser browser = anonymous();
        browser.get("/");
        assertThat(browser.cookieHeaders()).isEmpty();
    }
}
