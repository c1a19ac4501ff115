package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.branche.BrancheConnue;
import fr.parchemin.referentiel.Snapshot;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class BranchesTest {

    private final TestDatabase db;
    private final Samples samples;

    BranchesTest(TestDatabase db) {
        this.db = db;
        this.samples = new Samples(db);
    }

    private BrancheConnue branche(String nom, boolean absente) {
        return new BrancheConnue(
                samples.branche, nom, "{\"nom\":\"é\"}", Samples.NOW, absente ? Samples.NOW.plusSeconds(1) : null);
    }

    private List<BrancheConnue> known() {
        return db.read(db.branches::all).stream()
                .filter(b -> b.code().equals(samples.branche))
                .toList();
    }

    @Test
    void remembersABranchAndReplacesWhatItRemembered() {
        db.write(() -> db.branches.put(branche("Essai", false)));
        assertThat(known()).containsExactly(branche("Essai", false));

        db.write(() -> {
            assertThat(known()).containsExactly(branche("Essai", false));
            db.branches.put(branche("Essais", true));
            assertThat(known()).containsExactly(branche("Essais", true));
        });
        assertThat(known()).containsExactly(branche("Essais", true));
    }

    @Test
    void letsTwoNodesRememberTheSameBranchAtOnce() {
        Concurrently.run(8, node -> db.write(() -> db.branches.put(branche("Essai", false))));

        assertThat(known()).containsExactly(branche("Essai", false));
    }

    private Optional<Snapshot> snapshot(String version) {
        return db.read(() -> db.snapshots.find(samples.branche, Samples.CERTIFICATION, version));
    }

    @Test
    void keepsASnapshotWhateverItsSize() {
        String contenu = "{\"intitule\":\"" + "Épreuve œuvrée ".repeat(40_000) + "\"}";
        Snapshot snapshot = samples.snapshot("2.0.0", "b2", contenu);
        db.write(() -> db.snapshots.add(snapshot));

        assertThat(snapshot("2.0.0")).contains(snapshot);
        assertThat(snapshot("3.0.0")).isEmpty();
    }

    @Test
    void listsTheSnapshotsOfABranchByCertificationThenAdmission() {
        Snapshot later =
                new Snapshot(samples.branche, Samples.CERTIFICATION, "0.9.0", "b1", "{}", Samples.NOW.plusSeconds(1));
        Snapshot other = new Snapshot(samples.branche, "AAA", "1.0.0", "b2", "{}", Samples.NOW.plusSeconds(2));
        db.write(() -> List.of(later, other).forEach(db.snapshots::add));

        assertThat(db.<List<Snapshot.Reference>>read(() -> db.snapshots.references(samples.branche)))
                .containsExactly(
                        other.reference(),
                        samples.snapshot(Samples.VERSION, "a1", "{}").reference(),
                        later.reference());
    }

    @Test
    void neverReplacesASnapshotByAnotherContent() {
        Outcome<Object> outcome = db.transactions.write(TestDatabase.TOUT, () -> {
            db.snapshots.add(samples.snapshot(Samples.VERSION, "autre", "{\"autre\":1}"));
            return Outcome.done(null);
        });

        assertThat(outcome.reason()).map(Refus::code).contains(CodeRefus.CONFLIT_MODIFICATION);
        assertThat(snapshot(Samples.VERSION)).contains(samples.snapshot(Samples.VERSION, "a1", "{}"));
    }

    @Test
    void letsTwoNodesKeepTheSameSnapshotAtOnce() {
        Snapshot snapshot = samples.snapshot("2.0.0", "b2", "{}");

        Concurrently.run(8, node -> db.write(() -> db.snapshots.add(snapshot)));

        assertThat(snapshot("2.0.0")).contains(snapshot);
    }

    @Test
    void keepsSnapshotsFromChangeByHandOnPostgreSql() {
        assumeThat(db.engine).isEqualTo(TestEngine.POSTGRESQL);

        for (String sql : List.of("update referentiel_snapshot set contenu = ''", "delete from referentiel_snapshot")) {
            assertThatThrownBy(() -> db.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("never changed or removed");
        }
    }
}
