package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.jury.Decision;
import org.junit.jupiter.api.Test;

class JuryPagesTest extends PagesFixture {
    private static final String NEW = "/jurys/nouveau";

    private String jury() {
        return "/jurys/" + demo.juryMet.id();
    }

    private String deliberation() {
        return jury() + "/candidatures/" + demo.presentee.id();
    }

    @Test
    void juriesAreListedForThoseWhoReadThem() {
        assertThat(as(demo.jury).get("/jurys").text())
                .contains("J-2026-00001")
                .contains("25 mars 2026")
                .contains("Maison de l’industrie, Lille");
    }

    @Test
    void theFormFollowsTheRuleOfTheBranch() {
        Browser browser = as(demo.secretariat);
        assertThat(browser.get(NEW + "?branche=metallurgie&certification=MET-OMI")
                        .text())
                .contains("Collège des employeurs 1 au moins")
                .contains("Collège des salariés 1 au moins");
        Browser.Page security = browser.get(NEW + "?branche=securite-privee&certification=APS");
        assertThat(security.text()).contains("Professionnels de l’activité").contains("aucune parité");
        assertThat(security.body()).contains("name=\"membre.2.nom\"").doesNotContain("name=\"membre.3.nom\"");
    }

    @Test
    void linesAreAddedWithoutAScriptAndNothingIsLost() {
        Browser browser = as(demo.secretariat);
        browser.get(NEW + "?branche=securite-privee&certification=APS");
        Browser.Page page = browser.post(
                NEW,
                "branche",
                "securite-privee",
                "certification",
                "APS",
                "lignes",
                "1",
                "ajouter",
                "1",
                "membre.0.nom",
                "Patrice Eloy",
                "lieu",
                "Lille");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("name=\"membre.3.nom\"")
                .contains("value=\"Patrice Eloy\"")
                .contains("value=\"Lille\"")
                .contains("name=\"lignes\" value=\"2\"");
    }

    @Test
    void aCompositionAgainstTheRuleIsRefusedWithItsCode() {
        Browser browser = as(demo.secretariat);
        browser.get(NEW + "?branche=metallurgie&certification=MET-OMI");
        Browser.Page page = browser.post(
                NEW,
                "branche",
                "metallurgie",
                "certification",
                "MET-OMI",
                "lignes",
                "1",
                "date",
                "2026-06-01",
                "lieu",
                "Douai",
                "membre.0.nom",
                "Solange Petitjean",
                "membre.1.nom",
                "Thierry Baudouin",
                "president",
                "0");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("JURY_COLLEGE_INCOMPLET");
        assertThat(page.body())
                .contains("value=\"Solange Petitjean\"")
                .containsPattern("name=\"president\" value=\"0\" checked");
    }

    @Test
    void aJuryIsComposedByItsRule() {
        Browser browser = as(demo.secretariat);
        browser.get(NEW + "?branche=metallurgie&certification=MET-OMI");
        Browser.Page sent = browser.post(
                NEW,
                "branche",
                "metallurgie",
                "certification",
                "MET-OMI",
                "lignes",
                "1",
                "date",
                "2026-06-01",
                "lieu",
                "Douai",
                "membre.0.nom",
                "Solange Petitjean",
                "membre.2.nom",
                "Mireille Castagne",
                "membre.2.pratique",
                "12",
                "president",
                "2");
        assertThat(browser.follow(sent).text())
                .contains("Le jury est composé.")
                .contains("Mireille Castagne")
                .contains("12 ans de pratique")
                .contains("préside");
    }

    @Test
    void aJuryToValidateWaitsForTheCertificateur() {
        String security = "/jurys/" + demo.jurySec.id();
        assertThat(as(demo.secretariat).get(security).text())
                .contains("À valider")
                .doesNotContain("Valider la composition du jury");
        Browser browser = as(demo.certificateur);
        assertThat(browser.get(security).text()).contains("Valider la composition du jury");
        assertThat(browser.follow(browser.post(security + "/validation")).text())
                .contains("La composition du jury est validée.")
                .contains("Composition validée");
        Browser.Page again = browser.post(security + "/validation");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("JURY_DEJA_VALIDE");
    }

    @Test
    void onlyFilesThatAreReadyArePutBeforeAJury() {
        Browser browser = as(demo.secretariat);
        assertThat(browser.get(jury()).text()).contains("Noémie ATTIAS").doesNotContain("VERHOEVEN");
        Browser.Page none = browser.post(jury() + "/candidatures");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).contains("Aucun dossier n’est coché.");

        Browser.Page sent = browser.post(
                jury() + "/candidatures", "candidature", demo.complete.id().toString());
        assertThat(browser.follow(sent).text()).contains("Les dossiers sont présentés au jury.");
        assertThat(demo.now(demo.complete).etat().code()).isEqualTo("PRESENTEE");
    }

    @Test
    void anIdentifierThatIsNoneIsAnErrorOfTheSender() {
        Browser browser = as(demo.secretariat);
        browser.get(jury());
        assertThat(browser.post(jury() + "/candidatures", "candidature", "nimporte")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theJuryPageShowsProposalsAndDivergences() {
        assertThat(as(demo.jury).get(jury()).text())
                .contains("Łukasz Piotr KOWALSKI")
                .contains("À trancher par le jury")
                .contains("OMI-B1")
                .contains("Délibérer")
                .contains("Validation partielle");
    }

    @Test
    void aMemberOfTheCandidatesCompanySitsWithoutAVote() {
        Browser.Page page = as(demo.jury).get(deliberation());
        assertThat(page.text()).contains("Solange Petitjean Collège des employeurs, préside siège sans voter");
        assertThat(page.body())
                .contains("name=\"vote.OMI-B1." + demo.memberId(1) + "\"")
                .doesNotContain("name=\"vote.OMI-B1." + demo.memberId(0) + "\"");
    }

    @Test
    void eachBlocNeedsAnAnswer() {
        Browser browser = as(demo.jury);
        browser.get(deliberation());
        Browser.Page page = browser.post(deliberation(), "bloc.OMI-B1", "VALIDE", "motif", "Gardez ce motif");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Indiquez ce que le jury a dit de ce bloc.");
        assertThat(page.body()).contains("Gardez ce motif").containsPattern("value=\"VALIDE\" required checked");
    }

    @Test
    void aDecisionAgainstTheProposalNeedsItsReason() {
        Browser browser = as(demo.jury);
        browser.get(deliberation());
        String[] fields = {
            "present",
            demo.memberId(0).toString(),
            "present",
            demo.memberId(1).toString(),
            "present",
            demo.memberId(2).toString(),
            "bloc.OMI-B1",
            "VALIDE",
            "bloc.OMI-B2",
            "VOTE",
            "vote.OMI-B2." + demo.memberId(1),
            "CONTRE",
            "vote.OMI-B2." + demo.memberId(2),
            "CONTRE",
            "motif",
            ""
        };
        Browser.Page refused = browser.post(deliberation(), fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("MOTIF_REQUIS");
        assertThat(refused.body())
                .containsPattern("vote.OMI-B2." + demo.memberId(1) + "\" value=\"CONTRE\"[^>]* checked")
                .doesNotContainPattern("value=\"" + demo.memberId(3) + "\" checked");

        fields[fields.length - 1] = "La ronde n’a pas été menée à son terme.";
        Browser.Page decided = browser.follow(browser.post(deliberation(), fields));

        assertThat(decided.text())
                .contains("La décision du jury est enregistrée.")
                .contains("Validation partielle")
                .contains("La ronde n’a pas été menée à son terme.")
                .contains("Siégeaient")
                .doesNotContain("Enregistrer la décision du jury");
        Decision decision = demo.world.decision(demo.presentee.id()).orElseThrow();
        assertThat(decision.issue()).isEqualTo(Decision.Issue.VALIDATION_PARTIELLE);
    }

    @Test
    void aSecondDecisionIsRefused() {
        Browser browser = as(demo.jury);
        String decided = jury() + "/candidatures/" + demo.decidee.id();
        assertThat(browser.get(decided).text()).contains("Décision").doesNotContain("Enregistrer la décision du jury");
        Browser.Page page = browser.post(decided, "bloc.OMI-B1", "NON_VALIDE", "bloc.OMI-B2", "NON_VALIDE");
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("DECISION_DEJA_PRISE");
    }

    @Test
    void whoIsNoJurorOnlyReads() {
        assertThat(as(demo.secretariat).get(deliberation()).text())
                .contains("Proposition")
                .doesNotContain("Enregistrer la décision du jury");
        Browser browser = as(demo.secretariat);
        browser.get(deliberation());
        assertThat(browser.post(deliberation(), "bloc.OMI-B1", "VALIDE", "bloc.OMI-B2", "VALIDE")
                        .status())
                .isEqualTo(403);
    }
}
