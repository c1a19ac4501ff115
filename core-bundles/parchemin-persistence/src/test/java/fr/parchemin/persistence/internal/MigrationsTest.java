package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.acces.Compte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationsTest {

    @ParameterizedTest
    @EnumSource(names = {"H2_FILE", "POSTGRESQL"})
    void runOnceAndLeaveTheDataOfTheRunBefore(TestEngine engine) throws SQLException {
        Settings settings = engine.newDatabase();
        Compte compte = Samples.compte("premier");
        List<String> first;
        try (TestDatabase db = TestDatabase.open(engine, settings)) {
            db.write(() -> db.comptes.add(compte));
            first = history(db);
        }

        try (TestDatabase db = TestDatabase.open(engine, settings)) {
            assertThat(history(db))
                    .isEqualTo(first)
                    .hasSize(Migrations.of(engineOf(engine)).size());
            assertThat(db.<Optional<Compte>>read(() -> db.comptes.find("premier")))
                    .contains(compte);
        }
    }

    private static Engine engineOf(TestEngine engine) {
        return engine == TestEngine.POSTGRESQL ? Engine.POSTGRESQL : Engine.H2;
    }

    private static List<String> history(TestDatabase db) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = db.connect();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select version, installed_on from historique_migration"
                                + " where version is not null order by version")) {
            while (rows.next()) {
                lines.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return lines;
    }

    /** Two nodes that start at the same moment on an empty database. */
    @Test
    void runOnceWhenTwoNodesStartTogether() {
        Settings settings = TestEngine.POSTGRESQL.newDatabase();

        Concurrently.run(
                3, node -> TestDatabase.open(TestEngine.POSTGRESQL, settings).close());

        try (TestDatabase db = TestDatabase.open(TestEngine.POSTGRESQL, settings)) {
            assertThat(history(db)).hasSize(Migrations.of(Engine.POSTGRESQL).size());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refuseASchemaThatIsNotTheirs() throws SQLException {
        Settings settings = TestEngine.POSTGRESQL.newDatabase();
        try (Connection connection = TestEngine.POSTGRESQL
                .driver()
                .createDataSource(settings.driverProperties())
                .getConnection()) {
            connection.createStatement().execute("create table intrus (id integer)");
        }

        assertThatThrownBy(() -> TestDatabase.open(TestEngine.POSTGRESQL, settings))
                .hasMessageContaining("non-empty schema");
    }

    @Test
    void areAllListedByName() throws IOException {
        Path folder = Path.of("src", "main", "resources");
        try (Stream<Path> files = Files.walk(folder.resolve("db"))) {
            List<String> scripts = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();

            assertThat(Arrays.stream(Engine.values()).flatMap(engine -> Migrations.of(engine).stream()))
                    .containsAll(scripts);
        }
    }
}
