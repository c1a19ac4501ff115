package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.Typographie;
import fr.parchemin.branche.EtatBranche;
import fr.parchemin.branche.Financement;
import fr.parchemin.parametre.Entree;
import fr.parchemin.parametre.Valeur;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CataloguePagesTest extends PagesFixture {
    private static final Pattern SEEN = Pattern.compile("name=\"vu\" value=\"([^\"]+)\"");

    @Test
    void theCatalogueShowsTheBranchesWithTheirStateAndCertifications() {
        demo.disturb();
        Browser.Page page = anonymous().get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Métallurgie Active")
                .contains("Opérateur(trice) en maintenance industrielle")
                .contains("Sécurité privée Active")
                .contains("Absente depuis le 1er avril 2026")
                .contains("En erreur")
                .contains("le seuil 120 dépasse le barème de 100 ; ramenez-le dans le barème")
                .contains("referentiels/pro-ams-1.0.0.yaml, ligne 84, blocs[2].epreuves[0].seuil")
                .contains("2 branches actives, 1 en erreur, 1 absente · 3 certifications");
    }

    @Test
    void aSearchKeepsWhatHoldsEachWord() {
        assertThat(anonymous().get("/?texte=securite+agent").text())
                .contains("1 certification correspond.")
                .contains("Agent de prévention et de sécurité")
                .doesNotContain("Métallurgie Active");
        assertThat(anonymous().get("/?texte=boulanger").text())
                .contains("Aucune certification ne correspond à « boulanger »");
    }

    @Test
    void anOpenPageIsToldNothingUntilABranchChanges() {
        Browser browser = anonymous();
        String seen = seen(browser.get("/"));
        assertThat(browser.get("/catalogue/fragment?vu=" + seen).status()).isEqualTo(204);

        demo.catalogue.put(Demo.SEC, new EtatBranche.Absente(demo.world.clock.instant()));
        Browser.Page changed = browser.get("/catalogue/fragment?vu=" + seen);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text()).contains("Absente depuis le").doesNotContain("<html");
        assertThat(changed.body()).contains("hx-swap-oob").contains("/branches.css");
        assertThat(browser.get("/catalogue/fragment?vu=" + seen(changed)).status())
                .isEqualTo(204);
    }

    @Test
    void anotherSearchIsAnotherPageToSee() {
        Browser browser = anonymous();
        String seen = seen(browser.get("/"));
        assertThat(browser.get("/catalogue/fragment?texte=agent&vu=" + seen).status())
                .isEqualTo(200);
    }

    @Test
    void aCertificationIsLaidOutWithItsRulesInWordsAndItsProvenance() {
        Browser.Page page = anonymous().get("/certifications/metallurgie/MET-OMI");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Certificat de qualification paritaire de la métallurgie (CQPM)")
                .contains("MQ 1989 0021")
                .contains("Validation des acquis de l’expérience (VAE)")
                .contains("Établir un pré-diagnostic de panne")
                .contains("Les symptômes sont recueillis auprès de l’opérateur")
                .contains("se passe à la place de OMI-B1-A")
                .contains("Chaque compétence du bloc est acquise.")
                .contains("Le certificat suppose la validation de tous les blocs (2 sur 2).")
                .contains("La présidence alterne entre les collèges")
                .contains("Un membre siège sans voter s’il appartient à l’entreprise du candidat.")
                .contains("Aucun effet par elle-même (art. 62.5)")
                .contains("hypothèse")
                .contains(demo.delivree.empreinte().substring(0, 8))
                .doesNotContain("Ouvrir une candidature");
    }

    @Test
    void aCertificationSaysWhatItIsWorthElsewhereAndWhatItCosts() {
        assertThat(anonymous().get("/certifications/metallurgie/MET-OMI").text())
                .contains("Équivalences et passerelles")
                .contains(
                        "La certification CQPI-OMI (branche interbranches) permet de faire valoir, sous conditions, le bloc OMI-B1 de la certification MET-OMI (branche metallurgie).")
                .contains("Décision du jury de la branche, au vu du certificat.")
                .contains("L’autre certification n’est pas sur cette plateforme pour l’instant")
                .contains("Prise en charge (OPCO 2i) — Période de reconversion : frais pédagogiques : 9,15 € par heure")
                .contains("Coût habituel — Évaluation et jury : montant à préciser par la branche.")
                .contains("Acquis de l’expérience par la voie de la branche, hors VAE de la loi.")
                .contains("Notification de décision, signé par Le président du jury.")
                .contains("Modalités d’évaluation Mise en situation réelle Mise en situation reconstituée");
        assertThat(anonymous().get("/certifications/metallurgie/MET-TSA").text())
                .contains(
                        "Options techniques : Marque de robot, Vision industrielle et Supervision ; autant que l’on veut.")
                .contains("Marque de robot — option obtenue après le certificat.")
                .contains("Figure sur une attestation annexe.");
    }

    @Test
    void aCertificationSaysWhatIsAskedToPractise() {
        assertThat(anonymous().get("/certifications/securite-privee/APS").text())
                .contains(
                        "Agrément de la certification par le ministre de l’intérieur (Ministre de l’intérieur) : obtenu.")
                .contains("Sans lui, aucun dossier ne s’ouvre.")
                .contains("À déclarer (CNAPS, au moins 35 jours avant)")
                .contains("12 candidats au plus par formateur ou par session, et 2 de plus en rattrapage.")
                .contains(
                        "Épreuve théorique conçue par le CNAPS, épreuve de l’autorité : CNAPS — pas encore appliquée.")
                .contains("Pour exercer, il faut en plus : Carte professionnelle, délivré par CNAPS, valable 5 ans.")
                .contains("Pour l’obtenir : le certificat et l’enquête administrative de moralité.")
                .contains("Renouvellement à demander au moins 3 mois avant l’échéance.")
                .contains("certification liée, enregistrée à part au répertoire spécifique")
                .contains("Titre d’exercice en cours : Carte professionnelle.")
                .contains("Code au répertoire spécifique : à saisir par la branche.");
    }

    @Test
    void aCertificationInPointsSaysItsThresholds() {
        assertThat(anonymous().get("/certifications/securite-privee/APS").text())
                .contains("Autorisation préalable d’entrée en formation du CNAPS")
                .contains("au moins 12 sur 20")
                .contains("Au moins une de ces conditions est réunie :")
                .contains("Le certificateur valide la composition avant que le jury siège.")
                .contains("Chaque membre justifie d’au moins 2 ans de pratique du métier.")
                .contains("Donne accès à un emploi-repère");
    }

    @Test
    void whoMayOpenAFileIsOfferedTo() {
        assertThat(as(demo.secretariat)
                        .get("/certifications/metallurgie/MET-OMI")
                        .text())
                .contains("Ouvrir une candidature");
        assertThat(as(demo.evaluateur1)
                        .get("/certifications/metallurgie/MET-OMI")
                        .text())
                .doesNotContain("Ouvrir une candidature");
    }

    @Test
    void whatIsNotInTheCatalogueIsNotFound() {
        assertThat(anonymous().get("/certifications/plomberie/X").status()).isEqualTo(404);
        assertThat(anonymous().get("/certifications/metallurgie/X").status()).isEqualTo(404);
        assertThat(anonymous()
                        .get("/certifications/metallurgie/MET-OMI?version=9.9.9")
                        .status())
                .isEqualTo(404);
    }

    private static String seen(Browser.Page page) {
        Matcher found = SEEN.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private void decided(Valeur valeur, LocalDate du, LocalDate au) {
        demo.parametres.entrees.add(new Entree(
                UUID.randomUUID(),
                Demo.MET,
                valeur,
                du,
                au,
                "secretariat",
                demo.world.clock.instant(),
                "Élection du bureau",
                Optional.empty()));
    }

    @Test
    void aCertificationShowsTheContactAndThePricesInForceWithTheirDates() {
        LocalDate today = LocalDate.now(demo.world.clock);
        decided(new Valeur.Contact("nouveau@exemple.test", null, null, null), today, null);
        decided(
                new Valeur.Tarif(null, "Frais de jury", new BigDecimal("152.50"), Financement.Unite.SESSION),
                today,
                today.plusDays(9));
        decided(
                new Valeur.Tarif(null, "Frais à venir", new BigDecimal("999"), Financement.Unite.SESSION),
                today.plusDays(1),
                null);

        assertThat(anonymous().get("/certifications/" + Demo.MET + "/MET-OMI").text())
                .contains("nouveau@exemple.test")
                .containsPattern("Frais de jury : 152,50 € par session, .*" + Typographie.jour(today.plusDays(9)))
                .doesNotContain("Frais à venir");
    }
}
