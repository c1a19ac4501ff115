package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.ClesPersonnes.Destruction;
import fr.parchemin.acte.Journal.Selection;
import fr.parchemin.acte.Journal.Tete;
import fr.parchemin.acte.LigneJournal;
import fr.parchemin.acte.Valeur;
import fr.parchemin.acte.Valeurs;
import fr.parchemin.journal.Verificateur;
import fr.parchemin.journal.Verification;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain of the journal in a real database, in the hands of whoever administers it. */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"H2_MEMORY", "POSTGRESQL"})
class ChaineTest {

    private final TestEngine engine;
    private final Settings settings;
    private final CleEssai cle = CleEssai.fresh("premiere");
    private final TestDatabase db;
    private final Samples samples;
    private final UUID personne = UUID.randomUUID();

    ChaineTest(TestEngine engine) {
        this.engine = engine;
        this.settings = engine.newDatabase();
        this.db = TestDatabase.open(engine, settings, cle);
        this.samples = new Samples(db);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Acte decision() {
        return samples.acte("candidature/1")
                .about(personne)
                .onBehalfOf("jury/J-1")
                .changing(
                        Valeurs.of("etat", "PRESENTEE"),
                        Valeurs.of("issue", "REFUS").andPersonal("candidat", "Maëlys « 🎓 » Œillet"))
                .because("N’a pas su\nexpliquer");
    }

    private void append(int acts) {
        IntStream.range(0, acts).forEach(i -> db.write(() -> db.journal.append(samples.acte("objet/" + i))));
    }

    private Verification verify() {
        return new Verificateur(db.transactions, db.journal).verify(Optional.empty());
    }

    private List<Acte> about(String objet) {
        return db.read(() -> db.journal.about(objet, 100));
    }

    /** Past the guards of the server, as its administrator can. */
    private void tamper(String... statements) throws SQLException {
        if (engine == TestEngine.POSTGRESQL) {
            db.execute("alter table acte disable trigger all; alter table journal_tete disable trigger all;"
                    + " alter table cle_personne disable trigger all");
        }
        for (String statement : statements) {
            db.execute(statement);
        }
    }

    @Test
    void beginsWithALineOfItsOwnAndHasNoHoles() {
        append(3);

        List<LigneJournal> lines = db.read(() -> db.journal.lines(0, Long.MAX_VALUE, 100));
        assertThat(lines).extracting(LigneJournal::rang).containsExactly(1L, 2L, 3L, 4L);
        assertThat(lines.get(0).nature()).isEqualTo("JOURNAL_ENCHAINE");
        assertThat(verify())
                .isEqualTo(new Verification(4, new Tete(4, lines.get(3).empreinte()), Optional.empty()));
    }

    @Test
    void givesBackEverythingThatALineSays() {
        db.write(() -> db.journal.append(decision()));

        assertThat(about("candidature/1"))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("rang")
                .containsExactly(decision());
    }

    @Test
    void keepsNothingPersonalInClear() {
        db.write(() -> db.journal.append(decision()));

        LigneJournal line =
                db.<List<LigneJournal>>read(() -> db.journal.lines(1, 2, 1)).get(0);
        assertThat(line.avant()).isEqualTo("{\"etat\":\"PRESENTEE\"}");
        assertThat(line.apres()).startsWith("{\"issue\":\"REFUS\",\"candidat\":{\"chiffre\":\"");
        assertThat(line.toString()).doesNotContain("Maëlys", "expliquer");
    }

    @Test
    void masksWhatIsPersonalForWhoIsNotToSeeIt() {
        db.write(() -> db.journal.append(decision()));

        Acte masked = db.<List<Acte>>read(() -> db.journal.list(Selection.of(null, 1)))
                .get(0);
        assertThat(masked.apres().champs())
                .containsEntry("issue", new Valeur.Claire("REFUS"))
                .containsEntry("candidat", new Valeur.Masquee());
        assertThat(masked.motif()).isEqualTo(new Valeur.Masquee());
    }

    @Test
    void forgetsAPersonForEverAndStillVerifies() {
        db.write(() -> db.journal.append(decision()));
        assertThat(destroy()).isEqualTo(Destruction.DETRUITE);
        db.write(() -> db.journal.append(decision()));

        assertThat(destroy()).isEqualTo(Destruction.DEJA_DETRUITE);
        assertThat(about("candidature/1")).hasSize(2).allSatisfy(acte -> {
            assertThat(acte.apres().champs())
                    .containsEntry("issue", new Valeur.Claire("REFUS"))
                    .containsEntry("candidat", new Valeur.Effacee());
            assertThat(acte.motif().texte()).isEqualTo("effacé");
        });
        assertThat(verify().isIntact()).isTrue();
    }

    private Destruction destroy() {
        Destruction[] came = new Destruction[1];
        db.write(() -> came[0] = db.cles.destroy(personne, Samples.NOW));
        return came[0];
    }

    @Test
    void knowsNoKeyOfAPersonOfWhomItTellsNothingPersonal() {
        db.write(() -> db.journal.append(samples.acte("objet/1").about(personne)));

        assertThat(destroy()).isEqualTo(Destruction.INCONNUE);
    }

    @Test
    void doesNotTakeACiphertextFromAnotherLine() throws SQLException {
        db.write(() -> db.journal.append(decision()));
        db.write(() -> db.journal.append(decision().about(UUID.randomUUID())));
        tamper("update acte set apres = (select b.apres from acte b where b.rang = 3) where rang = 2");

        assertThatThrownBy(() -> about("candidature/1")).isInstanceOf(IllegalStateException.class);
        assertThat(verify().isIntact()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update acte set detail = 'autre' where rang = 3",
                "update acte set le = timestamp '2020-01-01 00:00:00' where rang = 3",
                "update acte set acteur = 'autre' where rang = 3",
                "update acte set apres = '{}' where rang = 3",
                "update acte set empreinte = null where rang = 3",
                "delete from acte where rang = 3",
                "delete from acte where rang >= 3",
                "delete from acte where rang = 5",
                "update acte set rang = 6 where rang = 5",
                "insert into acte (rang, le, acteur, objet, nature, detail, empreinte) select 6, le, acteur, objet,"
                        + " nature, detail, empreinte from acte where rang = 5",
                "update journal_tete set rang = 4",
                "update journal_tete set empreinte = 'autre'"
            })
    void noticesWhatAnAdministratorOfTheDatabaseDoesToIt(String statement) throws SQLException {
        append(4);
        assertThat(verify().isIntact()).isTrue();

        tamper(statement);
        if (statement.startsWith("insert")) {
            tamper("update journal_tete set rang = 6");
        }

        assertThat(verify().isIntact()).isFalse();
    }

    @Test
    void saysTheFirstLineThatIsBroken() throws SQLException {
        append(4);
        tamper("update acte set detail = 'autre' where rang in (3, 4)");

        Verification verification = verify();
        assertThat(verification.lignes()).isEqualTo(2);
        assertThat(verification.rupture())
                .hasValueSatisfying(r -> assertThat(r.rang()).isEqualTo(3));
    }

    @Test
    void isGuardedByTheServerItselfOnPostgreSql() {
        assumeThat(engine).isEqualTo(TestEngine.POSTGRESQL);
        db.write(() -> db.journal.append(decision()));
        destroy();

        for (String sql : List.of(
                "update acte set detail = 'x'",
                "delete from journal_tete",
                "update journal_tete set rang = 0",
                "update journal_tete set empreinte = 'x'",
                "update cle_personne set cle = 'x'",
                "delete from cle_personne")) {
            assertThatThrownBy(() -> db.execute(sql)).as(sql).isInstanceOf(SQLException.class);
        }
        assertThat(verify().isIntact()).isTrue();
    }

    @Test
    void takesItsLinesOneBehindTheOtherHoweverManyActAtOnce() {
        Concurrently.run(8, thread -> {
            for (int i = 0; i < 20; i++) {
                String objet = "fil/" + thread;
                db.write(() -> {
                    db.journal.append(samples.acte(objet));
                    db.journal.append(samples.acte(objet).about(personne).because("Même personne"));
                });
            }
        });

        assertThat(verify().lignes()).isEqualTo(1 + 8 * 20 * 2);
        assertThat(verify().isIntact()).isTrue();
        assertThat(about("fil/0")).hasSize(40).extracting(Acte::rang).isSorted();
    }

    /** A journal of before: lines without a hash, numbered with holes. */
    @Test
    void answersForTheLinesFromBeforeTheChain() throws SQLException {
        tamper(
                "delete from acte",
                "insert into acte (rang, le, acteur, objet, nature, detail) values"
                        + " (3, timestamp '2026-01-01 08:00:00', 'admin', 'compte/a', 'COMPTE_CREE', 'Avant'),"
                        + " (7, timestamp '2026-01-02 08:00:00', 'admin', 'compte/b', 'COMPTE_CREE', 'Avant')",
                "update journal_tete set rang = 7, empreinte = null");

        try (TestDatabase upgraded = TestDatabase.open(engine, settings, cle)) {
            upgraded.write(() -> upgraded.journal.append(samples.acte("objet/1")));
        }
        assertThat(verify().isIntact()).isTrue();
        assertThat(verify().lignes()).isEqualTo(4);
        assertThat(about("compte/a")).extracting(Acte::detail).containsExactly("Avant");

        tamper("update acte set detail = 'Après' where rang = 3");
        assertThat(verify().isIntact()).isFalse();
    }

    @Test
    void isNotOpenedUnderAnotherKeyOfThePlatform() {
        assertThatThrownBy(() -> TestDatabase.open(engine, settings, CleEssai.fresh("seconde")))
                .hasMessageContaining("premiere")
                .hasMessageContaining("put the right one back");
    }

    @Test
    void listsByBranchObjectActorAndPeriodPageByPage() {
        append(6);
        db.write(() -> db.journal.append(new Acte(
                null,
                Samples.NOW.plusSeconds(60),
                "plateforme",
                null,
                "objet/1",
                Acte.Nature.BRANCHE_ADMISE,
                "Essai")));

        Selection all = Selection.of(null, 100);
        assertThat(list(all)).hasSize(8).extracting(Acte::rang).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(list(Selection.of(Set.of(samples.branche), 100))).hasSize(6);
        assertThat(list(Selection.of(Set.of(), 100))).isEmpty();
        assertThat(list(all.about("objet/1"))).hasSize(2);
        assertThat(list(all.about("objet/1").by("plateforme"))).hasSize(1);
        assertThat(list(all.ofNature(Acte.Nature.BRANCHE_ADMISE))).hasSize(1);
        assertThat(list(all.about("objet/1").between(Samples.NOW, Samples.NOW.plusSeconds(60))))
                .hasSize(1);
        assertThat(list(all.before(3L))).extracting(Acte::rang).containsExactly(2L, 1L);
    }

    private List<Acte> list(Selection selection) {
        return db.read(() -> db.journal.list(selection));
    }
}
