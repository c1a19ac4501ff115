package fr.parchemin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.internal.JournaledLectures;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.Plateforme;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which readings the journal tells, and how often. */
class LecturesTest {

    private final Plateforme p = new Plateforme();

    private List<Acte> readings() {
        return p.base.read(Base.TOUT, p.journal::readings);
    }

    @Test
    void tellsAFileReadByWhoHasNoPartInIt() {
        Candidature file = p.decidee("Boréal", true, true);

        p.inscriptions.find(p.secretariat, file.id()).orElseThrow();
        p.evaluations.grille(p.certificateur, file.id()).orElseThrow();
        p.evaluations.proposition(p.jury, file.id()).orElseThrow();

        assertThat(readings())
                .extracting(Acte::acteur, Acte::objet, Acte::nature, Acte::personne)
                .containsExactly(
                        tuple("secretariat", file.objet(), Acte.Nature.CANDIDATURE_CONSULTEE, file.personne()),
                        tuple("certificateur", file.objet(), Acte.Nature.CANDIDATURE_CONSULTEE, file.personne()),
                        tuple("jury", file.objet(), Acte.Nature.CANDIDATURE_CONSULTEE, file.personne()));
    }

    @Test
    void tellsNothingOfWhoSubmittedItOrMarksIt() {
        UUID id = p.enEvaluation("Boréal").id();

        p.inscriptions.find(p.organisme, id).orElseThrow();
        p.inscriptions.journal(p.organisme, id).orElseThrow();
        p.evaluations.grille(p.evaluateur1, id).orElseThrow();

        assertThat(readings()).isEmpty();
    }

    @Test
    void tellsNothingOfWhoSawNothing() {
        UUID id = p.deposee("Boréal").id();

        assertThat(p.inscriptions.find(p.etranger, id).isDone()).isFalse();

        assertThat(readings()).isEmpty();
    }

    @Test
    void tellsNothingOfLists() {
        p.deposee("Boréal");

        p.inscriptions.list(p.secretariat, Plateforme.ESSAI, null, null, 50).orElseThrow();

        assertThat(readings()).isEmpty();
    }

    @Test
    void tellsOnceADayHoweverOftenAndByWhateverPage() {
        UUID id = p.deposee("Boréal").id();

        for (int i = 0; i < 3; i++) {
            p.inscriptions.find(p.secretariat, id).orElseThrow();
            p.evaluations.grille(p.secretariat, id).orElseThrow();
            p.inscriptions.journal(p.secretariat, id).orElseThrow();
        }
        assertThat(readings()).hasSize(1);
        p.clock.advance(Duration.ofDays(1));
        p.inscriptions.find(p.secretariat, id).orElseThrow();

        assertThat(readings()).hasSize(2);
    }

    @Test
    void costsNoActOnceToldAndIsRememberedByOtherNodes() {
        UUID id = p.deposee("Boréal").id();
        p.inscriptions.find(p.secretariat, id).orElseThrow();
        int acts = p.base.acts();

        p.inscriptions.find(p.secretariat, id).orElseThrow();
        assertThat(p.base.acts()).isEqualTo(acts);

        JournaledLectures otherNode = new JournaledLectures(p.base, p.journal, p.journal, p.clock);
        p.find(id).readBy(p.secretariat).ifPresent(l -> otherNode.tell("secretariat", l));
        assertThat(readings()).hasSize(1);
    }

    @Test
    void tellsACertificateReadByItsNumber() {
        Candidature file = p.decidee("Boréal", true, true);
        String numero = p.delivrances
                .deliver(p.certificateur, file.id(), "Lille")
                .orElseThrow()
                .numero();

        p.delivrances.certificatPdf(p.secretariat, numero).orElseThrow();
        p.delivrances.find(p.secretariat, numero).orElseThrow();
        p.delivrances.find(p.organisme, numero).orElseThrow();

        assertThat(readings())
                .extracting(Acte::acteur, Acte::objet, Acte::nature)
                .containsExactly(tuple("secretariat", "certificat/" + numero, Acte.Nature.CERTIFICAT_CONSULTE));
    }
}
