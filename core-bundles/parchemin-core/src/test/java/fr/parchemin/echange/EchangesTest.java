package fr.parchemin.echange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Valeur;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.Plateforme;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may say what to whom on a file, and what is left of it. */
class EchangesTest {

    private final Plateforme p = new Plateforme();
    private final Candidature file = p.enEvaluation("Un");
    private final UUID id = file.id();
    private final Acteur candidat = dossier("candidat", "Alix Un", Role.CANDIDAT);

    private Acteur dossier(String identifiant, String nom, Role role) {
        return p.account(identifiant, nom, new Habilitation(role, new Portee.DeDossier(Plateforme.ESSAI, id)));
    }

    private void says(Acteur by, Cercle cercle, String texte) {
        p.echanges.send(by, id, cercle, texte).orElseThrow();
    }

    private List<String> heard(Acteur by) {
        return p.echanges.messages(by, id, null, 50).orElseThrow().messages().stream()
                .map(m -> m.texte().texte())
                .toList();
    }

    private static CodeRefus code(Outcome<?> outcome) {
        return outcome.reason().map(Refus::code).orElseThrow();
    }

    @Test
    void aMessageIsReadByItsCircleItsAuthorAndTheBranchAndByNobodyElse() {
        says(p.secretariat, Cercle.TOUS, "à tous");
        says(p.organisme, Cercle.BRANCHE, "à la branche");
        says(p.secretariat, Cercle.CANDIDAT, "au candidat");
        says(p.evaluateur1, Cercle.EVALUATEURS, "entre évaluateurs");

        assertThat(heard(p.secretariat)).containsExactly("entre évaluateurs", "au candidat", "à la branche", "à tous");
        assertThat(heard(p.certificateur)).isEqualTo(heard(p.secretariat));
        assertThat(heard(p.organisme)).containsExactly("à la branche", "à tous");
        assertThat(heard(p.evaluateur2)).containsExactly("entre évaluateurs", "à tous");
        assertThat(heard(candidat)).containsExactly("au candidat", "à tous");
        assertThat(heard(dossier("employeur", "Eva Patronne", Role.EMPLOYEUR))).containsExactly("à tous");
    }

    @Test
    void aJuryIsNotWrittenToAndAStrangerLearnsNothing() {
        assertThat(code(p.echanges.messages(p.jury, id, null, 10))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        for (Acteur stranger : List.of(p.etranger, p.autreOrganisme, p.evaluateur3, p.admin)) {
            assertThat(code(p.echanges.messages(stranger, id, null, 10))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
            assertThat(code(p.echanges.send(stranger, id, Cercle.TOUS, "bonjour")))
                    .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
            assertThat(code(p.echanges.notes(stranger, id, null, 10))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
            assertThat(code(p.fil.read(stranger, id, null, 10))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        }
    }

    @Test
    void somebodyWritesToTheBranchToAllAndToTheirOwnCircleOnly() {
        assertThat(p.echanges.messages(candidat, id, null, 1).orElseThrow().ouverts())
                .containsExactly(Cercle.TOUS, Cercle.BRANCHE, Cercle.CANDIDAT);
        assertThat(p.echanges.messages(p.secretariat, id, null, 1).orElseThrow().ouverts())
                .doesNotContain(Cercle.BRANCHE)
                .hasSize(4);
        assertThat(code(p.echanges.send(candidat, id, Cercle.EVALUATEURS, "soyez gentils")))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(p.echanges.send(p.secretariat, id, Cercle.BRANCHE, "entre nous")))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void aMessageIsPlainTextOfABoundedLength() {
        assertThat(code(p.echanges.send(candidat, id, Cercle.BRANCHE, "  \n "))).isEqualTo(CodeRefus.CHAMP_MANQUANT);
        assertThat(code(p.echanges.send(candidat, id, Cercle.BRANCHE, "x".repeat(2001))))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(p.echanges.send(candidat, id, Cercle.BRANCHE, "sonne\u0007")))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(p.echanges.send(candidat, id, null, "à qui ?"))).isEqualTo(CodeRefus.CHAMP_MANQUANT);
        says(candidat, Cercle.BRANCHE, " une ligne\r\nune autre ");
        assertThat(heard(candidat)).containsExactly("une ligne\nune autre");
    }

    @Test
    void messagesOfOthersCountAsUnreadUntilTheyWereSeen() {
        says(p.secretariat, Cercle.CANDIDAT, "premier");
        says(candidat, Cercle.BRANCHE, "réponse");
        Echanges.Conversation before =
                p.echanges.messages(candidat, id, null, 10).orElseThrow();
        assertThat(before.nonLus()).isEqualTo(1);

        p.echanges.markRead(candidat, id, before.messages().get(0).rang()).orElseThrow();
        assertThat(p.echanges.messages(candidat, id, null, 10).orElseThrow().nonLus())
                .isZero();
        says(p.secretariat, Cercle.TOUS, "second");
        assertThat(p.echanges.messages(candidat, id, null, 10).orElseThrow().nonLus())
                .isEqualTo(1);
        assertThat(p.echanges.messages(p.organisme, id, null, 10).orElseThrow().nonLus())
                .isEqualTo(1);
    }

    @Test
    void pagesFollowEachOtherWithoutHoleOrDouble() {
        for (int i = 1; i <= 5; i++) {
            says(candidat, Cercle.BRANCHE, "message " + i);
        }
        Echanges.Conversation first = p.echanges.messages(candidat, id, null, 2).orElseThrow();
        Echanges.Conversation second = p.echanges
                .messages(candidat, id, first.suivant().orElseThrow(), 2)
                .orElseThrow();
        Echanges.Conversation last = p.echanges
                .messages(candidat, id, second.suivant().orElseThrow(), 2)
                .orElseThrow();
        assertThat(List.of(first, second, last))
                .flatExtracting(
                        c -> c.messages().stream().map(m -> m.texte().texte()).toList())
                .containsExactly("message 5", "message 4", "message 3", "message 2", "message 1");
        assertThat(last.suivant()).isEmpty();
    }

    @Test
    void aNoteIsOfTheBranchAloneAndOnlyItsAuthorTakesItBack() {
        Message note = p.echanges.addNote(p.secretariat, id, "pièce douteuse").orElseThrow();
        assertThat(code(p.echanges.notes(candidat, id, null, 10))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(p.echanges.notes(p.organisme, id, null, 10))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(p.echanges.addNote(p.evaluateur1, id, "moi aussi"))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(p.echanges.notes(p.certificateur, id, null, 10).orElseThrow().notes())
                .extracting(n -> n.texte().texte())
                .containsExactly("pièce douteuse");
        assertThat(code(p.echanges.withdrawNote(p.certificateur, id, note.id())))
                .isEqualTo(CodeRefus.NOTE_D_UN_AUTRE);

        p.echanges.withdrawNote(p.secretariat, id, note.id()).orElseThrow();
        Message left = p.echanges
                .notes(p.secretariat, id, null, 10)
                .orElseThrow()
                .notes()
                .get(0);
        assertThat(left.retrait()).isPresent();
        assertThat(left.texte()).isEqualTo(new Valeur.Masquee());
        assertThat(code(p.echanges.withdrawNote(p.secretariat, id, note.id()))).isEqualTo(CodeRefus.NOTE_DEJA_RETIREE);
    }

    @Test
    void aMessageIsNotTakenBackAsANoteAndANoteNotByWayOfAnotherFile() {
        Message message = p.echanges.send(p.secretariat, id, Cercle.TOUS, "dit").orElseThrow();
        Message note = p.echanges.addNote(p.secretariat, id, "noté").orElseThrow();
        UUID other = p.deposee("Deux").id();
        assertThat(code(p.echanges.withdrawNote(p.secretariat, id, message.id())))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(code(p.echanges.withdrawNote(p.secretariat, other, note.id())))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
    }

    @Test
    void theJournalTellsThatSomethingWasSaidAndNeverWhat() {
        says(p.secretariat, Cercle.CANDIDAT, "secret de polichinelle");
        p.echanges.addNote(p.secretariat, id, "confidence").orElseThrow();
        List<Acte> lines = p.base.read(Base.TOUT, () -> p.journal.all()).stream()
                .filter(a -> a.nature() == Acte.Nature.MESSAGE_ENVOYE || a.nature() == Acte.Nature.NOTE_AJOUTEE)
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.toString()).doesNotContain("polichinelle", "confidence", "Sacha");
    }

    @Test
    void erasingThePersonErasesWhatWasSaidAndClosesTheConversation() {
        says(candidat, Cercle.BRANCHE, "je déménage");
        p.journaux.erase(p.admin, file.personne(), "demande de la personne").orElseThrow();
        assertThat(p.echanges
                        .messages(p.secretariat, id, null, 10)
                        .orElseThrow()
                        .messages())
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.texte()).isEqualTo(new Valeur.Effacee());
                    assertThat(m.nom()).isEqualTo(new Valeur.Effacee());
                });
        assertThat(code(p.echanges.send(p.secretariat, id, Cercle.TOUS, "encore")))
                .isEqualTo(CodeRefus.DOSSIER_EFFACE);
    }
}
