package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.notification.Frequence;
import fr.parchemin.notification.Sujet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EchangePagesTest extends PagesFixture {

    private Candidature file;
    private String path;

    @BeforeEach
    void open() {
        file = demo.enEvaluation;
        path = "/candidatures/" + file.id();
    }

    @Test
    void aMessageIsWrittenReadAndCountedUntilThen() {
        Browser evaluateur = as(demo.evaluateur1);
        assertThat(evaluateur.get(path).text()).contains("Aucun message pour l’instant.");
        evaluateur.get(path + "/echanges");
        Browser.Page sent =
                evaluateur.post(path + "/messages", "cercle", "BRANCHE", "texte", "Une pièce manque\nencore");
        assertThat(evaluateur.follow(sent).text()).contains("Le message est envoyé.", "Une pièce manque encore");

        Browser secretariat = as(demo.secretariat);
        assertThat(secretariat.get(path).text()).contains("1 message non lu", "Yves Martinet");
        assertThat(secretariat.get(path + "/echanges").text()).contains("nouveau", "Une pièce manque");
        assertThat(secretariat.get(path).text()).doesNotContain("non lu");
        assertThat(secretariat.get(path + "/echanges").body()).doesNotContain("class=\"nouveau\"");
    }

    @Test
    void whatWasTypedIsShownAgainWhenItIsRefusedAndNeverRunsAsMarkup() {
        Browser secretariat = as(demo.secretariat);
        secretariat.get(path + "/echanges");
        Browser.Page refused = secretariat.post(path + "/messages", "texte", "<b>gras</b>");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("&lt;b").doesNotContain("<b>gras");
        secretariat.follow(secretariat.post(path + "/messages", "cercle", "TOUS", "texte", "<b>gras</b>"));
        assertThat(secretariat.get(path + "/echanges").body()).doesNotContain("<b>gras");
    }

    @Test
    void notesAreForTheBranchAndTakenBackByTheirAuthor() {
        Browser secretariat = as(demo.secretariat);
        secretariat.get(path + "/echanges");
        assertThat(secretariat
                        .follow(secretariat.post(path + "/notes", "texte", "À vérifier"))
                        .text())
                .contains("La note est enregistrée.", "À vérifier");
        Browser evaluateur = as(demo.evaluateur1);
        assertThat(evaluateur.get(path + "/echanges").text()).doesNotContain("Notes internes", "À vérifier");
        assertThat(evaluateur.post(path + "/notes", "texte", "moi aussi").status())
                .isEqualTo(403);
        assertThat(as(demo.jury).get(path + "/echanges").status()).isEqualTo(403);

        String body = secretariat.get(path + "/echanges").body();
        String retrait = body.replaceAll("(?s).*action=\"(" + path + "/notes/[^\"]+)\".*", "$1");
        assertThat(secretariat.follow(secretariat.post(retrait)).text())
                .contains("La note est retirée.", "Note retirée par son auteur")
                .doesNotContain("À vérifier");
    }

    @Test
    void theStoryIsToldByDayAndAnUnknownFileIsNotFound() {
        String text = as(demo.secretariat).get(path + "/fil").text();
        assertThat(text).contains("Fil du dossier", "Évaluateurs désignés", "par Nadège Colin");
        assertThat(as(demo.secretariat)
                        .get("/candidatures/00000000-0000-0000-0000-000000000001/fil")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theBellCountsAndFollowingANotificationReadsIt() {
        demo.suivi.tell(demo.evaluateur1, Sujet.EVALUATION_ATTENDUE, file);
        demo.suivi.tell(demo.evaluateur1, Sujet.MESSAGE_RECU, file);
        Browser browser = as(demo.evaluateur1);
        assertThat(browser.get("/").text()).contains("2 non lues");
        Browser.Page list = browser.get("/notifications");
        assertThat(list.text())
                .contains("Le dossier " + file.numero() + " vous est confié pour évaluation.", "à faire");
        Browser.Page opened = browser.post("/notifications/2/ouverture");
        assertThat(opened.location()).isEqualTo(path + "/echanges");
        assertThat(browser.get("/").text()).contains("1 non lues");
        assertThat(browser.follow(browser.post("/notifications/lecture", "jusqua", "2"))
                        .text())
                .contains("Tout est marqué comme lu.")
                .doesNotContain("non lues Yves");
        assertThat(browser.get("/notifications?nonLues=oui").text()).contains("Tout est lu.");
        assertThat(as(demo.evaluateur2).post("/notifications/1/ouverture").status())
                .isEqualTo(404);
        assertThat(browser.post("/notifications/zut/ouverture").status()).isEqualTo(404);
    }

    @Test
    void anAccountChoosesWhenItIsWrittenTo() {
        Browser browser = as(demo.organisme);
        assertThat(browser.get("/compte/notifications").text()).contains("Une fois par jour");
        assertThat(browser.post("/compte/notifications", "frequence", "TOUJOURS")
                        .status())
                .isEqualTo(422);
        browser.follow(browser.post("/compte/notifications", "frequence", "QUOTIDIENNE"));
        assertThat(demo.suivi.frequence(demo.organisme)).isEqualTo(Frequence.QUOTIDIENNE);
    }

    @Test
    void whoIsOfTheBranchChoosesToWhomAndOthersWriteToTheBranchUnlessTheySayOtherwise() {
        assertThat(as(demo.secretariat).get(path + "/echanges").body())
                .contains("Choisissez à qui")
                .doesNotContain("value=\"" + Cercle.BRANCHE + "\"");
        assertThat(as(demo.evaluateur1).get(path + "/echanges").body()).containsPattern("value=\"BRANCHE\" selected");
    }
}
