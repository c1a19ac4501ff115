package fr.parchemin.echange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Acte;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.enmemoire.Plateforme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The story of a file, as each of its readers may know it. */
class FilTest {

    private final Plateforme p = new Plateforme();
    private final UUID id = decided();
    private final Acteur candidat =
            p.account("candidat", "Alix", new Habilitation(Role.CANDIDAT, new Portee.DeDossier(Plateforme.ESSAI, id)));

    private UUID decided() {
        UUID file = p.decidee("Un", true, true).id();
        p.delivrances.deliver(p.certificateur, file, "Lille").orElseThrow();
        p.echanges.addNote(p.secretariat, file, "à surveiller").orElseThrow();
        p.echanges.send(p.secretariat, file, Cercle.ORGANISME, "merci").orElseThrow();
        return file;
    }

    private List<Fil.Evenement> told(Acteur reader) {
        return p.fil.read(reader, id, null, 100).orElseThrow().evenements();
    }

    @Test
    void tellsEverythingToTheBranchNewestFirst() {
        assertThat(told(p.secretariat))
                .extracting(Fil.Evenement::nature)
                .startsWith(
                        Acte.Nature.MESSAGE_ENVOYE,
                        Acte.Nature.NOTE_AJOUTEE,
                        Acte.Nature.CERTIFICAT_DELIVRE,
                        Acte.Nature.DECISION_PRISE,
                        Acte.Nature.CANDIDATURE_PRESENTEE,
                        Acte.Nature.EPREUVE_NOTEE)
                .endsWith(
                        Acte.Nature.EVALUATEURS_DESIGNES,
                        Acte.Nature.PREREQUIS_CONSTATE,
                        Acte.Nature.CANDIDATURE_DEPOSEE);
    }

    @Test
    void tellsTheCandidateNeitherMarksNorNotesNorWhatIsSaidToOthers() {
        assertThat(told(candidat))
                .extracting(Fil.Evenement::nature)
                .containsExactly(
                        Acte.Nature.CERTIFICAT_DELIVRE,
                        Acte.Nature.DECISION_PRISE,
                        Acte.Nature.CANDIDATURE_PRESENTEE,
                        Acte.Nature.EVALUATEURS_DESIGNES,
                        Acte.Nature.PREREQUIS_CONSTATE,
                        Acte.Nature.CANDIDATURE_DEPOSEE);
        assertThat(p.inscriptions.journal(candidat, id).orElseThrow())
                .extracting(Acte::nature)
                .doesNotContain(Acte.Nature.EPREUVE_NOTEE, Acte.Nature.NOTE_AJOUTEE, Acte.Nature.MESSAGE_ENVOYE)
                .contains(Acte.Nature.DECISION_PRISE);
        assertThat(told(p.organisme))
                .extracting(Fil.Evenement::nature)
                .contains(Acte.Nature.MESSAGE_ENVOYE, Acte.Nature.EPREUVE_NOTEE)
                .doesNotContain(Acte.Nature.NOTE_AJOUTEE);
    }

    @Test
    void saysWhoDidItByNameAndInWhoseName() {
        Map<Acte.Nature, Fil.Evenement> byNature = new java.util.EnumMap<>(Acte.Nature.class);
        told(p.secretariat).forEach(e -> byNature.putIfAbsent(e.nature(), e));
        Fil.Evenement decision = byNature.get(Acte.Nature.DECISION_PRISE);
        assertThat(decision.nom()).isEqualTo("Jeanne Jurée");
        assertThat(decision.auNomDe().orElseThrow()).startsWith("du jury J-");
        assertThat(decision.phrase()).endsWith("validation totale");
        assertThat(told(p.secretariat))
                .extracting(Fil.Evenement::phrase)
                .contains("Épreuve B2-QCM\u00a0: 1 critère noté", "Épreuve B1-A\u00a0: 2 critères notés");
        assertThat(byNature.get(Acte.Nature.EVALUATEURS_DESIGNES).phrase())
                .isEqualTo("Évaluateurs désignés\u00a0: Émile Premier, Édith Seconde");
    }

    @Test
    void givesFullPagesThoughOthersWroteToEachOtherInBetween() {
        for (int i = 0; i < 12; i++) {
            p.echanges.send(p.secretariat, id, Cercle.EVALUATEURS, "n° " + i).orElseThrow();
        }
        List<Long> all = told(candidat).stream().map(Fil.Evenement::rang).toList();
        List<Long> paged = new ArrayList<>();
        Long avant = null;
        int pages = 0;
        do {
            Fil.Page page = p.fil.read(candidat, id, avant, 4).orElseThrow();
            paged.addAll(page.evenements().stream().map(Fil.Evenement::rang).toList());
            avant = page.suivant().orElse(null);
            pages++;
        } while (avant != null && pages < 20);
        assertThat(paged).isEqualTo(all);
        assertThat(pages).isEqualTo(2);
    }
}
