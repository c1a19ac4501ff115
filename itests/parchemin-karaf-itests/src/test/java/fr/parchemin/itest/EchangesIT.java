package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.parchemin.parcours.Candidat;
import fr.parchemin.parcours.Demande;
import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.ParcheminClient;
import fr.parchemin.parcours.Profil;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A distribution with a mail server: who is designated hears of it, those who follow a file write to each other. */
class EchangesIT {
    private static final Pattern LIEN = Pattern.compile("/acces/([A-Za-z0-9_-]+)");
    private static final Pattern RATTACHEMENT = Pattern.compile("/rattachement/([A-Za-z0-9_-]+)");
    private static final String PHRASE = "une phrase choisie par elle";
    private static final String SECRET = "Il manque la pièce 7, en toute discrétion.";

    @Test
    void anEvaluateurIsToldOnThePlatformAndByMailAndAConversationStaysAmongThoseItIsFor() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try (Platform platform = Platform.unpack("echanges")) {
            Files.write(
                    platform.home().resolve("etc/fr.parchemin.messagerie.cfg"),
                    List.of(
                            "hote = 127.0.0.1",
                            "port = " + server.getSmtp().getPort(),
                            "securite = AUCUNE",
                            "expediteur = cqp@exemple.fr"));
            platform.start();
            platform.requireBranch("metallurgie");
            platform.requireBranch("securite-privee");
            Scene scene = Scene.of(platform, "metallurgie", "echanges");
            Scene elsewhere = Scene.of(platform, "securite-privee", "ailleurs");
            ParcheminClient zoe = invited(platform, server);

            Dossier file = scene.parcours.submit(scene.demande("MET-OMI"), Profil.reussite());
            scene.parcours.settlePrerequis(file);
            String path = "/candidatures/" + file.id();
            scene.secretariat()
                    .put(path + "/evaluateurs", Map.of("evaluateurs", List.of("zoe", "evaluateur1-echanges")))
                    .expectSuccess();

            told(zoe, server, platform, scene, file);
            conversation(platform, scene, elsewhere, zoe, path, file);
            question(platform, server, scene, elsewhere);
        } finally {
            server.stop();
        }
    }

    /** Somebody whom another branch knows applies here: the address known before is asked, once, and nobody else hears. */
    private static void question(Platform platform, GreenMail server, Scene scene, Scene elsewhere) throws Exception {
        Candidat person = scene.candidat();
        apply(elsewhere, "APS", person, "connue@exemple.fr");
        apply(scene, "MET-OMI", person, "tapee@exemple.fr");

        String text = mail(server, "Une inscription");
        assertThat(text).doesNotContain(person.nomNaissance(), person.prenoms(), "metallurgie", "Métallurgie");
        assertThat(Arrays.stream(server.getReceivedMessages()).map(EchangesIT::recipient))
                .contains("connue@exemple.fr")
                .doesNotContain("tapee@exemple.fr");
        Matcher link = RATTACHEMENT.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        ParcheminClient visitor = platform.visitor();
        String answer = "/personnes/liens/" + link.group(1);
        visitor.post(answer, Map.of()).expect(204);
        assertThat(visitor.post(answer, Map.of()).expect(404).text("code")).isEqualTo("RESSOURCE_INCONNUE");
    }

    private static void apply(Scene scene, String certification, Candidat person, String courriel) {
        Candidat reachable = new Candidat(
                person.nomNaissance(),
                person.nomUsage(),
                person.prenoms(),
                person.sexe(),
                person.dateNaissance(),
                person.lieuNaissance(),
                courriel);
        Demande demande = Demande.simple(reachable, scene.branche, certification);
        scene.acteurs.organisme().post("/candidatures", demande.asJson()).expect(201);
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ParcheminClient invited(Platform platform, GreenMail server) throws Exception {
        platform.administrator()
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
                                List.of(Map.of("role", "EVALUATEUR", "branche", "metallurgie"))))
                .expect(201);
        Matcher link = LIEN.matcher(mail(server, "Votre accès"));
        assertThat(link.find()).isTrue();
        platform.visitor()
                .post("/mots-de-passe/choix", Map.of("lien", link.group(1), "motDePasse", PHRASE))
                .expect(204);
        return platform.visitor().as("zoe", PHRASE);
    }

    /** The text of the mail to her with such a subject, once it came. */
    private static String mail(GreenMail server, String subject) throws Exception {
        MimeMessage mail = Await.until(
                "mail « " + subject + " »", Platform.PATIENCE, () -> Arrays.stream(server.getReceivedMessages())
                        .filter(m -> subject(m).startsWith(subject))
                        .findFirst()
                        .orElse(null));
        return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void told(ParcheminClient zoe, GreenMail server, Platform platform, Scene scene, Dossier file)
            throws Exception {
        String numero = scene.candidature(file.id()).path("numero").asText();
        JsonNode page = zoe.get("/notifications").expect(200).body();
        assertThat(page.path("nonLues").asInt()).isEqualTo(1);
        JsonNode told = page.path("elements").path(0);
        assertThat(told.path("sujet").asText()).isEqualTo("EVALUATION_ATTENDUE");
        assertThat(told.path("phrase").asText()).contains(numero);

        assertThat(mail(server, "Du nouveau"))
                .contains(numero, "/notifications")
                .doesNotContain(
                        file.demande().candidat().nomNaissance(),
                        file.demande().candidat().prenoms());

        String rang = told.path("rang").asText();
        scene.secretariat()
                .post("/notifications/" + rang + "/lecture", Map.of())
                .expect(404);
        zoe.post("/notifications/" + rang + "/lecture", Map.of()).expect(204);
        assertThat(zoe.get("/notifications?nonLues=true").expect(200).body().path("elements"))
                .isEmpty();
        zoe.put("/notifications/preferences", Map.of("frequence", "PARFOIS")).expect(422);
        assertThat(zoe.put("/notifications/preferences", Map.of("frequence", "QUOTIDIENNE"))
                        .expect(200)
                        .text("frequence"))
                .isEqualTo("QUOTIDIENNE");
        platform.visitor().get("/notifications").expect(401);
    }

    private static void conversation(
            Platform platform, Scene scene, Scene elsewhere, ParcheminClient zoe, String path, Dossier file) {
        ParcheminClient candidat = candidat(platform, file);
        scene.secretariat()
                .post(path + "/messages", Map.of("cercle", "CANDIDAT", "texte", SECRET))
                .expect(201);
        scene.secretariat()
                .post(path + "/notes", Map.of("texte", "À surveiller"))
                .expect(201);

        JsonNode seen = candidat.get(path + "/messages").expect(200).body();
        assertThat(Scene.texts(seen.path("elements"), "texte")).containsExactly(SECRET);
        assertThat(seen.path("nonLus").asInt()).isEqualTo(1);
        candidat.post(
                        path + "/messages/lecture",
                        Map.of(
                                "jusqua",
                                seen.path("elements").path(0).path("rang").asLong()))
                .expect(204);
        assertThat(candidat.get(path + "/messages")
                        .expect(200)
                        .body()
                        .path("nonLus")
                        .asInt())
                .isZero();
        assertThat(zoe.get(path + "/messages").expect(200).body().path("elements"))
                .isEmpty();
        candidat.post(path + "/messages", Map.of("cercle", "EVALUATEURS", "texte", "Bonjour"))
                .expect(422);
        candidat.post(path + "/messages", Map.of("cercle", "BRANCHE", "texte", "Bien reçu"))
                .expect(201);

        candidat.get(path + "/notes").expect(403);
        candidat.post(path + "/notes", Map.of("texte", "non")).expect(403);
        zoe.get(path + "/notes").expect(403);
        assertThat(Scene.texts(candidat.get(path + "/fil").expect(200).body().path("elements"), "nature"))
                .contains("MESSAGE_ENVOYE", "EVALUATEURS_DESIGNES")
                .doesNotContain("NOTE_AJOUTEE");
        assertThat(candidat.get(path + "/journal").expect(200).body().toString())
                .doesNotContain("NOTE_AJOUTEE", SECRET);
        assertThat(scene.secretariat().get(path + "/fil").expect(200).body().toString())
                .contains("NOTE_AJOUTEE", "Zoé Martin")
                .doesNotContain(SECRET, "À surveiller");

        for (String part : List.of("/fil", "/messages", "/notes")) {
            elsewhere.secretariat().get(path + part).expect(404);
        }
        elsewhere
                .secretariat()
                .post(path + "/messages", Map.of("cercle", "TOUS", "texte", "Bonjour"))
                .expect(404);
    }

    private static ParcheminClient candidat(Platform platform, Dossier file) {
        String motDePasse = UUID.randomUUID().toString();
        platform.administrator()
                .post(
                        "/comptes",
                        Map.of(
                                "identifiant",
                                "alix",
                                "nom",
                                "Alix Candidat",
                                "motDePasse",
                                motDePasse,
                                "roles",
                                List.of()))
                .expect(201);
        platform.administrator()
                .post(
                        "/comptes/alix/attributions",
                        Map.of("role", "CANDIDAT", "branche", "metallurgie", "etendue", "DOSSIER", "cible", file.id()))
                .expect(201);
        return platform.visitor().as("alix", motDePasse);
    }
}
