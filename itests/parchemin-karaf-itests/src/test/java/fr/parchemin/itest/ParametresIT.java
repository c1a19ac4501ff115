package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.BrancheEssai;
import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.Profil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The secretariat adjusts its branch while the platform runs: what is delivered from then on says so. */
@ExtendWith(KarafServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class ParametresIT {
    private static final String CODE = "essai-parametres";
    private static final String JAR = CODE + ".jar";
    private static final String PARAMETRES = "/branches/" + CODE + "/parametres";
    private static final String PAGE = "/branches/" + CODE + "/parametres";
    private static final String SIGNATAIRE = "Ada Lointaine";
    private static final byte[] LOGO =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><circle cx='4' cy='4' r='4'/></svg>"
                    .getBytes(StandardCharsets.UTF_8);

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
    private Karaf karaf;
    private Scene scene;

    @BeforeAll
    void drop(Karaf running) {
        karaf = running;
        karaf.drop(JAR, BrancheEssai.jar(CODE, "PAR").bytes());
        karaf.awaitBranch(CODE, "ACTIVE");
        scene = Scene.of(karaf, CODE, "parametres");
    }

    @AfterAll
    void leave() throws IOException {
        Files.deleteIfExists(karaf.branches().resolve(JAR));
        karaf.awaitBranch(CODE, "ABSENTE");
    }

    private Map<String, Object> parametre(String cle, Map<String, Object> valeur, LocalDate du) {
        return new HashMap<>(Map.of("cle", cle, "valeur", valeur, "du", du.toString(), "motif", "Élection du bureau"));
    }

    private String delivered() {
        Dossier dossier = scene.parcours.complete(scene.demande(BrancheEssai.CERTIFICATION), Profil.reussite());
        return dossier.certificat().path("numero").asText();
    }

    private String paper(String numero) {
        return Papers.text(certificat(numero));
    }

    @Test
    void aSignatoryHoldsFromItsDayForWhatIsDeliveredFromThenOn() {
        Map<String, Object> ada = Map.of("qualite", "Présidente de la commission", "nom", SIGNATAIRE);
        scene.secretariat()
                .post(PARAMETRES, parametre("signataire", ada, today.plusYears(1)))
                .expect(201);
        String before = delivered();
        JsonNode entree = scene.secretariat()
                .post(PARAMETRES, parametre("signataire", ada, today))
                .expect(201)
                .body();
        String after = delivered();
        scene.secretariat()
                .post(PARAMETRES + "/" + entree.path("id").asText() + "/annulation", Map.of("motif", "Annulée"))
                .expect(200);
        String restored = delivered();

        assertThat(paper(before)).doesNotContain(SIGNATAIRE);
        assertThat(paper(after)).contains(SIGNATAIRE);
        assertThat(paper(restored)).doesNotContain(SIGNATAIRE);
        List<JsonNode> history = signatories("");
        assertThat(history).hasSize(2).noneMatch(e -> e.path("enVigueur").asBoolean());
        assertThat(history.get(1).path("annulation").path("motif").asText()).isEqualTo("Annulée");
        assertThat(signatories("?le=" + today.plusYears(1))
                        .get(0)
                        .path("enVigueur")
                        .asBoolean())
                .isTrue();
    }

    /** What was decided about signatories; the other tests decide other things. */
    private List<JsonNode> signatories(String query) {
        return Scene.stream(scene.secretariat()
                        .get(PARAMETRES + query)
                        .expect(200)
                        .body()
                        .path("parametres"))
                .filter(e -> e.path("cle").asText().equals("SIGNATAIRE"))
                .toList();
    }

    @Test
    void theContactInForceIsShownToEverybody() {
        scene.secretariat()
                .post(PARAMETRES, parametre("contact", Map.of("courriel", "nouveau@exemple.test"), today))
                .expect(201);

        assertThat(karaf.visitor()
                        .get("/branches/" + CODE)
                        .expect(200)
                        .body()
                        .path("identite")
                        .path("contact")
                        .path("courriel")
                        .asText())
                .isEqualTo("nouveau@exemple.test");
    }

    /** A branch is picked, an account signed in, a file chosen, as a browser sends them. */
    @Test
    void theSecretariatSendsALogoFromItsPageAndThePapersBearItFromThenOn() {
        String before = delivered();
        PageVisitor secretariat = new PageVisitor(karaf.pages());
        secretariat.signIn(scene.credentials("secretariat"));
        assertThat(secretariat.get(PAGE)).contains("Décider un réglage", "multipart/form-data");

        assertThat(secretariat.sendFile(
                        PAGE, Map.of("cle", "logo", "du", "" + today, "motif", "Charte"), "a.png", LOGO))
                .contains("id=\"logo-fichier-erreur\"", "Charte");
        secretariat.sendFile(PAGE, Map.of("cle", "logo", "du", "" + today, "motif", "Charte"), "a.svg", LOGO);
        assertThat(secretariat.get(PAGE)).contains("Charte", "data:image/svg+xml;base64,");
        String after = delivered();

        assertThat(Papers.descriptions(certificat(before))).noneMatch(text -> text.startsWith("Logo"));
        assertThat(Papers.descriptions(certificat(after))).anyMatch(text -> text.startsWith("Logo de la branche"));
        assertThat(secretariat.get("/branches/" + CODE)).contains("data:image/svg+xml;base64,");
        assertThat(secretariat.get("/certificats/" + after)).contains("data:image/svg+xml;base64,");
        assertThat(secretariat.get("/certificats/" + before)).doesNotContain("data:image/svg+xml;base64,");
    }

    private byte[] certificat(String numero) {
        return scene.secretariat().pdf("/certificats/" + numero + "/certificat.pdf");
    }

    @Test
    void whatIsARuleIsNoParameter() {
        Refusals.assertRefused(
                scene.secretariat().post(PARAMETRES, parametre("jury", Map.of("qualite", "x"), today)),
                422,
                "PARAMETRE_NON_REGLABLE",
                "publiez une nouvelle version");
        Refusals.assertRefused(
                scene.acteurs.jury().post(PARAMETRES, parametre("contact", Map.of("courriel", "a@b.test"), today)),
                403,
                "ACCES_REFUSE");
    }
}
