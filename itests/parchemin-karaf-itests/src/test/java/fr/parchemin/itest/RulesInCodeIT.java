package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.itest.regles.BrancheEnCode;
import fr.parchemin.parcours.BrancheEssai;
import fr.parchemin.parcours.BrancheJar;
import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.Profil;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A branch with a rule in code is dropped in and used; when the rule blocks, its branch alone goes without. */
@ExtendWith(KarafServer.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RulesInCodeIT {
    static final String CODE = "essai-code";
    static final String JAR = CODE + ".jar";

    private Karaf karaf;
    private Scene scene;
    private int mark;
    private Watcher watcher;
    private Dossier unseen;

    @BeforeAll
    void watch(Karaf running) {
        karaf = running;
        karaf.requireBranch("metallurgie");
        scene = Scene.of(karaf, CODE, "code");
        Scene other = Scene.of(karaf, "metallurgie", "voisincode");
        Dossier neighbour = other.parcours.submit(other.demande("MET-OMI"), Profil.reussite());
        mark = karaf.mark();
        watcher = Watcher.over(() -> karaf.visitor().get("/certifications"), () -> other.secretariat()
                .get("/candidatures/" + neighbour.id() + "/proposition"));
    }

    @AfterEach
    void nobodyElseNoticed() {
        assertThat(watcher.failures()).isEmpty();
        assertThat(karaf.coreEventsSince(mark)).isEmpty();
    }

    @AfterAll
    void stopWatching() throws IOException {
        watcher.close();
        Files.deleteIfExists(karaf.branches().resolve(JAR));
        karaf.awaitBranch(CODE, "ABSENTE");
        assertThat(watcher.rounds()).isPositive();
    }

    static BrancheJar jar() {
        return BrancheEssai.jar(CODE, "COD")
                .withClass(BrancheEnCode.class)
                .replace(
                        ".MetallurgieBranche.xml",
                        "<implementation class=\"fr.parchemin.branche.metallurgie.MetallurgieBranche\"",
                        "<implementation class=\"" + BrancheEnCode.class.getName() + "\"")
                .replace(
                        BrancheEssai.REFERENTIEL,
                        "regle: { type: COMPETENCES_ACQUISES }",
                        "regle: { type: TOUTES, regles: [{ type: COMPETENCES_ACQUISES }, { type: CODE, nom: observation }] }");
    }

    private List<String> explanations(Dossier dossier) {
        JsonNode proposition = scene.secretariat()
                .get("/candidatures/" + dossier.id() + "/proposition")
                .expect(200)
                .body();
        return Scene.explanations(proposition.path("blocs").path(0));
    }

    @Test
    @Order(1)
    void aBranchWithARuleInCodeServesFromTheDropFolder() {
        karaf.drop(JAR, jar().bytes());
        karaf.awaitBranch(CODE, "ACTIVE");

        Dossier complete = scene.parcours.complete(scene.demande(BrancheEssai.CERTIFICATION), Profil.reussite());

        assertThat(complete.candidature().path("etat").asText()).isEqualTo("DELIVREE");
        assertThat(explanations(complete)).contains("1 CODE Règle « observation » : 1 grille lue");
    }

    @Test
    @Order(2)
    void aRuleThatNeverAnswersCostsItsBranchAnExplainedAbsenceOfProposal() {
        unseen = scene.parcours.submit(scene.demande(BrancheEssai.CERTIFICATION), Profil.reussite());
        scene.parcours.designateEvaluateurs(unseen);
        scene.acteurs
                .evaluateurs()
                .get(0)
                .client()
                .put(
                        "/candidatures/" + unseen.id() + "/epreuves/" + BrancheEssai.EPREUVE + "/notes",
                        Map.of("presence", "PRESENT", "notes", Map.of("C1-a", "ACQUIS", "C1-b", "NON_OBSERVE")))
                .expect(200);

        assertThat(explanations(unseen))
                .contains(
                        "1 CODE Pas de proposition : la règle « observation » de l’extension a échoué (délai dépassé)");
        for (int i = 0; i < 5; i++) {
            explanations(unseen);
        }
        assertThat(explanations(unseen)).anySatisfy(line -> assertThat(line)
                .startsWith("1 CODE Pas de proposition : la règle « observation »"));
        int rounds = watcher.rounds();
        Await.until(
                "the neighbour to be served", Duration.ofSeconds(10), () -> watcher.rounds() > rounds ? true : null);
    }

    @Test
    @Order(3)
    void whileItsPluginIsAwayTheFileSaysThatTheRuleIs() throws IOException {
        Files.delete(karaf.branches().resolve(JAR));
        karaf.awaitBranch(CODE, "ABSENTE");

        assertThat(explanations(unseen))
                .anySatisfy(line -> assertThat(line).contains("« observation »", "l’extension est absente"));
    }
}
