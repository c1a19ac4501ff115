package fr.parchemin.evaluation;

import static fr.parchemin.exemple.Exemple.acquises;
import static fr.parchemin.exemple.Exemple.binaire;
import static fr.parchemin.exemple.Exemple.bloc;
import static fr.parchemin.exemple.Exemple.code;
import static fr.parchemin.exemple.Exemple.competence;
import static fr.parchemin.exemple.Exemple.detail;
import static fr.parchemin.exemple.Exemple.epreuve;
import static fr.parchemin.exemple.Exemple.note;
import static fr.parchemin.exemple.Exemple.points;
import static fr.parchemin.exemple.Exemple.porte;
import static fr.parchemin.exemple.Exemple.referentiel;
import static fr.parchemin.exemple.Exemple.saisie;
import static fr.parchemin.exemple.Exemple.toutes;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.exemple.Exemple;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Regle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControleSaisieTest {

    private static final Referentiel REFERENTIEL = referentiel(
            bloc(
                    "B1",
                    acquises(),
                    List.of(competence("C1", binaire("C1-a"), binaire("C1-b"))),
                    List.of(epreuve("E1", 1, "C1"))),
            bloc(
                    "B2",
                    toutes(porte("QCM", "12", "MSP"), note("MSP", "12")),
                    List.of(competence("C2", points("C2-q", "20")), competence("C3", points("C3-m", "12.5"))),
                    List.of(epreuve("QCM", 1, "C2"), epreuve("MSP", 2, "C3"))));

    private static final Saisie GATE_PASSED = saisie("QCM", "e1", "C2-q=12");

    private static Outcome<Map<String, Note>> check(
            String epreuve, Presence presence, List<Saisie> before, String... notes) {
        Map<String, String> given = new LinkedHashMap<>();
        Arrays.stream(notes).map(n -> n.split("=", 2)).forEach(n -> given.put(n[0], n[1]));
        return ControleSaisie.check(
                REFERENTIEL, epreuve, new Evaluations.Entree(presence, given, null), before, Contexte.of(Set.of()));
    }

    private static Outcome<Map<String, Note>> check(String epreuve, String... notes) {
        return check(epreuve, Presence.PRESENT, List.of(GATE_PASSED), notes);
    }

    @Test
    void keepsAWholeGridInTheOrderOfTheReferentiel() {
        assertThat(check("E1", "C1-b=NON_OBSERVE", "C1-a=ACQUIS").orElseThrow())
                .containsExactly(
                        Map.entry("C1-a", new Note.Appreciee(Appreciation.ACQUIS)),
                        Map.entry("C1-b", new Note.Appreciee(Appreciation.NON_OBSERVE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "12", "12.5", "12,5", "12.50", "0.01", " 7 "})
    void keepsAMarkOnTheScale(String mark) {
        assertThat(check("MSP", "C3-m=" + mark).isDone()).isTrue();
    }

    @Test
    void readsACommaAsADecimalPointAndDropsIdleZeros() {
        assertThat(check("MSP", "C3-m=7,50").orElseThrow().get("C3-m")).hasToString("7.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.51",
                "13",
                "-1",
                "-0.5",
                "1e1",
                "1E1",
                "12.001",
                "0x1",
                "NaN",
                "Infinity",
                "douze",
                "ACQUIS",
                "12.",
                ".5",
                "1 2",
                "99999",
                "١٢",
                "+5"
            })
    void refusesMarkOutsideTheScale(String mark) {
        Outcome<?> refused = check("MSP", "C3-m=" + mark);

        assertThat(code(refused)).isEqualTo(CodeRefus.NOTE_HORS_ECHELLE);
        assertThat(detail(refused)).contains("un nombre de 0 à 12,5, 2 décimales au plus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OUI", "acquis", "12", "NON ACQUIS", "true"})
    void refusesAppreciationOutsideTheBinaryScale(String mark) {
        Outcome<?> refused = check("E1", "C1-a=" + mark, "C1-b=ACQUIS");

        assertThat(code(refused)).isEqualTo(CodeRefus.NOTE_HORS_ECHELLE);
        assertThat(detail(refused)).contains("ACQUIS, NON_ACQUIS ou NON_OBSERVE");
    }

    @Test
    void refusesEpreuveThatIsNotOfTheReferentielAndNamesThoseThatAre() {
        Outcome<?> refused = check("AUTRE", "C1-a=ACQUIS");

        assertThat(code(refused)).isEqualTo(CodeRefus.EPREUVE_HORS_CANDIDATURE);
        assertThat(detail(refused)).contains("« AUTRE »", "ESSAI 1.0.0", "E1, QCM, MSP");
    }

    @Test
    void refusesCriterionThatTheEpreuveDoesNotObserveAndNamesThoseItDoes() {
        Outcome<?> refused = check("E1", "C1-a=ACQUIS", "C1-b=ACQUIS", "C2-q=12");

        assertThat(code(refused)).isEqualTo(CodeRefus.CRITERE_HORS_EPREUVE);
        assertThat(detail(refused)).contains("« C2-q »", "« E1 »", "C1-a, C1-b");
    }

    @Test
    void refusesGridWithMissingMarksAndNamesThem() {
        Outcome<?> refused = check("E1", "C1-a=ACQUIS", "C1-b= ");

        assertThat(code(refused)).isEqualTo(CodeRefus.NOTE_MANQUANTE);
        assertThat(detail(refused)).contains("C1-b").doesNotContain("C1-a");
    }

    @Test
    void refusesEmptyGridOfSomebodyWhoWasThere() {
        assertThat(code(ControleSaisie.check(
                        REFERENTIEL,
                        "E1",
                        new Evaluations.Entree(Presence.PRESENT, null, null),
                        List.of(),
                        Contexte.of(Set.of()))))
                .isEqualTo(CodeRefus.NOTE_MANQUANTE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Presence.class,
            names = {"ABSENT", "EXCUSE"})
    void keepsAnAbsenceWithoutMarks(Presence presence) {
        assertThat(check("E1", presence, List.of()).orElseThrow()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Presence.class,
            names = {"ABSENT", "EXCUSE"})
    void refusesMarksForSomebodyWhoWasNotThere(Presence presence) {
        assertThat(code(check("E1", presence, List.of(), "C1-a=NON_ACQUIS", "C1-b=NON_ACQUIS")))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void asksWhetherTheCandidateWasThere() {
        assertThat(code(check("E1", null, List.of()))).isEqualTo(CodeRefus.CHAMP_MANQUANT);
    }

    @Test
    void refusesEpreuveBehindAGateThatIsNotPassed() {
        for (List<Saisie> before : List.of(
                List.<Saisie>of(),
                List.of(saisie("QCM", "e1", "C2-q=11.99")),
                List.of(Exemple.absence("QCM", "e1", Presence.ABSENT)))) {
            Outcome<?> refused = check("MSP", Presence.PRESENT, before, "C3-m=10");

            assertThat(code(refused)).isEqualTo(CodeRefus.EPREUVE_NON_OUVERTE);
            assertThat(detail(refused)).contains("« MSP »", "« QCM »", "12/20");
        }
    }

    @Test
    void opensTheEpreuveOnceTheGateIsPassed() {
        assertThat(check("MSP", Presence.PRESENT, List.of(GATE_PASSED), "C3-m=10")
                        .isDone())
                .isTrue();
        assertThat(check("QCM", Presence.PRESENT, List.of(), "C2-q=3").isDone()).isTrue();
    }

    @Nested
    class Bareme {

        private static final Epreuve.Passages DEUX = new Epreuve.Passages(1, 2, Epreuve.Passages.Retenu.DERNIER, null);

        private final Referentiel referentiel = Exemple.withCertification(
                referentiel(bloc(
                        "N",
                        toutes(new Regle.PorteAttestation("SEC", List.of("P"), null), acquises()),
                        List.of(competence("CN", Exemple.niveaux("n", "B", "D", "C", "B", "A"))),
                        List.of(Exemple.regie(epreuve("L", 1, "CN"), null, DEUX, null), epreuve("P", 1, "CN")))),
                Exemple.certification(new Prerequis(
                        "SEC",
                        "Certificat de secouriste",
                        Prerequis.Type.ATTESTATION,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null)));

        private Outcome<Map<String, Note>> enter(String epreuve, String note, int passage, Set<String> held) {
            return ControleSaisie.check(
                    referentiel,
                    epreuve,
                    new Evaluations.Entree(Presence.PRESENT, Map.of("n", note), null, passage),
                    List.of(),
                    Contexte.of(held));
        }

        @Test
        void takesALevelOfTheScaleOrNotObserved() {
            assertThat(enter("L", "A", 1, Set.of()).orElseThrow()).containsEntry("n", new Note.Niveau("A"));
            assertThat(enter("L", "NON_OBSERVE", 1, Set.of()).orElseThrow())
                    .containsEntry("n", new Note.Appreciee(Appreciation.NON_OBSERVE));
        }

        @Test
        void refusesALevelThatIsNotOnTheScaleAndSaysWhichAre() {
            for (String note : List.of("E", "ACQUIS", "12", "a")) {
                Outcome<?> refused = enter("L", note, 1, Set.of());

                assertThat(code(refused)).isEqualTo(CodeRefus.NOTE_HORS_ECHELLE);
                assertThat(detail(refused)).contains("D, C, B, A ou NON_OBSERVE");
            }
        }

        @Test
        void refusesAPassageTooMany() {
            assertThat(enter("L", "A", 2, Set.of()).isDone()).isTrue();
            assertThat(code(enter("L", "A", 3, Set.of()))).isEqualTo(CodeRefus.PASSAGE_HORS_LIMITE);
            assertThat(code(enter("L", "A", 0, Set.of()))).isEqualTo(CodeRefus.PASSAGE_HORS_LIMITE);
        }

        @Test
        void keepsClosedWhatAnAttestationOpensUntilItIsHeld() {
            Outcome<?> refused = enter("P", "A", 1, Set.of());

            assertThat(code(refused)).isEqualTo(CodeRefus.EPREUVE_SANS_ATTESTATION);
            assertThat(detail(refused)).contains("Certificat de secouriste");
            assertThat(enter("P", "A", 1, Set.of("SEC")).isDone()).isTrue();
        }
    }
}
