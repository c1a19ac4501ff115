package fr.parchemin.persistence.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
        void begin(Connection connection, boolean writes, String perimetre) throws SQLException {
            if (!writes) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
        }

        @Override
        boolean keepsApart(Connection connection) {
            return false;
        }
    },
    POSTGRESQL(
            UtcPostgreSqlPlatform.class,
            List.of(
                    "db/postgresql/V2__ajout_seul.sql",
                    "db/postgresql/V6__parametres_ajout_seul.sql",
                    "db/postgresql/V12__journal_garde.sql",
                    "db/postgresql/V13__avant_cloisonnement.sql",
                    "db/postgresql/V14__cloisonnement.sql",
                    "db/postgresql/V14_1__personnes_a_part.sql",
                    "db/postgresql/V18_1__ordre_des_noms.sql",
                    "db/postgresql/V19_1__echanges_a_part.sql")) {

        private static final String PERIMETRE = "select set_config('parchemin.perimetre', ?, true)";
        private static final String INSTANTANE = "set transaction isolation level repeatable read, read only;";

        @Override
        boolean isSafeForConcurrentActs() {
            return true;
        }

        /** For this transaction only, in one round trip; going through the connection would take another to undo it. */
        @Override
        void begin(Connection connection, boolean writes, String perimetre) throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement(writes ? PERIMETRE : INSTANTANE + PERIMETRE)) {
                statement.setString(1, perimetre);
                statement.execute();
            }
        }

        @Override
        boolean keepsApart(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet above = statement.executeQuery(
                            "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
                return above.next() && !above.getBoolean(1);
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

    /** What lets a connection see the rows of all branches for as long as it lives; {@code null} where all do. */
    String seeAll() {
        return this == POSTGRESQL ? "set parchemin.perimetre = ',**,'" : null;
    }

    /** Whether transactions that write may overlap. */
    abstract boolean isSafeForConcurrentActs();

    /**
     * Begins a transaction: tells the server its perimeter and, for one that only reads, has it see one state of the
     * database from its first query to its last.
     */
    abstract void begin(Connection connection, boolean writes, String perimetre) throws SQLException;

    /** Whether the server holds its user to the perimeter by itself, see V14. */
    abstract boolean keepsApart(Connection connection) throws SQLException;
}
