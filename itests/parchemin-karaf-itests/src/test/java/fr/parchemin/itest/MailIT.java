package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.parchemin.parcours.Answer;
import fr.parchemin.parcours.ParcheminClient;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A distribution with a mail server, as one file of etc/ says: people are invited, and choose their password by a link. */
class MailIT {
    private static final Pattern LIEN = Pattern.compile("/acces/([A-Za-z0-9_-]+)");
    private static final String PHRASE = "une phrase choisie par elle";

    @Test
    void aPersonIsInvitedByMailAndChoosesAnewAPasswordThatWasForgotten() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try (Platform platform = Platform.unpack("mail")) {
            Files.write(
                    platform.home().resolve("etc/fr.parchemin.messagerie.cfg"),
                    List.of(
                            "hote = 127.0.0.1",
                            "port = " + server.getSmtp().getPort(),
                            "securite = AUCUNE",
                            "expediteur = cqp@exemple.fr"));
            platform.start();

            Answer invited = platform.administrator()
                    .post(
                            "/comptes/invitations",
                            Map.of(
                                    "identifiant",
                                    "zoe",
                                    "nom",
                                    "Zoé Martin",
                                    "courriel",
                                    "zoe@exemple.fr",
                                    "roles",
                                    List.of(Map.of("role", "SECRETARIAT", "branche", "metallurgie"))))
                    .expect(201);
            assertThat(invited.text("courriel")).isEqualTo("zoe@exemple.fr");
            assertThat(invited.body().has("adresse")).isFalse();

            ParcheminClient visitor = platform.visitor();
            choose(visitor, link(server, 1), PHRASE).expect(204);
            ParcheminClient zoe = visitor.as("zoe", PHRASE);
            assertThat(zoe.get("/moi").expect(200).text("nom")).isEqualTo("Zoé Martin");
            assertThat(zoe.get("/moi/sessions").expect(200).body()).hasSize(1);

            visitor.post("/mots-de-passe/oubli", Map.of("identifiant", "zoe@exemple.fr"))
                    .expect(204);
            visitor.post("/mots-de-passe/oubli", Map.of("identifiant", "personne"))
                    .expect(204);
            // The second mail said that the password was chosen.
            String again = link(server, 3);
            choose(visitor, again, "une tout autre phrase").expect(204);
            assertThat(choose(visitor, again, "encore une autre phrase")
                            .expect(404)
                            .text("code"))
                    .isEqualTo("LIEN_PERIME");
            visitor.as("zoe", "une tout autre phrase").get("/moi").expect(200);
        } finally {
            server.stop();
        }
    }

    private static Answer choose(ParcheminClient visitor, String lien, String motDePasse) {
        return visitor.post("/mots-de-passe/choix", Map.of("lien", lien, "motDePasse", motDePasse));
    }

    /** The secret in the mail that came as the given one. */
    private static String link(GreenMail server, int which) throws Exception {
        MimeMessage mail = Await.until("mail " + which, Platform.PATIENCE, () -> {
            MimeMessage[] received = server.getReceivedMessages();
            return received.length < which ? null : received[which - 1];
        });
        assertThat(mail.getAllRecipients()[0]).hasToString("zoe@exemple.fr");
        String text =
                ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
        Matcher link = LIEN.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }
}
