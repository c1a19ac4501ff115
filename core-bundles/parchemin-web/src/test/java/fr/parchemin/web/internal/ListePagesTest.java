package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.EtatCandidature;
import org.junit.jupiter.api.Test;

class ListePagesTest extends PagesFixture {

    private void more(int n) {
        for (int i = 0; i < n; i++) {
            demo.candidate("Nouveau" + (char) ('a' + i), "Sacha", Candidat.Sexe.M, "1990-01-01", "Lille");
        }
    }

    @Test
    void theListFiltersByWhatItsAddressSays() {
        Browser browser = as(demo.secretariat);
        assertThat(browser.get("/candidatures?etat=DELIVREE&etat=PRESENTEE").text())
                .contains("LEMOINE", "KOWALSKI", "2 dossiers")
                .doesNotContain("BENHADDOU");
        assertThat(browser.get("/candidatures?branche=securite-privee").text())
                .contains("TRAORÉ")
                .doesNotContain("LEMOINE");
        Browser.Page found = browser.get("/candidatures?texte=kowalski");
        assertThat(found.text()).contains("KOWALSKI").doesNotContain("LEMOINE");
        assertThat(found.body()).contains("value=\"kowalski\"");
        assertThat(browser.get("/candidatures?etat=INCONNU").text()).contains("LEMOINE");
    }

    @Test
    void aFilterThatCannotBeIsSaidBesideItsField() {
        Browser.Page page = as(demo.secretariat).get("/candidatures?du=hier");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Ce n’est pas une date").doesNotContain("LEMOINE");
        assertThat(as(demo.secretariat).get("/jurys?au=demain").status()).isEqualTo(422);
    }

    @Test
    void pagesGoOnAndBack() {
        more(ListePages.PAGE_SIZE);
        Browser browser = as(demo.secretariat);
        Browser.Page first = browser.get("/candidatures");
        assertThat(first.text()).contains("Page suivante").doesNotContain("LEMOINE", "Page précédente");
        Browser.Page second = browser.get("/candidatures?apres=C-2026-000011");
        assertThat(second.text()).contains("LEMOINE", "Page précédente").doesNotContain("Page suivante");
        assertThat(browser.get("/candidatures?avant=C-2026-000010").text())
                .isEqualTo(browser.get("/candidatures").text());
    }

    @Test
    void aViewIsKeptShownRenamedMadeTheDefaultAndRemoved() {
        Browser browser = as(demo.secretariat);
        browser.get("/candidatures?etat=DELIVREE");
        Browser.Page kept =
                browser.follow(browser.post("/vues", "liste", "CANDIDATURES", "etat", "DELIVREE", "nom", "Délivrés"));
        assertThat(kept.text())
                .contains("La vue est gardée")
                .contains("Délivrés")
                .contains("LEMOINE");
        assertThat(kept.body()).containsPattern("aria-current=\"true\">Délivrés");

        assertThat(browser.post("/vues", "liste", "CANDIDATURES", "etat", "DECIDEE", "nom", "Délivrés")
                        .text())
                .contains("VUE_EXISTANTE");
        String id = demo.listes
                .list(demo.secretariat, fr.parchemin.liste.Liste.CANDIDATURES)
                .get(0)
                .id()
                .toString();
        browser.post("/vues/" + id, "liste", "CANDIDATURES", "nom", "Remis", "defaut", "oui");
        assertThat(browser.get("/candidatures").location()).isEqualTo("/candidatures?etat=DELIVREE");
        assertThat(browser.get("/candidatures?vue=toutes").text()).contains("Remis", "KOWALSKI");

        assertThat(as(demo.certificateur).get("/candidatures").text()).doesNotContain("Remis");
        Browser other = as(demo.certificateur);
        other.get("/candidatures");
        assertThat(other.post("/vues/" + id + "/suppression", "liste", "CANDIDATURES")
                        .status())
                .isEqualTo(404);
        browser.get("/candidatures?vue=toutes");
        assertThat(browser.follow(browser.post("/vues/" + id + "/suppression", "liste", "CANDIDATURES"))
                        .text())
                .contains("La vue est supprimée")
                .doesNotContain("Remis");
    }

    @Test
    void anActOnSeveralFilesTellsWhatBecameOfEach() {
        Browser browser = as(demo.secretariat);
        assertThat(browser.get("/candidatures").text()).contains("Désigner des évaluateurs", "Présenter à un jury");
        String both = "dossier=" + demo.recevable.id() + "&dossier=" + demo.presentee.id();
        Browser.Page form = browser.get("/candidatures/lot?acte=EVALUATEURS&" + both);
        assertThat(form.text()).contains("Pour 2 dossiers", "MORVAN", "KOWALSKI", "Yves Martinet");

        Browser.Page nothing = browser.post(
                "/candidatures/lot/evaluateurs", "dossier", demo.recevable.id().toString());
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text()).contains("Cochez au moins un évaluateur");

        Browser.Page done = browser.post(
                "/candidatures/lot/evaluateurs",
                "dossier",
                demo.recevable.id().toString(),
                "dossier",
                demo.presentee.id().toString(),
                "evaluateur",
                demo.evaluateur1.identifiant(),
                "evaluateur",
                demo.evaluateur2.identifiant());
        assertThat(done.text())
                .contains("1 dossier traité, 1 refusé")
                .contains("Fait", "Refusé")
                .contains("présentée au jury");
        Candidature designated = demo.world.candidatures.get(demo.recevable.id());
        assertThat(designated.etat()).isEqualTo(new EtatCandidature.EnEvaluation());
    }

    @Test
    void nothingTickedAndNobodysActAreSaid() {
        Browser browser = as(demo.secretariat);
        assertThat(browser.get("/candidatures/lot?acte=EVALUATEURS").text()).contains("Aucun dossier n’est coché");
        assertThat(browser.get("/candidatures/lot").status()).isEqualTo(303);
        assertThat(browser.get("/candidatures/export.csv?choisis=oui").text()).contains("Aucun dossier n’est coché");
        Browser evaluateur = as(demo.evaluateur1);
        assertThat(evaluateur.get("/candidatures").text()).doesNotContain("Désigner des évaluateurs", "Exporter");
        assertThat(evaluateur
                        .get("/candidatures/lot?acte=EVALUATEURS&dossier=" + demo.recevable.id())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void everyFileOfAPageCanBeTickedWithoutAScript() {
        Browser.Page page = as(demo.secretariat).get("/candidatures?cocher=page");
        assertThat(page.body()).containsPattern("name=\"dossier\" value=\"[^\"]+\" checked");
    }

    @Test
    void theFilteredListIsAFileForSpreadsheets() {
        Browser.Page csv = as(demo.secretariat).get("/candidatures/export.csv?etat=DELIVREE");
        assertThat(csv.header("Content-Type").orElseThrow()).contains("text/csv");
        assertThat(csv.header("Content-Disposition").orElseThrow()).contains("candidatures.csv");
        assertThat(csv.body()).contains("Lemoine").doesNotContain("Kowalski");
    }

    @Test
    void juriesAreFilteredByTheirCompositionAndTheirDay() {
        Browser browser = as(demo.secretariat);
        assertThat(browser.get("/jurys?du=2026-03-25&au=2026-03-25").text()).contains(demo.juryMet.numero());
        assertThat(browser.get("/jurys?du=2027-01-01").text()).contains("Aucun jury ne répond à ces filtres");
    }
}
