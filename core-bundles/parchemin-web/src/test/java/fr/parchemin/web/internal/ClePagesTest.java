package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Facteurs.Cle;
import fr.parchemin.candidature.EtatCandidature;
import org.junit.jupiter.api.Test;

class ClePagesTest extends PagesFixture {

    private void key(String identifiant) {
        demo.cles.cles.add(new Cle("une-cle", identifiant, "Téléphone", "", 0, demo.world.clock.instant(), null));
        demo.connexions.secondFacteur.add(identifiant);
    }

    private Browser signedInByKey(String identifiant) {
        Browser browser = anonymous();
        browser.get("/connexion");
        browser.post("/connexion/cle");
        assertThat(browser.post("/connexion/cle/reponse", "reponse", identifiant)
                        .status())
                .isEqualTo(303);
        return browser;
    }

    @Test
    void aKeySignsInAndLeadsWhereOneWanted() {
        key("certif");
        Browser browser = anonymous();
        Browser.Page form = browser.get("/connexion?retour=%2Fjurys");
        assertThat(form.body())
                .contains("action=\"/connexion/cle\"", "data-cle-offerte=\"" + MemoryCles.ORIGINE + "\" hidden");

        Browser.Page asked = browser.post("/connexion/cle", "retour", "/jurys");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body())
                .contains("data-cle=\"{&#34;challenge&#34;:&#34;connexion&#34;}\"")
                .doesNotContain("billet-0");
        Browser.Page in = browser.post("/connexion/cle/reponse", "reponse", "certif", "retour", "/jurys");

        assertThat(in.location()).isEqualTo("/jurys");
        assertThat(browser.get("/jurys").status()).isEqualTo(200);
    }

    @Test
    void aRefusedKeyIsAskedAgainWithWhyNotAndAnAnswerServesOnce() {
        key("certif");
        Browser browser = anonymous();
        browser.get("/connexion");
        browser.post("/connexion/cle");
        Browser.Page refused = browser.post("/connexion/cle/reponse", "reponse", "personne");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).contains("CLE_REFUSEE", "mot de passe");
        assertThat(refused.body()).contains("data-cle=");

        Browser other = anonymous();
        other.get("/connexion");
        Browser.Page stolen = other.post("/connexion/cle/reponse", "reponse", "certif");
        assertThat(stolen.status())
                .as("an answer without the ticket of its browser")
                .isEqualTo(409);
        assertThat(stolen.text()).contains("DEFI_PERIME");
    }

    @Test
    void whereNoKeysAreOfferedNoPageSpeaksOfThem() {
        demo.cles.origine = null;
        Browser browser = anonymous();
        assertThat(browser.get("/connexion").body()).doesNotContain("clé d’accès", "data-cle");
        assertThat(browser.post("/connexion/cle").status()).isEqualTo(503);
        assertThat(as(demo.certificateur).get("/compte").body()).doesNotContain("action=\"/compte/cles\"");
    }

    @Test
    void aKeyMayFollowThePassword() {
        key("certif");
        Browser browser = anonymous();
        browser.get("/connexion");
        Browser.Page asked =
                browser.post("/connexion", "identifiant", "certif", "motDePasse", MemoryConnexions.PASSWORD);
        assertThat(asked.text()).contains("Votre clé d’accès, ou un code");
        String billet = asked.body().replaceAll("(?s).*name=\"billet\" value=\"([^\"]*)\".*", "$1");

        assertThat(browser.post("/connexion/code/cle", "billet", billet, "reponse", "certif")
                        .status())
                .isEqualTo(303);
        assertThat(browser.get("/compte").status()).isEqualTo(200);
    }

    @Test
    void aFirstKeyComesWithRecoveryCodesAndTheNextWithout() {
        Browser browser = as(demo.certificateur);
        browser.get("/compte");
        Browser.Page creation = browser.post("/compte/cles");
        assertThat(creation.body()).contains("data-cle-sorte=\"creation\"", "Nouvelle clé d’accès");

        Browser.Page codes = browser.post("/compte/cles/enregistrement", "nom", "Téléphone", "reponse", "faite");
        assertThat(codes.text()).contains("Vos codes de secours", "AAAA-BBBB-CCCC-DDDD");
        assertThat(demo.cles.cles).extracting(Cle::nom).containsExactly("Téléphone");

        Browser again = signedInByKey("certif");
        again.get("/compte");
        Browser.Page asked = again.post("/compte/cles");
        assertThat(asked.text()).as("a fresh proof first").contains("Confirmez qui vous êtes");
        Browser.Page second = again.post("/compte/cles", "confirmation.cle", "certif");
        assertThat(second.body()).contains("data-cle-sorte=\"creation\"");
        Browser.Page nameless = again.post("/compte/cles/enregistrement", "nom", "", "reponse", "faite");
        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.text()).contains("CHAMP_MANQUANT");
        assertThat(again.post("/compte/cles/enregistrement", "nom", "Clé du bureau", "reponse", "faite")
                        .location())
                .startsWith("/compte?fait=CLE_AJOUTEE");
    }

    @Test
    void aSignatureIsConfirmedByAKey() {
        key("certif");
        Browser browser = signedInByKey("certif");
        String path = "/candidatures/" + demo.decidee.id() + "/delivrance";
        browser.get("/candidatures/" + demo.decidee.id());

        Browser.Page asked = browser.post(path, "lieu", "Lyon");
        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.text()).contains("Confirmer avec ma clé d’accès", "Ou par votre mot de passe");
        Browser.Page wrong = browser.post(path, "lieu", "Lyon", "confirmation.cle", "autre");
        assertThat(wrong.text()).contains("CLE_REFUSEE");
        assertThat(demo.now(demo.decidee).etat()).isInstanceOf(EtatCandidature.Decidee.class);

        assertThat(browser.post(path, "lieu", "Lyon", "confirmation.cle", "certif")
                        .status())
                .isEqualTo(303);
        assertThat(demo.now(demo.decidee).etat()).isNotInstanceOf(EtatCandidature.Decidee.class);
    }

    @Test
    void aKeyIsRenamedByItsOwnerOnly() {
        key("certif");
        Browser browser = signedInByKey("certif");
        browser.get("/compte");
        assertThat(browser.post("/compte/cles/une-cle/nom", "nom", "Clé du bureau")
                        .location())
                .startsWith("/compte?fait=CLE_RENOMMEE");
        assertThat(demo.cles.cles).extracting(Cle::nom).containsExactly("Clé du bureau");

        Browser other = as(demo.secretariat);
        other.get("/compte");
        assertThat(other.post("/compte/cles/une-cle/nom", "nom", "À moi").status())
                .isEqualTo(404);
    }
}
