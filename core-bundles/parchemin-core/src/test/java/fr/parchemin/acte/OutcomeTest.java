package fr.parchemin.acte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private final Outcome<Integer> done = Outcome.done(3);
    private final Outcome<Integer> refused = Outcome.refused(CodeRefus.TYPE_NON_ADMIS);

    @Test
    void whatIsDoneGoesOn() {
        assertThat(done.map(n -> n + 1)).isEqualTo(Outcome.done(4));
        assertThat(done.then(n -> Outcome.done(n * 2))).isEqualTo(Outcome.done(6));
        assertThat(done.reason()).isEmpty();
        assertThat(done.isDone()).isTrue();
        assertThat(done.orElseThrow()).isEqualTo(3);
        assertThat(done.<String>fold(n -> "fait " + n, r -> "refusé")).isEqualTo("fait 3");
    }

    @Test
    void whatIsRefusedStaysRefusedForTheSameReason() {
        assertThat(refused.map(n -> n + 1).reason()).isEqualTo(refused.reason());
        assertThat(refused.then(n -> Outcome.done("jamais")).reason()).isEqualTo(refused.reason());
        assertThat(refused.isDone()).isFalse();
        assertThat(refused.<String>fold(n -> "fait", r -> r.code().name())).isEqualTo("TYPE_NON_ADMIS");
    }

    @Test
    void theNextStepMayRefuse() {
        assertThat(done.then(n -> Outcome.refused(CodeRefus.TYPE_NON_ADMIS))).isEqualTo(refused);
    }

    @Test
    void refusesWhenThereIsAReasonTo() {
        Refus refus = Refus.of(CodeRefus.CHAMP_MANQUANT, "nom");

        assertThat(Outcome.unless(Optional.of(refus), 1)).isEqualTo(Outcome.refused(refus));
        assertThat(Outcome.unless(Optional.empty(), 1)).isEqualTo(Outcome.done(1));
    }

    @Test
    void aRefusalTakenForDoneIsAnErrorThatSaysWhy() {
        assertThatThrownBy(refused::orElseThrow)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TYPE_NON_ADMIS");
    }

    @Test
    void somethingDoneMayHaveNoValue() {
        assertThat(Outcome.done(null).isDone()).isTrue();
        assertThat(Outcome.done(null).map(x -> "suite").orElseThrow()).isEqualTo("suite");
    }
}
