package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Secret;
import fr.parchemin.branche.BrancheConnue;
import fr.parchemin.journal.Verificateur;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What H2 holds after the process was killed in the middle of its work. */
class KillTest {

    private static final String CONFIRMED = "confirmed ";
    private static final String UNDER_WAY = "under way";
    private static final String CONFIRMED_OBJECT = "essai/confirme";
    private static final String UNDER_WAY_OBJECT = "essai/en-cours";

    private static final int DOSSIERS = 200;

    @TempDir
    private Path folder;

    private static Settings settings(String base) {
        return new Settings("jdbc:h2:file:" + base, "", Secret.none(), 4);
    }

    private static Acte acte(String objet, String detail) {
        return new Acte(null, Samples.NOW, "plateforme", null, objet, Acte.Nature.CANDIDATURE_DEPOSEE, detail);
    }

    /**
     * The process to be killed: says which acts it was told are done. After the number of acts given it begins one that
     * it never ends.
     */
    public static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) {
            TestDatabase db = TestDatabase.open(TestEngine.H2_FILE, settings(arguments[0]));
            int acts = Integer.parseInt(arguments[1]);
            for (int i = 0; i < acts; i++) {
                String detail = "acte " + i;
                db.write(() -> db.journal.append(acte(CONFIRMED_OBJECT, detail)));
                System.out.println(CONFIRMED + detail);
                refused(db, () -> db.journal.append(acte(UNDER_WAY_OBJECT, detail)));
            }
            refused(db, () -> {
                // more than H2 holds back in memory: it reaches the file although it is not confirmed
                for (int i = 0; i < 30; i++) {
                    db.branches.put(new BrancheConnue(
                            UNDER_WAY_OBJECT + i, "Essai", "long ".repeat(100_000), Samples.NOW, null));
                }
                db.journal.append(acte(UNDER_WAY_OBJECT, "dernier"));
                System.out.println(UNDER_WAY);
                LockSupport.park();
            });
        }

        private static void refused(TestDatabase db, Runnable writes) {
            db.transactions.write(TestDatabase.TOUT, () -> {
                writes.run();
                return Outcome.refused(CodeRefus.MOTIF_REQUIS, "essai");
            });
        }
    }

    /**
     * The process to be killed again and again on one file, past the persistence unit to be quick about it: rows that are
     * rewritten, so that places in the file come free, between lines that are only added.
     */
    public static final class Rewriter {

        private Rewriter() {}

        public static void main(String[] arguments) throws SQLException {
            try (Connection connection = connect(Path.of(arguments[0]));
                    PreparedStatement rewrite =
                            connection.prepareStatement("update dossier set texte = ? where id = ?");
                    PreparedStatement add =
                            connection.prepareStatement("insert into ligne (tour, rang) values (?, ?)")) {
                connection.setAutoCommit(false);
                for (int rank = 1; rank > 0; rank++) {
                    for (int i = 0; i < 3; i++) {
                        rewrite.setString(1, "x".repeat(rank * 997 % 1000));
                        rewrite.setInt(2, (rank * 31 + i * 67) % DOSSIERS);
                        rewrite.executeUpdate();
                    }
                    add.setInt(1, Integer.parseInt(arguments[1]));
                    add.setInt(2, rank);
                    add.executeUpdate();
                    connection.commit();
                    System.out.println(CONFIRMED + rank);
                }
            }
        }
    }

    /** As in service, but that places come free after a tenth of a second, not after 45 seconds. */
    private static Connection connect(Path folder) throws SQLException {
        Settings settings = new Settings("jdbc:h2:file:" + folder + ";RETENTION_TIME=100", "", Secret.none(), 4);
        return TestEngine.H2_FILE
                .driver()
                .createDataSource(settings.driverProperties())
                .getConnection();
    }

    @Test
    void isAllThatWasConfirmedHoweverOftenItDiesWhilePlacesInTheFileComeFree() throws Exception {
        try (Connection connection = connect(folder.resolve("base"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table ligne (tour int, rang int, primary key (tour, rang))");
            statement.execute("create table dossier (id int primary key, texte varchar)");
            statement.execute("insert into dossier select \"X\", '' from system_range(0, " + (DOSSIERS - 1) + ")");
        }
        for (int tour = 0; tour < 3; tour++) {
            List<String> confirmed = killWhenItSays(Rewriter.class, CONFIRMED + (200 + 37 * tour), tour);

            List<String> kept = new ArrayList<>();
            try (Connection connection = connect(folder.resolve("base"));
                    Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("select rang from ligne where tour = " + tour + " order by rang")) {
                while (rows.next()) {
                    kept.add(rows.getString(1));
                }
            }
            assertThat(confirmed).hasSizeGreaterThanOrEqualTo(200);
            assertThat(kept).as("after death number %d", tour + 1).startsWith(confirmed.toArray(String[]::new));
            assertThat(kept.size()).isLessThanOrEqualTo(confirmed.size() + 1);
        }
    }

    @RepeatedTest(2)
    void isAllThatWasConfirmedWhenItDiesWhileActsFollowEachOther() throws IOException, InterruptedException {
        List<String> confirmed = killWhenItSays(Victim.class, CONFIRMED + "acte 60", Integer.MAX_VALUE);

        List<String> kept = reopened();
        assertThat(confirmed).hasSizeGreaterThan(60);
        assertThat(kept)
                .as("the last one may be done without having been confirmed")
                .hasSizeBetween(confirmed.size(), confirmed.size() + 1);
        assertThat(kept.subList(0, confirmed.size())).isEqualTo(confirmed);
    }

    @Test
    void isNothingThatWasUnderWayEvenWhenItHadReachedTheFile() throws IOException, InterruptedException {
        List<String> confirmed = killWhenItSays(Victim.class, UNDER_WAY, 10);

        assertThat(Files.readString(folder.resolve("base.mv.db"), StandardCharsets.ISO_8859_1))
                .contains("long long long");
        assertThat(confirmed).hasSize(10);
        assertThat(reopened()).isEqualTo(confirmed);
    }

    private List<String> killWhenItSays(Class<?> program, String moment, int argument)
            throws IOException, InterruptedException {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        folder.resolve("base").toString(),
                        String.valueOf(argument))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> confirmed = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(CONFIRMED)) {
                    confirmed.add(line.substring(CONFIRMED.length()));
                }
                if (line.equals(moment)) {
                    // by its handle: the process itself would close the pipe as well, with what is still in it
                    victim.toHandle().destroyForcibly();
                }
            }
        } finally {
            victim.destroyForcibly();
        }
        assertThat(victim.waitFor()).as("killed, not ended").isNotZero();
        return confirmed;
    }

    /** The confirmed acts in the file; none of the others, and it goes on from there. */
    private List<String> reopened() {
        try (TestDatabase db = TestDatabase.open(
                TestEngine.H2_FILE, settings(folder.resolve("base").toString()))) {
            assertThat(about(db, UNDER_WAY_OBJECT)).isEmpty();
            assertThat(db.<List<BrancheConnue>>read(db.branches::all)).isEmpty();
            assertThat(new Verificateur(db.transactions, db.journal)
                            .verify(Optional.empty())
                            .isIntact())
                    .isTrue();
            List<String> kept = about(db, CONFIRMED_OBJECT);
            db.write(() -> db.journal.append(acte(CONFIRMED_OBJECT, "après")));
            assertThat(about(db, CONFIRMED_OBJECT)).hasSize(kept.size() + 1);
            return kept;
        }
    }

    private static List<String> about(TestDatabase db, String objet) {
        return db.<List<Acte>>read(() -> db.journal.about(objet, 100_000)).stream()
                .map(Acte::detail)
                .toList();
    }
}
