package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.evaluation.Note;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.migration.Apercu.MiseDeCote;
import fr.parchemin.migration.ContenuDossier;
import fr.parchemin.migration.Migration;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class MigrationsFaitesTest {

    private final TestDatabase db;
    private final Samples samples;

    MigrationsFaitesTest(TestDatabase db) {
        this.db = db;
        this.samples = new Samples(db);
    }

    private List<Saisie> marks(UUID candidature) {
        return List.of(
                samples.saisie(candidature, "E1", "eval-a"),
                new Saisie(
                        candidature,
                        "E2",
                        "eval-b",
                        Presence.PRESENT,
                        Map.of("P1", new Note.Points(new BigDecimal("100")), "P2", new Note.Niveau("A+")),
                        "dit « merci »\net s’en va",
                        Samples.NOW,
                        2),
                new Saisie(candidature, "E3", "eval-b", Presence.EXCUSE, Map.of(), null, Samples.NOW));
    }

    private Migration migration(Candidature file, List<Saisie> marks) {
        ContenuDossier before = ContenuDossier.of(file, marks);
        Candidature moved = file.under(
                "2.0.0", "b2", "Agent de demain", new EtatCandidature.Recevable(), Map.of(), Set.of("eval-a"));
        return new Migration(
                UUID.randomUUID(),
                file.id(),
                before,
                ContenuDossier.of(moved, marks.subList(0, 1)),
                List.of(new MiseDeCote(marks.get(1), List.of("P1"), "n’est plus observé")),
                "secretariat",
                Samples.NOW,
                null,
                null);
    }

    @Test
    void keepsTheFileBeforeAndAfterToTheLastDetail() {
        Candidature file = samples.kept(samples.candidature());
        Migration migration = migration(file, marks(file.id()));
        db.write(() -> db.migrations.add(migration));

        List<Migration> kept = db.read(() -> db.migrations.of(file.id()));

        assertThat(kept).containsExactly(migration);
        assertThat(new ArrayList<>(kept.get(0).avant().constats().keySet())).containsExactly("SST", "AGE");
    }

    @Test
    void keepsWhoUndidItInTheOrderOfTheirComing() {
        Candidature file = samples.kept(samples.candidature());
        Migration first = migration(file, marks(file.id()));
        Migration second = migration(file, marks(file.id()).subList(0, 2));
        db.write(() -> db.migrations.add(first));
        db.write(() -> db.migrations.add(second));
        Migration undone = second.annulee("secretariat", Samples.NOW.plusSeconds(5));
        db.write(() -> db.migrations.update(undone));

        assertThat(db.read(() -> db.migrations.of(file.id()))).containsExactly(first, undone);
        assertThat(db.read(() -> db.migrations.of(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void replacesEveryGridAndPutsThemBack() {
        Candidature file = samples.kept(samples.candidature());
        List<Saisie> before = marks(file.id());
        db.write(() -> before.forEach(db.saisies::put));
        Saisie other = samples.saisie(samples.kept(samples.candidature()).id(), "E1", "eval-a");
        db.write(() -> db.saisies.put(other));

        List<Saisie> after = List.of(samples.saisie(file.id(), "N1", "eval-a"), before.get(0));
        db.write(() -> db.saisies.replaceAll(file.id(), after));
        assertThat(db.read(() -> db.saisies.of(file.id()))).containsExactlyInAnyOrderElementsOf(after);

        db.write(() -> db.saisies.replaceAll(file.id(), before));
        assertThat(db.read(() -> db.saisies.of(file.id()))).isEqualTo(before);
        assertThat(db.read(() -> db.saisies.of(other.candidature()))).containsExactly(other);
    }

    @Test
    void countsTheFilesThatNoJuryHasClosed() {
        samples.kept(samples.candidature());
        Candidature file = samples.kept(samples.candidature());

        assertThat(db.read(() -> db.migrations.openFiles(file.branche(), Samples.CERTIFICATION)))
                .isEqualTo(Map.of(Samples.VERSION, 2L));
        assertThat(db.read(() -> db.migrations.openFiles(file.branche(), "AUTRE")))
                .isEmpty();
    }
}
