package fr.parchemin.persistence.internal;

import fr.parchemin.acte.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.util.OsgiDataSourceFactory;
import org.osgi.service.jdbc.DataSourceFactory;
import org.postgresql.osgi.PGDataSourceFactory;

/** The real engines that tests run on; each call of {@link #newDatabase} gives an empty database of its own. */
enum TestEngine {
    H2_MEMORY {
        @Override
        Settings newDatabase() {
            return settings("jdbc:h2:mem:" + UUID.randomUUID(), "");
        }
    },
    H2_FILE {
        @Override
        Settings newDatabase() {
            try {
                Path folder = Files.createDirectories(Path.of("target", "h2"));
                return settings(
                        "jdbc:h2:file:"
                                + folder.toAbsolutePath()
                                        .resolve(UUID.randomUUID().toString()),
                        "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    POSTGRESQL {
        @Override
        Settings newDatabase() {
            String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
            try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return settings("jdbc:postgresql://localhost:" + Server.RUNNING.getPort() + "/" + name, "postgres");
        }

        @Override
        DataSourceFactory driver() {
            return new PGDataSourceFactory();
        }
    };

    abstract Settings newDatabase();

    DataSourceFactory driver() {
        return new OsgiDataSourceFactory(new org.h2.Driver());
    }

    private static Settings settings(String url, String user) {
        return new Settings(url, user, Secret.none(), 12);
    }

    /** One server for all tests; it stops with the virtual machine. */
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
