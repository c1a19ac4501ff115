package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.referentiel.DefinitionJson;
import fr.parchemin.referentiel.Referentiel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CandidaturePagesTest extends PagesFixture {
    private static final String NEW = "/candidatures/nouvelle";

    private static String path(Candidature candidature) {
        return "/candidatures/" + candidature.id();
    }

    @Test
    void anApplicationIsSubmittedAndAnnounced() {
        Browser browser = as(demo.organisme);
        assertThat(browser.get(NEW).text()).contains("Métallurgie").doesNotContain("Sécurité privée");
        Browser.Page form = browser.get(NEW + "?branche=metallurgie&certification=MET-OMI");
        assertThat(form.text()).contains("Candidat libre").contains("Nom de naissance");

        Browser.Page sent = browser.post(
                NEW,
                "branche",
                "metallurgie",
                "certification",
                "MET-OMI",
                "voie",
                "VAE",
                "nomNaissance",
                "Étienne-Dubois",
                "prenoms",
                "Zoé",
                "sexe",
                "F",
                "dateNaissance",
                "1992-02-29",
                "lieuNaissance",
                "Amiens",
                "formateurs",
                "Régine Aubry\r\nLoïc Payen");

        Browser.Page file = browser.follow(sent);
        assertThat(file.text())
                .contains("La candidature est déposée.")
                .contains("Zoé ÉTIENNE-DUBOIS")
                .contains("29 février 1992, Amiens")
                .contains("Régine Aubry, Loïc Payen")
                .contains("Candidature déposée");
    }

    @Test
    void everythingWrongWithAFormIsSaidAtOnceAndNothingIsLost() {
        Browser browser = as(demo.secretariat);
        browser.get(NEW + "?branche=metallurgie&certification=MET-OMI");
        Browser.Page page = browser.post(
                NEW,
                "branche",
                "metallurgie",
                "certification",
                "MET-OMI",
                "voie",
                "FORMATION",
                "nomNaissance",
                "Garde-moi",
                "dateNaissance",
                "31/12/1990",
                "organismeSiret",
                "123");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("CHAMP_INVALIDE")
                .contains("5 champs sont à corriger")
                .contains("Ce n’est pas une date");
        assertThat(page.body())
                .contains("value=\"Garde-moi\"")
                .contains("value=\"31/12/1990\"")
                .containsPattern("value=\"FORMATION\" checked");
    }

    @Test
    void aRefusalOfTheCoreIsShownWithItsCode() {
        Browser browser = as(demo.secretariat);
        browser.get(NEW + "?branche=metallurgie&certification=MET-OMI");
        Browser.Page page = browser.post(
                NEW,
                "branche",
                "metallurgie",
                "certification",
                "MET-OMI",
                "voie",
                "FORMATION",
                "nomNaissance",
                "Futur",
                "prenoms",
                "Ana",
                "sexe",
                "F",
                "dateNaissance",
                "2090-01-01",
                "lieuNaissance",
                "Lens");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("CHAMP_INVALIDE").contains("la date est dans le futur");
        assertThat(page.body()).contains("value=\"Futur\"");
    }

    @Test
    void theFileShowsWhereItStandsAndWhatComesNext() {
        assertThat(as(demo.secretariat).get(path(demo.deposee)).text())
                .contains("Le dossier attend la vérification des prérequis obligatoires.")
                .contains("Avoir 18 ans révolus")
                .contains("Satisfait")
                .contains("Enregistrer le constat")
                .doesNotContain("Désigner les évaluateurs");
        assertThat(as(demo.secretariat).get(path(demo.recevable)).text())
                .contains("Le dossier attend la désignation de ses évaluateurs.")
                .contains("Désigner les évaluateurs")
                .contains("Yves Martinet");
    }

    @Test
    void aPrerequisiteIsEstablishedOrRefusedWithItsReason() {
        Browser browser = as(demo.secretariat);
        browser.get(path(demo.deposee));
        Browser.Page wrong = browser.post(
                path(demo.deposee) + "/prerequis/CNAPS", "satisfait", "oui", "numero", "12", "delivreLe", "2026-03-01");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("PREREQUIS_INVALIDE");
        assertThat(wrong.body()).contains("value=\"12\"").contains("value=\"2026-03-01\"");

        Browser.Page right = browser.post(
                path(demo.deposee) + "/prerequis/CNAPS",
                "satisfait",
                "oui",
                "numero",
                "PRE-059-2031-04-12-20260412345",
                "delivreLe",
                "2026-03-01");
        assertThat(browser.follow(right).text())
                .contains("Le constat est enregistré.")
                .contains("n° PRE-059-2031-04-12-20260412345")
                .contains("valable jusqu’au 01/09/2026");
    }

    @Test
    void aFindingNeedsAnAnswer() {
        Browser browser = as(demo.secretariat);
        browser.get(path(demo.deposee));
        Browser.Page page = browser.post(path(demo.deposee) + "/prerequis/CNAPS", "numero", "PRE-1");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Un champ est à corriger : constat.");
    }

    @Test
    void evaluateursAreDesignatedByName() {
        Browser browser = as(demo.secretariat);
        browser.get(path(demo.recevable));
        Browser.Page one = browser.post(path(demo.recevable) + "/evaluateurs", "evaluateur", "eval.martin");
        assertThat(one.status()).isEqualTo(422);
        assertThat(one.text()).contains("EVALUATEURS_INSUFFISANTS");
        assertThat(one.body()).containsPattern("value=\"eval.martin\" checked");

        Browser.Page two = browser.post(
                path(demo.recevable) + "/evaluateurs", "evaluateur", "eval.martin", "evaluateur", "eval.sow");
        assertThat(browser.follow(two).text()).contains("Les évaluateurs sont désignés.");
        assertThat(demo.now(demo.recevable).evaluateurs()).isEqualTo(Set.of("eval.martin", "eval.sow"));
    }

    @Test
    void theMarksOfEachEvaluateurStandSideBySide() {
        assertThat(as(demo.evaluateur1).get(path(demo.enEvaluation)).text())
                .contains("avis divergents")
                .contains("eval.martin")
                .contains("eval.sow")
                .contains("Non acquis")
                .contains("Travail soigné, mais un point reste à reprendre.")
                .contains("Corriger ma grille")
                .contains("Noter");
        assertThat(as(demo.secretariat).get(path(demo.enEvaluation)).text()).doesNotContain("Corriger ma grille");
    }

    @Test
    void aDesignatedEvaluateurFillsTheGrid() {
        Browser browser = as(demo.evaluateur1);
        String epreuve = path(demo.enEvaluation) + "/epreuves/OMI-B2-A1";
        assertThat(browser.get(epreuve).text())
                .contains("La gamme est suivie dans l’ordre")
                .contains("Non observé");

        Browser.Page partial = browser.post(epreuve, "presence", "PRESENT", "note.C2.1-a", "ACQUIS");
        assertThat(partial.status()).isEqualTo(422);
        assertThat(partial.text()).contains("NOTE_MANQUANTE");
        assertThat(partial.body()).containsPattern("name=\"note.C2.1-a\" value=\"ACQUIS\" checked");

        Browser.Page whole = browser.post(
                epreuve,
                "presence",
                "PRESENT",
                "note.C2.1-a",
                "ACQUIS",
                "note.C2.1-b",
                "NON_ACQUIS",
                "note.C2.1-c",
                "ACQUIS",
                "observation",
                "Deux points non tracés");
        assertThat(browser.follow(whole).text()).contains("La grille est enregistrée.");
        assertThat(saisie(demo.enEvaluation, "OMI-B2-A1", "eval.martin").notes())
                .hasSize(3);
    }

    @Test
    void pointsMayBeTypedWithAComma() {
        Browser browser = as(demo.evaluateur2);
        String epreuve = path(demo.gardiennage) + "/epreuves/APS-BC3-MSP";
        assertThat(browser.get(epreuve).body()).contains("type=\"number\"").contains("max=\"5\"");

        Browser.Page above = browser.post(
                epreuve,
                "presence",
                "PRESENT",
                "note.C3.1-m",
                "7",
                "note.C3.1-d",
                "ACQUIS",
                "note.C3.2-m",
                "4",
                "note.C3.3-m",
                "4",
                "note.C3.4-m",
                "4");
        assertThat(above.status()).isEqualTo(422);
        assertThat(above.text()).contains("NOTE_HORS_ECHELLE");

        Browser.Page right = browser.post(
                epreuve,
                "presence",
                "PRESENT",
                "note.C3.1-m",
                "3,25",
                "note.C3.1-d",
                "ACQUIS",
                "note.C3.2-m",
                "4",
                "note.C3.3-m",
                "4",
                "note.C3.4-m",
                "4.5");
        assertThat(browser.follow(right).text()).contains("15,75").contains("3,25");
    }

    /** The first criterion of an épreuve in levels, and the épreuve sat up to twice. */
    private static Referentiel withLevels(Referentiel referentiel) {
        JsonNode tree = DefinitionJson.tree(referentiel);
        for (JsonNode bloc : tree.path("blocs")) {
            bloc.path("competences").forEach(c -> c.path("criteres").forEach(critere -> {
                if (critere.path("code").asText().equals("C2.1-a")) {
                    ((ObjectNode) critere).put("echelle", "NIVEAUX").put("acquisA", "B");
                    ArrayNode levels = ((ObjectNode) critere).putArray("niveaux");
                    levels.addObject().put("code", "C").put("libelle", "Fragile");
                    levels.addObject().put("code", "B").put("libelle", "Satisfaisant");
                }
            }));
            bloc.path("epreuves").forEach(epreuve -> {
                if (epreuve.path("code").asText().equals("OMI-B2-A1")) {
                    ((ObjectNode) epreuve)
                            .putObject("passages")
                            .put("maximum", 2)
                            .put("retenu", "DERNIER");
                }
            });
        }
        return DefinitionJson.read(tree, Referentiel.class);
    }

    @Test
    void aLevelIsChosenAmongThoseOfTheScaleAndAPassageIsKeptBesideTheOther() {
        demo.world.rewritten = CandidaturePagesTest::withLevels;
        Browser browser = as(demo.evaluateur1);
        String epreuve = path(demo.enEvaluation) + "/epreuves/OMI-B2-A1";
        assertThat(browser.get(epreuve).text()).contains("B, Satisfaisant", "Acquis à partir de B", "Passage");

        browser.follow(mark(browser, epreuve, "1", "C"));
        assertThat(browser.get(epreuve).body()).containsPattern("name=\"note.C2.1-a\" value=\"C\" checked");
        assertThat(mark(browser, epreuve, "3", "B").text()).contains("PASSAGE_HORS_LIMITE");
        assertThat(mark(browser, epreuve, "2", "A").text()).contains("NOTE_HORS_ECHELLE");
        Browser.Page file = browser.follow(mark(browser, epreuve, "2", "B"));

        assertThat(file.text()).contains("passage 1", "passage 2");
        assertThat(demo.world.saisies(demo.enEvaluation.id()))
                .filteredOn(s -> s.epreuve().equals("OMI-B2-A1"))
                .extracting(s -> s.passage() + " " + s.notes().get("C2.1-a"))
                .containsExactlyInAnyOrder("1 C", "2 B");
    }

    private static Browser.Page mark(Browser browser, String epreuve, String passage, String level) {
        return browser.post(
                epreuve,
                "presence",
                "PRESENT",
                "passage",
                passage,
                "note.C2.1-a",
                level,
                "note.C2.1-b",
                "ACQUIS",
                "note.C2.1-c",
                "ACQUIS");
    }

    @Test
    void anAbsenceTakesNoMarks() {
        Browser browser = as(demo.evaluateur1);
        String epreuve = path(demo.enEvaluation) + "/epreuves/OMI-B2-A2";
        browser.get(epreuve);
        browser.follow(browser.post(epreuve, "presence", "ABSENT", "note.C2.2-a", "ACQUIS"));
        assertThat(saisie(demo.enEvaluation, "OMI-B2-A2", "eval.martin").notes())
                .isEmpty();
    }

    @Test
    void whoIsNotDesignatedReadsTheGridWithoutAForm() {
        assertThat(as(demo.secretariat)
                        .get(path(demo.enEvaluation) + "/epreuves/OMI-B1-A")
                        .text())
                .contains("Vous lisez cette grille sans pouvoir la remplir")
                .doesNotContain("Enregistrer ma grille");
        assertThat(as(demo.evaluateur1)
                        .get(path(demo.enEvaluation) + "/epreuves/AILLEURS")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theProposalIsExplainedLineByLine() {
        assertThat(as(demo.secretariat).get(path(demo.presentee)).text())
                .contains("À trancher par le jury")
                .contains("les évaluateurs divergent sur C1.3-b")
                .contains("Toutes les compétences acquises : 3 sur 3")
                .contains("Des blocs au certificat");
    }

    @Test
    void theCertificateIsAnActOfTheCertificateurAlone() {
        assertThat(as(demo.secretariat).get(path(demo.decidee)).text()).doesNotContain("Délivrer le certificat");
        Browser browser = as(demo.certificateur);
        assertThat(browser.get(path(demo.decidee)).text()).contains("Délivrer le certificat");
        assertThat(browser.post(path(demo.decidee) + "/delivrance", "lieu", " ").status())
                .isEqualTo(422);

        Browser.Page file = browser.follow(browser.post(path(demo.decidee) + "/delivrance", "lieu", "Lille"));

        assertThat(file.text())
                .contains("Le certificat est délivré.")
                .contains("Certificat MET-2026-000002")
                .contains("Le relevé de blocs (PDF)");
        Browser.Page pdf = browser.get("/certificats/MET-2026-000002/certificat.pdf");
        assertThat(pdf.header("Content-Type")).contains("application/pdf");
        assertThat(pdf.header("Content-Disposition")).contains("inline; filename=\"certificat-MET-2026-000002.pdf\"");
        assertThat(pdf.header("Cache-Control")).contains("no-store");
    }

    @Test
    void aPartialValidationHasItsOwnReleve() {
        Browser browser = as(demo.secretariat);
        assertThat(browser.get(path(demo.partielle)).text())
                .contains("Validation partielle")
                .contains("La gamme n’est pas tracée jusqu’au bout.")
                .contains("Le relevé de blocs (PDF)");
        assertThat(browser.get(path(demo.partielle) + "/releve.pdf").status()).isEqualTo(200);
    }

    @Test
    void theEffectOnTheClassificationIsShownWithItsArticle() {
        Browser browser = as(demo.secretariat);
        String certificat = "/certificats/" + demo.certificat.numero();
        assertThat(browser.get(certificat).text())
                .contains("Aucun effet par elle-même")
                .contains("art. 62.5");
        assertThat(browser.get(certificat + "?le=2026-05-01&niveauExige=5").text())
                .contains("l’emploi est classé au moins C6");
        assertThat(browser.get(certificat + "?le=demain").status()).isEqualTo(422);
    }

    private Saisie saisie(Candidature candidature, String epreuve, String evaluateur) {
        UUID id = candidature.id();
        List<Saisie> found = new ArrayList<>(demo.world.saisies(id));
        found.removeIf(s -> !s.epreuve().equals(epreuve) || !s.evaluateur().equals(evaluateur));
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
