package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MigrationPagesTest extends PagesFixture {

    private String file() {
        return "/candidatures/" + demo.enEvaluation.id();
    }

    @Test
    void aFileWithoutANewerVersionSaysNothingOfIt() {
        assertThat(as(demo.secretariat).get(file()).text()).doesNotContain("Voir ce que deviendrait le dossier");
        assertThat(as(demo.secretariat).get(file() + "/migration").status()).isEqualTo(409);
    }

    @Test
    void theSecretariatSeesConfirmsAndUndoes() {
        demo.newerVersion();
        Browser browser = as(demo.secretariat);
        assertThat(browser.get(file()).text())
                .contains("Version 2.0.0 du référentiel", "Voir ce que deviendrait le dossier");
        assertThat(browser.get(file() + "/migration").text())
                .contains("De la version 1.0.0 à la version 2.0.0", "Rien n’est encore changé", "OMI-B1", "gardé");

        Browser.Page done = browser.follow(browser.post(file() + "/migration", "version", "2.0.0"));
        assertThat(done.text())
                .contains("Le dossier est repris sous la nouvelle version.", "Annuler la reprise")
                .contains("Fil du dossier", "Dossier repris sous 2.0.0");

        Browser.Page undone = browser.follow(browser.post(file() + "/migration/annulation"));
        assertThat(undone.text())
                .contains("le dossier est revenu à sa version d’avant", "Voir ce que deviendrait le dossier")
                .doesNotContain("Annuler la reprise");
    }

    @Test
    void othersAreNotOfferedIt() {
        demo.newerVersion();
        assertThat(as(demo.evaluateur1).get(file()).text()).doesNotContain("Voir ce que deviendrait le dossier");
        assertThat(as(demo.evaluateur1).get(file() + "/migration").status()).isEqualTo(403);
    }
}
