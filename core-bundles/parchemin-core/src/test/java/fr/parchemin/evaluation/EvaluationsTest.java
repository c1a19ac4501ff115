package fr.parchemin.evaluation;

import static fr.parchemin.exemple.Exemple.code;
import static fr.parchemin.exemple.Exemple.detail;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.candidature.Inscriptions.Constat;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.exemple.Exemple;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EvaluationsTest {

    private final Plateforme p = new Plateforme();
    private final UUID id = p.enEvaluation("Durand").id();

    @Test
    void eachEvaluateurKeepsAGridOfTheirOwn() {
        p.mark(p.evaluateur1, id, "B1-A", "C1.1-a=ACQUIS", "C1.1-b=ACQUIS").orElseThrow();

        Evaluations.Grille grid = p.mark(p.evaluateur2, id, "B1-A", "C1.1-a=NON_ACQUIS", "C1.1-b=ACQUIS")
                .orElseThrow();

        assertThat(grid.saisies()).extracting(Saisie::evaluateur).containsExactlyInAnyOrder("e1", "e2");
        assertThat(p.evaluations.grille(p.secretariat, id).orElseThrow().saisies())
                .containsExactlyInAnyOrderElementsOf(grid.saisies());
    }

    @Test
    void aGridIsReplacedAsLongAsTheFileIsNotBeforeAJury() {
        p.mark(p.evaluateur1, id, "B1-A", "C1.1-a=ACQUIS", "C1.1-b=ACQUIS").orElseThrow();
        p.clock.advance(Duration.ofHours(1));
        p.mark(p.evaluateur1, id, "B1-A", "C1.1-a=NON_ACQUIS", "C1.1-b=ACQUIS").orElseThrow();

        assertThat(p.evaluations.grille(p.secretariat, id).orElseThrow().saisies())
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.notes().get("C1.1-a")).hasToString("NON_ACQUIS");
                    assertThat(s.saisiLe()).isEqualTo(p.clock.instant());
                });
        assertThat(p.inscriptions.journal(p.secretariat, id).orElseThrow())
                .as("both entries leave their line")
                .filteredOn(a -> a.nature() == Acte.Nature.EPREUVE_NOTEE)
                .hasSize(2);
    }

    @Test
    void marksCloseWhenTheFileGoesBeforeTheJury() {
        UUID presented = p.presentee("Martin", p.juryParitaire(), true, true).id();

        assertThat(code(p.mark(p.evaluateur1, presented, "B1-A", "C1.1-a=ACQUIS", "C1.1-b=ACQUIS")))
                .isEqualTo(CodeRefus.ETAT_INCOMPATIBLE);
    }

    @Test
    void whoIsNotDesignatedDoesNotMarkNorLearnHowFarTheFileIs() {
        UUID decided = p.decidee("Martin", true, true).id();

        for (UUID file : new UUID[] {id, decided}) {
            assertThat(code(p.mark(p.evaluateur3, file, "B1-A", "C1.1-a=ACQUIS", "C1.1-b=ACQUIS")))
                    .isEqualTo(CodeRefus.EVALUATEUR_NON_DESIGNE);
        }
    }

    @Test
    void anEpreuveOfAnotherReferentielIsRefusedAndNothingIsKept() {
        assertThat(detail(p.mark(p.evaluateur1, id, "B1-E", "C1-a=ACQUIS"))).contains("« B1-E »", "ESS-OPE 1.0.0");
        assertThat(code(p.mark(p.evaluateur1, id, "B1-A", "C1.1-a=ACQUIS", "C1.1-b=12")))
                .isEqualTo(CodeRefus.NOTE_HORS_ECHELLE);

        assertThat(p.evaluations.grille(p.secretariat, id).orElseThrow().saisies())
                .isEmpty();
    }

    @Test
    void anObservationHasAnEnd() {
        assertThat(code(p.evaluations.mark(
                        p.evaluateur1,
                        id,
                        "B1-A",
                        new Evaluations.Entree(Presence.ABSENT, Map.of(), "x".repeat(2001)))))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(p.evaluations
                        .mark(
                                p.evaluateur1,
                                id,
                                "B1-A",
                                new Evaluations.Entree(Presence.EXCUSE, Map.of(), "Arrêt maladie,\njustifié"))
                        .isDone())
                .isTrue();
    }

    @Test
    void aCandidateWhoGivesUpIsNotAwaitedAnyMore() {
        p.evaluations
                .mark(p.evaluateur1, id, "B1-A", new Evaluations.Entree(Presence.ABANDON, Map.of(), null))
                .orElseThrow();

        Proposition proposition = p.evaluations.proposition(p.secretariat, id).orElseThrow();
        assertThat(proposition.proposition()).isEqualTo(Proposition.Resultat.ABANDON);
        assertThat(proposition.manques()).isEmpty();
        assertThat(p.inscriptions.journal(p.secretariat, id).orElseThrow())
                .anyMatch(a -> Exemple.plain(a.detail()).equals("Épreuve B1-A : abandon du candidat"));
    }

    @Test
    void anEpreuveThatIsSatOnceHasNoSecondPassage() {
        assertThat(code(p.evaluations.mark(
                        p.evaluateur1, id, "B1-A", new Evaluations.Entree(Presence.ABSENT, Map.of(), null, 2))))
                .isEqualTo(CodeRefus.PASSAGE_HORS_LIMITE);
    }

    @Test
    void aProposalLooksAtAttestationsOnTheDayOfTheLastMark() {
        p.inscriptions
                .establishPrerequis(
                        p.secretariat,
                        id,
                        "SEC",
                        new Constat(true, null, null, p.clock.today().plusDays(1), null))
                .orElseThrow();
        p.mark(p.evaluateur1, id, "B1-A", "C1.1-a=ACQUIS", "C1.1-b=ACQUIS").orElseThrow();
        Proposition before = p.evaluations.proposition(p.secretariat, id).orElseThrow();
        p.clock.advance(Duration.ofDays(400));

        assertThat(p.evaluations.proposition(p.secretariat, id).orElseThrow()).isEqualTo(before);
        assertThat(Propositions.of(
                        p.find(id),
                        p.referentiels.get("essai", "ESS-OPE", "1.0.0"),
                        p.evaluations.grille(p.secretariat, id).orElseThrow().saisies(),
                        p.clock.today()))
                .isEqualTo(before);
    }

    @Test
    void aProposalCarriesTheHashThatTheFileKeeps() {
        assertThat(p.evaluations.proposition(p.evaluateur1, id).orElseThrow().empreinte())
                .isEqualTo(p.find(id).empreinte());
    }
}
