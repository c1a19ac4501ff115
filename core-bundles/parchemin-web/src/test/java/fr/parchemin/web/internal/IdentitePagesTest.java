package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentitePagesTest extends PagesFixture {
    @BeforeEach
    void offer() {
        demo.identites.offer("ailleurs", "Ailleurs & Cie");
    }

    private Browser.Page begin(Browser browser) {
        browser.get("/connexion");
        return browser.post("/connexion/oidc/ailleurs", "retour", "/jurys");
    }

    private Browser signedInByProvider() {
        Browser browser = anonymous();
        begin(browser);
        browser.get("/connexion/oidc/ailleurs/retour?state=s&code=secretariat");
        return browser;
    }

    @Test
    void theSignInPageOffersTheProvidersBesideThePassword() {
        Browser.Page page = anonymous().get("/connexion?retour=/jurys");

        assertThat(page.text()).contains("Se connecter avec Ailleurs & Cie").contains("Mot de passe");
        assertThat(page.body())
                .contains("action=\"/connexion/oidc/ailleurs\"")
                .contains("name=\"retour\" value=\"/jurys\"");
        demo.identites.fournisseurs.clear();
        assertThat(anonymous().get("/connexion").text()).doesNotContain("Se connecter avec Ailleurs");
    }

    @Test
    void aFormIsNotAnsweredByARedirectionToAnotherSite() {
        Browser.Page page = begin(anonymous());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Refresh")).contains("0;url=https://ailleurs.test/autorisation?a=1&b=2");
        assertThat(page.body()).contains("href=\"https://ailleurs.test/autorisation?a=1&amp;b=2\"");
    }

    @Test
    void theWitnessComesAlongFromAnotherSiteAndTheSessionDoesNot() {
        Browser browser = signedInByProvider();

        assertThat(browser.cookieHeaders())
                .filteredOn(h -> h.startsWith("parchemin_temoin=T"))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Max-Age=600");
        assertThat(browser.cookieHeaders())
                .filteredOn(h -> h.startsWith("parchemin_session="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Strict");
    }

    /** A redirection would be part of what the other site began, and the session cookie would stay behind. */
    @Test
    void thePageAfterSigningInIsAskedForByUs() {
        Browser browser = anonymous();
        begin(browser);
        Browser.Page back = browser.get("/connexion/oidc/ailleurs/retour?state=s&code=secretariat");

        assertThat(back.status()).isEqualTo(200);
        assertThat(back.header("Refresh")).contains("0;url=/jurys");
        assertThat(browser.get("/jurys").status()).isEqualTo(200);
        assertThat(demo.identites.agent).startsWith("Java");
    }

    @Test
    void theWitnessServesOnce() {
        Browser browser = signedInByProvider();

        Browser.Page again = browser.get("/connexion/oidc/ailleurs/retour?state=s&code=secretariat");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("CONNEXION_EXTERNE_PERIMEE");
    }

    @Test
    void anAnswerThatNobodyAskedForOpensNothing() {
        Browser browser = anonymous();
        Browser.Page page = browser.get("/connexion/oidc/ailleurs/retour?state=s&code=secretariat");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("CONNEXION_EXTERNE_PERIMEE").contains("Revenir à la connexion");
        assertThat(browser.cookieHeaders()).noneMatch(h -> h.startsWith("parchemin_session="));
    }

    @Test
    void aParameterGivenTwiceIsNotTaken() {
        Browser browser = anonymous();
        begin(browser);

        assertThat(browser.get("/connexion/oidc/ailleurs/retour?state=s&code=secretariat&code=admin")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anIdentityOfNobodyIsToldWhatToDo() {
        Browser browser = anonymous();
        begin(browser);
        Browser.Page page = browser.get("/connexion/oidc/ailleurs/retour?state=s&code=inconnue");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text())
                .contains("IDENTITE_EXTERNE_INCONNUE")
                .contains("Connectez-vous d’abord avec votre mot de passe");
        assertThat(page.body()).contains("/connexion?retour=/compte/identites");
    }

    @Test
    void nobodyIsSentElsewhereAfterSigningIn() {
        Browser browser = anonymous();
        browser.get("/connexion");
        browser.post("/connexion/oidc/ailleurs", "retour", "//mechant.test");

        assertThat(browser.get("/connexion/oidc/ailleurs/retour?state=s&code=secretariat")
                        .header("Refresh"))
                .contains("0;url=/candidatures");
    }

    @Test
    void aProviderThatIsNotConfiguredIsNowhere() {
        Browser browser = anonymous();
        browser.get("/connexion");

        assertThat(browser.post("/connexion/oidc/inconnu").status()).isEqualTo(404);
    }

    @Test
    void signingOutEndsTheSessionThereToo() {
        Browser browser = signedInByProvider();
        browser.get("/jurys");
        Browser.Page out = browser.post("/deconnexion");

        assertThat(out.status()).isEqualTo(200);
        assertThat(out.header("Refresh")).contains("0;url=https://ailleurs.test/fin?x=1");
        assertThat(browser.get("/jurys").status()).isEqualTo(303);
        assertThat(browser.get("/deconnexion/retour?state=x").location()).isEqualTo("/?fait=DECONNECTE");
    }

    @Test
    void anIdentityIsLinkedAndTakenAwayByItsOwner() {
        Browser browser = as(demo.secretariat);
        assertThat(browser.get("/compte/identites").text())
                .contains("Aucune identité n’est rattachée")
                .contains("Rattacher Ailleurs & Cie");

        Browser.Page asked = browser.post("/compte/identites/oidc/ailleurs");
        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.text()).as("another way in asks for a fresh proof").contains("Confirmez qui vous êtes");
        browser.post(
                "/compte/identites/oidc/ailleurs",
                "confirmation.motDePasse",
                MemoryConnexions.PASSWORD,
                "confirmation.code",
                MemoryConnexions.CODE);
        Browser.Page back = browser.get("/connexion/oidc/ailleurs/retour?state=s&code=peu-importe");
        assertThat(back.header("Refresh")).contains("0;url=/compte/identites?fait=IDENTITE_RATTACHEE");
        Browser.Page mine = browser.get("/compte/identites");
        assertThat(mine.body()).contains("Alix &lt;b&gt;Durand").doesNotContain("Rattacher Ailleurs");

        UUID id = demo.identites.list(demo.secretariat).get(0).id();
        assertThat(as(demo.jury).post("/compte/identites/" + id + "/retirer").status())
                .isEqualTo(404);
        Browser.Page gone = browser.post("/compte/identites/" + id + "/retirer");
        assertThat(browser.follow(gone).text()).contains("elle n’ouvre plus votre compte");
        assertThat(demo.identites.list(demo.secretariat)).isEmpty();
    }

    @Test
    void theLastWayInIsNotTakenAway() {
        Acteur owner = demo.secretariat;
        demo.identites.hold(owner.identifiant(), "dernier");
        Browser browser = as(owner);
        browser.get("/compte/identites");

        Browser.Page page = browser.post(
                "/compte/identites/" + demo.identites.list(owner).get(0).id() + "/retirer");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("DERNIER_MOYEN_DE_CONNEXION");
    }
}
