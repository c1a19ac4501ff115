package fr.parchemin.itest;

import static fr.parchemin.itest.Refusals.assertRefused;
import static fr.parchemin.itest.Scene.stream;
import static fr.parchemin.itest.Scene.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.BrancheEssai;
import fr.parchemin.parcours.BrancheJar;
import fr.parchemin.parcours.Deliberation;
import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.Jury;
import fr.parchemin.parcours.Profil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
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

/**
 * A branch without a line of Java: a zip, then a folder, dropped into the running platform, used, replaced while a file is
 * open, broken, hostile, removed and put back. Nobody else may notice.
 */
@ExtendWith(KarafServer.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DepotIT {
    private static final String CODE = "essai-depot";
    private static final String PREFIXE = "DEP";
    private static final String ZIP = "Branche d'essai (déposée).zip";
    private static final String DOSSIER = "essai";
    private static final String CERTIFICATION = "/certifications/" + CODE + "/" + BrancheEssai.CERTIFICATION;

    private Karaf karaf;
    private Scene scene;
    private int mark;
    private Watcher watcher;
    private Dossier begunOnNext;

    @BeforeAll
    void watch(Karaf running) {
        karaf = running;
        karaf.requireBranch("metallurgie");
        scene = Scene.of(karaf, CODE, "depot");
        mark = karaf.mark();
        watcher = Watcher.over(
                () -> karaf.visitor().get("/branches"), () -> karaf.visitor().get("/certifications"));
    }

    @AfterEach
    void nobodyElseNoticed() {
        assertThat(watcher.failures()).isEmpty();
        assertThat(karaf.coreEventsSince(mark)).isEmpty();
        assertThat(karaf.visitor().get("/branches/metallurgie").text("etat")).isEqualTo("ACTIVE");
    }

    @AfterAll
    void stopWatching() throws IOException {
        watcher.close();
        Files.deleteIfExists(karaf.branches().resolve(ZIP));
        remove(karaf.branches().resolve(DOSSIER));
        karaf.awaitBranch(CODE, "ABSENTE");
        assertThat(watcher.rounds()).isPositive();
    }

    private static BrancheJar first() {
        return BrancheEssai.jar(CODE, PREFIXE);
    }

    private static BrancheJar next() {
        return BrancheEssai.nextJar(CODE, PREFIXE);
    }

    @Test
    @Order(1)
    void aZipOfYamlIsABranchThatServes() {
        assertRefused(karaf.visitor().get("/branches/" + CODE), 404, "BRANCHE_INCONNUE", "« " + CODE + " »");

        karaf.drop(ZIP, first().zip("Branche d'essai", Map.of("__MACOSX/._x", new byte[1])));

        JsonNode branche = karaf.awaitBranch(CODE, "ACTIVE");
        assertThat(texts(branche.path("certifications"), "version")).containsExactly("1.0.0");
        Dossier done = scene.parcours.complete(scene.demande(BrancheEssai.CERTIFICATION), Profil.reussite());
        assertThat(done.certificat().path("numero").asText()).startsWith(PREFIXE + "-");
    }

    @Test
    @Order(2)
    void aFileKeepsTheVersionItBeganWithWhenTheZipIsReplaced() {
        Dossier begun = scene.parcours.submit(scene.demande(BrancheEssai.CERTIFICATION), Profil.reussite());

        karaf.drop(ZIP, next().zip("v2"));

        karaf.awaitBranch(CODE, "version 1.1.0", branche -> texts(branche.path("certifications"), "version")
                .equals(List.of("1.1.0")));
        begunOnNext = scene.parcours.submit(scene.demande(BrancheEssai.CERTIFICATION), Profil.reussite());
        assertThat(begunOnNext.candidature().path("version").asText()).isEqualTo("1.1.0");
        finish(begun);
        assertThat(begun.certificat().path("version").asText()).isEqualTo("1.0.0");
    }

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
    void aHostileZipInItsPlaceIsRefusedByNameAndOpenFilesGoOn() {
        karaf.drop(ZIP, next().zip("v2", Map.of("../../etc/dehors.yaml", "x: 1".getBytes())));

        JsonNode motif = karaf.awaitBranch(CODE, "EN_ERREUR").path("motifs").path(0);
        assertThat(motif.path("code").asText()).isEqualTo("ARTEFACT_REFUSE");
        assertThat(motif.path("fichier").asText()).isEqualTo(ZIP);
        assertThat(motif.path("chemin").asText()).isEqualTo("../../etc/dehors.yaml");
        assertThat(Files.exists(karaf.home().resolve("etc/dehors.yaml"))).isFalse();
        scene.refused(
                () -> scene.acteurs
                        .organisme()
                        .post(
                                "/candidatures",
                                scene.demande(BrancheEssai.CERTIFICATION).asJson()),
                List.of(begunOnNext.id()),
                409,
                "BRANCHE_EN_ERREUR",
                "ne reste pas dans l’archive");
        finish(begunOnNext);
        assertThat(begunOnNext.certificat().path("version").asText()).isEqualTo("1.1.0");
    }

    @Test
    @Order(4)
    void aBombIsRefusedAndNothingIsUnpacked() {
        karaf.drop(ZIP, next().zip("v2", Map.of("v2/bombe.yaml", new byte[7_000_000])));

        karaf.awaitBranch(
                CODE,
                "refused as a bomb",
                branche ->
                        branche.path("motifs").path(0).path("chemin").asText().equals("v2/bombe.yaml"));
    }

    @Test
    @Order(5)
    void removedItIsAwayAndAFolderBringsItBackAsItWas() throws IOException {
        String hash = karaf.visitor().get(CERTIFICATION).expect(200).text("empreinte");
        Files.delete(karaf.branches().resolve(ZIP));
        karaf.awaitBranch(CODE, "ABSENTE");

        Files.move(
                next().unpack(karaf.home().resolve("prepare")), karaf.branches().resolve(DOSSIER));

        karaf.awaitBranch(CODE, "ACTIVE");
        assertThat(karaf.visitor().get(CERTIFICATION).expect(200).text("empreinte"))
                .isEqualTo(hash);
    }

    @Test
    @Order(6)
    void aFileOfTheFolderEditedWronglySaysWhereAndMendedIsTakenAgain() throws IOException {
        Path definition = karaf.branches().resolve(DOSSIER).resolve("branche.yaml");
        String sound = Files.readString(definition);
        Files.writeString(definition, sound + "slogan: Essayez\n");

        JsonNode motif = karaf.awaitBranch(CODE, "EN_ERREUR").path("motifs").path(0);
        assertThat(motif.path("code").asText()).isEqualTo("SCHEMA_NON_RESPECTE");
        assertThat(motif.path("fichier").asText()).isEqualTo("branche.yaml");
        assertThat(motif.path("chemin").asText()).isEqualTo("slogan");
        assertThat(motif.path("ligne").asLong()).isEqualTo(sound.lines().count() + 1);

        Files.writeString(definition, sound);
        karaf.awaitBranch(CODE, "ACTIVE");
    }

    @Test
    @Order(7)
    void aSecondArtefactForTheSameCodeIsInErrorUnderItsNameAndNamesTheFirst() throws IOException {
        karaf.drop("double.zip", next().zip("double"));

        JsonNode motif = awaitShown("double.zip").path("motifs").path(0);
        assertThat(motif.path("code").asText()).isEqualTo("CODE_DEJA_PRIS");
        assertThat(motif.path("message").asText()).contains(DOSSIER + " (dossier)");
        assertThat(karaf.visitor().get("/branches/" + CODE).text("etat")).isEqualTo("ACTIVE");
        Files.delete(karaf.branches().resolve("double.zip"));
        awaitNotShown("double.zip");
    }

    @Test
    @Order(8)
    void whatIsNoBranchShowsUnderItsNameForAsLongAsItLiesThere() throws IOException {
        byte[] whole = next().zip("essai");
        karaf.drop("coupe.zip", Arrays.copyOf(whole, whole.length / 2));
        karaf.drop("abime.jar", "du texte".getBytes());
        karaf.drop("vide.jar", PluginJar.bundle("sans-branche", "1.0.0").bytes());
        karaf.drop(
                "seul.jar",
                PluginJar.bundle("qui-manque", "1.0.0")
                        .header("Import-Package", "fr.inconnu")
                        .bytes());

        Map<String, String> said = Map.of(
                "coupe.zip", "incomplète ou abîmée",
                "abime.jar", "incomplet ou abîmé",
                "vide.jar", "n’apporte aucune branche",
                "seul.jar", "fr.inconnu");
        said.forEach((name, words) -> {
            JsonNode motif = awaitShown(name).path("motifs").path(0);
            assertThat(motif.path("code").asText()).isEqualTo("ARTEFACT_REFUSE");
            assertThat(motif.path("fichier").asText()).isEqualTo(name);
            assertThat(motif.path("message").asText()).contains(words);
        });
        JsonNode sante = karaf.visitor().get("/sante").expect(200).body();
        assertThat(sante.path("statut").asText()).isEqualTo("DEGRADE");
        assertThat(sante.path("nombres").path("enErreur").asInt()).isGreaterThanOrEqualTo(said.size());
        for (String name : said.keySet()) {
            Files.delete(karaf.branches().resolve(name));
            awaitNotShown(name);
        }
    }

    private JsonNode awaitShown(String code) {
        return karaf.awaitBranches(code + " in error", branches -> stream(branches)
                .filter(branche -> branche.path("code").asText().equals(code))
                .filter(branche -> branche.path("etat").asText().equals("EN_ERREUR"))
                .findFirst());
    }

    private void awaitNotShown(String code) {
        karaf.awaitBranches(
                code + " no more",
                branches -> stream(branches)
                                .noneMatch(
                                        branche -> branche.path("code").asText().equals(code))
                        ? Optional.of(branches)
                        : Optional.empty());
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                    try {
                        Files.delete(path);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
    }
}
