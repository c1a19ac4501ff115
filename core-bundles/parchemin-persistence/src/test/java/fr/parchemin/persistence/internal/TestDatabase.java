package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assumptions.assumeThat;

import fr.parchemin.acces.Attributions;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acces.Echecs;
import fr.parchemin.acces.Facteurs;
import fr.parchemin.acces.Federation;
import fr.parchemin.acces.Jetons;
import fr.parchemin.acces.JetonsApi;
import fr.parchemin.acces.LaissezPassers;
import fr.parchemin.acces.LiensPersonnels;
import fr.parchemin.acces.RechercheComptes;
import fr.parchemin.acte.ClePlateforme;
import fr.parchemin.acte.ClesPersonnes;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.LecturesDuJour;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Transactions;
import fr.parchemin.branche.BranchesConnues;
import fr.parchemin.candidature.Candidatures;
import fr.parchemin.candidature.DossiersOuverts;
import fr.parchemin.courriel.BoiteEnvoi;
import fr.parchemin.delivrance.Certificats;
import fr.parchemin.echange.Messages;
import fr.parchemin.evaluation.Saisies;
import fr.parchemin.jury.Decisions;
import fr.parchemin.jury.Jurys;
import fr.parchemin.migration.MigrationsFaites;
import fr.parchemin.notification.Destinataires;
import fr.parchemin.notification.NotificationsGardees;
import fr.parchemin.parametre.Decides;
import fr.parchemin.personne.Personnes;
import fr.parchemin.referentiel.Snapshots;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** An open database with every port on it. */
final class TestDatabase implements AutoCloseable {

    /** For tests that are about something else than who may see what. */
    static final Perimetre TOUT = Perimetre.tout(Perimetre.Motif.CONSOLE);

    private static final ClePlateforme CLE = CleEssai.fresh("essai");

    final TestEngine engine;
    final Unit unit;
    final Settings settings;
    final QueryCounter queries;
    final Transactions transactions;
    final Journal journal;
    final ClesPersonnes cles;
    final LecturesDuJour lectures;
    final Comptes comptes;
    final RechercheComptes recherche;
    final DossiersOuverts ouverts;
    final Jetons jetons;
    final LaissezPassers laissezPassers;
    final Echecs echecs;
    final JetonsApi jetonsApi;
    final LiensPersonnels liens;
    final Facteurs facteurs;
    final BoiteEnvoi boite;
    final Federation federation;
    final BranchesConnues branches;
    final Snapshots snapshots;
    final Attributions attributions;
    final Candidatures candidatures;
    final Saisies saisies;
    final MigrationsFaites migrations;
    final Jurys jurys;
    final Decisions decisions;
    final Certificats certificats;
    final Decides parametres;
    final Personnes personnes;
    final Messages messages;
    final NotificationsGardees notifications;
    final Destinataires destinataires;
    private final Database database;
    private final ExecutorService others = Executors.newCachedThreadPool();

    private TestDatabase(TestEngine engine, Settings settings, ClePlateforme cle) {
        this.engine = engine;
        this.settings = settings;
        this.queries = new QueryCounter(engine.driver());
        try {
            this.database = Database.open(settings, queries);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.unit = database.unit();
        this.transactions = new JpaTransactions(unit);
        this.journal = new JpaJournal(unit, cle, acte -> {});
        this.cles = new JpaClesPersonnes(unit);
        this.lectures = new JpaLectures(unit);
        this.comptes = new JpaComptes(unit, Clock.fixed(Samples.NOW, HeureLegale.ZONE));
        this.attributions = new JpaAttributions(unit);
        this.recherche = new JpaRechercheComptes(unit);
        this.ouverts = new JpaDossiersOuverts(unit);
        this.jetons = new JpaJetons(unit);
        this.laissezPassers = new JpaLaissezPassers(unit);
        this.echecs = new JpaEchecs(unit);
        this.jetonsApi = new JpaJetonsApi(unit);
        this.liens = new JpaLiensPersonnels(unit);
        this.facteurs = new JpaFacteurs(unit);
        this.boite = new JpaBoiteEnvoi(unit);
        this.federation = new JpaFederation(unit);
        this.branches = new JpaBranchesConnues(unit);
        this.snapshots = new JpaSnapshots(unit);
        this.candidatures = new JpaCandidatures(unit);
        this.saisies = new JpaSaisies(unit);
        this.migrations = new JpaMigrationsFaites(unit);
        this.jurys = new JpaJurys(unit);
        this.decisions = new JpaDecisions(unit);
        this.certificats = new JpaCertificats(unit);
        this.parametres = new JpaDecides(unit);
        this.personnes = new JpaPersonnes(unit);
        this.messages = new JpaMessages(unit, cle);
        this.notifications = new JpaNotifications(unit);
        this.destinataires = new JpaDestinataires(unit, Clock.fixed(Samples.NOW, HeureLegale.ZONE));
    }

    static TestDatabase open(TestEngine engine) {
        return open(engine, engine.newDatabase());
    }

    static TestDatabase open(TestEngine engine, Settings settings) {
        return open(engine, settings, CLE);
    }

    static TestDatabase open(TestEngine engine, Settings settings, ClePlateforme cle) {
        return new TestDatabase(engine, settings, cle);
    }

    /** Does the writes in one act, which must be done. */
    void write(Runnable writes) {
        write(TOUT, writes);
    }

    void write(Perimetre perimetre, Runnable writes) {
        transactions
                .write(perimetre, () -> {
                    writes.run();
                    return Outcome.done(null);
                })
                .orElseThrow();
    }

    <T> T read(Supplier<T> work) {
        return transactions.read(TOUT, work);
    }

    /** Does the work on another thread, in whatever transaction it opens there, and waits for it. */
    <T> T elsewhere(Supplier<T> work) {
        try {
            return others.submit(work::get).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For what can only be seen where acts overlap: on H2 they take turns. */
    void assumeOverlappingActs() {
        assumeThat(engine).isEqualTo(TestEngine.POSTGRESQL);
    }

    <T> T read(Perimetre perimetre, Supplier<T> work) {
        return transactions.read(perimetre, work);
    }

    /** A statement sent past the platform, as an administrator of the database would. */
    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Past the platform, but as the user it is given. */
    Connection connectAsPlatform() throws SQLException {
        return engine.driver().createDataSource(settings.driverProperties()).getConnection();
    }

    Connection connect() throws SQLException {
        Properties properties = engine.asAdministrator(settings).driverProperties();
        return engine.driver().createDataSource(properties).getConnection();
    }

    @Override
    public void close() {
        others.shutdownNow();
        database.close();
    }

    @Override
    public String toString() {
        return engine.name();
    }
}
