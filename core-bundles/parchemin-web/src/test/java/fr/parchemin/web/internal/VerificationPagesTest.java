package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.CodeVerification;
import org.junit.jupiter.api.Test;

class VerificationPagesTest extends PagesFixture {
    @Test
    void aGenuineCertificateSaysWhoseItIsAndNothingMore() {
        Browser.Page page = anonymous().get("/v/" + demo.certificat.codeVerification());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Certificat authentique")
                .contains("Anaïs Solène LEMOINE")
                .contains("Opérateur(trice) en maintenance industrielle")
                .contains("OMI-B1 Maintenance corrective")
                .contains("UIMM et CPNE métallurgie")
                .contains("25 mars 2026")
                .doesNotContain("1994")
                .doesNotContain("Valenciennes")
                .doesNotContain("Lille");
    }

    @Test
    void aCodeIsReadHoweverItWasCopied() {
        String printed =
                CodeVerification.printed(demo.certificat.codeVerification()).toLowerCase();
        Browser.Page sent = anonymous().get("/verification?code=" + printed.replace("-", "%20"));
        assertThat(sent.location()).isEqualTo("/v/" + demo.certificat.codeVerification());
    }

    @Test
    void anUnknownCodeIsSaidToBeUnknown() {
        Browser.Page page = anonymous().get("/v/00000000000000000000000000");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("Code inconnu");
    }

    @Test
    void aRevokedCertificateIsSaidToBeRevoked() {
        Certificat c = demo.certificat;
        demo.world.certificats.put(
                c.numero(),
                new Certificat(
                        c.id(),
                        c.numero(),
                        c.codeVerification(),
                        c.candidature(),
                        c.branche(),
                        c.certification(),
                        c.version(),
                        c.nomNaissance(),
                        c.nomUsage(),
                        c.delivreLe(),
                        c.document(),
                        Certificat.Statut.REVOQUE,
                        c.delivrePar(),
                        c.enregistreLe()));
        assertThat(anonymous().get("/v/" + c.codeVerification()).text())
                .contains("Certificat révoqué")
                .doesNotContain("LEMOINE");
    }

    @Test
    void aNumberAndANameCorrespondOrNot() {
        Browser browser = anonymous();
        browser.get("/verification");
        assertThat(browser.post("/verification", "numero", demo.certificat.numero(), "nom", "lemoine")
                        .text())
                .contains("Ce numéro et ce nom correspondent");
        String wrongName = browser.post("/verification", "numero", demo.certificat.numero(), "nom", "Durand")
                .text();
        String unknownNumber = browser.post("/verification", "numero", "MET-2026-999999", "nom", "Durand")
                .text();
        assertThat(wrongName).contains("Ce numéro et ce nom ne correspondent pas");
        assertThat(unknownNumber).isEqualTo(wrongName);
    }

    @Test
    void aMissingNameIsAskedFor() {
        Browser browser = anonymous();
        browser.get("/verification");
        Browser.Page page = browser.post("/verification", "numero", "MET-2026-000001", "nom", " ");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Indiquez le nom de naissance ou d’usage du titulaire.");
        assertThat(page.body()).contains("value=\"MET-2026-000001\"");
    }
}
