package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LiensPagesTest extends PagesFixture {

    private String page() {
        return "/candidatures/" + demo.enEvaluation.id() + "/liens";
    }

    @Test
    void aLinkIsGivenShownOnceListedAndTakenBack() {
        Browser secretariat = as(demo.secretariat);
        assertThat(secretariat.get("/candidatures/" + demo.enEvaluation.id()).body())
                .contains("href=\"" + page() + "\"");
        assertThat(secretariat.get(page()).text()).contains("Aucun lien n’a été donné");

        assertThat(secretariat
                        .post(page(), "role", "TUTEUR", "nom", "Lise", "jours", "30")
                        .text())
                .contains("/lien/" + MemoryLiens.SECRET, "il ne sera plus montré");
        Browser.Page list = secretariat.get(page());
        assertThat(list.text()).contains("Lise", "Tuteur", "En cours", "Jamais");

        Matcher link = Pattern.compile(page() + "/[0-9a-f-]{36}").matcher(list.body());
        assertThat(link.find()).isTrue();
        assertThat(secretariat.post(link.group()).location()).isEqualTo(page() + "?fait=LIEN_PERSONNEL_RETIRE");
    }

    @Test
    void aMailedLinkIsNeverShown() {
        Browser secretariat = as(demo.secretariat);
        secretariat.get(page());

        assertThat(secretariat
                        .post(page(), "role", "EVALUATEUR", "nom", "Paul", "jours", "9", "courriel", "p@exemple.test")
                        .location())
                .isEqualTo(page() + "?fait=LIEN_PERSONNEL_ENVOYE");
    }

    @Test
    void whatIsWrongIsSaidBesideWhatWasTyped() {
        Browser secretariat = as(demo.secretariat);
        secretariat.get(page());

        assertThat(secretariat
                        .post(page(), "role", "TUTEUR", "nom", "Lise", "jours", "900")
                        .body())
                .contains("value=\"Lise\"", "CHAMP_INVALIDE");
        assertThat(secretariat.post(page(), "role", "JURY").text()).contains("Un champ est à corriger", "À renseigner");
    }

    @Test
    void onlyTheSecretariatOfTheBranchGivesLinks() {
        assertThat(as(demo.organisme).get(page()).status()).isEqualTo(403);
        assertThat(as(demo.secretariat)
                        .get("/candidatures/" + UUID.randomUUID() + "/liens")
                        .status())
                .isEqualTo(404);
    }
}
