package fr.parchemin.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.persistence.platform.database.DatabasePlatform;

/** The database engines that the platform runs on, and all in which they differ. */
enum Engine {
    H2(UtcH2Platform.class, List.of()) {
        /**
         * H2 undoes a transaction step by step and does a step again when the file is written meanwhile. Between the two
         * another transaction may have changed the row and committed: its change is overwritten without a word. Seen on
         * 2.3.232 and 2.5.252: a counter went back and gave the same numbers twice. With one writer at a time there is
         * no other transaction; H2 runs inside this process, so the turns can be kept here.
         */
        @Override
        boolean isSafeForConcurrentActs() {
            return false;
        }

        @Override
        void openSnapshot(Connection connection) throws SQLException {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        }
    },
    POSTGRESQL(
            UtcPostgreSqlPlatform.class,
            List.of(
                    "db/postgresql/V2__ajout_seul.sql",
                    "db/postgresql/V6__parametres_ajout_seul.sql",
                    "db/postgresql/V12__journal_garde.sql")) {
        @Override
        boolean isSafeForConcurrentActs() {
            return true;
        }

        @Override
        void openSnapshot(Connection connection) throws SQLException {
            // For this transaction only, in one round trip; going through the connection would take another to undo it.
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read, read only");
            }
        }
    };

    private final Class<? extends DatabasePlatform> platform;
    private final List<String> ownMigrations;

    Engine(Class<? extends DatabasePlatform> platform, List<String> ownMigrations) {
        this.platform = platform;
        this.ownMigrations = ownMigrations;
    }

    /** The engine behind the pool, asked of the server itself. */
    static Engine of(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return switch (product) {
                case "H2" -> H2;
                case "PostgreSQL" -> POSTGRESQL;
                default -> throw new IllegalStateException("no support for the database engine " + product);
            };
        }
    }

    Class<? extends DatabasePlatform> platform() {
        return platform;
    }

    /** The migrations that this engine has beside the common ones. */
    List<String> ownMigrations() {
        return ownMigrations;
    }

    /** Whether transactions that write may overlap. */
    abstract boolean isSafeForConcurrentActs();

    /** Makes the transaction about to begin see one state of the database from its first query to its last. */
    abstract void openSnapshot(Connection connection) throws SQLException;
}
