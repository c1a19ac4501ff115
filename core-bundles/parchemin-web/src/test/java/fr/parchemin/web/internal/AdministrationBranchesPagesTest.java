package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AdministrationBranchesPagesTest extends PagesFixture {
    private static final String BRANCHES = "/administration/branches";

    private static byte[] file(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void showsEachBranchWithItsStateItsProvenanceAndWhatIsToMend() {
        demo.disturb();

        String list = as(demo.admin).get(BRANCHES).text();
        assertThat(list).contains("Active", "Absente depuis", "En erreur", "2 objections", "« metallurgie.zip »");

        Browser.Page wrong = as(demo.admin).get(BRANCHES + "/propret%C3%A9-essai");
        assertThat(wrong.text())
                .contains(
                        "le seuil 120 dépasse",
                        "referentiels/pro-ams-1.0.0.yaml, ligne 84, blocs[2].epreuves[0].seuil");
        assertThat(as(demo.admin).get(BRANCHES + "/inconnue").status()).isEqualTo(404);
        assertThat(as(demo.secretariat).get(BRANCHES).status()).isEqualTo(403);
    }

    @Test
    void aFileIsVerifiedWithoutBeingDropped() {
        Browser admin = as(demo.admin);
        admin.get(BRANCHES);

        assertThat(admin.postFile(BRANCHES + "/verification", "fichier", "x.zip", file("essai"))
                        .text())
                .contains("Rien à redire", "12 cas de référence conformes");
        assertThat(admin.postFile(BRANCHES + "/verification", "fichier", "x.zip", file("faux"))
                        .text())
                .contains("1 objection", "branche.yaml, ligne 7, seuil");
        assertThat(demo.depots.dropped).isEmpty();
    }

    @Test
    void aFileIsDropped() {
        Browser admin = as(demo.admin);
        admin.get(BRANCHES);

        assertThat(admin.postFile(BRANCHES + "/depot", "fichier", "../../x.zip", file("essai"))
                        .location())
                .isEqualTo(BRANCHES + "?fait=BRANCHE_DEPOSEE");
        assertThat(demo.depots.dropped).containsExactly("essai");
        assertThat(admin.post(BRANCHES + "/depot").text()).contains("CHAMP_MANQUANT");
    }

    @Test
    void whoHasToProveWhoTheyAreDoesSoBesideTheFile() {
        Browser admin = as(demo.admin);
        assertThat(admin.get(BRANCHES).body()).doesNotContain("confirmation.motDePasse");
        demo.connexions.secondFacteur.add(demo.admin.identifiant());
        assertThat(admin.get(BRANCHES).body()).contains("confirmation.motDePasse", "confirmation.code");

        Browser.Page unproved = admin.postFile(BRANCHES + "/depot", "fichier", "x.zip", file("essai"));
        assertThat(unproved.text()).contains("Confirmez qui vous êtes", "n’a pas été gardé");
        assertThat(demo.depots.dropped).isEmpty();

        admin.get(BRANCHES);
        admin.postFile(
                BRANCHES + "/depot",
                "fichier",
                "x.zip",
                file("essai"),
                "confirmation.motDePasse",
                MemoryConnexions.PASSWORD,
                "confirmation.code",
                MemoryConnexions.CODE);
        assertThat(demo.depots.dropped).containsExactly("essai");
    }

    @Test
    void aBranchIsTakenOutByTypingItsCodeAndPutBack() {
        Browser admin = as(demo.admin);
        String page = BRANCHES + "/" + Demo.MET;
        assertThat(admin.get(page).text()).contains("3 en MET-OMI", "3 dossiers ouverts restent lisibles");

        assertThat(admin.post(page + "/retrait", "confirmation", "autre").text())
                .contains("CHAMP_INVALIDE", "écrivez");
        assertThat(admin.post(page + "/retrait", "confirmation", Demo.MET).location())
                .isEqualTo(BRANCHES + "?fait=BRANCHE_RETIREE");
        assertThat(admin.get(BRANCHES).text()).contains("Gardés à part", "metallurgie.zip");
        assertThat(admin.post(BRANCHES + "/retires/0a1b2c3d").location()).isEqualTo(BRANCHES + "?fait=BRANCHE_REMISE");
        assertThat(admin.post(page + "/cas").text()).contains("Rien à redire");
    }
}
