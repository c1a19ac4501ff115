package fr.parchemin.web.internal;

import static fr.parchemin.web.internal.view.Wording.moment;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.brouillon.Brouillons;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Long forms keep what is written in them. */
class RedactionsTest extends PagesFixture {
    private static final String FORM = "/candidatures/nouvelle?branche=metallurgie&certification=MET-OMI";

    private Browser.Page keep(Browser browser, String formulaire, String... fields) {
        String[] all = new String[fields.length + 6];
        System.arraycopy(fields, 0, all, 6, fields.length);
        all[0] = "brouillon.formulaire";
        all[1] = formulaire;
        all[2] = "brouillon.titre";
        all[3] = "Candidature";
        all[4] = "brouillon.etat";
        all[5] = etat(browser.get(formulaire).body());
        return browser.post("/brouillons", all);
    }

    private static String etat(String body) {
        return body.replaceAll("(?s).*name=\"brouillon.etat\" value=\"([^\"]*)\".*", "$1");
    }

    private String grid() {
        return "/candidatures/" + demo.enEvaluation.id() + "/epreuves/OMI-B1-A";
    }

    @Test
    void withoutAScriptAButtonKeepsTheDraftAndTheFormComesBackFilled() {
        Browser browser = as(demo.organisme);
        Browser.Page form = browser.get(FORM);
        assertThat(form.text()).contains("Garder en brouillon").doesNotContain("Brouillon du");
        assertThat(form.body()).contains("formaction=\"/brouillons\" formnovalidate");

        Browser.Page kept = keep(browser, FORM, "nomNaissance", "Aubry", "voie", "VAE");

        assertThat(kept.status()).isEqualTo(303);
        assertThat(browser.follow(kept).body())
                .contains("Le brouillon est gardé.", "value=\"Aubry\"", "Vous reprenez votre brouillon")
                .containsPattern("value=\"VAE\" checked");
    }

    @Test
    void onComingBackTheDraftIsOfferedAndNotForced() {
        Browser browser = as(demo.organisme);
        keep(browser, FORM, "nomNaissance", "Aubry");
        Browser.Page back = browser.get(FORM);
        assertThat(back.text())
                .contains(
                        "Brouillon du " + moment(demo.world.clock.instant()).replaceAll("[\\s\\u00a0\\u202f]+", " "),
                        "Reprendre",
                        "Effacer");
        assertThat(back.body()).doesNotContain("value=\"Aubry\"");
        assertThat(browser.get(FORM + "&brouillon=reprendre").body()).contains("value=\"Aubry\"");
        assertThat(browser.get("/accueil").text()).contains("Vos brouillons", "Candidature");
    }

    @Test
    void aScriptGetsNoPage() {
        Browser browser = as(demo.organisme);
        assertThat(keep(browser, FORM, "nomNaissance", "Aubry", "brouillon.script", "1")
                        .status())
                .isEqualTo(204);
        assertThat(demo.brouillons.find(demo.organisme, FORM).orElseThrow().champs())
                .containsEntry("nomNaissance", List.of("Aubry"))
                .doesNotContainKeys("jeton", "brouillon.formulaire", "brouillon.script");
    }

    @Test
    void aDraftIsItsAuthorsOnly() {
        keep(as(demo.organisme), FORM, "nomNaissance", "Aubry");
        assertThat(as(demo.secretariat).get(FORM + "&brouillon=reprendre").body())
                .doesNotContain("Aubry")
                .doesNotContain("Vous reprenez");
    }

    @Test
    void aDraftIsErasedAtWill() {
        Browser browser = as(demo.organisme);
        keep(browser, FORM, "nomNaissance", "Aubry");
        browser.get(FORM);
        Browser.Page erased = browser.post("/brouillons/effacer", "brouillon.formulaire", FORM);
        assertThat(browser.follow(erased).text())
                .contains("Le brouillon est effacé.")
                .doesNotContain("Brouillon du");
    }

    @Test
    void theDraftGoesWhenTheActIsDoneAndStaysWhenItIsRefused() {
        Browser browser = as(demo.evaluateur1);
        keep(browser, grid(), "presence", "ABSENT", "observation", "Train en retard");

        assertThat(browser.post(grid(), "brouillon.formulaire", grid()).status())
                .isEqualTo(422);
        assertThat(demo.brouillons.find(demo.evaluateur1, grid())).isPresent();

        assertThat(browser.post(grid(), "presence", "ABSENT", "brouillon.formulaire", grid())
                        .status())
                .isEqualTo(303);
        assertThat(demo.brouillons.find(demo.evaluateur1, grid())).isEmpty();
    }

    @Test
    void isToldWhenTheDataChangedSinceTheDraft() {
        Browser browser = as(demo.evaluateur1);
        keep(browser, grid(), "presence", "PRESENT", "observation", "À revoir");
        assertThat(browser.get(grid()).text()).doesNotContain("a changé depuis");

        demo.world.clock.advance(Duration.ofMinutes(5));
        demo.mark(demo.enEvaluation, demo.evaluateur1, "OMI-B1-A", Map.of());

        assertThat(browser.get(grid()).text()).contains("Ce que montre cette page a changé depuis.");
        assertThat(browser.get(grid() + "?brouillon=reprendre").body())
                .contains("À revoir", "Ce que montre cette page a changé depuis.");
    }

    @Test
    void aJuryComesBackWithAsManyLinesAsWereWritten() {
        String form = "/jurys/nouveau?branche=metallurgie&certification=MET-OMI";
        Browser browser = as(demo.secretariat);
        keep(browser, form, "lignes", "4", "membre.9.nom", "Solange Petitjean");
        assertThat(browser.get(form + "&brouillon=reprendre").body()).contains("value=\"Solange Petitjean\"");
    }

    @Test
    void onlyTheFormsOfThePlatformHaveDrafts() {
        Browser browser = as(demo.organisme);
        for (String address : List.of(
                "//ailleurs.example",
                "https://ailleurs.example",
                "/compte",
                "/candidatures/nouvelle",
                FORM + "&autre=1",
                "/candidatures/pas-un-id/epreuves/A")) {
            assertThat(browser.post("/brouillons", "brouillon.formulaire", address)
                            .status())
                    .as(address)
                    .isEqualTo(400);
            assertThat(browser.post("/brouillons/effacer", "brouillon.formulaire", address)
                            .status())
                    .as(address)
                    .isEqualTo(400);
        }
        assertThat(demo.brouillons.list(demo.organisme)).isEmpty();
    }

    @Test
    void whatIsTooLongIsRefusedAndSaysWhatToDo() {
        Browser browser = as(demo.organisme);
        Browser.Page page = keep(browser, FORM, "formateurs", "x".repeat(Brouillons.TAILLE_MAXIMALE));
        assertThat(page.status()).isEqualTo(413);
        assertThat(page.text()).contains("Ce brouillon dépasse 64 Ko", "Que faire");
    }

    @Test
    void aTitleOfSomebodysOwnIsOnlyText() {
        Browser browser = as(demo.organisme);
        browser.get(FORM);
        browser.post("/brouillons", "brouillon.formulaire", FORM, "brouillon.titre", "<script>x</script>");
        assertThat(browser.get("/accueil").body()).doesNotContain("<script>x");
    }
}
