package fr.parchemin.referentiel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.Plateforme;
import org.junit.jupiter.api.Test;

class CachedReferentielsTest {

    private final Plateforme plateforme = new Plateforme();

    @Test
    void readsASnapshotOnce() {
        int before = plateforme.snapshots.reads();
        Referentiel first = plateforme.referentiels.get("essai", "ESS-OPE", "1.0.0");

        assertThat(plateforme.referentiels.get("essai", "ESS-OPE", "1.0.0")).isSameAs(first);
        assertThat(plateforme.snapshots.reads()).isEqualTo(before + 1);
    }

    @Test
    void answersInsideATransactionToo() {
        Referentiel read =
                plateforme.base.read(Base.TOUT, () -> plateforme.referentiels.get("temoin", "TEM-AGT", "1.0.0"));

        assertThat(read.certification().code()).isEqualTo("TEM-AGT");
    }

    @Test
    void answersForABranchThatIsGone() {
        plateforme.depart(1);

        assertThat(plateforme.referentiels.get("essai", "ESS-OPE", "1.0.0").version())
                .isEqualTo("1.0.0");
    }

    @Test
    void aSnapshotThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> plateforme.referentiels.get("essai", "ESS-OPE", "9.9.9"))
                .isInstanceOf(IllegalStateException.class);
    }
}
