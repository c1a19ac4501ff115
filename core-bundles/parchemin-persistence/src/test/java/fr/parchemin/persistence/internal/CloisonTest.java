package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.LigneJournal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Candidatures.Selection;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.candidature.EtatCandidature;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.echange.Message;
import fr.parchemin.echange.Messages;
import fr.parchemin.journal.Verificateur;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Jury;
import fr.parchemin.migration.ContenuDossier;
import fr.parchemin.migration.Migration;
import fr.parchemin.parametre.Entree;
import fr.parchemin.parametre.Valeur;
import fr.parchemin.personne.Lien;
import fr.parchemin.personne.Partage;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.jpa.JpaHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever acts for one branch never reads or changes a row of another: by no repository, by no query that forgets its
 * filter and, on PostgreSQL, by no statement at all.
 */
@OnEveryEngine
class CloisonTest {

    /** Tables whose rows belong to no branch; a new table stands here or behind the rules of V14. */
    private static final Set<String> DE_LA_PLATEFORME = Set.of(
            "attribution",
            "branche_connue",
            "cle_personne",
            "compte",
            "compteur",
            "courriel_sortant",
            "demande_identite",
            "echec_connexion",
            "facteur_application",
            "facteur_cle",
            "facteur_secours",
            "historique_migration",
            "identite_externe",
            "jeton",
            "jeton_api",
            "journal_tete",
            "laissez_passer",
            "lecture_du_jour",
            "lien_personnel",
            "notification",
            "preference_notification",
            "referentiel_snapshot",
            "session_externe",
            "verrou",
            "vue_enregistree");

    private final TestDatabase db;
    private final Samples ours;
    private final Samples theirs;
    private final Perimetre us;
    private final Perimetre them;
    private Candidature file;
    private Jury jury;
    private Certificat certificat;
    private Entree entree;
    private Migration migration;

    CloisonTest(TestDatabase db) {
        this.db = db;
        this.ours = new Samples(db);
        this.theirs = new Samples(db);
        this.us = Perimetre.de(ours.branche);
        this.them = Perimetre.de(theirs.branche);
    }

    /** One row of every kind in either branch. */
    @BeforeEach
    void fill() {
        fill(ours, us);
        fill(theirs, them);
    }

    private void fill(Samples samples, Perimetre perimetre) {
        jury = samples.jury();
        file = samples.candidature();
        certificat = samples.certificat(file.id(), Samples.unique("N-"));
        entree = new Entree(
                UUID.randomUUID(),
                samples.branche,
                new Valeur.Signataire("Présidente", null),
                LocalDate.of(2026, 1, 1),
                null,
                "secretariat",
                Samples.NOW,
                "Élection",
                Optional.empty());
        ContenuDossier content = ContenuDossier.of(file, List.of());
        migration = new Migration(
                UUID.randomUUID(), file.id(), content, content, List.of(), "secretariat", Samples.NOW, null, null);
        db.write(perimetre, () -> {
            db.jurys.add(jury);
            db.candidatures.add(file);
            db.saisies.put(samples.saisie(file.id(), "E1", "eval-a"));
            db.decisions.add(Samples.decision(file.id(), jury, Decision.Issue.VALIDATION_TOTALE));
            db.certificats.add(certificat);
            db.parametres.add(entree);
            db.parametres.cancel(entree.id(), new Entree.Annulation("secretariat", Samples.NOW, "Erreur"));
            db.migrations.add(migration);
            db.journal.append(samples.acte(file.objet()));
            db.messages.add(Samples.message(file));
            db.messages.markRead(file.id(), file.branche(), "secretariat", 1);
        });
    }

    private List<ClassDescriptor> walled() {
        return db
                .read(() -> JpaHelper.getEntityManager(db.unit.reading())
                        .getServerSession()
                        .getDescriptors()
                        .values())
                .stream()
                .filter(descriptor -> !Cloison.isOfPlatform(descriptor)
                        && !descriptor.getJavaClass().isAnnotationPresent(DeLaPersonne.class))
                .toList();
    }

    private List<Object> all(Perimetre perimetre, ClassDescriptor entity) {
        return db.read(
                perimetre,
                () -> new ArrayList<>(db.unit
                        .reading()
                        .createQuery("select e from " + entity.getAlias() + " e", Object.class)
                        .getResultList()));
    }

    @Test
    void showsTheRowsOfItsBranchToAQueryWithoutAnyFilter() {
        assertThat(walled()).hasSizeGreaterThanOrEqualTo(13).allSatisfy(entity -> {
            assertThat(all(us, entity)).isNotEmpty().allSatisfy(row -> assertThat(branche(entity, row))
                    .isEqualTo(ours.branche));
            assertThat(all(them, entity)).isNotEmpty();
            assertThat(all(Perimetre.de(List.of(ours.branche, theirs.branche)), entity))
                    .extracting(row -> branche(entity, row))
                    .containsOnly(ours.branche, theirs.branche);
        });
    }

    private static Object branche(ClassDescriptor entity, Object row) {
        return entity.getMappingForAttributeName("branche").getAttributeValueFromObject(row);
    }

    @Test
    void showsNothingWhenThePerimeterIsForgotten() {
        assertThat(walled())
                .allSatisfy(entity -> assertThat(all(Perimetre.aucun(), entity)).isEmpty());
        assertThat(db.transactions.<Optional<Candidature>>read(() -> db.candidatures.find(file.id())))
                .isEmpty();
    }

    @Test
    void findsNoRowOfAnotherBranchByItsKeyNorLocksIt() {
        // EclipseLink cannot find by a key of two columns that is a record; nobody does.
        assertThat(walled())
                .filteredOn(e -> e.getPrimaryKeyFields().size() == 1)
                .allSatisfy(entity -> {
                    Object key = db.read(them, () -> {
                        EntityManager manager = db.unit.reading();
                        Object row = manager.createQuery(
                                        "select e from " + entity.getAlias() + " e where e.branche = :theirs",
                                        Object.class)
                                .setParameter("theirs", theirs.branche)
                                .getResultList()
                                .get(0);
                        return manager.getEntityManagerFactory()
                                .getPersistenceUnitUtil()
                                .getIdentifier(row);
                    });
                    assertThat(db.<Object>read(them, () -> db.unit.reading().find(entity.getJavaClass(), key)))
                            .isNotNull();
                    assertThat(db.<Object>read(us, () -> db.unit.reading().find(entity.getJavaClass(), key)))
                            .isNull();
                    db.write(us, () -> assertThat((Object)
                                    db.unit.writing().find(entity.getJavaClass(), key, LockModeType.PESSIMISTIC_WRITE))
                            .isNull());
                });
    }

    @Test
    void changesAndRemovesNoRowOfAnotherBranchByAStatementWithoutFilter() {
        // The lines of the journal and what else is only added are refused to all on PostgreSQL, before any row is
        // looked at.
        Set<String> added = Set.of("Acte", "Decision", "Parametre", "Annulation");
        assertThat(walled())
                .filteredOn(entity -> !added.contains(entity.getAlias()))
                .allSatisfy(entity -> {
                    int before = all(them, entity).size();
                    db.write(us, () -> {
                        EntityManager manager = db.unit.writing();
                        assertThat(manager.createQuery("update " + entity.getAlias()
                                                + " e set e.branche = e.branche where e.branche = :theirs")
                                        .setParameter("theirs", theirs.branche)
                                        .executeUpdate())
                                .isZero();
                        assertThat(manager.createQuery(
                                                "delete from " + entity.getAlias() + " e where e.branche = :theirs")
                                        .setParameter("theirs", theirs.branche)
                                        .executeUpdate())
                                .isZero();
                    });
                    assertThat(all(them, entity)).hasSize(before);
                });
    }

    @Test
    void givesNothingOfAnotherBranchByAnyRepository() {
        assertThat(db.<Boolean>read(us, () -> {
                    assertThat(db.candidatures.find(file.id())).isEmpty();
                    assertThat(db.candidatures.findByNumero(file.numero())).isEmpty();
                    assertThat(db.candidatures.list(Selection.in(Set.of(theirs.branche), 10)))
                            .isEmpty();
                    assertThat(db.candidatures.findOpen(theirs.branche, Samples.CERTIFICATION, file.candidat()))
                            .isEmpty();
                    assertThat(db.saisies.of(file.id())).isEmpty();
                    assertThat(db.saisies.of(List.of(file.id())).get(file.id())).isEmpty();
                    assertThat(db.candidatures.neighbours(
                                    theirs.branche, file.candidat().dateNaissance(), 10))
                            .isEmpty();
                    assertThat(db.certificats.ofPersonnes(List.of(file.personne())))
                            .isEmpty();
                    assertThat(db.personnes.find(file.personne())).isEmpty();
                    assertThat(db.personnes.bornWith(file.candidat(), 10)).isEmpty();
                    assertThat(db.personnes.linkedTo(file.personne())).isEmpty();
                    assertThat(db.personnes.partagesOf(List.of(file.personne())))
                            .isEmpty();
                    assertThat(db.messages.list(new Messages.Selection(
                                    file.id(),
                                    Message.Nature.MESSAGE,
                                    EnumSet.allOf(Cercle.class),
                                    "secretariat",
                                    null,
                                    10)))
                            .isEmpty();
                    assertThat(db.messages.unread(file.id(), EnumSet.allOf(Cercle.class), "autre"))
                            .isZero();
                    assertThat(db.migrations.of(file.id())).isEmpty();
                    assertThat(db.migrations.openFiles(theirs.branche, Samples.CERTIFICATION))
                            .isEmpty();
                    assertThat(db.jurys.find(jury.id())).isEmpty();
                    assertThat(Samples.juries(db, Set.of(theirs.branche), null, 10))
                            .isEmpty();
                    assertThat(db.decisions.lastOf(file.id())).isEmpty();
                    assertThat(db.decisions.lastOf(List.of(file.id()))).isEmpty();
                    assertThat(db.certificats.findByNumero(certificat.numero())).isEmpty();
                    assertThat(db.certificats.findByCode(certificat.codeVerification()))
                            .isEmpty();
                    assertThat(db.certificats.findByCandidature(file.id())).isEmpty();
                    assertThat(db.parametres.of(theirs.branche)).isEmpty();
                    assertThat(db.journal.about(file.objet(), 10)).isEmpty();
                    return true;
                }))
                .isTrue();
        db.write(us, () -> {
            assertThat(db.candidatures.findForUpdate(file.id())).isEmpty();
            assertThat(db.jurys.lastOf(theirs.branche)).isEmpty();
        });
    }

    @Test
    void writesNothingOfAnotherBranchByAnyRepository() {
        Candidature another = theirs.candidature();
        refuses(() -> db.candidatures.add(another));
        refuses(() -> db.candidatures.update(Samples.with(file, new EtatCandidature.Recevable())));
        refuses(() -> db.saisies.put(theirs.saisie(file.id(), "E2", "eval-a")));
        refuses(() -> db.saisies.replaceAll(file.id(), List.of(theirs.saisie(file.id(), "E2", "eval-a"))));
        refuses(() -> db.messages.add(Samples.message(file)));
        refuses(() -> db.messages.markRead(file.id(), file.branche(), "autre", 1));
        refuses(() -> db.migrations.add(migration));
        refuses(() -> db.migrations.update(migration.annulee("secretariat", Samples.NOW)));
        refuses(() -> db.jurys.add(theirs.jury()));
        refuses(() -> db.jurys.update(jury.validated("certificateur", Samples.NOW)));
        refuses(() -> db.decisions.add(Samples.decision(file.id(), jury, Decision.Issue.AJOURNEMENT)));
        refuses(() -> db.certificats.add(theirs.certificat(file.id(), Samples.unique("N-"))));
        refuses(() -> db.parametres.add(entree));
        refuses(() -> db.parametres.cancel(entree.id(), new Entree.Annulation("x", Samples.NOW, "y")));
        refuses(() -> db.journal.append(theirs.acte(file.objet())));

        assertThat(db.<List<Acte>>read(them, () -> db.journal.about(file.objet(), 10)))
                .hasSize(1);
        assertThat(db.<Candidature>read(
                        them, () -> db.candidatures.find(file.id()).orElseThrow()))
                .isEqualTo(file);
    }

    private void refuses(Runnable write) {
        assertThatThrownBy(() -> db.write(us, write)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void letsNoPartOfOneBranchHangOnAFileOfAnother() {
        // The file is ours, the jury theirs: the rows themselves are inside the perimeter, their keys do not match.
        Candidature here = ours.candidature();
        db.write(us, () -> db.candidatures.add(here));
        refuses(() -> db.decisions.add(Samples.decision(here.id(), jury, Decision.Issue.AJOURNEMENT)));
        refuses(() -> db.candidatures.update(Samples.with(here, new EtatCandidature.Presentee(jury.id()))));
        refuses(() -> db.certificats.add(ours.certificat(file.id(), Samples.unique("N-"))));
    }

    @Test
    void takesNoStatementOfOurOwnAboutATableOfBranches() {
        for (String sql : List.of(
                "select nom_naissance from candidature",
                "select count(*) from acte a",
                "update JURY set lieu = 'ailleurs'",
                "delete from note",
                "select contenu from message",
                "select v.nom from verrou v, saisie s",
                "select p.nom_naissance from cle_personne k join personne p on p.id = k.personne",
                "insert into acte (rang, branche) values (0, 'ailleurs')")) {
            assertThatThrownBy(() -> db.write(
                            us, () -> db.unit.writing().createNativeQuery(sql).executeUpdate()))
                    .as(sql)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("perimeter");
            assertThatThrownBy(() -> db.read(
                            us, () -> db.unit.reading().createNativeQuery(sql).getResultList()))
                    .as(sql)
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> db.read(us, () -> db.unit
                        .reading()
                        .createNativeQuery("select * from candidature", CandidatureEntity.class)
                        .getResultList()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsWhatIsAPersonsOwnFromEveryBranchItsOwnIncluded() throws SQLException {
        UUID known = theirs.personne(file.candidat());
        db.write(() -> {
            db.personnes.addLien(Lien.asked(Samples.unique("e"), file.personne(), known, Samples.NOW));
            db.personnes.addPartage(
                    new Partage(UUID.randomUUID(), file.personne(), ours.branche, null, null, Samples.NOW, null));
        });
        List<String> own = List.of("Personne", "LienPersonne", "Partage");
        for (Perimetre perimetre : List.of(us, them, new Perimetre.Branches(Set.of(), true), Perimetre.aucun())) {
            for (String entity : own) {
                assertThat(db.<List<?>>read(perimetre, () -> db.unit
                                .reading()
                                .createQuery("select e from " + entity + " e")
                                .getResultList()))
                        .as("%s within %s", entity, perimetre)
                        .isEmpty();
            }
            assertThatThrownBy(() -> db.write(
                            perimetre,
                            () -> db.personnes.addPartage(new Partage(
                                    UUID.randomUUID(), file.personne(), ours.branche, null, null, Samples.NOW, null))))
                    .isInstanceOf(RuntimeException.class);
        }
        db.write(us, () -> db.personnes.link(file.personne(), known));
        assertThat(db.<List<UUID>>read(() -> db.personnes.linkedTo(file.personne())))
                .containsExactly(file.personne());
        for (String entity : own) {
            assertThat(db.<List<?>>read(() -> db.unit
                            .reading()
                            .createQuery("select e from " + entity + " e")
                            .getResultList()))
                    .isNotEmpty();
        }
        if (db.engine == TestEngine.POSTGRESQL) {
            for (String table : List.of("personne", "lien_personne", "partage")) {
                assertThat(asPlatform(them, "select * from " + table)).as(table).isEmpty();
                assertThat(asPlatform(null, "select * from " + table)).as(table).isEmpty();
            }
            assertThat(asPlatform(them, "update personne set courriel = null returning id::text"))
                    .isEmpty();
        }
    }

    @Test
    void keepsThePerimeterOfTheOuterCallAndNeverWidensIt() {
        assertThat(db.<Optional<Candidature>>read(
                        them, () -> db.transactions.read(() -> db.candidatures.find(file.id()))))
                .isPresent();
        assertThatThrownBy(() -> db.read(us, () -> db.transactions.read(them, () -> db.candidatures.find(file.id()))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> db.read(us, () -> db.transactions.read(TestDatabase.TOUT, () -> null)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> db.transactions.write(
                        us, () -> db.transactions.write(them, () -> Outcome.refused(CodeRefus.ACCES_REFUSE, "essai"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void showsLinesAboutThePlatformOnlyToWhoHoldsARoleOfThePlatform() {
        String objet = Samples.unique("compte/");
        Acte line = new Acte(null, Samples.NOW, "plateforme", null, objet, Acte.Nature.COMPTE_CREE, "Compte créé");
        // Who signs in for the first time has no perimeter yet, and leaves a line.
        db.write(Perimetre.aucun(), () -> db.journal.append(line));

        assertThat(db.<List<Acte>>read(us, () -> db.journal.about(objet, 10))).isEmpty();
        assertThat(db.<List<Acte>>read(new Perimetre.Branches(Set.of(), true), () -> db.journal.about(objet, 10)))
                .hasSize(1);
        assertThat(db.<List<Acte>>read(
                        new Perimetre.Branches(Set.of(), true), () -> db.journal.about(file.objet(), 10)))
                .isEmpty();
    }

    @Test
    void chainsTheLinesOfAllBranchesAndShowsEachItsOwn() {
        Perimetre administrator = new Perimetre.Branches(Set.of(), true);
        String objet = Samples.unique("objet/");
        db.write(administrator, () -> {
            db.journal.append(theirs.acte(objet));
            assertThat(db.journal.about(objet, 10)).isEmpty(); // left and not read, even while it waits for its place
        });
        db.write(us, () -> {
            db.journal.append(ours.acte(objet));
            assertThat(db.journal.about(objet, 10)).hasSize(1);
        });

        assertThat(db.<List<Acte>>read(administrator, () -> db.journal.about(objet, 10)))
                .isEmpty();
        assertThat(db.<List<Acte>>read(
                        us, () -> db.journal.list(Journal.Selection.of(null, 10).about(objet))))
                .extracting(Acte::branche)
                .containsExactly(ours.branche);
        assertThat(db.<List<LigneJournal>>read(us, () -> db.journal.lines(0, Long.MAX_VALUE, 1000)))
                .extracting(LigneJournal::branche)
                .containsOnly(ours.branche);
        assertThat(new Verificateur(db.transactions, db.journal)
                        .verify(Optional.empty())
                        .isIntact())
                .isTrue();
    }

    @Test
    void doesNotOpenWithAnEntityThatSaysNeitherItsBranchNorThatItIsOfThePlatform() {
        assertThat(walled()).allMatch(entity -> entity.getQueryManager().hasAdditionalCriteria());
        assertThatThrownBy(() -> Cloison.wall(new ClassDescriptorOf(SansBranche.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SansBranche");
    }

    private static final class SansBranche {}

    private static final class ClassDescriptorOf extends org.eclipse.persistence.descriptors.RelationalDescriptor {
        private static final long serialVersionUID = 1L;

        ClassDescriptorOf(Class<?> type) {
            setJavaClass(type);
        }
    }

    // ---- past the platform, on the server itself

    private void assumeRules() {
        assumeThat(db.engine).isEqualTo(TestEngine.POSTGRESQL);
    }

    private static List<String> strings(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @Test
    void hasARuleOnTheServerForEveryTableOfBranches() throws SQLException {
        assumeRules();
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            List<String> open = strings(
                    statement,
                    "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                            + " where n.nspname = 'public' and c.relkind in ('r', 'p') and not (c.relrowsecurity"
                            + " and c.relforcerowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid))");
            assertThat(open).containsExactlyInAnyOrderElementsOf(DE_LA_PLATEFORME);
            assertThat(walled())
                    .extracting(ClassDescriptor::getTableName)
                    .doesNotContainAnyElementsOf(DE_LA_PLATEFORME);
        }
    }

    @Test
    void isKeptApartByTheServerWhateverStatementItIsSent() throws SQLException {
        assumeRules();
        assertThat(db.transactions.isPartitioned()).isTrue();
        for (ClassDescriptor entity : walled()) {
            String table = entity.getTableName();
            assertThat(asPlatform(null, "select branche from " + table))
                    .as(table)
                    .isEmpty();
            assertThat(asPlatform(us, "select distinct branche from " + table))
                    .as(table)
                    .containsExactly(ours.branche);
            assertThat(asPlatform(us, "select branche from " + table + " where branche = '" + theirs.branche + "'"))
                    .as(table)
                    .isEmpty();
            assertThat(asPlatform(TestDatabase.TOUT, "select distinct branche from " + table))
                    .as(table)
                    .contains(ours.branche, theirs.branche);
        }
        assertThat(asPlatform(us, "update candidature set courriel = null returning branche"))
                .containsOnly(ours.branche);
        assertThat(asPlatform(us, "delete from candidature_evaluateur returning branche"))
                .containsOnly(ours.branche);
    }

    @Test
    void writesNoRowOfAnotherBranchWhateverStatementItIsSent() {
        assumeRules();
        for (String sql : List.of(
                "update candidature set branche = '" + theirs.branche + "' returning branche",
                "insert into acte (rang, le, acteur, branche, objet, nature, detail) values (-1, now(), 'x', '"
                        + theirs.branche + "', 'x', 'COMPTE_CREE', 'x') returning branche",
                "insert into parametre select gen_random_uuid(), 0, '" + theirs.branche
                        + "', cle, valeur, du, au, decide_par, decide_le, motif from parametre limit 1"
                        + " returning branche")) {
            assertThatThrownBy(() -> asPlatform(us, sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .satisfies(refused ->
                            assertThat(((SQLException) refused).getSQLState()).isIn("42501", "428C9"));
        }
    }

    /** The first column of what a statement gives in a transaction with that perimeter, then undone. */
    private List<String> asPlatform(Perimetre perimetre, String sql) throws SQLException {
        try (Connection connection = db.connectAsPlatform();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (perimetre != null) {
                try (PreparedStatement set =
                        connection.prepareStatement("select set_config('parchemin.perimetre', ?, true)")) {
                    set.setString(1, Cloison.text(perimetre));
                    set.execute();
                }
            }
            List<String> values = strings(statement, sql);
            connection.rollback();
            return values;
        }
    }

    @Test
    void leavesNoPerimeterBehindOnAConnectionOfThePool() {
        assumeRules();
        db.read(TestDatabase.TOUT, () -> null);
        for (int i = 0; i < 20; i++) {
            assertThat(db.<List<?>>read(Perimetre.aucun(), () -> db.unit
                            .reading()
                            .createNativeQuery("select current_setting('parchemin.perimetre', true)")
                            .getResultList()))
                    .isEqualTo(List.of(","));
        }
    }

    @Test
    void knowsThatNoRuleBindsASuperuserAndStillKeepsApartItself() {
        assumeRules();
        try (TestDatabase above = TestDatabase.open(db.engine, db.engine.asAdministrator(db.settings))) {
            assertThat(above.transactions.isPartitioned()).isFalse();
            assertThat(above.<Optional<Candidature>>read(us, () -> above.candidatures.find(file.id())))
                    .isEmpty();
            assertThat(above.<Optional<Candidature>>read(them, () -> above.candidatures.find(file.id())))
                    .isPresent();
        }
    }

    @Test
    void refusesABranchThatCouldPassForAnother() {
        for (String code : List.of("a,b", "*", "**", "", " ")) {
            assertThatThrownBy(() -> Perimetre.de(code)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Map.of(Cloison.text(Perimetre.aucun()), ",", Cloison.text(Perimetre.de(List.of("b", "a"))), ",a,b,"))
                .allSatisfy((text, expected) -> assertThat(text).isEqualTo(expected));
    }
}
