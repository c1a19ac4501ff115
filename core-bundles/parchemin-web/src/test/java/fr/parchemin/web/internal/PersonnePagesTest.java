package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.mention.MentionsPossibles;
import fr.parchemin.personne.MonParcours.Question;
import fr.parchemin.personne.TitreAilleurs;
import fr.parchemin.referentiel.Mention;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PersonnePagesTest extends PagesFixture {

    /** The account of a person: the candidate of these files. */
    private Acteur person(Candidature... files) {
        Acteur person = new Acteur(
                "anais",
                "Anaïs Lemoine",
                Arrays.stream(files)
                        .map(f -> new Habilitation(Role.CANDIDAT, new Portee.DeDossier(f.branche(), f.id())))
                        .collect(Collectors.toSet()));
        demo.world.accounts.put(person.identifiant(), person);
        return person;
    }

    private Candidature alike() {
        return demo.candidate("LEMOINE", "Anaïs", Candidat.Sexe.F, "1994-05-17", "Valenciennes");
    }

    private static String alike(Candidature file) {
        return "/candidatures/" + file.id() + "/ressemblances";
    }

    @Test
    void aCandidateSeesWhereTheyStandAndTheirPapers() {
        String page = as(person(demo.delivree, demo.enEvaluation))
                .get("/mon-parcours")
                .text();
        assertThat(page)
                .contains(
                        demo.now(demo.delivree).numero(),
                        demo.now(demo.enEvaluation).numero())
                .contains("Votre certificat est délivré", "Le certificat (PDF)", "Le relevé de blocs (PDF)")
                .contains("Vous passez vos épreuves")
                .contains("Vous ne partagez rien.")
                .doesNotContain("KOWALSKI");
    }

    @Test
    void theNavigationLeadsThereWhoIsACandidateAndNobodyElse() {
        assertThat(as(person(demo.delivree)).get("/").text()).contains("Mon parcours");
        assertThat(as(demo.secretariat).get("/").text()).doesNotContain("Mon parcours");
        assertThat(as(demo.secretariat).get("/mon-parcours").status()).isEqualTo(403);
    }

    @Test
    void aTitleIsSharedAndTakenBack() {
        Browser browser = as(person(demo.delivree));
        browser.get("/mon-parcours");
        Browser.Page shared = browser.follow(browser.post(
                "/mon-parcours/partages",
                "titre",
                demo.delivree.id() + ":" + demo.certificat.numero(),
                "branche",
                Demo.SEC));
        assertThat(shared.text())
                .contains("C’est partagé", "Le certificat n° " + demo.certificat.numero(), "sans limite");

        Browser.Page withdrawn = browser.follow(browser.post(
                "/mon-parcours/partages/" + demo.personnes.partages.get(0).id() + "/retrait",
                "dossier",
                demo.delivree.id().toString()));
        assertThat(withdrawn.text()).contains("Vous ne partagez rien.", "Ce que j’ai partagé auparavant", "retiré le");
    }

    @Test
    void aShareWithoutABranchOrInThePastIsRefusedBesideTheField() {
        Browser browser = as(person(demo.delivree));
        browser.get("/mon-parcours");
        Browser.Page none = browser.post(
                "/mon-parcours/partages", "titre", demo.delivree.id().toString());
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).contains("Un champ est à corriger : branche.");
        Browser.Page past = browser.post(
                "/mon-parcours/partages",
                "titre",
                demo.delivree.id().toString(),
                "branche",
                Demo.SEC,
                "jusquAu",
                "2020-01-01");
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.text()).contains("ce jour est déjà passé");
        assertThat(demo.personnes.partages).isEmpty();
    }

    @Test
    void aPersonSaysWhetherTwoInscriptionsAreTheirs() {
        demo.personnes.question =
                Optional.of(new Question("question1", demo.now(demo.gardiennage), demo.now(demo.delivree)));
        Browser browser = as(person(demo.delivree, demo.gardiennage));
        assertThat(browser.get("/mon-parcours").text())
                .contains(
                        "Ces deux inscriptions sont-elles les vôtres",
                        demo.now(demo.gardiennage).numero());
        assertThat(browser.post("/mon-parcours/questions/autre", "reponse", "oui")
                        .status())
                .isEqualTo(404);
        Browser.Page answered = browser.follow(browser.post("/mon-parcours/questions/question1", "reponse", "non"));
        assertThat(answered.text()).contains("les deux inscriptions restent à part");
        assertThat(demo.personnes.answer).contains(false);
    }

    @Test
    void whoGotTheQuestionByMailAnswersWithoutAnAccount() {
        Browser browser = anonymous();
        assertThat(browser.get("/rattachement/" + MemoryPersonnes.JETON).text())
                .contains("Cette inscription est-elle de vous", "Oui, c’est la mienne");
        assertThat(browser.post("/rattachement/" + MemoryPersonnes.JETON).text())
                .contains("Vos inscriptions sont réunies");

        // To look at a link tells nothing of whether it is one.
        assertThat(browser.get("/rattachement/autre").text()).contains("Cette inscription est-elle de vous");
        Browser.Page refused = browser.post("/rattachement/autre");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text()).contains("Lien périmé");
    }

    @Test
    void theSecretariatComparesWhoResemblesAndHasThePersonAsked() {
        Candidature other = alike();
        Browser browser = as(demo.secretariat);
        assertThat(browser.get("/candidatures/" + demo.delivree.id()).text())
                .contains("Inscriptions qui ressemblent", "Titres obtenus ailleurs");
        assertThat(browser.get(alike(demo.delivree)).text()).contains(other.numero(), "proche");
        assertThat(browser.get(alike(demo.delivree) + "/" + other.id()).text())
                .contains(
                        "Est-ce la même personne", "Anaïs Solène", "différent", "identique", "Demander à la personne");
        Browser.Page asked = browser.follow(browser.post(alike(demo.delivree) + "/" + other.id() + "/demande"));
        assertThat(asked.text()).contains("La question est posée à la personne.");
        assertThat(demo.personnes.asked).containsExactly(demo.now(demo.delivree).numero());
    }

    @Test
    void whatDoesNotResembleIsNotCompared() {
        assertThat(as(demo.secretariat)
                        .get(alike(demo.delivree) + "/" + demo.decidee.id())
                        .status())
                .isEqualTo(404);
        assertThat(as(demo.secretariat).get(alike(demo.decidee)).text())
                .contains("Aucun autre dossier de votre branche ne ressemble");
        assertThat(as(demo.organisme).get(alike(demo.delivree)).status()).isEqualTo(403);
    }

    @Test
    void mentionsAreShownWithTheirConditionsAndWhatKeepsTheCertificateBack() {
        String path = "/candidatures/" + demo.delivree.id() + "/mentions";
        assertThat(as(demo.secretariat).get(path).text()).contains("Ce référentiel ne prévoit aucune mention");
        demo.mentions = new MentionsPossibles(
                List.of(new MentionsPossibles.Resultat(
                        "ROC",
                        "Roche",
                        MentionsPossibles.Verdict.NON_ACCORDABLE,
                        Mention.Emplacement.ATTESTATION_ANNEXE,
                        null,
                        List.of(new MentionsPossibles.Explication("le bloc B2 est validé", false)))),
                false,
                List.of("le certificat suppose au moins 1 mention du groupe Terrains"));
        assertThat(as(demo.jury).get(path).text())
                .contains("Roche", "Pas encore", "le bloc B2 est validé", "suppose au moins 1 mention")
                .contains("Pas de certificat encore");
    }

    @Test
    void titlesOfElsewhereAreShownAsSharedAndTheirAbsenceSaysNothing() {
        String path = "/candidatures/" + demo.delivree.id() + "/titres-ailleurs";
        assertThat(as(demo.secretariat).get(path).text())
                .contains("Rien n’est partagé avec votre branche. Cela ne dit pas qu’il n’y a rien");
        demo.personnes.elsewhere.add(new TitreAilleurs(
                "Conducteur de ligne",
                List.of("Conduire la ligne"),
                LocalDate.of(2025, 6, 2),
                Certificat.Statut.VALIDE));
        assertThat(as(demo.certificateur).get(path).text())
                .contains("Conducteur de ligne", "Conduire la ligne", "2 juin 2025", "valide");
        assertThat(as(demo.organisme).get(path).status()).isEqualTo(403);
    }
}
