package fr.parchemin.itest;

import static fr.parchemin.itest.Refusals.assertRefused;
import static fr.parchemin.itest.Scene.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.Answer;
import fr.parchemin.parcours.BrancheEssai;
import fr.parchemin.parcours.BrancheJar;
import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.ParcheminClient;
import fr.parchemin.parcours.Profil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A branch that is dropped, replaced, taken out and put back by the interface and by the pages, and by nobody who may not. */
@ExtendWith(KarafServer.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DropThroughThePlatformIT {
    private static final String CODE = "essai-envoi";
    private static final String PREFIXE = "ENV";
    private static final String FICHIER = CODE + ".zip";

    private Karaf karaf;
    private ParcheminClient admin;
    private Dossier open;

    @BeforeAll
    void start(Karaf running) {
        karaf = running;
        karaf.requireBranch("metallurgie");
        admin = karaf.administrator();
    }

    @AfterAll
    void leaveNothing() throws IOException {
        Files.deleteIfExists(karaf.branches().resolve(FICHIER));
        karaf.awaitBranch(CODE, "ABSENTE");
    }

    private static BrancheJar first() {
        return BrancheEssai.jar(CODE, PREFIXE);
    }

    private static byte[] broken() {
        return BrancheEssai.nextJar(CODE, PREFIXE)
                .with("branche.yaml", first().text("branche.yaml") + "\ninconnu: 1\n")
                .zip("x");
    }

    @Test
    @Order(1)
    void aZipIsVerifiedWithoutBeingDropped() {
        JsonNode sound = admin.postFile("/branches/verification", first().zip("x"))
                .expect(200)
                .body();
        assertThat(sound.path("admise").asBoolean()).isTrue();
        assertThat(sound.path("cas").asInt()).isPositive();

        JsonNode wrong =
                admin.postFile("/branches/verification", broken()).expect(200).body();
        assertThat(wrong.path("admise").asBoolean()).isFalse();
        assertThat(wrong.path("motifs").path(0).path("fichier").asText()).isEqualTo("branche.yaml");
        assertRefused(karaf.visitor().get("/branches/" + CODE), 404, "BRANCHE_INCONNUE", CODE);
        assertThat(karaf.branches().resolve(FICHIER)).doesNotExist();
    }

    @Test
    @Order(2)
    void aZipThatIsDroppedByTheInterfaceIsABranchThatServes() {
        Answer dropped = admin.postFile("/branches", first().zip("x")).expect(202);
        assertThat(dropped.text("artefact")).isEqualTo(FICHIER);

        karaf.awaitBranch(CODE, "ACTIVE");
        Scene scene = Scene.of(karaf, CODE, "envoi");
        open = scene.parcours.submit(scene.demande(BrancheEssai.CERTIFICATION), Profil.reussite());
        JsonNode fiche = admin.get("/branches/" + CODE + "/depot").expect(200).body();
        assertThat(fiche.path("ouverts").asInt()).isEqualTo(1);
        assertThat(fiche.path("artefacts").path(0).path("sorte").asText()).isEqualTo("ARCHIVE");
        JsonNode line =
                admin.get("/journal?objet=branche/" + CODE).expect(200).body().path("elements");
        assertThat(line.toString()).contains("BRANCHE_DEPOSEE", dropped.text("empreinte"));
        assertThat(admin.post("/branches/" + CODE + "/cas", Map.of())
                        .expect(200)
                        .body()
                        .path("admise")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @Order(3)
    void nobodyElseDropsOrTakesOutABranch() {
        ParcheminClient secretariat = Scene.of(karaf, CODE, "envoi2").secretariat();
        for (Answer answer : List.of(
                secretariat.postFile("/branches", first().zip("x")),
                secretariat.postFile("/branches/verification", first().zip("x")),
                secretariat.delete("/branches/" + CODE + "?confirmation=" + CODE),
                secretariat.get("/branches/" + CODE + "/depot"),
                secretariat.get("/depot"))) {
            assertRefused(answer, 403, "ACCES_REFUSE", "administrateur ou exploitant");
        }
        assertThat(karaf.visitor().get("/branches/" + CODE).text("etat")).isEqualTo("ACTIVE");
    }

    @Test
    @Order(4)
    void aBrokenZipShowsInErrorWithFileAndLineUnderItsBranch() {
        admin.postFile("/branches", broken()).expect(202);

        JsonNode branche = karaf.awaitBranch(CODE, "EN_ERREUR");

        assertThat(branche.path("motifs").findValuesAsText("fichier")).contains("branche.yaml");
        assertThat(branche.path("motifs").path(0).path("ligne").asInt()).isPositive();
    }

    @Test
    @Order(5)
    void aZipThatIsDroppedByThePageTakesThePlaceOfTheOneBefore() {
        PageVisitor page = new PageVisitor(karaf.pages());
        page.signIn(newAdministrator());
        assertThat(page.get("/administration/branches")).contains("essai-envoi", "En erreur");

        String answer = page.sendFile(
                "/administration/branches/depot",
                Map.of(),
                "../../etc/Ma branche.zip",
                BrancheEssai.nextJar(CODE, PREFIXE).zip("x"));

        assertThat(answer).contains("Le fichier est déposé");
        JsonNode branche = karaf.awaitBranch(CODE, "ACTIVE");
        assertThat(texts(branche.path("certifications"), "version")).containsExactly("1.1.0");
        assertThat(karaf.branches().resolve(FICHIER)).exists();
        assertThat(page.get("/administration/branches")).contains("Gardés à part", FICHIER);
    }

    private Map<String, String> newAdministrator() {
        String motDePasse = UUID.randomUUID().toString();
        String identifiant = "administrateur-envoi-" + motDePasse.substring(0, 8);
        admin.post(
                        "/comptes",
                        Map.of(
                                "identifiant",
                                identifiant,
                                "nom",
                                "Administratrice",
                                "motDePasse",
                                motDePasse,
                                "roles",
                                List.of(Map.of("role", "ADMINISTRATEUR"))))
                .expect(201);
        return Map.of("identifiant", identifiant, "motDePasse", motDePasse);
    }

    @Test
    @Order(6)
    void aBranchIsTakenOutByTypingItsCodeAndPutBack() {
        assertRefused(admin.delete("/branches/" + CODE), 422, "CHAMP_INVALIDE", CODE);
        assertThat(karaf.branches().resolve(FICHIER)).exists();

        String retrait = admin.delete("/branches/" + CODE + "?confirmation=" + CODE)
                .expect(200)
                .text("id");
        karaf.awaitBranch(CODE, "ABSENTE");
        assertThat(Scene.of(karaf, CODE, "envoi3")
                        .secretariat()
                        .get("/candidatures/" + open.id())
                        .expect(200)
                        .text("version"))
                .isEqualTo("1.0.0");
        assertRefused(admin.delete("/branches/" + CODE + "?confirmation=" + CODE), 409, "BRANCHE_HORS_DEPOT", CODE);

        admin.post("/depot/retires/" + retrait + "/remise", Map.of()).expect(200);
        karaf.awaitBranch(CODE, "ACTIVE");
    }

    @Test
    @Order(7)
    void whatIsNoZipAndWhatIsCodeStayOut() {
        assertRefused(
                admin.postFile("/branches", "ceci n’est pas une archive".getBytes(StandardCharsets.UTF_8)),
                422,
                "CHAMP_INVALIDE",
                ".zip");
        assertRefused(admin.postFile("/branches", first().bytes()), 409, "DEPOT_FERME", "extension");
        assertRefused(admin.postFile("/branches/verification", first().bytes()), 409, "DEPOT_FERME", "extension");
        assertRefused(admin.postFile("/branches", new byte[8_000_001]), 413, "CORPS_TROP_VOLUMINEUX", "8 Mo");
        assertThat(karaf.branches().resolve(CODE + ".jar")).doesNotExist();
    }
}
