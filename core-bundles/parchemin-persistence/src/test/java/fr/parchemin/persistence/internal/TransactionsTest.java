package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class TransactionsTest {

    private final TestDatabase db;
    private final Samples samples;
    private final String objet = Samples.unique("objet/");

    TransactionsTest(TestDatabase db) {
        this.db = db;
        this.samples = new Samples(db);
    }

    private void append() {
        db.journal.append(samples.acte(objet));
    }

    private int kept() {
        return db.read(() -> db.journal.about(objet, 100)).size();
    }

    @Test
    void keepsWhatAnActDid() {
        Outcome<String> outcome = db.transactions.write(TestDatabase.TOUT, () -> {
            append();
            return Outcome.done("fait");
        });

        assertThat(outcome).isEqualTo(Outcome.done("fait"));
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void keepsNothingOfAnActRefused() {
        Outcome<Object> outcome = db.transactions.write(TestDatabase.TOUT, () -> {
            append();
            return Outcome.refused(CodeRefus.MOTIF_REQUIS, "essai");
        });

        assertThat(outcome.reason()).map(Refus::code).contains(CodeRefus.MOTIF_REQUIS);
        assertThat(kept()).isZero();
    }

    @Test
    void keepsNothingOfAnActThatFailsAndLetsTheFailureOut() {
        assertThatThrownBy(() -> db.transactions.write(TestDatabase.TOUT, () -> {
                    append();
                    throw new UnsupportedOperationException("essai");
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(kept()).isZero();
    }

    @Test
    void givesBackItsConnectionHoweverAnActEnds() {
        for (int i = 0; i < 3 * db.settings.maxPool(); i++) {
            db.transactions.write(TestDatabase.TOUT, () -> Outcome.refused(CodeRefus.MOTIF_REQUIS, "essai"));
            assertThatThrownBy(() -> db.transactions.write(TestDatabase.TOUT, () -> {
                        throw new UnsupportedOperationException("essai");
                    }))
                    .isInstanceOf(UnsupportedOperationException.class);
            db.read(() -> 0);
        }

        db.write(this::append);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void joinsTheActUnderWay() {
        db.transactions.write(TestDatabase.TOUT, () -> {
            db.write(this::append);
            append();
            assertThat(db.read(() -> db.journal.about(objet, 100))).hasSize(2);
            return Outcome.refused(CodeRefus.MOTIF_REQUIS, "essai");
        });

        assertThat(kept()).isZero();
    }

    @Test
    void refusesTheWholeWhenAnActInsideIsRefused() {
        Outcome<String> outcome = db.transactions.write(TestDatabase.TOUT, () -> {
            append();
            db.transactions.write(TestDatabase.TOUT, () -> Outcome.refused(CodeRefus.MOTIF_REQUIS, "essai"));
            return Outcome.done("fait quand même");
        });

        assertThat(outcome.reason()).map(Refus::code).contains(CodeRefus.MOTIF_REQUIS);
        assertThat(kept()).isZero();
    }

    @Test
    void failsTheWholeWhenAnActInsideFailed() {
        assertThatThrownBy(() -> db.transactions.write(TestDatabase.TOUT, () -> {
                    append();
                    assertThatThrownBy(() -> db.transactions.write(TestDatabase.TOUT, () -> {
                                throw new UnsupportedOperationException("essai");
                            }))
                            .isInstanceOf(UnsupportedOperationException.class);
                    return Outcome.done("fait quand même");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(UnsupportedOperationException.class);

        assertThat(kept()).isZero();
    }

    @Test
    void admitsRepositoriesInsideATransactionOnly() {
        List<Runnable> uses = List.of(
                this::append,
                () -> db.journal.about(objet, 1),
                () -> db.comptes.isEmpty(),
                () -> db.branches.all(),
                () -> db.candidatures.nextNumero(),
                () -> db.certificats.next("X"));

        for (Runnable use : uses) {
            assertThatThrownBy(use::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("inside a transaction");
        }
    }

    @Test
    void writesNothingWhileReading() {
        assertThatThrownBy(() -> db.read(() -> {
                    append();
                    return null;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> db.read(() -> db.transactions.write(TestDatabase.TOUT, () -> Outcome.done(null))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(kept()).isZero();
    }

    @Test
    void readsOneConsistentView() {
        db.read(() -> {
            assertThat(db.journal.about(objet, 100)).isEmpty();
            db.elsewhere(() -> {
                db.write(this::append);
                return null;
            });
            assertThat(db.journal.about(objet, 100)).isEmpty();
            return null;
        });

        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void tellsWhetherTheDatabaseAnswers() {
        TestDatabase other = TestDatabase.open(db.engine);
        assertThat(other.transactions.isReachable()).isTrue();

        other.close();

        assertThatThrownBy(other.transactions::isReachable).isInstanceOf(RuntimeException.class);
    }

    @Test
    void seesNothingOfAnActThatIsNotDone() {
        db.write(() -> {
            append();
            int seen = db.elsewhere(this::kept);
            assertThat(seen).isZero();
        });

        assertThat(kept()).isEqualTo(1);
    }
}
