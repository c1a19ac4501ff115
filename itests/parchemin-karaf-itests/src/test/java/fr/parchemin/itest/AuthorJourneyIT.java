package fr.parchemin.itest;

import static fr.parchemin.itest.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.Answer;
import fr.parchemin.parcours.BrancheJar;
import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.Profil;
import fr.parchemin.spi.BranchePlugin;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A new branch as its author makes it: from the skeleton, with one rule in code, mistaken three times, mended, admitted on
 * its own golden cases, used up to the proposal that names the rule.
 */
@ExtendWith(KarafServer.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuthorJourneyIT {
    private static final String CODE = "logistique";
    private static final String JAR = CODE + ".jar";
    private static final String CERTIFICATION = "LOG-MCV";
    private static final String REGLE = "accord-au-vol";
    private static final String REFERENTIEL = "referentiels/log-mcv-1.0.0.yaml";
    private static final String GOLDEN = "golden/log-mcv.yaml";
    private static final String CLASSE = "fr.parchemin.branche.logistique.LogistiqueBranche";
    private static final String PORTE = "{ type: PORTE, epreuve: MCV-B2-QCM, seuil: 12, ouvre: [MCV-B2-VOL] }";

    private Karaf karaf;
    private Path projet;
    private Scene scene;

    @BeforeAll
    void anEmptyDesk(Karaf running) throws IOException {
        karaf = running;
        projet = Path.of("target", "auteur", CODE).toAbsolutePath();
        Files.createDirectories(projet.getParent());
        remove(projet);
        scene = Scene.of(karaf, CODE, "auteur");
    }

    @AfterAll
    void takeItOut() throws IOException {
        Files.deleteIfExists(karaf.branches().resolve(JAR));
        karaf.awaitBranches(
                CODE + " away",
                branches -> Scene.stream(branches)
                                .noneMatch(branche -> branche.path("code")
                                                .asText()
                                                .equals(CODE)
                                        && !branche.path("etat").asText().equals("ABSENTE"))
                        ? Optional.of(branches)
                        : Optional.empty());
    }

    @Test
    @Order(1)
    void theScriptMakesAProjectFromTheSkeletonAndOverwritesNothing() throws Exception {
        assertThat(script("Logistique", 0)).contains("créée");
        assertThat(projet.resolve("src/main/resources").resolve(REFERENTIEL)).exists();

        assertThat(script("Une autre", 1)).contains("existe déjà", "rien n’a été touché");
        assertThat(read("branche.yaml")).contains("nom: \"Logistique\"");
    }

    private String script(String nom, int expected) throws IOException, InterruptedException {
        Path door = Path.of("..", "..", "parchemin").toAbsolutePath().normalize();
        Process process = new ProcessBuilder(door.toString(), "nouvelle-branche", CODE, nom, projet.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(expected);
        return said.replace('\u00a0', ' ');
    }

    @Test
    @Order(2)
    void aThresholdOutOfReachIsToldWithFileLineAndPathAndNoFileOpens() throws Exception {
        write(REFERENTIEL, read(REFERENTIEL).replace(PORTE, PORTE.replace("seuil: 12", "seuil: 120")));

        JsonNode motif = dropped();

        assertThat(motif.path("code").asText()).isEqualTo("INCOHERENCE");
        assertPlace(motif, REFERENTIEL, "seuil: 120", "blocs[1].regle.regles[1].regles[0].seuil");
        assertThat(motif.path("message").asText()).contains("120 dépasse le barème de 20");
        assertRefused(
                scene.acteurs
                        .organisme()
                        .post("/candidatures", scene.demande(CERTIFICATION).asJson()),
                409,
                "BRANCHE_EN_ERREUR",
                "120 dépasse le barème de 20");
    }

    @Test
    @Order(3)
    void aRuleThatTheClassDoesNotBringIsToldWhereItIsNamed() throws Exception {
        write(
                REFERENTIEL,
                read(REFERENTIEL)
                        .replace("seuil: 120", "seuil: 12")
                        .replace(PORTE, PORTE + "\n            - { type: CODE, nom: " + REGLE + " }"));

        JsonNode motif = dropped();

        assertThat(motif.path("code").asText()).isEqualTo("INCOHERENCE");
        assertPlace(motif, REFERENTIEL, "nom: " + REGLE, "blocs[1].regle.regles[1].regles[1].nom");
        assertThat(motif.path("message").asText()).contains("RegleProposition", REGLE);
    }

    @Test
    @Order(4)
    void aGoldenCaseThatTheRuleContradictsIsToldWithTheReasonOfTheRule() throws Exception {
        String java = Files.readString(source());
        Files.writeString(
                source(),
                java.substring(0, java.lastIndexOf('}'))
                        + """

                            @Override
                            public java.util.List<fr.parchemin.spi.RegleEnCode> regles() {
                                return java.util.List.of(
                                        fr.parchemin.spi.RegleProposition.of("accord-au-vol", LogistiqueBranche::accord));
                            }

                            private static fr.parchemin.spi.Conclusion accord(fr.parchemin.spi.BlocEvalue bloc) {
                                var points = bloc.grilles().stream()
                                        .filter(g -> g.epreuve().equals("MCV-B2-VOL") && g.present())
                                        .map(g -> g.points().get("C2.1-v"))
                                        .sorted()
                                        .toList();
                                if (points.size() < 2) {
                                    return new fr.parchemin.spi.Conclusion.Indeterminee(
                                            "deux notes de vol sont attendues", java.util.Set.of("MCV-B2-VOL"));
                                }
                                var ecart = points.get(points.size() - 1).subtract(points.get(0));
                                return ecart.compareTo(java.math.BigDecimal.valueOf(4)) <= 0
                                        ? new fr.parchemin.spi.Conclusion.Satisfaite("notes de vol à quatre points près")
                                        : new fr.parchemin.spi.Conclusion.NonSatisfaite("notes de vol trop éloignées");
                            }
                        }
                        """);
        write(GOLDEN, read(GOLDEN) + golden("quatre points d'écart", 10, 14, "TOTALE", "VALIDE"));
        write(GOLDEN, read(GOLDEN) + golden("cinq points d'écart", 10, 15, "TOTALE", "VALIDE"));

        JsonNode motif = dropped();

        assertThat(motif.path("code").asText()).isEqualTo("CAS_GOLDEN_ECHOUE");
        assertPlace(motif, GOLDEN, "cinq points d'écart", "cas[");
        assertThat(motif.path("message").asText().replace('\u00a0', ' '))
                .contains("bloc MCV-B2 attendu VALIDE, obtenu NON_VALIDE", REGLE, "notes de vol trop éloignées");
    }

    private static String golden(String nom, int one, int other, String proposition, String bloc) {
        return """
                  - nom: "%s"
                    reference: "référentiel LOG-MCV, bloc 2 : quatre points d'écart au plus"
                    evaluations:
                      - { evaluateur: e1, epreuve: MCV-B1-A, toutes: ACQUIS }
                      - { evaluateur: e2, epreuve: MCV-B1-A, toutes: ACQUIS }
                      - { evaluateur: e1, epreuve: MCV-B2-QCM, notes: { C2.1-q: 12 } }
                      - { evaluateur: e1, epreuve: MCV-B2-VOL, notes: { C2.1-v: %d } }
                      - { evaluateur: e2, epreuve: MCV-B2-VOL, notes: { C2.1-v: %d } }
                    attendu: { proposition: %s, blocs: { MCV-B1: VALIDE, MCV-B2: %s } }
                """
                .formatted(nom, one, other, proposition, bloc);
    }

    @Test
    @Order(5)
    void mendedItProvesItselfAndServes() throws Exception {
        String cases = read(GOLDEN);
        int last = cases.lastIndexOf("  - nom:");
        write(GOLDEN, cases.substring(0, last) + golden("cinq points d'écart", 10, 15, "PARTIELLE", "NON_VALIDE"));

        karaf.drop(JAR, jar());

        karaf.awaitBranch(CODE, "ACTIVE");
        Dossier done = scene.parcours.complete(scene.demande(CERTIFICATION), Profil.reussite());
        assertThat(done.certificat().path("numero").asText()).startsWith("LOG-");
        assertThat(explanations(done)).contains("2 CODE Règle « accord-au-vol » : notes de vol à quatre points près");
    }

    @Test
    @Order(6)
    void aCandidateWhomTheRuleStopsReadsItsNameAndReason() {
        Dossier dossier = scene.parcours.submit(scene.demande(CERTIFICATION), Profil.reussite());
        scene.parcours.settlePrerequis(dossier);
        scene.parcours.designateEvaluateurs(dossier);
        assertRefused(mark(dossier, 0, "MCV-B2-VOL", Map.of("C2.1-v", 10)), 409, "EPREUVE_NON_OUVERTE", "MCV-B2-QCM");

        mark(dossier, 0, "MCV-B2-QCM", Map.of("C2.1-q", 12)).expect(200);
        mark(dossier, 0, "MCV-B2-VOL", Map.of("C2.1-v", 10)).expect(200);
        mark(dossier, 1, "MCV-B2-VOL", Map.of("C2.1-v", 16)).expect(200);

        assertThat(explanations(dossier)).contains("2 CODE Règle « accord-au-vol » : notes de vol trop éloignées");
    }

    private Answer mark(Dossier dossier, int rank, String epreuve, Map<String, Object> notes) {
        return scene.acteurs
                .evaluateurs()
                .get(rank)
                .client()
                .put(
                        "/candidatures/" + dossier.id() + "/epreuves/" + epreuve + "/notes",
                        Map.of("presence", "PRESENT", "notes", notes));
    }

    private List<String> explanations(Dossier dossier) {
        return Scene.explanations(scene.secretariat()
                .get("/candidatures/" + dossier.id() + "/proposition")
                .expect(200)
                .body()
                .path("blocs")
                .path(1));
    }

    /** Drops the project as it is now; the first reason why it is not admitted. */
    private JsonNode dropped() throws Exception {
        byte[] jar = jar();
        String before = Files.exists(karaf.branches().resolve(JAR))
                ? karaf.visitor().get("/branches/" + CODE).body().path("motifs").toString()
                : "";
        karaf.drop(JAR, jar);
        return karaf.awaitBranch(
                        CODE,
                        "other reasons",
                        branche -> branche.path("etat").asText().equals("EN_ERREUR")
                                && !branche.path("motifs").toString().equals(before))
                .path("motifs")
                .path(0);
    }

    private void assertPlace(JsonNode motif, String file, String text, String path) throws IOException {
        List<String> lines = read(file).lines().toList();
        int line = 0;
        while (!lines.get(line).contains(text)) {
            line++;
        }
        assertThat(motif.path("fichier").asText()).as(motif.toString()).isEqualTo(file);
        assertThat(motif.path("ligne").asInt()).as(motif.toString()).isEqualTo(line + 1);
        assertThat(motif.path("chemin").asText()).startsWith(path);
    }

    /** Compiled against the SPI alone; what bnd would write into the jar is that of a branch that ships. */
    private byte[] jar() throws Exception {
        Path classes = Files.createDirectories(projet.resolve("target/classes"));
        Path plain = Files.createDirectories(projet.resolve("target/sources")).resolve("LogistiqueBranche.java");
        Files.writeString(
                plain,
                Files.readString(source())
                        .replaceAll("import org\\.osgi\\.service\\.component\\.annotations\\.\\w+;", "")
                        .replaceAll("@Component\\(.*\\)", ""));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "--release",
                                "17",
                                "-cp",
                                spi(),
                                "-d",
                                classes.toString(),
                                plain.toString()))
                .isZero();
        BrancheJar jar = BrancheJar.shipped("metallurgie")
                .header("Bundle-SymbolicName", "fr.parchemin.branche." + CODE)
                .without(".yaml")
                .without(".class")
                .with(
                        CLASSE.replace('.', '/') + ".class",
                        Files.readAllBytes(classes.resolve(CLASSE.replace('.', '/') + ".class")))
                .replace(".MetallurgieBranche.xml", "value=\"metallurgie\"", "value=\"" + CODE + "\"")
                .replace(
                        ".MetallurgieBranche.xml",
                        "<implementation class=\"fr.parchemin.branche.metallurgie.MetallurgieBranche\"",
                        "<implementation class=\"" + CLASSE + "\"");
        for (String file : resources()) {
            jar = jar.with(file, read(file));
        }
        return jar.bytes();
    }

    private static String spi() throws URISyntaxException {
        return Path.of(BranchePlugin.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }

    private Path source() {
        return projet.resolve("src/main/java").resolve(CLASSE.replace('.', '/') + ".java");
    }

    private List<String> resources() throws IOException {
        Path root = projet.resolve("src/main/resources");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }

    private String read(String resource) throws IOException {
        return Files.readString(projet.resolve("src/main/resources").resolve(resource));
    }

    private void write(String resource, String text) throws IOException {
        Files.writeString(projet.resolve("src/main/resources").resolve(resource), text);
    }

    private static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.forEach(path -> found.add(0, path));
        }
        for (Path path : found) {
            Files.delete(path);
        }
    }
}
