package fr.parchemin.itest;

import static fr.parchemin.itest.Scene.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.Answer;
import fr.parchemin.parcours.BrancheEssai;
import fr.parchemin.parcours.Deliberation;
import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.Jury;
import fr.parchemin.parcours.ParcheminClient;
import fr.parchemin.parcours.Profil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The process is killed amid writes of every kind: what was confirmed is there, and what was not is there whole or not at all. */
@ExtendWith(KarafServer.class)
class PowerCutIT {
    private static final String CODE = "essai-coupure";
    private static final String PREFIXE = "CUT";
    private static final int FILES = 20;
    private static final int ENOUGH = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, String> submitted = new ConcurrentHashMap<>();
    private final AtomicInteger marked = new AtomicInteger();
    private final List<String> decided = new CopyOnWriteArrayList<>();
    private final Map<String, JsonNode> delivered = new ConcurrentHashMap<>();

    @Test
    void everyConfirmedActSurvivesAndNoActIsHalfDone(Karaf karaf) throws Exception {
        Path jar = karaf.drop(CODE + ".jar", BrancheEssai.jar(CODE, PREFIXE).bytes());
        karaf.awaitBranch(CODE, "ACTIVE");
        Scene scene = Scene.of(karaf, CODE, "coupure");
        Dossier toMark = scene.parcours.submit(scene.demande(BrancheEssai.CERTIFICATION), Profil.reussite());
        scene.parcours.designateEvaluateurs(toMark);
        List<Dossier> toDecide = presented(scene);
        Jury jury = juryOf(scene, toDecide);
        List<Dossier> toDeliver = presented(scene);
        Jury other = juryOf(scene, toDeliver);
        toDeliver.forEach(dossier -> scene.parcours.decide(other, dossier, Deliberation.SUIT_LA_PROPOSITION, ""));
        int before = scene.all("/candidatures").size();

        ExecutorService streams = Executors.newCachedThreadPool();
        Queue<Dossier> deliveries = new ConcurrentLinkedQueue<>(toDeliver);
        Queue<Dossier> decisions = new ConcurrentLinkedQueue<>(toDecide);
        List<Future<?>> ends = Stream.<Act>of(
                        () -> submit(scene),
                        () -> submit(scene),
                        () -> mark(scene, toMark),
                        () -> decide(scene, jury, decisions.poll()),
                        () -> deliver(scene, deliveries.poll()),
                        () -> deliver(scene, deliveries.poll()))
                .<Future<?>>map(act -> streams.submit(() -> untilCut(act)))
                .toList();
        streams.shutdown();
        Await.until(
                "acts of every kind",
                PATIENCE,
                () -> submitted.size() >= ENOUGH
                                && marked.get() >= ENOUGH
                                && decided.size() >= ENOUGH
                                && delivered.size() >= ENOUGH
                        ? true
                        : null);

        karaf.kill();

        for (Future<?> end : ends) {
            end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        assertThatThrownBy(() -> karaf.get("/api/sante")).isInstanceOf(UncheckedIOException.class);
        karaf.restart();
        karaf.awaitBranch(CODE, "ACTIVE");

        List<JsonNode> files = files(scene);
        assertThat(files).allSatisfy(file -> assertWhole(scene, file));
        assertThat(files.size()).isBetween(before + submitted.size(), before + submitted.size() + 2);
        assertSubmitted(files);
        assertMarked(scene, toMark);
        assertDecided(files);
        int certificates = assertDelivered(karaf, scene, files);

        Dossier next = scene.parcours.complete(scene.demande(BrancheEssai.CERTIFICATION), Profil.reussite());
        assertThat(next.certificat().path("numero").asText())
                .as("life goes on where it stopped")
                .isEqualTo(numero(certificates + 1));
        Files.delete(jar);
        karaf.awaitBranch(CODE, "ABSENTE");
    }

    // ---- before

    private static List<Dossier> presented(Scene scene) {
        List<Dossier> dossiers = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            dossiers.add(scene.parcours.instruct(scene.demande(BrancheEssai.CERTIFICATION), Profil.reussite()));
        }
        return dossiers;
    }

    private static Jury juryOf(Scene scene, List<Dossier> dossiers) {
        Jury jury = scene.parcours.convene(
                BrancheEssai.CERTIFICATION, dossiers.get(0).referentiel());
        scene.parcours.present(jury, dossiers);
        return jury;
    }

    // ---- the streams, each of which ends with the first answer that does not come

    private interface Act {
        /** False when there is nothing left to do. */
        boolean done();
    }

    private static void untilCut(Act act) {
        try {
            boolean more = true;
            while (more) {
                more = act.done();
            }
        } catch (UncheckedIOException cut) {
            assertThat(cut).hasCauseInstanceOf(IOException.class);
        }
    }

    private boolean submit(Scene scene) {
        Answer answer = scene.acteurs
                .organisme()
                .post("/candidatures", scene.demande(BrancheEssai.CERTIFICATION).asJson())
                .expect(201);
        submitted.put(answer.text("id"), answer.text("numero"));
        return true;
    }

    /** Marks the same épreuve again and again; the observation says the how manieth time it is. */
    private boolean mark(Scene scene, Dossier dossier) {
        int time = marked.get() + 1;
        scene.acteurs
                .evaluateurs()
                .get(0)
                .client()
                .put(
                        "/candidatures/" + dossier.id() + "/epreuves/" + BrancheEssai.EPREUVE + "/notes",
                        Map.of(
                                "presence",
                                "PRESENT",
                                "notes",
                                Map.of("C1-a", appreciation(time), "C1-b", appreciation(time + 1)),
                                "observation",
                                "Saisie " + time))
                .expect(200);
        marked.set(time);
        return true;
    }

    private static String appreciation(int time) {
        return time % 2 == 0 ? "ACQUIS" : "NON_ACQUIS";
    }

    private boolean decide(Scene scene, Jury jury, Dossier dossier) {
        if (dossier == null) {
            return false;
        }
        scene.acteurs
                .jury()
                .post(
                        "/jurys/" + jury.id() + "/candidatures/" + dossier.id() + "/decision",
                        Map.of(
                                "presents",
                                jury.membres().stream().map(Jury.Membre::id).toList(),
                                "unanime",
                                Map.of(BrancheEssai.BLOC, true)))
                .expect(201);
        decided.add(dossier.id());
        return true;
    }

    private boolean deliver(Scene scene, Dossier dossier) {
        if (dossier == null) {
            return false;
        }
        ParcheminClient certificateur = scene.acteurs.certificateur();
        delivered.put(
                dossier.id(),
                certificateur
                        .post("/candidatures/" + dossier.id() + "/delivrance", Map.of("lieu", "Paris"))
                        .expect(201)
                        .body());
        return true;
    }

    // ---- after

    private static List<JsonNode> files(Scene scene) {
        return scene.all("/candidatures").stream()
                .map(resume -> scene.candidature(resume.path("id").asText()))
                .toList();
    }

    /** The state of a file and what its journal tells say the same, act by act. */
    private static void assertWhole(Scene scene, JsonNode file) {
        List<String> acts = texts(scene.journal(file.path("id").asText()), "acte");
        String etat = file.path("etat").asText();
        assertThat(acts).startsWith("CANDIDATURE_DEPOSEE");
        assertThat(Collections.frequency(acts, "CANDIDATURE_DEPOSEE")).isEqualTo(1);
        assertThat(Collections.frequency(acts, "EVALUATEURS_DESIGNES"))
                .isEqualTo(file.path("evaluateurs").isEmpty() ? 0 : 1);
        assertThat(Collections.frequency(acts, "CANDIDATURE_PRESENTEE"))
                .isEqualTo(file.path("jury").isNull() ? 0 : 1);
        assertThat(Collections.frequency(acts, "DECISION_PRISE"))
                .isEqualTo(file.path("decision").isNull() ? 0 : 1)
                .isEqualTo(List.of("DECIDEE", "DELIVREE").contains(etat) ? 1 : 0);
        assertThat(Collections.frequency(acts, "CERTIFICAT_DELIVRE"))
                .isEqualTo(file.path("certificat").isNull() ? 0 : 1)
                .isEqualTo(etat.equals("DELIVREE") ? 1 : 0);
    }

    private void assertSubmitted(List<JsonNode> files) {
        Map<String, String> numbers = new HashMap<>();
        files.forEach(file ->
                numbers.put(file.path("id").asText(), file.path("numero").asText()));
        assertThat(numbers).containsAllEntriesOf(submitted);
        assertThat(numbers.values()).doesNotHaveDuplicates();
    }

    /** The last marks that were journaled are those on the grid, all of them. */
    private void assertMarked(Scene scene, Dossier dossier) {
        int times = Collections.frequency(texts(scene.journal(dossier.id()), "acte"), "EPREUVE_NOTEE");
        assertThat(times).isBetween(marked.get(), marked.get() + 1);
        JsonNode saisies = scene.secretariat()
                .get("/candidatures/" + dossier.id() + "/grille")
                .expect(200)
                .body()
                .path("epreuves")
                .path(0)
                .path("saisies");
        assertThat(saisies).hasSize(1);
        assertThat(saisies.path(0).path("observation").asText()).isEqualTo("Saisie " + times);
        assertThat(saisies.path(0).path("notes").toString())
                .isEqualTo("{\"C1-a\":\"" + appreciation(times) + "\",\"C1-b\":\"" + appreciation(times + 1) + "\"}");
    }

    private void assertDecided(List<JsonNode> files) {
        assertThat(files)
                .filteredOn(file -> decided.contains(file.path("id").asText()))
                .hasSameSizeAs(decided)
                .allSatisfy(file ->
                        assertThat(file.path("decision").path("issue").asText()).isEqualTo("VALIDATION_TOTALE"));
    }

    /** Confirmed or not, certificates are numbered from one on, without hole or double. */
    private int assertDelivered(Karaf karaf, Scene scene, List<JsonNode> files) {
        List<String> numbers = files.stream()
                .filter(file -> !file.path("certificat").isNull())
                .map(file -> file.path("certificat").asText())
                .sorted()
                .toList();
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj(PowerCutIT::numero)
                        .toList())
                .hasSizeBetween(delivered.size(), delivered.size() + 2);
        delivered.forEach((id, certificat) -> {
            String numero = certificat.path("numero").asText();
            assertThat(scene.acteurs
                            .certificateur()
                            .get("/certificats/" + numero)
                            .expect(200)
                            .body())
                    .isEqualTo(certificat);
            assertThat(karaf.visitor()
                            .get("/verification/"
                                    + certificat.path("codeVerification").asText())
                            .text("numero"))
                    .isEqualTo(numero);
        });
        return numbers.size();
    }

    private static String numero(int rank) {
        return String.format("%s-%d-%06d", PREFIXE, Year.now().getValue(), rank);
    }
}
