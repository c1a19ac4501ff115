package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.MembreJury;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class JurysTest {

    private final TestDatabase db;
    private final Samples samples;

    JurysTest(TestDatabase db) {
        this.db = db;
        this.samples = new Samples(db);
    }

    private Jury found(UUID id) {
        return db.<Optional<Jury>>read(() -> db.jurys.find(id)).orElseThrow();
    }

    private Outcome<Object> update(Jury jury) {
        return db.transactions.write(TestDatabase.TOUT, () -> {
            db.jurys.update(jury);
            return Outcome.done(null);
        });
    }

    private static Jury with(Jury j, List<MembreJury> membres, long revision) {
        return new Jury(
                j.id(),
                j.numero(),
                j.branche(),
                j.certification(),
                j.intitule(),
                j.version(),
                j.date(),
                j.lieu(),
                membres,
                j.composePar(),
                j.composeLe(),
                j.validePar(),
                j.valideLe(),
                revision);
    }

    @Test
    void keepsAJuryWithItsMembersInOrder() {
        Jury jury = samples.kept(samples.jury());

        assertThat(found(jury.id())).isEqualTo(jury);
        assertThat(db.<Optional<Jury>>read(() -> db.jurys.find(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    void replacesAJuryAndMovesItsRevisionOn() {
        Jury jury = samples.kept(samples.jury());
        MembreJury kept = jury.membres().get(1);
        MembreJury added = new MembreJury(UUID.randomUUID(), "Membre Trois", "EMPLOYEURS", null, null, 0, true);
        Jury next = with(jury.validated("certificateur", Samples.NOW), List.of(added, kept), 0);

        assertThat(update(next).isDone()).isTrue();
        assertThat(found(jury.id())).isEqualTo(with(next, next.membres(), 1));
    }

    @Test
    void refusesAJuryReadBeforeSomebodyElseChangedIt() {
        Jury read = samples.kept(samples.jury());
        update(read.validated("certificateur", Samples.NOW));

        Outcome<Object> mine = update(read.validated("autre", Samples.NOW));

        assertThat(mine.reason()).map(Refus::code).contains(CodeRefus.CONFLIT_MODIFICATION);
        assertThat(found(read.id()).validePar()).isEqualTo("certificateur");
    }

    @Test
    void listsJurysNewestFirstPageByPage() {
        List<Jury> added = new ArrayList<>(IntStream.range(0, 8)
                .mapToObj(i -> samples.kept(samples.jury()))
                .toList());
        Collections.reverse(added);
        Set<String> here = Set.of(samples.branche);

        assertThat(db.<List<Jury>>read(() -> Samples.juries(db, here, null, 5)))
                .containsExactlyElementsOf(added.subList(0, 5));
        assertThat(db.<List<Jury>>read(
                        () -> Samples.juries(db, here, added.get(4).numero(), 5)))
                .containsExactlyElementsOf(added.subList(5, 8));
        assertThat(db.<List<Jury>>read(() -> Samples.juries(db, Set.of(), null, 5)))
                .isEmpty();
    }

    @Test
    void givesTheLastJuryOfABranch() {
        assertThat(last()).isEmpty();
        samples.kept(samples.jury());
        Jury second = samples.kept(samples.jury());

        assertThat(last()).contains(second);
    }

    private Optional<Jury> last() {
        return db.transactions
                .write(TestDatabase.TOUT, () -> Outcome.done(db.jurys.lastOf(samples.branche)))
                .orElseThrow();
    }

    /** Presidency alternates from one jury to the next: each must see the one before, the first included. */
    @Test
    void makesTheCompositionsOfABranchTakeTurns() {
        int threads = 8;
        Concurrently.run(
                threads,
                number -> db.write(() -> {
                    boolean before = db.jurys
                            .lastOf(samples.branche)
                            .map(j -> j.membres().get(0).president())
                            .orElse(false);
                    Jury jury = samples.jury();
                    MembreJury first = jury.membres().get(0);
                    db.jurys.add(with(
                            jury,
                            List.of(new MembreJury(
                                    first.id(), first.nom(), first.college(), null, null, null, !before)),
                            0));
                }));

        List<Boolean> presidents =
                db.<List<Jury>>read(() -> Samples.juries(db, Set.of(samples.branche), null, 20)).stream()
                        .map(j -> j.membres().get(0).president())
                        .toList();
        assertThat(presidents).hasSize(threads);
        for (int i = 1; i < threads; i++) {
            assertThat(presidents.get(i)).isNotEqualTo(presidents.get(i - 1));
        }
    }

    private Decision decide(UUID candidature, Jury jury, Decision.Issue issue) {
        Decision decision = Samples.decision(candidature, jury, issue);
        db.write(() -> db.decisions.add(decision));
        return decision;
    }

    private Optional<Decision> lastDecision(UUID candidature) {
        return db.read(() -> db.decisions.lastOf(candidature));
    }

    @Test
    void keepsADecisionAsItWasTaken() {
        Jury jury = samples.kept(samples.jury());
        UUID candidature = samples.kept(samples.candidature()).id();
        assertThat(lastDecision(candidature)).isEmpty();

        Decision decision = decide(candidature, jury, Decision.Issue.VALIDATION_PARTIELLE);

        assertThat(lastDecision(candidature)).contains(decision);
    }

    @Test
    void givesTheLastDecisionOnEachFile() {
        Jury jury = samples.kept(samples.jury());
        UUID twice = samples.kept(samples.candidature()).id();
        UUID once = samples.kept(samples.candidature()).id();
        UUID never = samples.kept(samples.candidature()).id();
        decide(twice, jury, Decision.Issue.AJOURNEMENT);
        Decision second = decide(twice, jury, Decision.Issue.VALIDATION_TOTALE);
        Decision only = decide(once, jury, Decision.Issue.REFUS);

        assertThat(db.<Map<UUID, Decision>>read(() -> db.decisions.lastOf(List.of(twice, once, never))))
                .containsOnly(Map.entry(twice, second), Map.entry(once, only));
        assertThat(db.<Map<UUID, Decision>>read(() -> db.decisions.lastOf(List.<UUID>of())))
                .isEmpty();
    }

    @Test
    void keepsDecisionsFromChangeByHandOnPostgreSql() {
        assumeThat(db.engine).isEqualTo(TestEngine.POSTGRESQL);

        for (String sql : List.of("update decision set motif = ''", "delete from decision")) {
            assertThatThrownBy(() -> db.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("never changed or removed");
        }
    }

    @Test
    void numbersJurysApartFromFiles() {
        long first = next();
        db.write(db.candidatures::nextNumero);

        assertThat(next()).isEqualTo(first + 1);
    }

    private long next() {
        return db.transactions
                .write(TestDatabase.TOUT, () -> Outcome.done(db.jurys.nextNumero()))
                .orElseThrow();
    }
}
