package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.evaluation.Appreciation;
import fr.parchemin.evaluation.Note;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.Saisie;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class SaisiesTest {

    private final TestDatabase db;
    private final Samples samples;
    private UUID candidature;

    SaisiesTest(TestDatabase db) {
        this.db = db;
        this.samples = new Samples(db);
    }

    @BeforeEach
    void openFile() {
        candidature = samples.kept(samples.candidature()).id();
    }

    private Saisie put(Saisie saisie) {
        db.write(() -> db.saisies.put(saisie));
        return saisie;
    }

    private List<Saisie> kept() {
        return db.read(() -> db.saisies.of(candidature));
    }

    private Saisie with(Presence presence, Map<String, Note> notes, String observation) {
        return new Saisie(candidature, "E1", "eval-a", presence, notes, observation, Samples.NOW.plusSeconds(60));
    }

    @Test
    void keepsAGridAsItIs() {
        Saisie saisie = put(samples.saisie(candidature, "E1", "eval-a"));

        assertThat(kept()).containsExactly(saisie);
        assertThat(new ArrayList<>(kept().get(0).notes().keySet())).containsExactly("C2", "C1", "C3");
    }

    @Test
    void keepsAnAbsenceWithoutMarks() {
        Saisie saisie = put(with(Presence.EXCUSE, Map.of(), null));

        assertThat(kept()).containsExactly(saisie);
    }

    @Test
    void keepsALevelAsItsCode() {
        Saisie saisie = put(with(
                Presence.PRESENT,
                Map.of("C1", new Note.Niveau("A+"), "C2", new Note.Appreciee(Appreciation.NON_OBSERVE)),
                null));
        assertThat(kept()).containsExactly(saisie);

        Saisie second = put(with(Presence.PRESENT, Map.of("C1", new Note.Points(BigDecimal.TEN)), null));
        assertThat(kept()).containsExactly(second);
    }

    @Test
    void keepsThePassagesOfAnEpreuveApart() {
        Saisie first = put(with(Presence.PRESENT, Map.of("C1", new Note.Points(BigDecimal.ONE)), null));
        Saisie second = put(new Saisie(
                candidature, "E1", "eval-a", Presence.ABANDON, Map.of(), null, Samples.NOW.plusSeconds(90), 2));

        assertThat(kept()).containsExactly(first, second);
    }

    @Test
    void replacesTheEarlierGridOfTheSameEvaluateur() {
        put(samples.saisie(candidature, "E1", "eval-a"));
        Map<String, Note> notes = new LinkedHashMap<>();
        notes.put("C4", new Note.Appreciee(Appreciation.NON_OBSERVE));
        notes.put("C1", new Note.Appreciee(Appreciation.NON_ACQUIS));
        notes.put("C3", new Note.Points(new BigDecimal("0.5")));
        Saisie second = put(with(Presence.PRESENT, notes, null));
        assertThat(kept()).containsExactly(second);
        assertThat(new ArrayList<>(kept().get(0).notes().keySet())).containsExactly("C4", "C1", "C3");

        Saisie third = put(with(Presence.ABSENT, Map.of(), "absente"));
        assertThat(kept()).containsExactly(third);
    }

    @Test
    void replacesAGridThatTheSameActHasRead() {
        put(samples.saisie(candidature, "E1", "eval-a"));
        Saisie second = with(Presence.PRESENT, Map.of("C1", new Note.Points(BigDecimal.ONE)), null);

        db.write(() -> {
            db.saisies.of(candidature);
            db.saisies.put(second);
            assertThat(db.saisies.of(candidature)).containsExactly(second);
        });

        assertThat(kept()).containsExactly(second);
    }

    @Test
    void doesNotMingleTheGridsOfTwoActsAtOnce() {
        List<Saisie> sent = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Map<String, Note> notes = new LinkedHashMap<>();
            for (int c = 0; c <= i; c++) {
                notes.put("C" + c, new Note.Points(BigDecimal.valueOf(i)));
            }
            sent.add(with(Presence.PRESENT, notes, "envoi " + i));
        }
        put(sent.get(0));

        Concurrently.run(8, number -> put(sent.get(number)));

        assertThat(kept()).hasSize(1).isSubsetOf(sent);
    }

    @Test
    void givesGridsInTheOrderOfEpreuveThenEvaluateur() {
        Saisie b1 = put(samples.saisie(candidature, "E1", "eval-b"));
        Saisie a2 = put(samples.saisie(candidature, "E2", "eval-a"));
        Saisie a1 = put(samples.saisie(candidature, "E1", "eval-a"));

        assertThat(kept()).containsExactly(a1, b1, a2);
    }

    @Test
    void givesAnEntryForEachFileAskedFor() {
        Saisie saisie = put(samples.saisie(candidature, "E1", "eval-a"));
        UUID other = samples.kept(samples.candidature()).id();
        UUID unknown = UUID.randomUUID();

        assertThat(db.<Map<UUID, List<Saisie>>>read(() -> db.saisies.of(List.of(other, candidature, unknown))))
                .containsExactly(
                        Map.entry(other, List.of()),
                        Map.entry(candidature, List.of(saisie)),
                        Map.entry(unknown, List.of()));
        assertThat(db.<Map<UUID, List<Saisie>>>read(() -> db.saisies.of(List.<UUID>of())))
                .isEmpty();
    }

    @Test
    void neverRoundsAMark() {
        Saisie tooFine = with(Presence.PRESENT, Map.of("C1", new Note.Points(new BigDecimal("1.005"))), null);

        assertThatThrownBy(() -> put(tooFine)).isInstanceOf(IllegalArgumentException.class);
        assertThat(kept()).isEmpty();
    }
}
