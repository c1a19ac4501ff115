package fr.parchemin.enmemoire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.branche.EtatBranche;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.exemple.Exemple;
import org.junit.jupiter.api.Test;

/** The fixture itself: it must not be kinder than a database. */
class PlateformeTest {

    private final Plateforme plateforme = new Plateforme();

    @Test
    void bothBranchesAreActive() {
        assertThat(plateforme.catalogue.branches())
                .extracting(VueBranche::code, v -> v.etat())
                .allSatisfy(t -> assertThat(t.toList().get(1)).isInstanceOf(EtatBranche.Active.class))
                .hasSize(2);
    }

    @Test
    void nothingIsReadOutsideATransaction() {
        assertThatThrownBy(() -> plateforme.comptes.find("admin")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingIsWrittenInATransactionThatReads() {
        assertThatThrownBy(() -> plateforme.base.read(Base.TOUT, () -> plateforme.certificats.next("X")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRefusedActLeavesNoTrace() {
        Outcome<Long> refused = plateforme.base.write(Base.TOUT, () -> {
            plateforme.certificats.next("X");
            return Outcome.refused(CodeRefus.TYPE_NON_ADMIS);
        });

        assertThat(refused.isDone()).isFalse();
        assertThat(plateforme
                        .base
                        .write(Base.TOUT, () -> Outcome.done(plateforme.certificats.next("X")))
                        .orElseThrow())
                .isEqualTo(1);
    }

    @Test
    void anActThatFailsLeavesNoTrace() {
        assertThatThrownBy(() -> plateforme.base.write(Base.TOUT, () -> {
                    plateforme.certificats.next("X");
                    throw new IllegalArgumentException("surprise");
                }))
                .hasMessage("surprise");
        assertThat(plateforme
                        .base
                        .write(Base.TOUT, () -> Outcome.done(plateforme.certificats.next("X")))
                        .orElseThrow())
                .isEqualTo(1);
    }

    @Test
    void aRefusalInsideAnActUndoesTheWhole() {
        Outcome<Long> outcome = plateforme.base.write(Base.TOUT, () -> {
            long number = plateforme.certificats.next("X");
            plateforme.base.write(Base.TOUT, () -> Outcome.refused(CodeRefus.TYPE_NON_ADMIS));
            return Outcome.done(number);
        });

        assertThat(Exemple.code(outcome)).isEqualTo(CodeRefus.TYPE_NON_ADMIS);
    }

    @Test
    void aLostUpdateIsAConflict() {
        Candidature before = plateforme.deposee("Durand");
        plateforme.base.write(Base.TOUT, () -> {
            plateforme.candidatures.update(before);
            return Outcome.done(null);
        });

        Outcome<Object> lost = plateforme.base.write(Base.TOUT, () -> {
            plateforme.candidatures.update(before);
            return Outcome.done(null);
        });

        assertThat(Exemple.code(lost)).isEqualTo(CodeRefus.CONFLIT_MODIFICATION);
    }
}
