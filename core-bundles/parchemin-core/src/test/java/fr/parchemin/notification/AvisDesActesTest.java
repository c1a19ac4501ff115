package fr.parchemin.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Refus;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.jury.Jury;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom an act concerns, and what they are told. */
class AvisDesActesTest {

    private final Plateforme p = new Plateforme();

    private List<Notification> told(Acteur whom) {
        return p.notifications.list(whom, false, null, 100).notifications();
    }

    private List<Sujet> subjects(Acteur whom) {
        return told(whom).stream().map(Notification::sujet).toList();
    }

    @Test
    void theSecretariatHearsOnceOfAllFilesThatComeUntilItLooks() {
        Candidature first = p.deposee("Un");
        p.deposee("Deux");
        assertThat(told(p.secretariat)).singleElement().satisfies(n -> {
            assertThat(n.sujet()).isEqualTo(Sujet.DOSSIERS_DEPOSES);
            assertThat(n.reference()).isEqualTo(first.numero());
        });
        p.notifications
                .readAll(p.secretariat, told(p.secretariat).get(0).rang())
                .orElseThrow();
        p.deposee("Trois");
        assertThat(subjects(p.secretariat)).containsExactly(Sujet.DOSSIERS_DEPOSES, Sujet.DOSSIERS_DEPOSES);
    }

    @Test
    void whoActsIsNotToldWhatTheyDo() {
        p.inscriptions.submit(p.secretariat, p.depot(Plateforme.candidat("Un"))).orElseThrow();
        assertThat(told(p.secretariat)).isEmpty();
    }

    @Test
    void anEvaluateurHearsOfBeingDesignatedAndNotAgainWhenAnotherIsAdded() {
        Candidature file = p.enEvaluation("Un");
        assertThat(subjects(p.evaluateur1)).containsExactly(Sujet.EVALUATION_ATTENDUE);
        assertThat(told(p.evaluateur1).get(0).phrase()).contains(file.numero());
        p.notifications.read(p.evaluateur1, told(p.evaluateur1).get(0).rang()).orElseThrow();

        p.inscriptions
                .designateEvaluateurs(p.secretariat, file.id(), Set.of("e1", "e2", "e3"))
                .orElseThrow();
        assertThat(told(p.evaluateur1)).singleElement().matches(Notification::isRead);
        assertThat(subjects(p.evaluateur3)).containsExactly(Sujet.EVALUATION_ATTENDUE);
    }

    @Test
    void anActThatIsRefusedTellsNobody() {
        UUID id = p.recevable("Un").id();
        assertThat(p.inscriptions
                        .designateEvaluateurs(p.secretariat, id, Set.of("e1", "personne"))
                        .isDone())
                .isFalse();
        assertThat(told(p.evaluateur1)).isEmpty();
    }

    @Test
    void membersOfAJuryWithAnAccountHearThatTheySitAndThatFilesCame() {
        Deliberations.Composition wanted = p.composition("EMPLOYEURS");
        List<Deliberations.Membre> membres = new ArrayList<>(wanted.membres());
        Deliberations.Membre first = membres.get(0);
        membres.set(
                0,
                new Deliberations.Membre(
                        first.nom(), first.college(), "jury", first.employeur(), 5, first.president()));
        Jury jury = p.deliberations
                .compose(
                        p.secretariat,
                        new Deliberations.Composition(
                                wanted.branche(), wanted.certification(), wanted.date(), wanted.lieu(), membres))
                .orElseThrow();
        assertThat(subjects(p.jury)).containsExactly(Sujet.JURY_CONVOQUE);
        p.presentee("Un", jury, true, true);
        p.presentee("Deux", jury, true, true);
        assertThat(subjects(p.jury)).containsExactly(Sujet.DOSSIERS_PRESENTES, Sujet.JURY_CONVOQUE);
    }

    @Test
    void aDecisionCallsTheCertificateurAndTellsTheCandidateWhoHearsOfTheCertificateToo() {
        Jury jury = p.juryParitaire();
        UUID id = p.presentee("Un", jury, true, true).id();
        Acteur candidat = p.account(
                "candidat", "Alix", new Habilitation(Role.CANDIDAT, new Portee.DeDossier(Plateforme.ESSAI, id)));
        p.decide(jury, id, Map.of("OPE-B1", true, "OPE-B2", true), null).orElseThrow();
        assertThat(subjects(p.certificateur)).contains(Sujet.CERTIFICAT_A_DELIVRER);
        p.delivrances.deliver(p.certificateur, id, "Lille").orElseThrow();
        assertThat(subjects(candidat)).containsExactly(Sujet.CERTIFICAT_DELIVRE, Sujet.DECISION_PRISE);
        assertThat(subjects(p.organisme)).containsExactly(Sujet.CERTIFICAT_DELIVRE, Sujet.DECISION_PRISE);
    }

    @Test
    void aMessageConcernsItsCircleAndReadingItIsReadingWhatWasTold() {
        Candidature file = p.enEvaluation("Un");
        p.echanges.send(p.organisme, file.id(), Cercle.BRANCHE, "bonjour").orElseThrow();
        p.echanges.send(p.organisme, file.id(), Cercle.BRANCHE, "encore").orElseThrow();
        assertThat(subjects(p.certificateur)).containsExactly(Sujet.MESSAGE_RECU);
        assertThat(subjects(p.evaluateur1)).doesNotContain(Sujet.MESSAGE_RECU);
        assertThat(p.notifications.unread(p.certificateur)).isEqualTo(1);
        p.echanges.markRead(p.certificateur, file.id(), 2).orElseThrow();
        assertThat(p.notifications.unread(p.certificateur)).isZero();
    }

    @Test
    void whatIsToldNamesNobody() {
        Candidature file = p.enEvaluation("Introuvable");
        p.echanges.send(p.organisme, file.id(), Cercle.TOUS, "parole").orElseThrow();
        p.echanges.addNote(p.certificateur, file.id(), "parole").orElseThrow();
        for (Acteur whom : List.of(p.secretariat, p.certificateur, p.evaluateur1)) {
            assertThat(told(whom)).isNotEmpty().allSatisfy(n -> assertThat(n.phrase() + n.reference())
                    .doesNotContain("Introuvable", "Alix", "parole"));
        }
    }

    @Test
    void nobodyReadsOrMarksWhatAnotherIsTold() {
        p.enEvaluation("Un");
        long rang = told(p.evaluateur1).get(0).rang();
        assertThat(p.notifications.read(p.evaluateur2, rang).reason().map(Refus::code))
                .contains(CodeRefus.RESSOURCE_INCONNUE);
        p.notifications.readAll(p.evaluateur2, rang + 100).orElseThrow();
        assertThat(p.notifications.unread(p.evaluateur1)).isEqualTo(1);
    }

    @Test
    void aBranchInWhichNoRoleIsHeldAnyMoreTellsNothing() {
        p.enEvaluation("Un");
        long rang = told(p.evaluateur1).get(0).rang();
        Acteur without = new Acteur(p.evaluateur1.identifiant(), p.evaluateur1.nom(), Set.of());
        assertThat(told(without)).isEmpty();
        assertThat(p.notifications.unread(without)).isZero();
        assertThat(p.notifications.read(without, rang).isDone()).isFalse();
    }
}
