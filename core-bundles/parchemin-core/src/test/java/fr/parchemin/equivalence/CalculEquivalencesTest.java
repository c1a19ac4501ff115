package fr.parchemin.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.equivalence.CalculEquivalences.Detenu;
import fr.parchemin.equivalence.CalculEquivalences.Droit;
import fr.parchemin.referentiel.Equivalence;
import fr.parchemin.referentiel.Equivalence.Nature;
import fr.parchemin.referentiel.Reference;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalculEquivalencesTest {

    private static final LocalDate JOUR = LocalDate.of(2026, 6, 15);

    private static Reference bloc(String certification, String bloc) {
        return new Reference("b", certification, null, bloc, null);
    }

    private static Reference titre(String certification) {
        return bloc(certification, null);
    }

    private static Equivalence equivalence(Reference de, Reference vers) {
        return between(de, vers, null, null);
    }

    private static Equivalence between(Reference de, Reference vers, LocalDate du, LocalDate au) {
        return new Equivalence("E", Nature.EQUIVALENCE, de, vers, du, au, "décision", List.of(), null);
    }

    private static Equivalence passerelle(Reference de, Reference vers) {
        return new Equivalence("P", Nature.PASSERELLE, de, vers, null, null, "décision", List.of("entretien"), null);
    }

    private static List<Reference> claims(List<Equivalence> equivalences, Reference... held) {
        return CalculEquivalences.claims(
                        equivalences,
                        List.of(held).stream().map(r -> new Detenu(r, null)).toList(),
                        JOUR)
                .stream()
                .map(Droit::vers)
                .toList();
    }

    @Test
    void anEquivalenceHoldsInOneDirectionOnly() {
        List<Equivalence> one = List.of(equivalence(bloc("A", "A1"), bloc("B", "B1")));

        assertThat(claims(one, bloc("A", "A1"))).containsExactly(bloc("B", "B1"));
        assertThat(claims(one, bloc("B", "B1"))).isEmpty();
    }

    @Test
    void aCommonBlocHoldsInBoth() {
        List<Equivalence> one = List.of(new Equivalence(
                "C", Nature.BLOC_COMMUN, bloc("A", "A1"), bloc("B", "B1"), null, null, "décision", List.of(), null));

        assertThat(claims(one, bloc("A", "A1"))).containsExactly(bloc("B", "B1"));
        assertThat(claims(one, bloc("B", "B1"))).containsExactly(bloc("A", "A1"));
    }

    @Test
    void whoHoldsTheCertificationHoldsItsBlocsButNotTheOtherWayRound() {
        assertThat(claims(List.of(equivalence(bloc("A", "A1"), bloc("B", "B1"))), titre("A")))
                .containsExactly(bloc("B", "B1"));
        assertThat(claims(List.of(equivalence(titre("A"), bloc("B", "B1"))), bloc("A", "A1")))
                .isEmpty();
    }

    @Test
    void theFirstAndTheLastDayCountAndTheOthersDoNot() {
        Equivalence dated = between(titre("A"), titre("B"), JOUR, JOUR);

        assertThat(claims(List.of(dated), titre("A"))).containsExactly(titre("B"));
        assertThat(claims(List.of(between(titre("A"), titre("B"), JOUR.plusDays(1), null)), titre("A")))
                .isEmpty();
        assertThat(claims(List.of(between(titre("A"), titre("B"), null, JOUR.minusDays(1))), titre("A")))
                .isEmpty();
    }

    @Test
    void whatIsNoLongerValidGivesNothing() {
        List<Equivalence> one = List.of(equivalence(titre("A"), titre("B")));

        assertThat(CalculEquivalences.claims(one, List.of(new Detenu(titre("A"), JOUR)), JOUR))
                .hasSize(1);
        assertThat(CalculEquivalences.claims(one, List.of(new Detenu(titre("A"), JOUR.minusDays(1))), JOUR))
                .isEmpty();
    }

    @Test
    void aFullEquivalenceLeadsOnAndAPasserelleEndsThere() {
        List<Equivalence> chain = List.of(
                equivalence(titre("A"), titre("B")),
                passerelle(titre("B"), titre("C")),
                equivalence(titre("C"), titre("D")));

        List<Droit> droits = CalculEquivalences.claims(chain, List.of(new Detenu(titre("A"), null)), JOUR);

        assertThat(droits).extracting(Droit::vers).containsExactly(titre("B"), titre("C"));
        assertThat(droits.get(1).par()).hasSize(2);
        assertThat(droits.get(1).conditions()).containsExactly("entretien");
    }

    @Test
    void aFullEquivalenceIsPreferredToAPasserelle() {
        List<Droit> droits = CalculEquivalences.claims(
                List.of(passerelle(titre("A"), titre("C")), equivalence(titre("B"), titre("C"))),
                List.of(new Detenu(titre("A"), null), new Detenu(titre("B"), null)),
                JOUR);

        assertThat(droits).singleElement().satisfies(d -> assertThat(d.isEntier())
                .isTrue());
    }

    @Test
    void whatIsHeldIsNotClaimedAndACycleBetweenBranchesEnds() {
        List<Equivalence> mutual = List.of(equivalence(titre("A"), titre("B")), equivalence(titre("B"), titre("A")));

        assertThat(claims(mutual, titre("A"))).containsExactly(titre("B"));
        assertThat(claims(mutual, titre("A"), titre("B"))).isEmpty();
    }

    @Test
    void aCycleIsToldStepByStep() {
        assertThat(CalculEquivalences.cycle(List.of(
                        equivalence(titre("X"), bloc("A", "A1")),
                        equivalence(bloc("A", "A1"), titre("B")),
                        equivalence(bloc("B", "B2"), bloc("A", "A1")))))
                .contains(List.of(bloc("A", "A1"), bloc("B", "B2"), bloc("A", "A1")));
    }

    @Test
    void whatIsNeverInForceTogetherIsNoCycle() {
        assertThat(CalculEquivalences.cycle(List.of(
                        between(titre("A"), titre("B"), null, JOUR),
                        between(titre("B"), titre("A"), JOUR.plusDays(1), null))))
                .isEmpty();
        assertThat(CalculEquivalences.cycle(List.of(
                        between(titre("A"), titre("B"), null, JOUR), between(titre("B"), titre("A"), JOUR, null))))
                .isPresent();
    }
}
