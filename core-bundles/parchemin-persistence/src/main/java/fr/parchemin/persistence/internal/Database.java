package fr.parchemin.persistence.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pool of connections, the schema brought up to date, and the persistence unit on top. */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** How long an act waits for a connection before it fails: a full pool is an overload, not a reason to queue. */
    private static final long ATTENTE_CONNEXION = TimeUnit.SECONDS.toMillis(10);

    private final HikariDataSource pool;
    private final Unit unit;
    private final boolean compacts;

    /**
     * @param compacts whether the database is a file that only a clean end makes small again
     */
    private Database(HikariDataSource pool, Unit unit, boolean compacts) {
        this.pool = pool;
        this.unit = unit;
        this.compacts = compacts;
    }

    /** Opens the database, fails at once when it does not answer. */
    static Database open(Settings settings, DataSourceFactory driver) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("parchemin");
        config.setDataSource(driver.createDataSource(settings.driverProperties()));
        config.setMaximumPoolSize(settings.maxPool());
        config.setConnectionTimeout(ATTENTE_CONNEXION);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        settings.connectionInitSql().ifPresent(config::setConnectionInitSql);
        HikariDataSource pool = new HikariDataSource(config);
        try {
            Engine engine = Engine.of(pool);
            int migrations = Migrations.migrate(pool, engine);
            Unit unit = Unit.open(pool, engine);
            LOG.info("Database open at {} on {}, {} migrations run", settings.place(), engine, migrations);
            return new Database(pool, unit, settings.isH2File());
        } catch (SQLException | RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    Unit unit() {
        return unit;
    }

    @Override
    public void close() {
        unit.close();
        if (compacts) {
            compact();
        }
        pool.close();
    }

    /** Ends H2 and has it write the file anew without the places that came free: it only grows while it is open. */
    private void compact() {
        try {
            Connection connection = pool.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN COMPACT");
            }
            // Its database is closed now: given back to the pool, it would only complain of that.
            pool.evictConnection(connection);
        } catch (SQLException e) {
            LOG.warn("The database could not be compacted; its file stays as large as it is", e);
        }
    }
}
