package fr.parchemin.messagerie.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.parchemin.acte.Secret;
import fr.parchemin.courriel.Courriel;
import fr.parchemin.courriel.Messagerie.EnvoiImpossible;
import fr.parchemin.messagerie.internal.Reglages.Securite;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpTest {

    private static final Courriel COURRIEL = new Courriel(
            UUID.fromString("6f7a5c1e-0000-4000-8000-000000000001"),
            "zoe@exemple.fr",
            "Votre accès à Parchemin",
            "Bonjour Zoé,\n\nOuvrez ce lien\u00a0:\n\nhttp://127.0.0.1/acces/x\n",
            "<!doctype html><html lang=\"fr\"><body><p>Bonjour Zoé</p></body></html>",
            Instant.parse("2026-06-15T08:00:00Z"));

    @TempDir
    private Path folder;

    private static Smtp to(int port) {
        return new Smtp(
                new Reglages("127.0.0.1", port, Securite.AUCUNE, "", Secret.none(), "cqp@exemple.fr", "Parchemin", 5));
    }

    private Secret secret(String value) throws IOException {
        Path file = Files.createFile(
                folder.resolve("secret"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, value);
        return Secret.in(Map.of("motDePasse.fichier", file.toString()), "motDePasse");
    }

    private static GreenMail server() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    @Test
    void aMailArrivesAsTextAndAsHtmlInFrench() throws Exception {
        GreenMail server = server();
        try {
            to(server.getSmtp().getPort()).send(COURRIEL);

            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject()).isEqualTo("Votre accès à Parchemin");
            assertThat(mail.getFrom()[0]).hasToString("Parchemin <cqp@exemple.fr>");
            assertThat(mail.getAllRecipients()[0]).hasToString("zoe@exemple.fr");
            assertThat(mail.getMessageID()).isEqualTo("<6f7a5c1e-0000-4000-8000-000000000001@exemple.fr>");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
            assertThat(parts.getBodyPart(0).getContent().toString().replace("\r", ""))
                    .isEqualTo(COURRIEL.texte());
            assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
            assertThat(parts.getBodyPart(1).getContent()).isEqualTo(COURRIEL.html());
        } finally {
            server.stop();
        }
    }

    @Test
    void aMailSentTwiceIsKnownForTheSame() throws Exception {
        GreenMail server = server();
        try {
            to(server.getSmtp().getPort()).send(COURRIEL);
            to(server.getSmtp().getPort()).send(COURRIEL);

            assertThat(server.getReceivedMessages()[0].getMessageID())
                    .isEqualTo(server.getReceivedMessages()[1].getMessageID());
        } finally {
            server.stop();
        }
    }

    @Test
    void withoutTlsNothingIsSentWhereItIsAskedFor() throws Exception {
        GreenMail server = server();
        try {
            Smtp smtp = new Smtp(new Reglages(
                    "127.0.0.1",
                    server.getSmtp().getPort(),
                    Securite.STARTTLS,
                    "",
                    Secret.none(),
                    "cqp@exemple.fr",
                    "Parchemin",
                    5));

            EnvoiImpossible refused = catchThrowableOfType(EnvoiImpossible.class, () -> smtp.send(COURRIEL));
            assertThat(refused.isDefinitif()).isFalse();
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.start();
        try {
            Smtp smtp = new Smtp(new Reglages(
                    "127.0.0.1",
                    server.getSmtps().getPort(),
                    Securite.TLS,
                    "",
                    Secret.none(),
                    "cqp@exemple.fr",
                    "Parchemin",
                    5));

            assertThatThrownBy(() -> smtp.send(COURRIEL)).isInstanceOf(EnvoiImpossible.class);
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatIsNotThereMayBeTriedAgain() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        EnvoiImpossible refused =
                catchThrowableOfType(EnvoiImpossible.class, () -> to(closed).send(COURRIEL));
        assertThat(refused.isDefinitif()).isFalse();
        assertThat(refused.getMessage()).contains("127.0.0.1");
    }

    /** A server with answers of our own: to the greeting, MAIL, RCPT, DATA and the end of the text. */
    private static EnvoiImpossible refusedBy(String mail, String rcpt, String end, List<String> heard)
            throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> server = CompletableFuture.runAsync(() -> {
                try (Socket client = socket.accept()) {
                    converse(client, mail, rcpt, end, heard);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            EnvoiImpossible refused = catchThrowableOfType(
                    EnvoiImpossible.class, () -> to(socket.getLocalPort()).send(COURRIEL));
            server.get();
            return refused;
        }
    }

    private static void converse(Socket client, String mail, String rcpt, String end, List<String> heard)
            throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = client.getOutputStream();
        say(out, "220 serveur d'essai");
        boolean text = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (text) {
                if (line.equals(".")) {
                    text = false;
                    say(out, end);
                }
                continue;
            }
            String verb = line.split("[ :]")[0];
            heard.add(verb);
            switch (verb) {
                case "MAIL" -> say(out, mail);
                case "RCPT" -> say(out, rcpt);
                case "DATA" -> {
                    text = true;
                    say(out, "354 allez");
                }
                case "QUIT" -> {
                    say(out, "221 au revoir");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Test
    void aMailboxThatDoesNotExistIsRefusedForGoodAndTheReasonNamesNobody() throws Exception {
        EnvoiImpossible refused =
                refusedBy("250 ok", "550 5.1.1 <zoe@exemple.fr> boite inconnue", "250 ok", new ArrayList<>());

        assertThat(refused.isDefinitif()).isTrue();
        assertThat(refused.getMessage()).contains("550", "boite inconnue").doesNotContain("zoe");
    }

    @Test
    void aMailboxThatIsFullForNowMayBeTriedAgain() throws Exception {
        EnvoiImpossible refused = refusedBy("250 ok", "452 4.2.2 boite pleine", "250 ok", new ArrayList<>());

        assertThat(refused.isDefinitif()).isFalse();
        assertThat(refused.getMessage()).contains("452");
    }

    @Test
    void aTextThatTheServerRefusesIsRefusedForGood() throws Exception {
        List<String> heard = new ArrayList<>();
        EnvoiImpossible refused = refusedBy("250 ok", "250 ok", "554 5.7.1 contenu refuse", heard);

        assertThat(refused.isDefinitif()).isTrue();
        assertThat(heard).contains("MAIL", "RCPT", "DATA");
    }

    @Test
    void aSenderThatTheServerRefusesIsForTheOperatorToMendAndTheMailStays() throws Exception {
        EnvoiImpossible refused = refusedBy("550 expediteur refuse", "250 ok", "250 ok", new ArrayList<>());

        assertThat(refused.isDefinitif()).isFalse();
    }

    @Test
    void aPasswordIsNeverSentInClear() throws IOException {
        Secret secret = secret("s3cr3t");

        assertThatThrownBy(() -> new Reglages("h", 25, Securite.AUCUNE, "u", secret, "cqp@exemple.fr", "P", 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in clear");
    }

    @Test
    void withoutAServerNothingIsConfigured() {
        assertThat(new Smtp(new Reglages("", 587, Securite.STARTTLS, "", Secret.none(), "", "P", 5)).isConfigured())
                .isFalse();
        assertThat(to(25).isConfigured()).isTrue();
    }
}
