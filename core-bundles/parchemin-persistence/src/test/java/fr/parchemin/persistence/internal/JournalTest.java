package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.parchemin.acte.Acte;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class JournalTest {

    private final TestDatabase db;
    private final Samples samples;
    private final String objet = Samples.unique("candidature/");

    JournalTest(TestDatabase db) {
        this.db = db;
        this.samples = new Samples(db);
    }

    private List<Acte> about(int limite) {
        return db.read(() -> db.journal.about(objet, limite));
    }

    @Test
    void keepsLinesAsTheyAreAndNumbersThem() {
        Acte ofBranche = samples.acte(objet);
        Acte ofPlatform = new Acte(
                null, Samples.NOW, "plateforme", null, objet, Acte.Nature.COMPTE_CREE, "Compte créé\u00a0: « 🎓 ».");
        db.write(() -> {
            db.journal.append(ofBranche);
            db.journal.append(ofPlatform);
        });

        assertThat(about(10))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("rang")
                .containsExactly(ofBranche, ofPlatform);
        assertThat(about(10)).extracting(Acte::rang).doesNotContainNull().isSorted();
    }

    @Test
    void givesTheOldestLinesAboutOneObjectOnly() {
        db.write(() -> {
            for (int i = 0; i < 5; i++) {
                db.journal.append(samples.acte(objet));
                db.journal.append(samples.acte(objet + "0"));
            }
        });

        assertThat(about(3)).hasSize(3).containsExactlyElementsOf(about(10).subList(0, 3));
        assertThat(about(10)).hasSize(5).extracting(Acte::objet).containsOnly(objet);
    }

    @Test
    void isRefusedToChangeByTheServerItselfOnPostgreSql() {
        assumeThat(db.engine).isEqualTo(TestEngine.POSTGRESQL);
        db.write(() -> db.journal.append(samples.acte(objet)));

        for (String sql : List.of(
                "update acte set detail = 'x' where objet = '" + objet + "'",
                "delete from acte where objet = '" + objet + "'",
                "truncate acte")) {
            assertThatThrownBy(() -> db.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("never changed or removed");
        }
        assertThat(about(10)).hasSize(1);
    }
}
