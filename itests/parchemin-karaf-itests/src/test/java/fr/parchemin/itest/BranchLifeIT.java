package fr.parchemin.itest;

import static fr.parchemin.itest.Refusals.assertRefused;
import static fr.parchemin.itest.Scene.stream;
import static fr.parchemin.itest.Scene.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.Answer;
import fr.parchemin.parcours.BrancheEssai;
import fr.parchemin.parcours.BrancheJar;
import fr.parchemin.parcours.Deliberation;
import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.Jury;
import fr.parchemin.parcours.Profil;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Journey 4: a branch comes into the running platform, is used, replaced while a file is open, removed, put back, and
 * dropped in broken in every way. All the while the catalogue is read and an act done in another branch, over and over;
 * and no bundle of the platform may move.
 */
@ExtendWith(KarafServer.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BranchLifeIT {
    private static final String CODE = "essai-vie";
    private static final String PREFIXE = "VIE";
    private static final String JAR = CODE + ".jar";
    private static final String CERTIFICATION = "/certifications/" + CODE + "/" + BrancheEssai.CERTIFICATION;

    private Karaf karaf;
    private Scene scene;
    private int mark;
    private Watcher watcher;
    private Dossier first;
    private byte[] firstPaper;
    private Dossier begunOnNext;

    @BeforeAll
    void watch(Karaf running) {
        karaf = running;
        karaf.requireBranch("metallurgie");
        karaf.requireBranch("securite-privee");
        scene = Scene.of(karaf, CODE, "vie");
        Scene other = Scene.of(karaf, "metallurgie", "voisin");
        Dossier neighbour = other.parcours.submit(other.demande("MET-OMI"), Profil.reussite());
        mark = karaf.mark();
        watcher = Watcher.over(
                () -> karaf.visitor().get("/branches"),
                () -> karaf.visitor().get("/certifications"),
                () -> other.secretariat()
                        .put("/candidatures/" + neighbour.id() + "/prerequis/SST", Map.of("satisfait", false)));
    }

    @AfterEach
    void nobodyElseNoticed() {
        assertThat(watcher.failures()).isEmpty();
        assertThat(karaf.coreEventsSince(mark)).isEmpty();
        for (String other : List.of("metallurgie", "securite-privee")) {
            assertThat(karaf.visitor().get("/branches/" + other).text("etat")).isEqualTo("ACTIVE");
        }
    }

    @AfterAll
    void stopWatching() throws IOException {
        watcher.close();
        Files.deleteIfExists(karaf.branches().resolve(JAR));
        karaf.awaitBranch(CODE, "ABSENTE");
        assertThat(watcher.rounds()).isPositive();
    }

    @Test
    @Order(1)
    void aBranchDroppedIntoTheRunningPlatformIsThereAndServes() {
        assertRefused(karaf.visitor().get("/branches/" + CODE), 404, "BRANCHE_INCONNUE", "« " + CODE + " »");

        karaf.drop(JAR, BrancheEssai.jar(CODE, PREFIXE).bytes());

        JsonNode branche = karaf.awaitBranch(CODE, "ACTIVE");
        assertThat(texts(branche.path("certifications"), "version")).containsExactly("1.0.0");
        assertThat(branche.path("motifs")).isEmpty();
        assertThat(stream(karaf.visitor().get("/certifications?texte=essayeur").body())
                        .filter(fiche -> fiche.path("branche").asText().equals(CODE))
                        .map(fiche -> fiche.path("disponible").asBoolean()))
                .containsExactly(true);
        first = scene.parcours.complete(scene.demande(BrancheEssai.CERTIFICATION), Profil.reussite());
        assertThat(first.certificat().path("numero").asText()).isEqualTo(PREFIXE + "-" + Year.now() + "-000001");
        firstPaper = scene.parcours.certificatPdf(first);
    }

    @Test
    @Order(2)
    void aFileKeepsTheVersionItBeganWithWhenItsBranchIsReplaced() {
        Dossier begun = scene.parcours.submit(scene.demande(BrancheEssai.CERTIFICATION), Profil.reussite());
        String hash = begun.candidature().path("empreinte").asText();

        karaf.drop(JAR, BrancheEssai.nextJar(CODE, PREFIXE).bytes());

        karaf.awaitBranch(CODE, "version 1.1.0", branche -> texts(branche.path("certifications"), "version")
                .equals(List.of("1.1.0")));
        begunOnNext = scene.parcours.submit(scene.demande(BrancheEssai.CERTIFICATION), Profil.reussite());
        assertThat(begunOnNext.candidature().path("version").asText()).isEqualTo("1.1.0");
        assertThat(criteria(begunOnNext)).containsExactly("C1-a", "C1-b", "C1-c");
        assertThat(begunOnNext.candidature().path("empreinte").asText()).isNotEqualTo(hash);

        finish(begun);
        assertThat(criteria(begun)).containsExactly("C1-a", "C1-b");
        assertThat(begun.candidature().path("version").asText()).isEqualTo("1.0.0");
        assertThat(begun.candidature().path("empreinte").asText()).isEqualTo(hash);
        assertThat(begun.candidature().path("etat").asText()).isEqualTo("DELIVREE");
        assertThat(begun.certificat().path("version").asText()).isEqualTo("1.0.0");
        assertThat(Papers.text(scene.parcours.relevePdf(begun))).contains("version 1.0.0, empreinte " + hash);

        assertThat(karaf.visitor()
                        .get(CERTIFICATION)
                        .body()
                        .path("referentiel")
                        .path("version")
                        .asText())
                .isEqualTo("1.1.0");
        Answer former = karaf.visitor().get(CERTIFICATION + "?version=1.0.0").expect(200);
        assertThat(former.text("empreinte")).isEqualTo(hash);
        assertThat(former.body().path("versions")).extracting(JsonNode::asText).containsExactly("1.0.0", "1.1.0");
        assertRefused(karaf.visitor().get(CERTIFICATION + "?version=2.0.0"), 404, "VERSION_INCONNUE", "« 2.0.0 »");
        Map<String, Object> onFormer = scene.demande(BrancheEssai.CERTIFICATION).asJson();
        onFormer.put("version", "1.0.0");
        scene.refused(
                () -> scene.acteurs.organisme().post("/candidatures", onFormer),
                List.of(),
                422,
                "CHAMP_INVALIDE",
                "« version »",
                "1.1.0");
    }

    private List<String> criteria(Dossier dossier) {
        return texts(
                scene.secretariat()
                        .get("/candidatures/" + dossier.id() + "/grille")
                        .expect(200)
                        .body()
                        .path("epreuves")
                        .path(0)
                        .path("criteres"),
                "code");
    }

    /** From a file just submitted to its certificate, whatever became of the branch. */
    private void finish(Dossier dossier) {
        scene.parcours.designateEvaluateurs(dossier);
        scene.parcours.evaluate(dossier);
        scene.parcours.readProposition(dossier);
        Jury jury = scene.parcours.convene(BrancheEssai.CERTIFICATION, dossier.referentiel());
        scene.parcours.present(jury, List.of(dossier));
        scene.parcours.decide(jury, dossier, Deliberation.SUIT_LA_PROPOSITION, "");
        scene.parcours.deliver(dossier);
    }

    @Test
    @Order(3)
    void withoutItsBranchNoFileIsOpenedButThoseOpenAreFinished() throws IOException {
        Files.delete(karaf.branches().resolve(JAR));

        karaf.awaitBranch(CODE, "ABSENTE");
        scene.refused(this::apply, List.of(begunOnNext.id()), 409, "BRANCHE_ABSENTE", "Branche d’essai", "redéposez");
        assertThat(stream(karaf.visitor().get("/certifications?texte=essayeur").body())
                        .filter(fiche -> fiche.path("branche").asText().equals(CODE))
                        .map(fiche -> fiche.path("disponible").asBoolean()))
                .as("still in the catalogue, and said not to be open")
                .containsExactly(false);
        assertThat(karaf.visitor()
                        .get("/sante")
                        .body()
                        .path("branches")
                        .path(CODE)
                        .asText())
                .isEqualTo("ABSENTE");

        finish(begunOnNext);

        assertThat(begunOnNext.certificat().path("version").asText()).isEqualTo("1.1.0");
        assertThat(scene.parcours.certificatPdf(first)).isEqualTo(firstPaper);
        assertThat(Papers.text(scene.parcours.certificatPdf(begunOnNext)))
                .contains(begunOnNext.certificat().path("numero").asText());
        assertThat(scene.parcours.effet(first, "").path("article").asText())
                .isEqualTo("art. 1 de la convention d'essai");
        assertThat(scene.parcours.verify(first).text("statut")).isEqualTo("AUTHENTIQUE");
        assertThat(scene.parcours.verifyByNumber(begunOnNext).text("resultat")).isEqualTo("CORRESPOND");
    }

    private Answer apply() {
        return scene.acteurs
                .organisme()
                .post("/candidatures", scene.demande(BrancheEssai.CERTIFICATION).asJson());
    }

    @Test
    @Order(4)
    void putBackTheBranchIsWhatItWas() {
        String hash = karaf.visitor().get(CERTIFICATION).expect(200).text("empreinte");

        putBack();

        Answer again = karaf.visitor().get(CERTIFICATION).expect(200);
        assertThat(again.text("empreinte")).isEqualTo(hash);
        assertThat(again.body().path("disponible").asBoolean()).isTrue();
        assertThat(again.body().path("versions")).extracting(JsonNode::asText).containsExactly("1.0.0", "1.1.0");
        assertThat(apply().expect(201).text("version")).isEqualTo("1.1.0");
    }

    private void putBack() {
        karaf.drop(JAR, BrancheEssai.nextJar(CODE, PREFIXE).bytes());
        karaf.awaitBranch(CODE, "ACTIVE");
    }

    /** How a plugin is broken, and the reason that its author must read. */
    record Broken(String how, BrancheJar jar, String code, String fichier, String marked, String chemin, String said) {
        @Override
        public String toString() {
            return how;
        }
    }

    static Stream<Broken> broken() {
        BrancheJar sound = BrancheEssai.nextJar(CODE, PREFIXE);
        String referentiel = "referentiels/ess-un-1.1.0.yaml";
        return Stream.of(
                new Broken(
                        "a text that is no YAML",
                        sound.replace(referentiel, "type: CQP\n", "type: [CQP\n"),
                        "YAML_INVALIDE",
                        referentiel,
                        "niveau: null",
                        null,
                        "ce n’est pas du YAML"),
                new Broken(
                        "a value of the wrong kind",
                        sound.replace(referentiel, "evaluateurs: 1", "evaluateurs: un"),
                        "SCHEMA_NON_RESPECTE",
                        referentiel,
                        "evaluateurs: un",
                        "blocs[0].epreuves[0].evaluateurs",
                        "valeur : un"),
                new Broken(
                        "a key that does not exist",
                        sound.replace("branche.yaml", "nom: Branche d'essai", "nom: Branche d'essai\nslogan: Essayez"),
                        "SCHEMA_NON_RESPECTE",
                        "branche.yaml",
                        "slogan: Essayez",
                        "slogan",
                        "« slogan »"),
                new Broken(
                        "a competence that nobody defined",
                        sound.replace(referentiel, "competences: [C1]", "competences: [C9]"),
                        "INCOHERENCE",
                        referentiel,
                        "competences: [C9]",
                        "blocs[0].epreuves[0].competences",
                        "« C9 »"),
                new Broken(
                        "a file that is not in the jar",
                        sound.without(BrancheEssai.GOLDEN),
                        "DEFINITION_INTROUVABLE",
                        "branche.yaml",
                        "golden: [",
                        "golden[0]",
                        "introuvable"),
                new Broken(
                        "a golden case that the rules contradict",
                        sound.replace(BrancheEssai.GOLDEN, "proposition: REFUS", "proposition: TOTALE"),
                        "CAS_GOLDEN_ECHOUE",
                        BrancheEssai.GOLDEN,
                        "nom: un critère manque",
                        null,
                        "un critère manque"),
                new Broken(
                        "a known version with other content",
                        sound.replace(referentiel, "Essayeur de plateforme", "Essayeuse de plateforme"),
                        "VERSION_MODIFIEE",
                        referentiel,
                        null,
                        "version",
                        "donnez un nouveau numéro"),
                new Broken(
                        "a definition under the code of another",
                        sound.replace("branche.yaml", "code: " + CODE, "code: essai-autre"),
                        "CODE_DISCORDANT",
                        null,
                        null,
                        null,
                        "« essai-autre »"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    @Order(5)
    void aBrokenBranchSaysWhatIsWrongAndWhereAndOpensNoFile(Broken broken) {
        if (!karaf.visitor().get("/branches/" + CODE).text("etat").equals("ACTIVE")) {
            putBack();
        }
        Dossier begun = scene.parcours.submit(scene.demande(BrancheEssai.CERTIFICATION), Profil.reussite());
        scene.parcours.designateEvaluateurs(begun);

        karaf.drop(JAR, broken.jar().bytes());

        JsonNode branche = karaf.awaitBranch(CODE, "EN_ERREUR");
        assertThat(branche.path("motifs")).first().satisfies(motif -> {
            assertThat(motif.path("code").asText()).isEqualTo(broken.code());
            assertThat(motif.path("fichier").asText(null)).isEqualTo(broken.fichier());
            assertThat(motif.path("message").asText().replace('\u00a0', ' ')).contains(broken.said());
            if (broken.chemin() != null) {
                assertThat(motif.path("chemin").asText()).isEqualTo(broken.chemin());
            }
            if (broken.marked() != null) {
                assertThat(motif.path("ligne").asInt()).isEqualTo(line(broken));
            }
        });
        assertThat(karaf.visitor().get("/sante").expect(200).text("statut")).isEqualTo("DEGRADE");
        scene.refused(this::apply, List.of(begun.id()), 409, "BRANCHE_EN_ERREUR", "Branche d’essai", "redéposez");
        scene.parcours.evaluate(begun);
        scene.parcours.readProposition(begun);
        assertThat(begun.proposition()).as("an open file goes on").isEqualTo("TOTALE");
        assertThat(scene.parcours.verify(first).text("statut")).isEqualTo("AUTHENTIQUE");

        putBack();
        assertThat(karaf.visitor().get("/sante").expect(200).text("statut")).isEqualTo("OK");
    }

    /** The first line of the file that holds the marked text. */
    private static int line(Broken broken) {
        List<String> lines = broken.jar().text(broken.fichier()).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(broken.marked())) {
                return i + 1;
            }
        }
        throw new AssertionError("Nowhere: " + broken.marked());
    }

    @Test
    @Order(6)
    void aSecondPluginForACodeThatIsTakenIsInErrorAndTheFirstGoesOn() throws IOException {
        BrancheJar rival = BrancheEssai.jar("metallurgie", "RIV")
                .header("Bundle-SymbolicName", BrancheEssai.symbolicName("rival"));

        karaf.drop("rival.jar", rival.bytes());

        JsonNode shown = awaitNameless("CODE_DEJA_PRIS");
        assertThat(shown.path("motifs").path(0).path("message").asText())
                .contains("metallurgie", "retirez l’une des deux");
        assertThat(karaf.visitor().get("/branches/metallurgie").text("nom")).isEqualTo("Métallurgie");
        Files.delete(karaf.branches().resolve("rival.jar"));
        awaitNoNameless();
    }

    @Test
    @Order(7)
    void aPluginThatDoesNotSayItsCodeIsInErrorUnderANameOfItsOwn() throws IOException {
        BrancheJar nameless = BrancheEssai.jar("essai-anonyme", "ANO")
                .replace(".MetallurgieBranche.xml", "name=\"parchemin.branche\"", "name=\"parchemin.autre\"");

        karaf.drop("anonyme.jar", nameless.bytes());

        JsonNode shown = awaitNameless("CODE_DISCORDANT");
        assertThat(shown.path("motifs").path(0).path("message").asText()).contains("parchemin.branche");
        assertThat(karaf.visitor().get("/branches/essai-anonyme").status()).isEqualTo(404);
        Files.delete(karaf.branches().resolve("anonyme.jar"));
        awaitNoNameless();
    }

    private JsonNode awaitNameless(String motif) {
        return karaf.awaitBranches("a nameless plugin in error: " + motif, branches -> stream(branches)
                .filter(branche -> branche.path("code").asText().startsWith("extension-"))
                .filter(branche -> texts(branche.path("motifs"), "code").equals(List.of(motif)))
                .findFirst());
    }

    private void awaitNoNameless() {
        karaf.awaitBranches(
                "no nameless plugin any more",
                branches -> stream(branches)
                                .noneMatch(
                                        branche -> branche.path("code").asText().startsWith("extension-"))
                        ? Optional.of(branches)
                        : Optional.empty());
    }

    @Test
    @Order(8)
    void aDamagedJarInPlaceOfAGoodOnePutsTheBranchInErrorUntilItIsWhole() {
        byte[] whole = BrancheEssai.nextJar(CODE, PREFIXE).bytes();

        karaf.drop(JAR, Arrays.copyOf(whole, whole.length / 2));

        JsonNode branche = karaf.awaitBranch(CODE, "EN_ERREUR");
        assertThat(branche.path("motifs").path(0).path("code").asText()).isEqualTo("ARTEFACT_REFUSE");
        assertThat(branche.path("motifs").path(0).path("fichier").asText()).isEqualTo(JAR);
        assertThat(branche.path("motifs").path(0).path("message").asText()).contains("abîmé");
        scene.refused(this::apply, List.of(), 409, "BRANCHE_EN_ERREUR", "redéposez");
        putBack();
    }

    @Test
    @Order(9)
    void anOpenFileMovesToANewerVersionAndBackUntilSomebodyMarks() {
        Dossier begun = scene.parcours.submit(scene.demande(BrancheEssai.CERTIFICATION), Profil.reussite());
        scene.parcours.designateEvaluateurs(begun);
        scene.parcours.evaluate(begun);
        String file = "/candidatures/" + begun.id();
        String migration = file + "/migration";
        JsonNode grid =
                scene.secretariat().get(file + "/grille").expect(200).body().path("epreuves");
        String hash = begun.candidature().path("empreinte").asText();
        assertRefused(scene.secretariat().get(migration + "/apercu"), 409, "MIGRATION_SANS_OBJET", "1.1.0");

        karaf.drop(JAR, BrancheEssai.jarWithTransition(CODE, PREFIXE).bytes());
        karaf.awaitBranch(CODE, "version 1.2.0", branche -> texts(branche.path("certifications"), "version")
                .equals(List.of("1.2.0")));

        JsonNode told =
                scene.secretariat().get(migration + "/apercu").expect(200).body();
        assertThat(told.path("deEmpreinte").asText()).isEqualTo(hash);
        assertThat(told.path("versVersion").asText()).isEqualTo("1.2.0");
        assertThat(told.path("grillesReprises")).hasSize(1);
        assertThat(told.path("grillesMisesDeCote")).isEmpty();
        assertThat(scene.secretariat().get(file).expect(200).text("version")).isEqualTo("1.1.0");
        assertRefused(
                scene.acteurs.organisme().post(migration, Map.of("version", "1.2.0")),
                403,
                "ACCES_REFUSE",
                "secrétariat");

        JsonNode done = scene.secretariat()
                .post(migration, Map.of("version", "1.2.0"))
                .expect(200)
                .body();
        assertThat(done).isEqualTo(told);
        assertThat(scene.secretariat().get(file).expect(200).text("version")).isEqualTo("1.2.0");
        assertThat(scene.secretariat().get(file + "/grille").expect(200).body().path("epreuves"))
                .isEqualTo(grid);
        assertThat(scene.secretariat()
                        .get(migration)
                        .expect(200)
                        .body()
                        .path("annulable")
                        .asBoolean())
                .isTrue();

        Answer undone =
                scene.secretariat().post(migration + "/annulation", Map.of()).expect(200);
        assertThat(undone.text("version")).isEqualTo("1.1.0");
        assertThat(undone.text("empreinte")).isEqualTo(hash);
        assertThat(scene.secretariat().get(file + "/grille").expect(200).body().path("epreuves"))
                .isEqualTo(grid);
        assertRefused(
                scene.secretariat().post(migration + "/annulation", Map.of()),
                409,
                "MIGRATION_NON_ANNULABLE",
                "déjà annulée");

        scene.secretariat().post(migration, Map.of("version", "1.2.0")).expect(200);
        scene.parcours.evaluate(begun);
        assertRefused(
                scene.secretariat().post(migration + "/annulation", Map.of()),
                409,
                "MIGRATION_NON_ANNULABLE",
                "des notes ont été saisies depuis");
        assertThat(texts(scene.secretariat().get(file + "/journal").expect(200).body(), "acte"))
                .containsSubsequence("CANDIDATURE_MIGREE", "MIGRATION_ANNULEE", "CANDIDATURE_MIGREE", "EPREUVE_NOTEE");
        JsonNode census = scene.secretariat()
                .get(CERTIFICATION + "/dossiers-ouverts")
                .expect(200)
                .body();
        assertThat(texts(census, "version")).containsExactly("1.0.0", "1.1.0", "1.2.0");
        assertThat(texts(census, "reprenable")).containsExactly("false", "true", "false");

        scene.parcours.readProposition(begun);
        Jury jury = scene.parcours.convene(BrancheEssai.CERTIFICATION, begun.referentiel());
        scene.parcours.present(jury, List.of(begun));
        assertRefused(scene.secretariat().get(migration + "/apercu"), 409, "ETAT_INCOMPATIBLE", "présentée au jury");
        scene.parcours.decide(jury, begun, Deliberation.SUIT_LA_PROPOSITION, "");
        scene.parcours.deliver(begun);
        assertThat(begun.certificat().path("version").asText()).isEqualTo("1.2.0");
    }
}
