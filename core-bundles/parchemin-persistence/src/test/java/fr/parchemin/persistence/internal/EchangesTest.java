package fr.parchemin.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Valeur;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.echange.Message;
import fr.parchemin.echange.Messages.Selection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Messages and notes as they are kept. */
@OnEveryEngine
class EchangesTest {

    private final TestDatabase db;
    private final Candidature file;

    EchangesTest(TestDatabase db) {
        this.db = db;
        Samples samples = new Samples(db);
        this.file = samples.kept(samples.candidature());
    }

    private Message sent(Cercle cercle, String auteur) {
        Message sample = Samples.message(file);
        Message message = new Message(
                sample.id(),
                null,
                file.id(),
                file.branche(),
                file.personne(),
                sample.nature(),
                cercle,
                auteur,
                sample.qualite(),
                sample.nom(),
                sample.texte(),
                sample.ecritLe(),
                Optional.empty());
        db.write(() -> assertThat(db.messages.add(message)).isTrue());
        return message;
    }

    private List<Message> read(Set<Cercle> cercles, String lecteur, Long avant, int limite) {
        return db.read(() ->
                db.messages.list(new Selection(file.id(), Message.Nature.MESSAGE, cercles, lecteur, avant, limite)));
    }

    @Test
    void aMessageComesBackAsItWasWrittenAndIsUnreadableInTheTable() throws SQLException {
        Message message = sent(Cercle.TOUS, "secretariat");
        assertThat(read(Set.of(Cercle.TOUS), "autre", null, 10)).singleElement().satisfies(found -> {
            assertThat(found.rang()).isNotNull();
            assertThat(found).usingRecursiveComparison().ignoringFields("rang").isEqualTo(message);
        });
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select contenu from message where id = '" + message.id() + "'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).contains("chiffre").doesNotContain("pièce", "Sacha");
        }
    }

    @Test
    void destroyingTheKeyErasesWhatWasWrittenAndNothingMoreIsKept() {
        sent(Cercle.TOUS, "secretariat");
        db.write(() -> db.cles.destroy(file.personne(), Samples.NOW));
        assertThat(read(Set.of(Cercle.TOUS), "autre", null, 10)).singleElement().satisfies(found -> {
            assertThat(found.texte()).isEqualTo(new Valeur.Effacee());
            assertThat(found.nom()).isEqualTo(new Valeur.Effacee());
        });
        db.write(() -> assertThat(db.messages.add(Samples.message(file))).isFalse());
        assertThat(read(Set.of(Cercle.TOUS), "autre", null, 10)).hasSize(1);
    }

    @Test
    void aReaderGetsTheirCirclesAndWhatTheyWroteNewestFirst() {
        sent(Cercle.TOUS, "secretariat");
        sent(Cercle.ORGANISME, "secretariat");
        sent(Cercle.BRANCHE, "evaluateur");
        List<Message> seen = read(EnumSet.of(Cercle.TOUS, Cercle.EVALUATEURS), "evaluateur", null, 10);
        assertThat(seen).extracting(Message::cercle).containsExactly(Cercle.BRANCHE, Cercle.TOUS);
        assertThat(read(EnumSet.of(Cercle.TOUS), "evaluateur", seen.get(0).rang(), 10))
                .extracting(Message::cercle)
                .containsExactly(Cercle.TOUS);
    }

    @Test
    void whatWasSeenOnlyGrows() {
        sent(Cercle.TOUS, "secretariat");
        sent(Cercle.TOUS, "secretariat");
        long newest = read(Set.of(Cercle.TOUS), "autre", null, 1).get(0).rang();
        for (long seen : new long[] {newest, 0}) {
            db.write(() -> db.messages.markRead(file.id(), file.branche(), "autre", seen));
            assertThat(db.<Long>read(() -> db.messages.unread(file.id(), Set.of(Cercle.TOUS), "autre")))
                    .isZero();
        }
        assertThat(db.<Long>read(() -> db.messages.unread(file.id(), Set.of(Cercle.TOUS), "tiers")))
                .isEqualTo(2);
        assertThat(db.<Long>read(() -> db.messages.unread(file.id(), Set.of(Cercle.TOUS), "secretariat")))
                .isZero();
    }

    @Test
    void aNoteIsTakenBackOnceAndNothingElseOfItChanges() throws SQLException {
        Message sample = Samples.message(file);
        Message note = new Message(
                sample.id(),
                null,
                file.id(),
                file.branche(),
                file.personne(),
                Message.Nature.NOTE,
                Cercle.BRANCHE,
                "secretariat",
                sample.qualite(),
                sample.nom(),
                sample.texte(),
                sample.ecritLe(),
                Optional.empty());
        Message.Retrait retrait = new Message.Retrait("secretariat", Samples.NOW);
        db.write(() -> db.messages.add(note));
        db.write(() -> db.messages.withdraw(note.withdrawn(retrait)));
        assertThat(db.<Optional<Message>>read(() -> db.messages.find(note.id()))
                        .orElseThrow()
                        .retrait())
                .contains(retrait);
        if (db.engine == TestEngine.POSTGRESQL) {
            Message said = sent(Cercle.TOUS, "secretariat");
            for (String change : List.of(
                    "set retire_par = null, retire_le = null where id = '" + note.id() + "'",
                    "set contenu = '{}' where id = '" + said.id() + "'",
                    "set cercle = 'CANDIDAT' where id = '" + said.id() + "'")) {
                assertThatThrownBy(() -> db.execute("update message " + change))
                        .as(change)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("written once");
            }
        }
    }

    @Test
    void aMessageDoesNotHangOnAFileOfAnotherBranch() {
        Samples elsewhere = new Samples(db);
        Message stray = new Message(
                java.util.UUID.randomUUID(),
                null,
                file.id(),
                elsewhere.branche,
                file.personne(),
                Message.Nature.MESSAGE,
                Cercle.TOUS,
                "secretariat",
                fr.parchemin.acces.Role.SECRETARIAT,
                new Valeur.Personnelle("Sacha"),
                new Valeur.Personnelle("Bonjour"),
                Samples.NOW,
                Optional.empty());
        assertThatThrownBy(() -> db.transactions.write(
                        Perimetre.de(elsewhere.branche), () -> Outcome.done(db.messages.add(stray))))
                .isInstanceOf(RuntimeException.class);
    }
}
