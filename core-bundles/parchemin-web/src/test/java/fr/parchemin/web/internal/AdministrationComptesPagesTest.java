package fr.parchemin.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.HeureLegale;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdministrationComptesPagesTest extends PagesFixture {
    private static final String COMPTE = "/administration/comptes/secretariat-met";

    private LocalDate today;

    @BeforeEach
    void lookAtTheClock() {
        today = LocalDate.ofInstant(demo.world.clock.instant(), HeureLegale.ZONE);
    }

    private String someone() {
        return demo.secretariat.identifiant();
    }

    private String page() {
        return "/administration/comptes/" + someone();
    }

    @Test
    void theListGoesOnBehindTheLastAccountWithTheSameFilters() {
        Browser.Page page = as(demo.admin).get("/administration/comptes?situation=ACTIF");

        assertThat(page.text()).contains("Comptes", "Inviter une personne", "Camille Roussel");
        assertThat(page.body()).containsPattern("\\?situation=ACTIF&amp;apres=[a-z0-9-]+\"");
        assertThat(as(demo.admin).get("/administration/comptes?texte=Personne").text())
                .contains("Aucun compte ne correspond");
        assertThat(as(demo.secretariat).get("/administration/comptes").text())
                .contains("votre branche", "Donner un rôle")
                .doesNotContain("Inviter une personne");
        assertThat(as(demo.organisme).get("/administration/comptes").status()).isEqualTo(403);
    }

    @Test
    void anAccountShowsRolesInForceToComeAndEndedWithWhoGaveThem() {
        demo.administration.give(
                someone(), new Habilitation(Role.JURY, Demo.MET), today.minusDays(30), today.plusDays(30));
        demo.administration.give(someone(), new Habilitation(Role.EVALUATEUR, Demo.MET), today.plusDays(10), null);
        demo.administration.give(
                someone(),
                new Habilitation(Role.TUTEUR, new Portee.DeDossier(Demo.MET, UUID.randomUUID())),
                today.minusDays(90),
                today.minusDays(60));

        String text = as(demo.admin).get(page()).text();

        assertThat(text)
                .containsSubsequence(
                        "Rôles", "En vigueur", "Jury, ", "À venir", "Évaluateur, ", "Terminés", "Tuteur, ");
        assertThat(text).contains("Donné par admin", "Sessions ouvertes", "Jetons d’interface");
    }

    @Test
    void aBranchSeesRolesAndNothingOfHowTheAccountIsOpened() {
        demo.administration.give(demo.organisme.identifiant(), new Habilitation(Role.JURY, Demo.MET), today, null);
        demo.administration.give(
                demo.organisme.identifiant(), new Habilitation(Role.CERTIFICATEUR, Demo.MET), today, null);

        Browser.Page page = as(demo.secretariat).get("/administration/comptes/" + demo.organisme.identifiant());

        assertThat(page.text()).contains("Jury, ", "Certificateur, ").doesNotContain("Sessions ouvertes", "Courriel");
        assertThat(page.body()).contains("/attributions/1\"").doesNotContain("/attributions/2\"");
        assertThat(as(demo.secretariat)
                        .post(COMPTE + "/suspension", "suspendu", "oui")
                        .status())
                .isEqualTo(403);
        assertThat(as(demo.secretariat).get("/administration/comptes/personne").status())
                .isEqualTo(404);
    }

    @Test
    void aRoleIsTakenBackWithAReasonAtOnceOrOnADay() {
        demo.administration.give(someone(), new Habilitation(Role.JURY, Demo.MET), today, null);
        Browser admin = as(demo.admin);
        admin.get(page());

        assertThat(admin.post(page() + "/attributions/1").text()).contains("Un champ est à corriger");
        assertThat(admin.post(page() + "/attributions/1", "motif", "Départ", "dernierJour", "2026-07-31")
                        .location())
                .endsWith("?fait=ROLE_RETIRE");

        assertThat(demo.administration.done).containsExactly("withdraw 1 2026-07-31 Départ");
    }

    @Test
    void aRoleIsGivenForDaysAndATargetIsFoundInThePastedAddress() {
        Browser secretariat = as(demo.secretariat);
        String dossier = UUID.randomUUID().toString();
        assertThat(secretariat.get("/administration/attribution?compte=marion").body())
                .contains("value=\"marion\"", "value=\"JURY\"")
                .doesNotContain("value=\"ADMINISTRATEUR\"", "value=\"SECRETARIAT\"");

        Browser.Page given = secretariat.post(
                "/administration/attribution",
                "compte",
                "marion",
                "role",
                "TUTEUR",
                "branche",
                Demo.MET,
                "etendue",
                "DOSSIER",
                "cible",
                "http://127.0.0.1:8181/candidatures/" + dossier + "?fait=x",
                "au",
                "2026-12-31");

        assertThat(given.location()).isEqualTo("/administration/comptes/marion?fait=ROLE_DONNE");
        assertThat(demo.administration.attributions).singleElement().satisfies(a -> assertThat(
                        a.habilitation().portee())
                .isEqualTo(new Portee.DeDossier(Demo.MET, UUID.fromString(dossier))));
        assertThat(secretariat
                        .post(
                                "/administration/attribution",
                                "compte",
                                "marion",
                                "role",
                                "CANDIDAT",
                                "branche",
                                Demo.MET)
                        .text())
                .contains("CHAMP_INVALIDE", "ne se donne pas pour une branche");
    }

    @Test
    void aRoleOfThePlatformAsksWhoOneIsFirst() {
        demo.connexions.secondFacteur.add(demo.admin.identifiant());
        Browser admin = anonymous();
        admin.get("/connexion");
        admin.post("/connexion", "identifiant", demo.admin.identifiant(), "motDePasse", MemoryConnexions.PASSWORD);
        demo.connexions.secondFacteur.clear();
        Browser signed = as(demo.admin);
        demo.connexions.secondFacteur.add(demo.admin.identifiant());
        signed.get("/administration/attribution");

        Browser.Page asked =
                signed.post("/administration/attribution", "compte", "marion", "role", "ADMINISTRATEUR", "branche", "");

        assertThat(asked.text()).contains("Confirmez qui vous êtes");
        assertThat(demo.administration.attributions).isEmpty();
    }

    @Test
    void anInvitationThatNobodyMailsIsShownOnce() {
        Browser admin = as(demo.admin);
        admin.get("/administration/invitation");

        assertThat(admin.post("/administration/invitation", "nom", "Ida").text())
                .contains("2 champs sont à corriger");
        assertThat(admin.post(
                                "/administration/invitation",
                                "nom",
                                "Ida",
                                "courriel",
                                "ida@exemple.test",
                                "identifiant",
                                "ida")
                        .text())
                .contains("/acces/un-secret", "il ne sera plus montré");
        demo.administration.mails = true;
        assertThat(admin.post(
                                "/administration/invitation",
                                "nom",
                                "Ida",
                                "courriel",
                                "ida@exemple.test",
                                "identifiant",
                                "ida")
                        .location())
                .isEqualTo("/administration/comptes/ida?fait=INVITATION_ENVOYEE");
    }

    @Test
    void aWaitIsLiftedAndSessionsAreClosed() {
        demo.administration.verrouilles.add(someone());
        Browser admin = as(demo.admin);
        assertThat(admin.get(page()).text()).contains("Verrouillé", "Lever l’attente");

        admin.post(page() + "/verrou");
        admin.post(page() + "/sessions");

        assertThat(demo.administration.done).containsExactly("unlock " + someone(), "revokeSessions " + someone());
    }

    @Test
    void theTableOfRightsIsReadByRole() {
        String all = as(demo.secretariat).get("/administration/droits").text();
        assertThat(all).contains("Donner et retirer des rôles", "tout le monde", "CERTIFICAT_DELIVRER");

        String jury =
                as(demo.secretariat).get("/administration/droits?role=JURY").text();
        assertThat(jury).contains("JURY_DECIDER", "présenté à un jury").doesNotContain("CERTIFICAT_DELIVRER");
        assertThat(as(demo.organisme).get("/administration/droits").status()).isEqualTo(403);
    }
}
