package fr.parchemin.liste;

import static fr.parchemin.exemple.Exemple.code;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.jury.Jury;
import fr.parchemin.liste.ActesEnLot.Bilan;
import fr.parchemin.liste.ActesEnLot.Issue;
import fr.parchemin.liste.ActesEnLot.Resultat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActesEnLotTest {

    private final Plateforme p = new Plateforme();

    private static Set<UUID> ids(UUID... ids) {
        return new LinkedHashSet<>(List.of(ids));
    }

    private EtatCandidature etat(UUID id) {
        return p.base.read(Base.TOUT, () -> p.candidatures.find(id))
                .orElseThrow()
                .etat();
    }

    @Test
    void eachFileIsDoneOrRefusedForItself() {
        UUID ready = p.recevable("Un").id();
        UUID early = p.deposee("Deux").id();
        UUID nowhere = UUID.randomUUID();
        UUID last = p.recevable("Trois").id();

        Bilan bilan = p.enLot
                .designateEvaluateurs(p.secretariat, ids(ready, early, nowhere, last), Set.of("e1", "e2"))
                .orElseThrow();

        assertThat(bilan.resultats())
                .extracting(Resultat::issue)
                .containsExactly(Issue.FAIT, Issue.REFUSE, Issue.REFUSE, Issue.FAIT);
        assertThat(bilan.resultats().get(1).refus().orElseThrow().code()).isEqualTo(CodeRefus.PREREQUIS_MANQUANTS);
        assertThat(bilan.resultats().get(2).refus().orElseThrow().code()).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(bilan.resultats().get(2).numero()).isEmpty();
        assertThat(etat(ready)).isEqualTo(new EtatCandidature.EnEvaluation());
        assertThat(etat(last)).isEqualTo(new EtatCandidature.EnEvaluation());
        assertThat(etat(early)).isEqualTo(new EtatCandidature.Deposee());
    }

    @Test
    void theSameAgainWritesNothing() {
        UUID id = p.recevable("Un").id();
        p.enLot.designateEvaluateurs(p.secretariat, ids(id), Set.of("e1", "e2")).orElseThrow();
        int acts = p.base.acts();

        Bilan again = p.enLot
                .designateEvaluateurs(p.secretariat, ids(id), Set.of("e2", "e1"))
                .orElseThrow();

        assertThat(again.count(Issue.DEJA_FAIT)).isEqualTo(1);
        assertThat(p.base.acts()).isEqualTo(acts);
    }

    @Test
    void filesGoBeforeAJuryOneByOneAndTheirCertificatesAreDelivered() {
        Jury jury = p.juryParitaire();
        UUID complete = p.evaluee("Un", true, true).id();
        UUID unmarked = p.enEvaluation("Deux").id();

        Bilan bilan = p.enLot
                .present(p.secretariat, jury.id(), ids(unmarked, complete))
                .orElseThrow();
        assertThat(bilan.resultats()).extracting(Resultat::issue).containsExactly(Issue.REFUSE, Issue.FAIT);
        assertThat(bilan.resultats().get(0).refus().orElseThrow().code()).isEqualTo(CodeRefus.EVALUATION_INCOMPLETE);
        assertThat(p.enLot
                        .present(p.secretariat, jury.id(), ids(complete))
                        .orElseThrow()
                        .count(Issue.DEJA_FAIT))
                .isEqualTo(1);
        assertThat(code(p.enLot.present(p.secretariat, UUID.randomUUID(), ids(complete))))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);

        p.decide(jury, complete, Map.of("OPE-B1", true, "OPE-B2", true), null).orElseThrow();
        Bilan delivered = p.enLot
                .deliver(p.certificateur, ids(complete, unmarked), "Lens")
                .orElseThrow();
        assertThat(delivered.resultats()).extracting(Resultat::issue).containsExactly(Issue.FAIT, Issue.REFUSE);
        assertThat(p.enLot
                        .deliver(p.certificateur, ids(complete), "Lens")
                        .orElseThrow()
                        .count(Issue.DEJA_FAIT))
                .isEqualTo(1);
    }

    @Test
    void whatIsNotForTheAccountIsRefusedFileByFile() {
        Candidature file = p.recevable("Un");
        Bilan stranger = p.enLot
                .designateEvaluateurs(p.etranger, ids(file.id()), Set.of("e1", "e2"))
                .orElseThrow();
        assertThat(stranger.resultats()).singleElement().satisfies(r -> {
            assertThat(r.refus().orElseThrow().code()).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
            assertThat(r.candidat()).isEmpty();
        });
        Bilan reader = p.enLot
                .designateEvaluateurs(p.certificateur, ids(file.id()), Set.of("e1", "e2"))
                .orElseThrow();
        assertThat(reader.resultats().get(0).refus().orElseThrow().code()).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(etat(file.id())).isEqualTo(new EtatCandidature.Recevable());
    }

    @Test
    void aLotIsNeitherEmptyNorEndless() {
        Set<UUID> many = new LinkedHashSet<>(IntStream.rangeClosed(0, ActesEnLot.LOT_MAXIMAL)
                .mapToObj(i -> UUID.randomUUID())
                .toList());
        assertThat(code(p.enLot.deliver(p.certificateur, many, "Lens"))).isEqualTo(CodeRefus.LOT_TROP_GRAND);
        assertThat(code(p.enLot.deliver(p.certificateur, Set.of(), "Lens"))).isEqualTo(CodeRefus.CHAMP_MANQUANT);
    }
}
