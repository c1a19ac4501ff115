package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessTest extends PagesFixture {
    private List<Router.Route> routes() {
        return demo.servlet(false).router().routes();
    }

    /** A path of the route that leads to something real. */
    private String real(Router.Route route) {
        return route.path()
                .replace("/acces/{secret}", "/acces/" + MemoryAcces.SECRET)
                .replace("/lien/{secret}", "/lien/" + MemoryLiens.SECRET)
                .replace("{secret}", "perime")
                .replace("{cle}", "une-cle")
                .replace("{partage}", demo.juryMet.id().toString())
                .replace("{question}", "une-question")
                .replace("{autre}", demo.decidee.id().toString())
                .replace("{candidature}", demo.presentee.id().toString())
                .replace("{epreuve}", "OMI-B1-A")
                .replace(
                        "{id}",
                        route.path().startsWith("/jurys")
                                ? demo.juryMet.id().toString()
                                : demo.presentee.id().toString())
                .replace("{numero}", demo.certificat.numero())
                .replace("{branche}", Demo.MET)
                .replace("{compte}", demo.secretariat.identifiant())
                .replace("{rang}", "1")
                .replace("{session}", demo.presentee.id().toString())
                .replace("{jeton}", demo.presentee.id().toString())
                .replace("{lien}", demo.presentee.id().toString())
                .replace("{retrait}", "0a1b2c3d")
                .replace("{note}", demo.presentee.id().toString())
                .replace("{fournisseur}", "ailleurs")
                .replace("/{code}", route.path().startsWith("/v/") ? "/0000" : "/MET-OMI");
    }

    @Test
    void everyPageThatIsNotPublicSendsTheUnknownToSignIn() {
        List<Router.Route> reserved =
                routes().stream().filter(r -> !r.droit().isPublic()).toList();
        assertThat(reserved).hasSizeGreaterThan(20);
        for (Router.Route route : reserved) {
            Browser browser = anonymous();
            Browser.Page answer =
                    route.method().equals("GET") ? browser.get(real(route)) : browser.postBare(real(route));
            assertThat(answer.status()).as(route.toString()).isEqualTo(303);
            assertThat(answer.location()).as(route.toString()).startsWith("/connexion?retour=");
            assertThat(answer.body()).as(route.toString()).isEmpty();
        }
    }

    @Test
    void onlyTheCatalogueTheCheckAndWhatLeadsToASessionArePublic() {
        assertThat(routes().stream().filter(r -> r.droit().isPublic()).map(r -> r.method() + " " + r.path()))
                .containsExactlyInAnyOrder(
                        "GET /",
                        "GET /catalogue/fragment",
                        "GET /catalogue",
                        "GET /vives",
                        "GET /aide",
                        "GET /aide/glossaire",
                        "POST /connexion/cle",
                        "POST /connexion/cle/reponse",
                        "POST /connexion/code/cle",
                        "GET /certifications/{branche}/{code}",
                        "GET /certifications/{branche}/{code}/effet",
                        "GET /classifications/{branche}/{code}",
                        "GET /branches/{branche}",
                        "GET /verification",
                        "POST /verification",
                        "GET /v/{code}",
                        "GET /connexion",
                        "POST /connexion",
                        "POST /connexion/oidc/{fournisseur}",
                        "GET /connexion/oidc/{fournisseur}/retour",
                        "GET /deconnexion/retour",
                        "POST /connexion/code",
                        "GET /connexion/oubli",
                        "POST /connexion/oubli",
                        "GET /acces/{secret}",
                        "POST /acces/{secret}",
                        "GET /lien/{secret}",
                        "POST /lien/{secret}",
                        "GET /rattachement/{secret}",
                        "POST /rattachement/{secret}");
    }

    @Test
    void everyFormIsRefusedWithoutItsToken() {
        Browser browser = as(demo.secretariat);
        for (Router.Route route : routes()) {
            if (route.method().equals("POST")) {
                Browser.Page answer = browser.postBare(real(route), "satisfait", "oui", "jeton", "faux");
                assertThat(answer.status()).as(route.toString()).isEqualTo(403);
                assertThat(answer.text()).as(route.toString()).contains("rien n’a été enregistré");
            }
        }
        assertThat(demo.now(demo.presentee).etat().code()).isEqualTo("PRESENTEE");
    }

    @Test
    void anAccountOfAnotherBranchSeesNothingOfAFile() {
        Acteur foreign = demo.world.account("ailleurs", "Odile Ferrand", Role.SECRETARIAT, "plasturgie");
        Browser browser = as(foreign);
        for (String path : List.of(
                "/candidatures/" + demo.presentee.id(),
                "/candidatures/" + demo.presentee.id() + "/epreuves/OMI-B1-A",
                "/candidatures/" + demo.presentee.id() + "/releve.pdf",
                "/jurys/" + demo.juryMet.id(),
                "/jurys/" + demo.juryMet.id() + "/candidatures/" + demo.presentee.id(),
                "/certificats/" + demo.certificat.numero(),
                "/certificats/" + demo.certificat.numero() + "/certificat.pdf",
                "/candidatures/" + UUID.randomUUID(),
                "/candidatures/pas-un-identifiant")) {
            Browser.Page page = browser.get(path);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.text()).as(path).doesNotContain("KOWALSKI").doesNotContain("LEMOINE");
        }
        assertThat(browser.get("/candidatures").text()).contains("Aucune candidature ne vous est visible");
    }

    @Test
    void aPageThatTheRoleDoesNotGiveIsForbiddenAndSaysWhatIsMissing() {
        Browser.Page page = as(demo.organisme).get("/candidatures?branche=securite-privee");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("Accès refusé").contains("administrateur de la plateforme");
    }

    @Test
    void theAdministratorIsOfferedNoFile() {
        assertThat(as(demo.admin).get("/").body())
                .doesNotContain("href=\"/candidatures\"")
                .doesNotContain("href=\"/jurys\"");
    }

    @Test
    void anAddressThatOnlyTakesFormsSaysSo() {
        Browser.Page page = as(demo.secretariat).get("/candidatures/" + demo.deposee.id() + "/evaluateurs");
        assertThat(page.status()).isEqualTo(405);
        assertThat(page.header("Allow")).contains("POST");
    }
}
