package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.Parcours;
import fr.parchemin.parcours.Profil;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A second distribution, as an operator would set it up for PostgreSQL: one file of etc/ says so. */
@ExtendWith(KarafServer.class)
class PostgreSqlIT {
    private static final String CERTIFICATION = "MET-OMI";

    @Test
    void aCandidateReachesTheCertificateOnPostgreSqlByOneSettingsFile(Karaf karaf) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Platform platform = Platform.unpack("postgresql")) {
            execute(server, "create role parchemin login");
            execute(server, "create database parchemin owner parchemin");
            Files.write(
                    platform.home().resolve("etc/fr.parchemin.datasource.cfg"),
                    List.of(
                            "driver.target = (osgi.jdbc.driver.class=org.postgresql.Driver)",
                            "url = jdbc:postgresql://127.0.0.1:" + server.getPort() + "/parchemin",
                            "user = parchemin"));

            platform.start();
            platform.requireBranch("metallurgie");
            Scene scene = Scene.of(platform, "metallurgie", "postgresql");
            Dossier dossier = scene.parcours.complete(scene.demande(CERTIFICATION), Profil.reussite());

            assertThat(dossier.etat()).isEqualTo("DELIVREE");
            assertThat(scene.parcours.verify(dossier).text("statut")).isEqualTo("AUTHENTIQUE");
            assertThat(Papers.text(scene.parcours.certificatPdf(dossier))).contains(Parcours.numeroCertificat(dossier));
            assertThat(scene.journal(dossier.id()))
                    .last()
                    .satisfies(act -> assertThat(act.path("acte").asText()).isEqualTo("CERTIFICAT_DELIVRE"));
            assertThat(numbers(server)).containsExactly(Parcours.numeroCertificat(dossier));
            assertThat(platform.home().resolve("var/db")).doesNotExist();
            new Matrice(platform, "matricepg").holds();
            // The pages are those of the distribution that runs beside, which can be asked for its routes.
            new MatricePages(platform, Routes.of(karaf), "pagespg").holds();

            ProcessHandle jvm = ProcessHandle.of(platform.pid()).orElseThrow();
            Scripts.run(platform.home(), "stop");
            jvm.onExit().get(Platform.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            platform.start();
            platform.awaitBranch("metallurgie", "ACTIVE");
            // The platform stopped and came back; the branch did neither.
            assertThat(column(
                            server,
                            "select nature from acte where objet = 'branche/metallurgie'"
                                    + " and nature like 'BRANCHE%' order by rang"))
                    .containsExactly("BRANCHE_ADMISE");
        }
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> numbers(EmbeddedPostgres server) throws SQLException {
        return column(server, "select numero from certificat");
    }

    private static List<String> column(EmbeddedPostgres server, String query) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", "parchemin").getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        }
    }
}
