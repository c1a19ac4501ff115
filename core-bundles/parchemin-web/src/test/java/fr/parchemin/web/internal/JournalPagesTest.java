package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Valeur;
import fr.parchemin.acte.Valeurs;
import fr.parchemin.journal.Verification;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalPagesTest extends PagesFixture {

    private void decided(Valeur motif) {
        demo.world.journal.add(new Acte(
                (long) demo.world.journal.size(),
                demo.world.clock.instant(),
                "jury-met",
                "jury/J-2026-00001",
                Demo.MET,
                demo.presentee.objet(),
                Acte.Nature.DECISION_PRISE,
                "Jury J-2026-00001 : refus",
                Valeurs.of("etat", "PRESENTEE"),
                new Valeurs(Map.of("issue", new Valeur.Claire("REFUS"))),
                motif,
                UUID.randomUUID()));
    }

    @Test
    void showsWhoDidWhatInWhoseNameAndWhatChanged() {
        decided(new Valeur.Masquee());

        String text = as(demo.admin).get("/administration/journal").text();

        assertThat(text).contains("Décision prise", "jury-met", "au nom de jury/J-2026-00001", "PRESENTEE", "REFUS");
        assertThat(text).contains("motif").contains("masqué");
    }

    @Test
    void saysWhatWasErased() {
        decided(new Valeur.Effacee());

        assertThat(as(demo.secretariat).get("/administration/journal").text()).contains("effacé", "REFUS");
    }

    @Test
    void isOfferedToAdministratorAndSecretariatAndClosedToOthers() {
        assertThat(as(demo.admin).get("/administration/comptes").body()).contains("href=\"/administration/journal\"");
        assertThat(as(demo.secretariat).get("/administration/comptes").body())
                .contains("href=\"/administration/journal\"");
        assertThat(as(demo.organisme).get("/").body()).doesNotContain("href=\"/administration");
        assertThat(as(demo.organisme).get("/administration/journal").status()).isEqualTo(403);
    }

    @Test
    void goesOnBehindTheLastLineWithTheSameFilters() {
        for (int i = 0; i < 60; i++) {
            decided(null);
        }

        Browser.Page first = as(demo.admin).get("/administration/journal?acteur=jury-met");

        assertThat(first.body()).contains("/administration/journal?acteur=jury-met&amp;avant=");
        assertThat(as(demo.admin).get("/administration/journal?acteur=personne").text())
                .contains("Aucune ligne ici");
        assertThat(as(demo.admin).get("/administration/journal?avant=x").status())
                .isEqualTo(422);
    }

    @Test
    void saysWhetherTheChainHoldsAndWhereItEnds() {
        Browser admin = as(demo.admin);
        Browser.Page page = admin.get("/administration/journal");

        Browser.Page sound = admin.post("/administration/journal/verification");
        assertThat(sound.text()).contains("Journal intact", ":" + "ab".repeat(32));

        demo.world.rupture =
                Optional.of(new Verification.Rupture(7, Verification.Nature.MANQUANTE, "la ligne 7 manque"));
        assertThat(admin.post("/administration/journal/verification").text())
                .contains("Journal rompu", "Ligne 7", "la ligne 7 manque");
        assertThat(as(demo.secretariat).get("/administration/journal").body()).doesNotContain("Vérifier la chaîne");
    }
}
