package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.candidature.EtatCandidature;
import org.junit.jupiter.api.Test;

class ComptePagesTest extends PagesFixture {

    private Browser withCode() {
        demo.connexions.secondFacteur.add("certif");
        Browser browser = anonymous();
        browser.get("/connexion");
        browser.post("/connexion", "identifiant", "certif", "motDePasse", MemoryConnexions.PASSWORD);
        return browser;
    }

    private static String hidden(Browser.Page page, String name) {
        return page.body().replaceAll("(?s).*name=\"" + name + "\" value=\"([^\"]*)\".*", "$1");
    }

    @Test
    void anAccountWithASecondFactorIsAskedForItsCodeAndGoesBackWhereItWanted() {
        demo.connexions.secondFacteur.add("certif");
        Browser browser = anonymous();
        browser.get("/connexion");
        Browser.Page asked = browser.post(
                "/connexion", "identifiant", "certif", "motDePasse", MemoryConnexions.PASSWORD, "retour", "/jurys");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text()).contains("Votre code");
        assertThat(asked.body()).doesNotContain(MemoryConnexions.PASSWORD.strip());
        assertThat(browser.get("/jurys").status()).isEqualTo(303);

        String billet = hidden(asked, "billet");
        Browser.Page wrong = browser.post("/connexion/code", "billet", billet, "code", "000000", "retour", "/jurys");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).contains("CODE_INVALIDE");
        assertThat(hidden(wrong, "billet")).isEqualTo(billet);

        Browser.Page in =
                browser.post("/connexion/code", "billet", billet, "code", MemoryConnexions.CODE, "retour", "/jurys");
        assertThat(in.location()).isEqualTo("/jurys");
        assertThat(browser.get("/jurys").status()).isEqualTo(200);
    }

    @Test
    void aCodeWithoutItsFirstStepLeadsBackToThePassword() {
        Browser browser = anonymous();
        browser.get("/connexion");
        Browser.Page page = browser.post("/connexion/code", "billet", "faux", "code", MemoryConnexions.CODE);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("LIEN_PERIME", "Mot de passe");
    }

    @Test
    void aSignatureAsksWhoOneIsAndIsThenDoneWithAllThatWasSent() {
        Browser browser = withCode();
        Browser.Page asked = browser.get("/connexion");
        browser.post("/connexion", "identifiant", "certif", "motDePasse", MemoryConnexions.PASSWORD);
        Browser.Page code =
                browser.post("/connexion", "identifiant", "certif", "motDePasse", MemoryConnexions.PASSWORD);
        browser.post("/connexion/code", "billet", hidden(code, "billet"), "code", MemoryConnexions.CODE);
        String path = "/candidatures/" + demo.decidee.id() + "/delivrance";
        browser.get("/candidatures/" + demo.decidee.id());

        Browser.Page page = browser.post(path, "lieu", "Lyon");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("Confirmez qui vous êtes", "ELEVATION_REQUISE");
        assertThat(page.body()).contains("name=\"lieu\" value=\"Lyon\"", "action=\"" + path + "\"");
        assertThat(demo.now(demo.decidee).etat()).isInstanceOf(EtatCandidature.Decidee.class);

        Browser.Page wrong = browser.post(
                path,
                "lieu",
                "Lyon",
                "confirmation.motDePasse",
                "faux mot de passe",
                "confirmation.code",
                MemoryConnexions.CODE);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body()).contains("name=\"lieu\" value=\"Lyon\"").doesNotContain("faux mot de passe");
        assertThat(demo.now(demo.decidee).etat()).isInstanceOf(EtatCandidature.Decidee.class);

        Browser.Page done = browser.post(
                path,
                "lieu",
                "Lyon",
                "confirmation.motDePasse",
                MemoryConnexions.PASSWORD,
                "confirmation.code",
                MemoryConnexions.CODE);
        assertThat(done.status()).as(done.text()).isEqualTo(303);
        assertThat(demo.now(demo.decidee).etat()).isInstanceOf(EtatCandidature.Delivree.class);
    }

    @Test
    void aForgottenPasswordGetsTheSameAnswerWhoeverAsks() {
        Browser browser = anonymous();
        browser.get("/connexion/oubli");
        String known =
                browser.post("/connexion/oubli", "identifiant", "secretariat").text();
        String unknown =
                browser.post("/connexion/oubli", "identifiant", "personne").text();

        assertThat(known).isEqualTo(unknown).contains("un lien vient d’y être envoyé");
        assertThat(demo.acces.requests).containsExactly("secretariat", "personne");
    }

    @Test
    void aLinkInAMailLeadsToTheChoiceOfAPassword() {
        Browser browser = anonymous();
        assertThat(browser.get("/acces/" + MemoryAcces.SECRET).text()).contains("Bienvenue", "Zoé Martin", "zoe");
        Browser.Page different = browser.post(
                "/acces/" + MemoryAcces.SECRET, "motDePasse", "une phrase bien longue", "encore", "une autre");
        assertThat(different.status()).isEqualTo(422);
        assertThat(different.body()).doesNotContain("une phrase bien longue");
        assertThat(demo.acces.chosen).isNull();

        Browser.Page chosen = browser.post(
                "/acces/" + MemoryAcces.SECRET,
                "motDePasse",
                "une phrase bien longue",
                "encore",
                "une phrase bien longue");
        assertThat(chosen.location()).startsWith("/connexion?fait=");
        assertThat(demo.acces.chosen).isEqualTo("une phrase bien longue");
    }

    @Test
    void aLinkThatIsOverSaysWhatToDo() {
        Browser.Page page = anonymous().get("/acces/perime");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("LIEN_PERIME", "Demander un nouveau lien");
        assertThat(anonymous().get("/lien/lnk_perime").status()).isEqualTo(404);
    }

    @Test
    void aPersonalLinkShowsTheWayAndOpensOnlyWhenAsked() {
        Browser browser = anonymous();
        Browser.Page shown = browser.get("/lien/" + MemoryLiens.SECRET);
        assertThat(shown.text()).contains("Bonjour Tom Tuteur", "évaluateur");
        assertThat(browser.cookieHeaders()).noneMatch(c -> c.startsWith("parchemin_session="));

        Browser.Page opened = browser.post("/lien/" + MemoryLiens.SECRET);
        assertThat(opened.location()).isEqualTo("/candidatures/" + demo.enEvaluation.id());
        assertThat(browser.cookieHeaders()).anyMatch(c -> c.startsWith("parchemin_session=" + MemoryLiens.SECRET));
    }

    @Test
    void theAccountShowsItsSessionsAndEndsAnother() {
        as(demo.secretariat);
        Browser browser = as(demo.secretariat);
        Browser.Page page = browser.get("/compte");
        assertThat(page.text()).contains("Mon compte", "Sessions ouvertes", "Celle-ci", "mot de passe");
        String other = page.body().replaceAll("(?s).*action=\"/compte/sessions/([0-9a-f-]{36})\".*", "$1");

        Browser.Page closed = browser.post("/compte/sessions/" + other);
        assertThat(closed.location()).startsWith("/compte?fait=");
        assertThat(demo.connexions.list(demo.secretariat)).hasSize(1);
    }

    @Test
    void aPasswordIsChangedByTheOneBefore() {
        Browser browser = as(demo.secretariat);
        browser.get("/compte");
        Browser.Page refused = browser.post(
                "/compte/mot-de-passe", "ancien", "faux", "nouveau", "une phrase neuve", "encore", "une phrase neuve");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).doesNotContain("une phrase neuve");
        browser.post(
                "/compte/mot-de-passe",
                "ancien",
                MemoryConnexions.PASSWORD,
                "nouveau",
                "une phrase neuve",
                "encore",
                "une phrase neuve");
        assertThat(demo.acces.chosen).isEqualTo("une phrase neuve");
    }

    @Test
    void anApplicationIsRegisteredByItsQrCodeAndFirstCode() {
        Browser browser = as(demo.secretariat);
        browser.get("/compte");
        Browser.Page begun = browser.post("/compte/application");
        assertThat(begun.body()).contains("<svg", "GEZDGNBV").doesNotContain("http://", "https://");

        Browser.Page wrong = browser.post(
                "/compte/application/confirmation",
                "secret",
                hidden(begun, "secret"),
                "uri",
                hidden(begun, "uri").replace("&amp;", "&"),
                "code",
                "000000");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body()).contains("<svg", "GEZDGNBV");
        Browser.Page codes = browser.post("/compte/application/confirmation", "code", MemoryConnexions.CODE);
        assertThat(codes.text()).contains("AAAA-BBBB-CCCC-DDDD", "Ils ne seront plus montrés");
    }

    @Test
    void aTokenForAProgramIsShownOnce() {
        Browser browser = as(demo.secretariat);
        browser.get("/compte");
        Browser.Page created = browser.post("/compte/jetons", "nom", "Tableur", "jours", "30", "lectureSeule", "oui");
        assertThat(created.text()).contains("pch_jeton-montre-une-fois", "il ne sera plus montré");

        Browser.Page account = browser.get("/compte");
        assertThat(account.text()).contains("« Tableur »", "lecture seule").doesNotContain("pch_jeton");
        assertThat(browser.post("/compte/jetons", "jours", "30").status()).isEqualTo(422);
    }

    @Test
    void anAccountThatHasToRegisterASecondFactorIsLedToWhereItDoes() {
        Browser browser = as(demo.secretariat);
        demo.connexions.attendus.add(demo.secretariat.identifiant());

        assertThat(browser.get("/candidatures").location()).isEqualTo("/compte");
        assertThat(browser.get("/compte").status()).isEqualTo(200);
    }
}
