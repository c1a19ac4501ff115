package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.branche.Logo;
import fr.parchemin.parametre.Valeur;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ParametresPagesTest extends PagesFixture {

    private static final String BRANCHE = "/branches/metallurgie";
    private static final String PAGE = BRANCHE + "/parametres";
    private static final String MOTIF = "Vote du bureau du 2 mars";
    private static final byte[] DESSIN =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"9\"/></svg>"
                    .getBytes(StandardCharsets.UTF_8);

    private String today() {
        return demo.world.clock.instant().toString().substring(0, 10);
    }

    private String[] signataire(String qualite, String nom, String du, String motif) {
        return new String[] {"cle", "signataire", "qualite", qualite, "nom", nom, "du", du, "motif", motif};
    }

    private Browser secretariat() {
        Browser browser = as(demo.secretariat);
        browser.get(PAGE);
        return browser;
    }

    private static byte[] png() {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Browser.Page logo(Browser browser, String name, byte[] content) {
        return browser.postFile(PAGE, "fichier", name, content, "cle", "logo", "du", today(), "motif", MOTIF);
    }

    @Test
    void theSecretariatFindsThePageFromItsNavigationAndFromTheBranch() {
        Browser browser = as(demo.secretariat);
        assertThat(browser.get("/").body()).contains("href=\"/branches\"", "href=\"" + BRANCHE + "\"");
        assertThat(browser.get("/branches").body()).contains("href=\"" + PAGE + "\"");
        assertThat(browser.get(BRANCHE).body()).contains("href=\"" + PAGE + "\"");
    }

    @Test
    void whoKeepsOneBranchGoesStraightToIt() {
        Acteur only = demo.world.account("secretariat.met", "Odile Ferrand", Role.SECRETARIAT, Demo.MET);
        assertThat(as(only).get("/branches").location()).isEqualTo(PAGE);
    }

    @Test
    void saysWhatIsInForceAndThatTheDefinitionSaysIt() {
        assertThat(secretariat().get(PAGE).text())
                .contains("En vigueur aujourd’hui", "Signataire", "Contact", "Logo", "Définition de la branche")
                .contains("Aucun réglage n’a encore été décidé");
    }

    @Test
    void aSignatoryIsDecidedAndShownWithWhoWhenAndWhy() {
        Browser browser = secretariat();
        Browser.Page done = browser.follow(
                browser.post(PAGE, signataire("Présidente de la commission", "Ada Lointaine", today(), MOTIF)));

        assertThat(done.text())
                .contains("Le paramètre est enregistré")
                .contains("Présidente de la commission Ada Lointaine", "Réglage de secretariat")
                .contains(MOTIF, "en vigueur");
        assertThat(demo.world.journal).extracting(Acte::nature).contains(Acte.Nature.PARAMETRE_DECIDE);
    }

    @Test
    void anotherDayIsAskedForAndSaysWhatWillHold() {
        Browser browser = secretariat();
        browser.post(PAGE, signataire("Président par intérim", "Noé Prochain", "2027-01-01", MOTIF));

        String now = browser.get(PAGE).text();
        assertThat(now.substring(0, now.indexOf("Décider un réglage"))).doesNotContain("Noé Prochain");
        assertThat(now).contains("à venir");
        String then = browser.get(PAGE + "?le=2027-01-01").text();
        assertThat(then).contains("En vigueur le 1er janvier 2027");
        assertThat(then.substring(0, then.indexOf("Décider un réglage")))
                .contains("Noé Prochain", "à compter du 1er janvier 2027");
        Browser.Page wrong = browser.get(PAGE + "?le=demain");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"le-erreur\"", "value=\"demain\"");
    }

    @Test
    void aLaterSignatoryReplacesTheOneBefore() {
        Browser browser = secretariat();
        browser.post(PAGE, signataire("Présidente", "Ada Lointaine", today(), MOTIF));
        browser.post(PAGE, signataire("Président", "Noé Prochain", today(), MOTIF));

        assertThat(browser.get(PAGE).text()).contains("remplacée");
    }

    @Test
    void aContactAPriceAndALogoAreDecidedAndEverybodySeesThem() {
        Browser browser = secretariat();
        browser.post(
                PAGE,
                "cle",
                "contact",
                "courriel",
                "cpne@exemple.test",
                "telephone",
                "01 23 45 67 89",
                "du",
                today(),
                "motif",
                MOTIF);
        browser.post(
                PAGE,
                "cle",
                "tarif",
                "certification",
                "MET-OMI",
                "libelle",
                "Frais de dossier",
                "montant",
                "1 250,50 €",
                "unite",
                "PARCOURS",
                "du",
                today(),
                "motif",
                MOTIF);
        assertThat(logo(browser, "logo.svg", DESSIN).status()).isEqualTo(303);

        assertThat(demo.parametres.entrees)
                .extracting(e -> e.valeur())
                .contains(new Valeur.Contact("cpne@exemple.test", "01 23 45 67 89", null, null))
                .anySatisfy(v -> assertThat(v)
                        .isInstanceOfSatisfying(Valeur.Tarif.class, tarif -> assertThat(tarif.montant())
                                .isEqualByComparingTo(new BigDecimal("1250.50"))))
                .contains(new Valeur.Logo(Logo.address("logo.svg", DESSIN)));
        assertThat(browser.get(PAGE).text()).contains("Frais de dossier", "1 250,50 € par parcours");
        Browser.Page branche = anonymous().get(BRANCHE);
        assertThat(branche.body()).contains(Logo.address("logo.svg", DESSIN), "alt=\"Logo de la branche Métallurgie\"");
        assertThat(branche.text()).contains("cpne@exemple.test", "01 23 45 67 89");
    }

    @Test
    void eachRefusalStandsBesideItsFieldWithWhatWasTyped() {
        Browser browser = secretariat();
        Browser.Page missing = browser.post(PAGE, signataire("", "Ada Lointaine", "", ""));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.text()).contains("3 champs sont à corriger : premier jour, motif, qualité.");
        assertThat(missing.body())
                .contains("id=\"signataire-qualite-erreur\"", "id=\"signataire-du-erreur\"")
                .contains("id=\"signataire-motif-erreur\"", "value=\"Ada Lointaine\"");

        Browser.Page phone = browser.post(
                PAGE,
                "cle",
                "contact",
                "telephone",
                "appelez-nous",
                "courriel",
                "a@b.test",
                "du",
                today(),
                "motif",
                MOTIF);
        assertThat(phone.status()).isEqualTo(422);
        assertThat(phone.body()).contains("id=\"contact-telephone-erreur\"", "value=\"appelez-nous\"", MOTIF);
        assertThat(phone.text()).contains("Le champ « Téléphone » n’est pas recevable : des chiffres");

        Browser.Page date = browser.post(
                PAGE, "cle", "contact", "courriel", "a@b.test", "du", "2026-05-02", "au", "2026-05-01", "motif", MOTIF);
        assertThat(date.body()).contains("id=\"contact-au-erreur\"");

        Browser.Page amount = browser.post(
                PAGE, "cle", "tarif", "libelle", "Frais", "montant", "cher", "unite", "BLOC", "du", today(), "motif",
                MOTIF);
        assertThat(amount.body()).contains("id=\"tarif-montant-erreur\"", "value=\"cher\"");
        assertThat(browser.post(
                                PAGE,
                                "cle",
                                "tarif",
                                "libelle",
                                "Frais",
                                "montant",
                                "100000,01",
                                "unite",
                                "BLOC",
                                "du",
                                today(),
                                "motif",
                                MOTIF)
                        .body())
                .contains("id=\"tarif-montant-erreur\"");
        assertThat(browser.post(
                                PAGE,
                                "cle",
                                "tarif",
                                "certification",
                                "RIEN",
                                "libelle",
                                "Frais",
                                "montant",
                                "10",
                                "unite",
                                "BLOC",
                                "du",
                                today(),
                                "motif",
                                MOTIF)
                        .body())
                .contains("id=\"tarif-certification-erreur\"");
        assertThat(demo.parametres.entrees).isEmpty();
    }

    @Test
    void whatIsNoParameterIsRefused() {
        Browser.Page page = secretariat().post(PAGE, "cle", "jury", "du", today(), "motif", MOTIF);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("publiez une nouvelle version");
    }

    @Test
    void aLogoIsHeldToItsSizeAndToWhatItReallyIs() {
        Browser browser = secretariat();
        assertThat(logo(browser, "logo.png", png()).status()).isEqualTo(303);
        demo.parametres.entrees.clear();

        Browser.Page heavy = logo(browser, "logo.svg", new byte[Logo.OCTETS_MAXIMUM + 1]);
        assertThat(heavy.status()).isEqualTo(422);
        assertThat(heavy.body()).contains("id=\"logo-fichier-erreur\"", MOTIF);
        assertThat(heavy.text()).contains("le logo dépasse 64 Ko", "Le fichier est à choisir de nouveau");
        assertThat(logo(browser, "logo.png", DESSIN).text()).contains("le logo n’est pas une image PNG");
        assertThat(logo(browser, "logo.svg", png()).text()).contains("le logo n’est pas une image SVG");
        assertThat(logo(browser, "logo.html", DESSIN).text()).contains("un logo est un fichier .svg ou .png");
        assertThat(logo(
                                browser,
                                "logo.svg",
                                new String(DESSIN, StandardCharsets.UTF_8)
                                        .replace("<rect", "<script>1</script><rect")
                                        .getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("id=\"logo-fichier-erreur\"")
                .doesNotContain("<script>1");
        assertThat(browser.post(PAGE, "cle", "logo", "du", today(), "motif", MOTIF)
                        .text())
                .contains("Choisissez un fichier.");
        assertThat(demo.parametres.entrees).isEmpty();
    }

    @Test
    void aFileBeyondAllMeasureIsNotRead() {
        Browser.Page page = logo(secretariat(), "logo.svg", new byte[FrontServlet.LARGEST_FORM + 1]);
        assertThat(page.status()).isEqualTo(400);
        assertThat(demo.parametres.entrees).isEmpty();
    }

    @Test
    void noOtherFormTakesAFile() {
        Browser browser = secretariat();
        Browser.Page page = browser.postFile("/jurys/nouveau", "fichier", "a.svg", DESSIN);
        assertThat(page.status()).isEqualTo(400);
        assertThat(anonymous()
                        .postFile("/connexion", "fichier", "a.svg", DESSIN)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anEntryIsCancelledWithAReasonAndWhatItReplacedComesBack() {
        Browser browser = secretariat();
        browser.post(PAGE, signataire("Présidente", "Ada Lointaine", today(), MOTIF));
        UUID id = demo.parametres.entrees.get(0).id();
        String cancellation = PAGE + "/" + id + "/annulation";

        Browser.Page without = browser.post(cancellation, "motif", " ");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body()).contains("id=\"annulation-" + id + "-erreur\"");

        Browser.Page done = browser.follow(browser.post(cancellation, "motif", "Élection annulée"));
        assertThat(done.text())
                .contains("Le paramètre est annulé", "annulée", "par secretariat", "Élection annulée")
                .contains("Définition de la branche");
        assertThat(done.body()).doesNotContain("Annuler ce réglage");

        Browser.Page again = browser.post(cancellation, "motif", "Encore");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("Ce réglage a déjà été annulé");
        assertThat(browser.post(PAGE + "/" + UUID.randomUUID() + "/annulation", "motif", "Rien")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theCertificateurReadsAndDoesNotDecide() {
        Browser browser = as(demo.certificateur);
        Browser.Page page = browser.get(PAGE);
        assertThat(page.text()).contains("En vigueur aujourd’hui", "Historique");
        assertThat(page.body()).doesNotContain("name=\"cle\"");
        assertThat(browser.post(PAGE, signataire("Présidente", "Ada", today(), MOTIF))
                        .status())
                .isEqualTo(403);
        assertThat(demo.parametres.entrees).isEmpty();
    }

    @Test
    void theOthersAreKeptOut() {
        for (Acteur other : new Acteur[] {demo.jury, demo.evaluateur1, demo.organisme, demo.admin}) {
            Browser browser = as(other);
            assertThat(browser.get(PAGE).status()).as(other.nom()).isEqualTo(403);
            assertThat(browser.get("/").body()).as(other.nom()).doesNotContain("href=\"/branches\"");
            assertThat(browser.get(BRANCHE).body()).as(other.nom()).doesNotContain(PAGE);
        }
        assertThat(as(demo.secretariat).get("/branches/inconnue/parametres").status())
                .isEqualTo(404);
        assertThat(anonymous().get("/branches/inconnue").status()).isEqualTo(404);
    }

    @Test
    void aCertificateDeliveredBeforeALogoDoesNotBearIt() {
        Browser browser = secretariat();
        logo(browser, "logo.svg", DESSIN);
        demo.world.clock.advance(Duration.ofDays(1));
        String address = Logo.address("logo.svg", DESSIN);
        String before = "/certificats/" + demo.certificat.numero();
        assertThat(as(demo.certificateur).get(before).body()).doesNotContain(address);
    }
}
