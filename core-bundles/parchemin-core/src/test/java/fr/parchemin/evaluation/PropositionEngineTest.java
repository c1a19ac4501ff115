package fr.parchemin.evaluation;

import static fr.parchemin.exemple.Exemple.absence;
import static fr.parchemin.exemple.Exemple.acquises;
import static fr.parchemin.exemple.Exemple.attestation;
import static fr.parchemin.exemple.Exemple.auMoins;
import static fr.parchemin.exemple.Exemple.binaire;
import static fr.parchemin.exemple.Exemple.bloc;
import static fr.parchemin.exemple.Exemple.certification;
import static fr.parchemin.exemple.Exemple.competence;
import static fr.parchemin.exemple.Exemple.eliminatoire;
import static fr.parchemin.exemple.Exemple.epreuve;
import static fr.parchemin.exemple.Exemple.note;
import static fr.parchemin.exemple.Exemple.points;
import static fr.parchemin.exemple.Exemple.porte;
import static fr.parchemin.exemple.Exemple.referentiel;
import static fr.parchemin.exemple.Exemple.remplacant;
import static fr.parchemin.exemple.Exemple.saisie;
import static fr.parchemin.exemple.Exemple.toutes;
import static fr.parchemin.exemple.Exemple.withCertification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.parchemin.evaluation.Proposition.Explication;
import fr.parchemin.evaluation.Proposition.PropositionBloc;
import fr.parchemin.evaluation.Proposition.Resultat;
import fr.parchemin.evaluation.Proposition.ResultatBloc;
import fr.parchemin.exemple.Exemple;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Regle;
import fr.parchemin.referentiel.RegleCertificat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PropositionEngineTest {

    private static PropositionBloc propose(BlocCompetences bloc, Saisie... saisies) {
        return propose(bloc, Set.of(), saisies);
    }

    private static PropositionBloc propose(BlocCompetences bloc, Set<String> attestations, Saisie... saisies) {
        return PropositionEngine.propose(referentiel(bloc), "empreinte", List.of(saisies), attestations)
                .blocs()
                .get(0);
    }

    private static List<String> lines(PropositionBloc bloc) {
        return bloc.explications().stream().map(Explication::libelle).toList();
    }

    @Nested
    class CompetencesAcquises {

        /** Two compétences: A sees both, B sees the second again. */
        private final BlocCompetences bloc = bloc(
                "B",
                acquises(),
                List.of(competence("C1", binaire("C1-a"), binaire("C1-b")), competence("C2", binaire("C2-a"))),
                List.of(epreuve("A", 2, "C1", "C2"), epreuve("B", 1, "C2")));

        private final Saisie a1 = saisie("A", "e1", "C1-a=ACQUIS", "C1-b=ACQUIS", "C2-a=ACQUIS");
        private final Saisie a2 = saisie("A", "e2", "C1-a=ACQUIS", "C1-b=ACQUIS", "C2-a=ACQUIS");

        @Test
        void validatesWhenEachCriterionWasMetInAnEpreuve() {
            assertThat(propose(bloc, a1, a2).resultat()).isEqualTo(ResultatBloc.VALIDE);
        }

        @Test
        void needsNoFurtherEpreuveOnceEachCriterionWasMet() {
            PropositionBloc proposed = propose(bloc, a1, a2);

            assertThat(proposed.resultat()).isEqualTo(ResultatBloc.VALIDE);
            assertThat(proposed.manques()).isEmpty();
        }

        @Test
        void waitsForTheSecondEvaluateur() {
            PropositionBloc proposed = propose(bloc, a1);

            assertThat(proposed.resultat()).isEqualTo(ResultatBloc.INDETERMINE);
            assertThat(proposed.manques()).containsExactly("A", "B");
        }

        @Test
        void refusesOnOneCriterionNotMetWhateverTheRest() {
            Saisie refused1 = saisie("A", "e1", "C1-a=ACQUIS", "C1-b=NON_ACQUIS", "C2-a=ACQUIS");
            Saisie refused2 = saisie("A", "e2", "C1-a=ACQUIS", "C1-b=NON_ACQUIS", "C2-a=ACQUIS");

            assertThat(propose(bloc, refused1, refused2).resultat()).isEqualTo(ResultatBloc.NON_VALIDE);
        }

        @Test
        void leavesToTheJuryWhatEvaluateursDisagreeOn() {
            Saisie other = saisie("A", "e2", "C1-a=ACQUIS", "C1-b=NON_ACQUIS", "C2-a=ACQUIS");

            assertThat(propose(bloc, a1, other).resultat()).isEqualTo(ResultatBloc.DIVERGENT);
        }

        @Test
        void refusesWhenOneCompetenceFailsThoughAnotherIsDisputed() {
            Saisie one = saisie("A", "e1", "C1-a=ACQUIS", "C1-b=NON_ACQUIS", "C2-a=NON_ACQUIS");
            Saisie two = saisie("A", "e2", "C1-a=ACQUIS", "C1-b=ACQUIS", "C2-a=NON_ACQUIS");

            assertThat(propose(bloc, one, two).resultat()).isEqualTo(ResultatBloc.NON_VALIDE);
        }

        @Test
        void oneEpreuveDoesNotMakeUpForAnother() {
            assertThat(propose(bloc, a1, a2, saisie("B", "e1", "C2-a=NON_ACQUIS"))
                            .resultat())
                    .isEqualTo(ResultatBloc.NON_VALIDE);
        }

        @Test
        void aCriterionThatNobodySawIsNeitherMetNorFailed() {
            Saisie unseen1 = saisie("A", "e1", "C1-a=NON_OBSERVE", "C1-b=ACQUIS", "C2-a=ACQUIS");
            Saisie unseen2 = saisie("A", "e2", "C1-a=NON_OBSERVE", "C1-b=ACQUIS", "C2-a=ACQUIS");

            PropositionBloc proposed = propose(bloc, unseen1, unseen2);

            assertThat(proposed.resultat()).isEqualTo(ResultatBloc.INDETERMINE);
            assertThat(proposed.manques()).isEmpty();
            assertThat(lines(proposed)).anyMatch(l -> l.contains("critère(s) non observé(s) C1-a"));
        }

        @Test
        void anotherEpreuveSettlesWhatWasNotSeen() {
            Saisie unseen1 = saisie("A", "e1", "C1-a=ACQUIS", "C1-b=ACQUIS", "C2-a=NON_OBSERVE");
            Saisie unseen2 = saisie("A", "e2", "C1-a=ACQUIS", "C1-b=ACQUIS", "C2-a=NON_OBSERVE");

            assertThat(propose(bloc, unseen1, unseen2).manques()).containsExactly("B");
            assertThat(propose(bloc, unseen1, unseen2, saisie("B", "e1", "C2-a=ACQUIS"))
                            .resultat())
                    .isEqualTo(ResultatBloc.VALIDE);
        }

        @Test
        void whoSawNothingHasNoOpinionAgainstTheOther() {
            Saisie unseen = saisie("A", "e2", "C1-a=NON_OBSERVE", "C1-b=NON_OBSERVE", "C2-a=NON_OBSERVE");

            assertThat(propose(bloc, a1, unseen).resultat()).isEqualTo(ResultatBloc.VALIDE);
        }

        @Test
        void asksOnlyForTheCompetencesItNames() {
            BlocCompetences partial = bloc(
                    "B",
                    acquises("C1"),
                    List.of(competence("C1", binaire("C1-a")), competence("C2", binaire("C2-a"))),
                    List.of(epreuve("A", 1, "C1", "C2")));

            assertThat(propose(partial, saisie("A", "e1", "C1-a=ACQUIS", "C2-a=NON_ACQUIS"))
                            .resultat())
                    .isEqualTo(ResultatBloc.VALIDE);
        }

        @ParameterizedTest
        @EnumSource(
                value = Presence.class,
                names = {"ABSENT", "EXCUSE"})
        void anAbsenceIsNeverAZeroNorARefusal(Presence presence) {
            PropositionBloc proposed = propose(bloc, absence("A", "e1", presence), saisie("B", "e1", "C2-a=ACQUIS"));

            assertThat(proposed.resultat()).isEqualTo(ResultatBloc.INDETERMINE);
            assertThat(proposed.manques()).isEmpty();
            assertThat(lines(proposed)).anyMatch(l -> l.contains("A (absence)"));
        }

        @Test
        void aMarkAndAnAbsenceOnTheSameEpreuveHaveToBeSettled() {
            PropositionBloc proposed = propose(bloc, a1, absence("A", "e2", Presence.ABSENT));

            assertThat(proposed.resultat()).isEqualTo(ResultatBloc.INDETERMINE);
            assertThat(proposed.manques()).contains("A");
            assertThat(lines(proposed)).anyMatch(l -> l.contains("présence à accorder entre évaluateurs"));
        }

        @Test
        void countsEveryEvaluateurBeyondThoseNeeded() {
            assertThat(propose(bloc, a1, a2, saisie("A", "e3", "C1-a=NON_ACQUIS", "C1-b=ACQUIS", "C2-a=ACQUIS"))
                            .resultat())
                    .isEqualTo(ResultatBloc.DIVERGENT);
        }
    }

    @Nested
    class Alternatives {

        /** R may be sat in place of A. */
        private final BlocCompetences bloc = bloc(
                "B",
                acquises(),
                List.of(competence("C1", binaire("C1-a"))),
                List.of(epreuve("A", 1, "C1"), remplacant(epreuve("R", 1, "C1"), "A")));

        @ParameterizedTest
        @CsvSource({"A", "R"})
        void eitherIsEnough(String sat) {
            PropositionBloc proposed = propose(bloc, saisie(sat, "e1", "C1-a=ACQUIS"));

            assertThat(proposed.resultat()).isEqualTo(ResultatBloc.VALIDE);
            assertThat(proposed.manques()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"A, R", "R, A"})
        void whatWasSatCountsThoughTheOtherWasSatToo(String failed, String passed) {
            assertThat(propose(bloc, saisie(failed, "e1", "C1-a=NON_ACQUIS"), saisie(passed, "e1", "C1-a=ACQUIS"))
                            .resultat())
                    .isEqualTo(ResultatBloc.NON_VALIDE);
        }

        @Test
        void oneOfThemIsWaitedForNotBoth() {
            assertThat(propose(bloc).manques()).containsExactly("A");
        }

        @ParameterizedTest
        @CsvSource({"A", "R"})
        void anAbsenceFromOneIsTheAnswerForBoth(String missed) {
            assertThat(propose(bloc, absence(missed, "e1", Presence.ABSENT)).manques())
                    .isEmpty();
        }

        @Test
        void anAbsenceDoesNotStandInTheWayOfTheOther() {
            assertThat(propose(bloc, absence("A", "e1", Presence.ABSENT), saisie("R", "e1", "C1-a=ACQUIS"))
                            .resultat())
                    .isEqualTo(ResultatBloc.VALIDE);
        }

        @Test
        void oneThatStandsForTwoIsDispensedOnlyByBoth() {
            BlocCompetences wide = bloc(
                    "B",
                    acquises(),
                    List.of(competence("C1", binaire("C1-a")), competence("C2", binaire("C2-a"))),
                    List.of(
                            epreuve("A1", 1, "C1"),
                            epreuve("A2", 1, "C2"),
                            remplacant(epreuve("R", 1, "C1", "C2"), "A1", "A2")));

            assertThat(propose(wide, saisie("A1", "e1", "C1-a=ACQUIS")).manques())
                    .containsExactly("A2");
            assertThat(propose(wide, saisie("R", "e1", "C1-a=ACQUIS", "C2-a=ACQUIS"))
                            .resultat())
                    .isEqualTo(ResultatBloc.VALIDE);
        }

        @Test
        void twoThatStandForTheSameDispenseOneAnother() {
            BlocCompetences star = bloc(
                    "B",
                    acquises(),
                    List.of(competence("C1", binaire("C1-a"))),
                    List.of(
                            epreuve("A", 1, "C1"),
                            remplacant(epreuve("R1", 1, "C1"), "A"),
                            remplacant(epreuve("R2", 1, "C1"), "A")));

            PropositionBloc proposed = propose(star, saisie("R1", "e1", "C1-a=NON_OBSERVE"));

            assertThat(proposed.resultat()).isEqualTo(ResultatBloc.INDETERMINE);
            assertThat(proposed.manques()).isEmpty();
        }

        @Test
        void aThresholdIsHeldAgainstTheEpreuveThatWasSatInstead() {
            BlocCompetences marked = bloc(
                    "B",
                    note("A", "12"),
                    List.of(competence("C1", points("C1-p", "20"))),
                    List.of(epreuve("A", 1, "C1"), remplacant(epreuve("R", 1, "C1"), "A")));

            PropositionBloc passed = propose(marked, saisie("R", "e1", "C1-p=12"));

            assertThat(passed.resultat()).isEqualTo(ResultatBloc.VALIDE);
            assertThat(lines(passed)).anyMatch(l -> l.contains("12/20 à l’épreuve R, passée à sa place"));
            assertThat(propose(marked, saisie("R", "e1", "C1-p=11.99")).resultat())
                    .isEqualTo(ResultatBloc.NON_VALIDE);
            assertThat(propose(marked, saisie("A", "e1", "C1-p=11"), saisie("R", "e1", "C1-p=19"))
                            .resultat())
                    .isEqualTo(ResultatBloc.NON_VALIDE);
        }
    }

    @Nested
    class NoteMinimale {

        private BlocCompetences bloc(int evaluateurs) {
            return Exemple.bloc(
                    "B",
                    note("A", "12"),
                    List.of(competence("C1", points("C1-p", "15"), points("C1-q", "5"))),
                    List.of(epreuve("A", evaluateurs, "C1")));
        }

        @ParameterizedTest
        @CsvSource({
            "12, 0, VALIDE",
            "7.5, 4.5, VALIDE",
            "11.99, 0, NON_VALIDE",
            "15, 5, VALIDE",
            "0, 0, NON_VALIDE",
            "7, 4.99, NON_VALIDE"
        })
        void holdsTheSumOfTheCriteriaAgainstTheThreshold(String p, String q, ResultatBloc expected) {
            assertThat(propose(bloc(1), saisie("A", "e1", "C1-p=" + p, "C1-q=" + q))
                            .resultat())
                    .isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({
            "12, 12, VALIDE",
            "10, 14, VALIDE",
            "12.01, 11.99, VALIDE",
            "12.01, 11.98, NON_VALIDE",
            "15, 8.99, NON_VALIDE"
        })
        void holdsTheExactMeanOfTwoEvaluateursAgainstTheThreshold(String one, String two, ResultatBloc expected) {
            assertThat(propose(
                                    bloc(2),
                                    saisie("A", "e1", "C1-p=" + one, "C1-q=0"),
                                    saisie("A", "e2", "C1-p=" + two, "C1-q=0"))
                            .resultat())
                    .isEqualTo(expected);
        }

        @Test
        void aMeanThatMissesTheThresholdNeverReadsAsIfItReachedIt() {
            PropositionBloc proposed = propose(
                    bloc(2), saisie("A", "e1", "C1-p=12.01", "C1-q=0"), saisie("A", "e2", "C1-p=11.98", "C1-q=0"));

            assertThat(lines(proposed))
                    .containsExactly("Note minimale\u00a0: 12/20 à l’épreuve A\u00a0: 11,995/20"
                            + " (moyenne de 2 évaluateurs\u00a0: 11,98 et 12,01)");
        }

        @Test
        void meansOfThreeAreExactToo() {
            BlocCompetences three = bloc(3);

            assertThat(propose(
                                    three,
                                    saisie("A", "e1", "C1-p=12", "C1-q=0"),
                                    saisie("A", "e2", "C1-p=12", "C1-q=0"),
                                    saisie("A", "e3", "C1-p=11.99", "C1-q=0"))
                            .resultat())
                    .isEqualTo(ResultatBloc.NON_VALIDE);
        }

        @Test
        void anAbsenceLeavesTheBlocOpen() {
            PropositionBloc proposed = propose(bloc(1), absence("A", "e1", Presence.ABSENT));

            assertThat(proposed.resultat()).isEqualTo(ResultatBloc.INDETERMINE);
            assertThat(proposed.manques()).isEmpty();
        }
    }

    @Nested
    class Eliminatoire {

        private final BlocCompetences bloc = bloc(
                "B",
                toutes(note("A", "12"), eliminatoire("C1-d")),
                List.of(competence("C1", points("C1-p", "20"), binaire("C1-d"))),
                List.of(epreuve("A", 2, "C1")));

        @Test
        void eliminatesDespiteTwentyOutOfTwenty() {
            assertThat(propose(
                                    bloc,
                                    saisie("A", "e1", "C1-p=20", "C1-d=NON_ACQUIS"),
                                    saisie("A", "e2", "C1-p=20", "C1-d=NON_ACQUIS"))
                            .resultat())
                    .isEqualTo(ResultatBloc.NON_VALIDE);
        }

        @Test
        void oneEvaluateurIsEnoughToEliminate() {
            PropositionBloc proposed = propose(
                    bloc, saisie("A", "e1", "C1-p=20", "C1-d=ACQUIS"), saisie("A", "e2", "C1-p=20", "C1-d=NON_ACQUIS"));

            assertThat(proposed.resultat()).isEqualTo(ResultatBloc.NON_VALIDE);
        }

        @Test
        void eliminatesBeforeTheSecondEvaluateurHasMarked() {
            PropositionBloc proposed = propose(bloc, saisie("A", "e1", "C1-p=20", "C1-d=NON_ACQUIS"));

            assertThat(proposed.resultat()).isEqualTo(ResultatBloc.NON_VALIDE);
            assertThat(proposed.manques()).isEmpty();
        }

        @Test
        void isNotMetByOneEvaluateurAlone() {
            assertThat(propose(bloc, saisie("A", "e1", "C1-p=20", "C1-d=ACQUIS"))
                            .resultat())
                    .isEqualTo(ResultatBloc.INDETERMINE);
        }

        @Test
        void hasToBeSeen() {
            PropositionBloc proposed = propose(
                    bloc,
                    saisie("A", "e1", "C1-p=20", "C1-d=NON_OBSERVE"),
                    saisie("A", "e2", "C1-p=20", "C1-d=NON_OBSERVE"));

            assertThat(proposed.resultat()).isEqualTo(ResultatBloc.INDETERMINE);
            assertThat(lines(proposed)).anyMatch(l -> l.endsWith("non observé"));
        }

        @Test
        void validatesWithTheThreshold() {
            assertThat(propose(
                                    bloc,
                                    saisie("A", "e1", "C1-p=12", "C1-d=ACQUIS"),
                                    saisie("A", "e2", "C1-p=12", "C1-d=NON_OBSERVE"))
                            .resultat())
                    .isEqualTo(ResultatBloc.VALIDE);
        }
    }

    @Nested
    class Porte {

        private final BlocCompetences bloc = bloc(
                "B",
                toutes(porte("QCM", "12", "MSP"), note("MSP", "10")),
                List.of(competence("C1", points("C1-q", "20")), competence("C2", points("C2-m", "20"))),
                List.of(epreuve("QCM", 1, "C1"), epreuve("MSP", 1, "C2")));

        @Test
        void isAThresholdOfItsOwn() {
            assertThat(propose(bloc, saisie("QCM", "e1", "C1-q=11.99")).resultat())
                    .isEqualTo(ResultatBloc.NON_VALIDE);
            assertThat(propose(bloc, saisie("QCM", "e1", "C1-q=12"), saisie("MSP", "e1", "C2-m=10"))
                            .resultat())
                    .isEqualTo(ResultatBloc.VALIDE);
        }

        @Test
        void whatItKeepsClosedIsNotWaitedFor() {
            assertThat(propose(bloc).manques()).containsExactly("QCM");
            assertThat(propose(bloc, saisie("QCM", "e1", "C1-q=12")).manques()).containsExactly("MSP");
        }

        @Test
        void anAbsenceAtTheGateLetsTheFileGoToTheJury() {
            PropositionBloc proposed = propose(bloc, absence("QCM", "e1", Presence.ABSENT));

            assertThat(proposed.resultat()).isEqualTo(ResultatBloc.INDETERMINE);
            assertThat(proposed.manques()).isEmpty();
            assertThat(lines(proposed)).anyMatch(l -> l.contains("MSP (fermée par la porte QCM)"));
        }

        @Test
        void refusesWhenTheGateIsMarkedDownAfterwards() {
            assertThat(propose(bloc, saisie("QCM", "e1", "C1-q=9"), saisie("MSP", "e1", "C2-m=20"))
                            .resultat())
                    .isEqualTo(ResultatBloc.NON_VALIDE);
        }
    }

    @Nested
    class Composition {

        private BlocCompetences bloc(Regle regle) {
            return Exemple.bloc(
                    "B",
                    regle,
                    List.of(
                            competence("C1", points("C1-p", "20")),
                            competence("C2", points("C2-p", "20")),
                            competence("C3", binaire("C3-a"))),
                    List.of(epreuve("A", 1, "C1"), epreuve("B", 1, "C2"), epreuve("C", 2, "C3")));
        }

        private final Saisie passedA = saisie("A", "e1", "C1-p=15");
        private final Saisie failedA = saisie("A", "e1", "C1-p=5");
        private final Saisie passedB = saisie("B", "e1", "C2-p=15");
        private final Saisie failedB = saisie("B", "e1", "C2-p=5");

        @Test
        void oneFailureRefusesThoughAnotherEpreuveWasNotSat() {
            PropositionBloc proposed = propose(bloc(toutes(note("A", "10"), note("B", "10"))), failedA);

            assertThat(proposed.resultat()).isEqualTo(ResultatBloc.NON_VALIDE);
            assertThat(proposed.manques()).isEmpty();
        }

        @Test
        void enoughOfTheRulesValidates() {
            BlocCompetences bloc = bloc(auMoins(1, note("A", "10"), note("B", "10")));

            assertThat(propose(bloc, passedA).resultat()).isEqualTo(ResultatBloc.VALIDE);
            assertThat(propose(bloc, failedA, passedB).resultat()).isEqualTo(ResultatBloc.VALIDE);
            assertThat(propose(bloc, failedA, failedB).resultat()).isEqualTo(ResultatBloc.NON_VALIDE);
            assertThat(propose(bloc, failedA).resultat()).isEqualTo(ResultatBloc.INDETERMINE);
        }

        @Test
        void refusesAsSoonAsTooFewRulesCanStillHold() {
            BlocCompetences bloc = bloc(auMoins(2, note("A", "10"), note("B", "10")));

            assertThat(propose(bloc, failedA).resultat()).isEqualTo(ResultatBloc.NON_VALIDE);
        }

        @Test
        void waitsOnlyForWhatCanStillSettleTheBloc() {
            BlocCompetences bloc = bloc(auMoins(1, toutes(note("A", "10"), note("B", "10")), acquises("C3")));

            assertThat(propose(bloc, failedA).manques()).containsExactly("C");
        }

        @Test
        void aDisagreementIsToldOnlyWhenNothingElseIsOpen() {
            BlocCompetences bloc = bloc(toutes(note("A", "10"), acquises("C3")));
            Saisie yes = saisie("C", "e1", "C3-a=ACQUIS");
            Saisie no = saisie("C", "e2", "C3-a=NON_ACQUIS");

            assertThat(propose(bloc, yes, no).resultat()).isEqualTo(ResultatBloc.INDETERMINE);
            assertThat(propose(bloc, passedA, yes, no).resultat()).isEqualTo(ResultatBloc.DIVERGENT);
            assertThat(propose(bloc, failedA, yes, no).resultat()).isEqualTo(ResultatBloc.NON_VALIDE);
        }

        @Test
        void anAttestationHeldCountsAndOneNotHeldFallsBackOnTheOtherWay() {
            BlocCompetences bloc = bloc(auMoins(1, attestation("SST"), note("A", "10")));

            assertThat(propose(bloc, Set.of("SST")).resultat()).isEqualTo(ResultatBloc.VALIDE);
            assertThat(propose(bloc, Set.of("H0B0")).resultat()).isEqualTo(ResultatBloc.INDETERMINE);
            assertThat(propose(bloc, Set.of(), passedA).resultat()).isEqualTo(ResultatBloc.VALIDE);
            assertThat(propose(bloc, Set.of(), failedA).resultat()).isEqualTo(ResultatBloc.NON_VALIDE);
        }

        @Test
        void explainsRuleMarksAndResultFromTheRootToTheLeaves() {
            PropositionBloc proposed =
                    propose(bloc(toutes(note("A", "10"), auMoins(1, note("B", "10"), attestation("SST")))), passedA);

            assertThat(proposed.explications())
                    .extracting(Explication::profondeur, Explication::regle, Explication::resultat)
                    .containsExactly(
                            tuple(0, "TOUTES", Verdict.INDETERMINEE),
                            tuple(1, "NOTE_MINIMALE", Verdict.SATISFAITE),
                            tuple(1, "AU_MOINS", Verdict.INDETERMINEE),
                            tuple(2, "NOTE_MINIMALE", Verdict.INDETERMINEE),
                            tuple(2, "ATTESTATION", Verdict.NON_SATISFAITE));
            assertThat(lines(proposed))
                    .contains(
                            "Note minimale\u00a0: 10/20 à l’épreuve A\u00a0: 15/20",
                            "Note minimale\u00a0: 10/20 à l’épreuve B\u00a0: B (notes attendues)");
        }

        @Test
        void namesAnAttestationByItsTitle() {
            Referentiel referentiel = withCertification(
                    referentiel(bloc(attestation("SST"))),
                    certification(new Prerequis(
                            "SST",
                            "Certificat de secouriste",
                            Prerequis.Type.ATTESTATION,
                            false,
                            null,
                            null,
                            24,
                            null,
                            null)));

            assertThat(lines(PropositionEngine.propose(referentiel, "", List.of(), Set.of("SST"))
                            .blocs()
                            .get(0)))
                    .containsExactly("Certificat de secouriste\u00a0: détenu et en cours de validité");
        }
    }

    @Nested
    class Certificat {

        private BlocCompetences bloc(String code) {
            return Exemple.bloc(
                    code,
                    acquises(),
                    List.of(competence("C" + code, binaire(code + "-a"))),
                    List.of(epreuve("E" + code, 2, "C" + code)));
        }

        private final Referentiel two = referentiel(bloc("1"), bloc("2"));

        private Proposition propose(Referentiel referentiel, Saisie... saisies) {
            return PropositionEngine.propose(referentiel, "abc", List.of(saisies), Set.of());
        }

        private Saisie mark(String bloc, String evaluateur, String note) {
            return saisie("E" + bloc, evaluateur, bloc + "-a=" + note);
        }

        @ParameterizedTest
        @CsvSource({
            "ACQUIS, ACQUIS, ACQUIS, ACQUIS, TOTALE",
            "ACQUIS, ACQUIS, NON_ACQUIS, NON_ACQUIS, PARTIELLE",
            "NON_ACQUIS, NON_ACQUIS, NON_ACQUIS, NON_ACQUIS, REFUS",
            "ACQUIS, ACQUIS, ACQUIS, NON_ACQUIS, A_TRANCHER",
            "NON_ACQUIS, NON_ACQUIS, ACQUIS, NON_ACQUIS, A_TRANCHER",
            "ACQUIS, ACQUIS, NON_OBSERVE, NON_OBSERVE, INCOMPLETE",
            "NON_ACQUIS, NON_ACQUIS, NON_OBSERVE, NON_OBSERVE, INCOMPLETE"
        })
        void followsFromTheBlocs(String a1, String a2, String b1, String b2, Resultat expected) {
            assertThat(propose(two, mark("1", "e1", a1), mark("1", "e2", a2), mark("2", "e1", b1), mark("2", "e2", b2))
                            .proposition())
                    .isEqualTo(expected);
        }

        @Test
        void isIncompleteAsLongAsABlocIsOpenAndSaysWhatIsMissing() {
            Proposition proposition = propose(two, mark("1", "e1", "ACQUIS"), mark("1", "e2", "ACQUIS"));

            assertThat(proposition.proposition()).isEqualTo(Resultat.INCOMPLETE);
            assertThat(proposition.manques()).containsExactly("E2");
            assertThat(proposition.explications())
                    .extracting(Explication::regle, Explication::libelle)
                    .containsExactly(
                            tuple("TOUS_BLOCS", "2 bloc(s) à valider sur 2\u00a0: 1 validé(s), 1 non évalué(s)"));
        }

        @Test
        void mayAskForSomeBlocsOnly() {
            Referentiel oneOfTwo =
                    referentiel(new RegleCertificat.BlocsAuMoins(1, List.of(), null), bloc("1"), bloc("2"));

            Proposition proposition = propose(oneOfTwo, mark("1", "e1", "ACQUIS"), mark("1", "e2", "ACQUIS"));

            assertThat(proposition.proposition()).isEqualTo(Resultat.TOTALE);
            assertThat(proposition.explications().get(0).regle()).isEqualTo("BLOCS_AU_MOINS");
        }

        @Test
        void namesItsRuleThoughItAsksForAsManyBlocsAsThereAre() {
            Referentiel twoOfTwo =
                    referentiel(new RegleCertificat.BlocsAuMoins(2, List.of(), null), bloc("1"), bloc("2"));

            assertThat(propose(twoOfTwo).explications().get(0).regle()).isEqualTo("BLOCS_AU_MOINS");
        }

        @Test
        void carriesTheHashOfTheSnapshotWhoseRulesWereApplied() {
            assertThat(propose(two).empreinte()).isEqualTo("abc");
        }
    }
}
