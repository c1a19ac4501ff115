package fr.parchemin.itest;

import static fr.parchemin.itest.Scene.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.BrancheEssai;
import fr.parchemin.parcours.BrancheJar;
import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.Profil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The commands of the platform, typed as an operator does in a script: through bin/client, with its exit status. */
@ExtendWith(KarafServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleIT {
    private static final String OPERATOR = "exploitant";
    private static final String CODE = "essai-console";
    private static final String ZIP = "essai-console.zip";

    /** What a command printed and whether it succeeded. */
    private record Printed(int status, List<String> lines) {
        String text() {
            return String.join("\n", lines);
        }
    }

    private final String password = UUID.randomUUID().toString();
    private Karaf karaf;
    private Path users;
    private byte[] before;

    @BeforeAll
    void letAnOperatorIn(Karaf running) throws IOException {
        karaf = running;
        users = karaf.home().resolve("etc/users.properties");
        before = Files.readAllBytes(users);
        Files.writeString(users, Files.readString(users) + "\n" + OPERATOR + " = " + password + ",_g_:admingroup\n");
    }

    /** One of these tests takes it out. */
    @BeforeEach
    void theBranchIsThere() {
        karaf.requireBranch("metallurgie");
    }

    @AfterAll
    void putThingsBack() throws IOException {
        Files.write(users, before);
        Files.deleteIfExists(karaf.branches().resolve(ZIP));
        karaf.requireBranch("metallurgie");
    }

    private Printed type(String command) throws IOException {
        Process client =
                Scripts.run(karaf.home(), "client", "-b", "-a", "" + karaf.sshPort(), "-u", OPERATOR, "-p", password);
        try (var typed = client.getOutputStream()) {
            typed.write((command + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        int status = client.onExit().join().exitValue();
        byte[] printed = Files.readAllBytes(karaf.home().resolve("client.out"));
        return new Printed(
                status, new String(printed, StandardCharsets.UTF_8).lines().toList());
    }

    private Printed succeed(String command) throws IOException {
        Printed printed = type(command);
        assertThat(printed.status()).as(printed.text()).isZero();
        assertThat(printed.lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotContain("\u001b"));
        return printed;
    }

    @Test
    void listsBranchesWithTheirStates() throws IOException {
        assertThat(succeed("parchemin:branches").text())
                .containsPattern("metallurgie +ACTIVE")
                .contains("MET-OMI 1.0.0");
    }

    @Test
    void runsTheGoldenCasesOfABranch() throws IOException {
        assertThat(succeed("parchemin:cas metallurgie MET-OMI 1.0.0").text())
                .contains("conforme")
                .contains(" cas, 0 en ")
                .doesNotContain("MET-TSA");
        assertThat(type("parchemin:cas inconnue").status()).isNotZero();
    }

    @Test
    void validatesBeforeAnythingIsDroppedAndFailsWithEveryObjection() throws IOException {
        BrancheJar sound = BrancheEssai.jar("essai-valide", "VAL");
        Path folder = sound.unpack(karaf.home().resolve("a-valider"));
        assertThat(succeed("parchemin:valider a-valider").text()).contains("ESS-UN", "Aucune objection");
        assertThat(succeed("parchemin:valider a-valider/branche.yaml").text()).contains("Aucune objection");
        Files.write(karaf.home().resolve("a-valider.jar"), sound.bytes());
        assertThat(succeed("parchemin:valider a-valider.jar").text()).contains("Aucune objection");

        String referentiel = Files.readString(folder.resolve(BrancheEssai.REFERENTIEL));
        Files.writeString(
                folder.resolve(BrancheEssai.REFERENTIEL),
                referentiel.replace("evaluateurs: 1", "evaluateurs: un").replace("echelle: BINAIRE", "echelle: RIEN"));
        Printed refused = type("parchemin:valider a-valider");

        assertThat(refused.status()).isNotZero();
        assertThat(refused.lines().stream().filter(line -> line.startsWith("- SCHEMA_NON_RESPECTE")))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(line -> assertThat(line).contains(BrancheEssai.REFERENTIEL, "ligne"));
        assertThat(karaf.visitor().get("/branches/essai-valide").status()).isEqualTo(404);
    }

    @Test
    void aBranchWithARuleInCodeIsValidatedWithItAndProvedOnIt() throws IOException {
        Files.write(karaf.home().resolve("code.jar"), RulesInCodeIT.jar().bytes());
        assertThat(succeed("parchemin:valider code.jar").text()).contains("Aucune objection");

        Path dropped = karaf.drop(RulesInCodeIT.JAR, RulesInCodeIT.jar().bytes());
        karaf.awaitBranch(RulesInCodeIT.CODE, "ACTIVE");
        assertThat(succeed("parchemin:cas " + RulesInCodeIT.CODE).text()).contains(" cas, 0 en ");

        Files.delete(dropped);
        karaf.awaitBranch(RulesInCodeIT.CODE, "ABSENTE");
    }

    @Test
    void saysWhatTwoVersionsOfAReferentielChanged() throws IOException {
        karaf.drop(ZIP, BrancheEssai.jar(CODE, "CON").zip("v1"));
        karaf.awaitBranch(CODE, "ACTIVE");
        karaf.drop(ZIP, BrancheEssai.nextJar(CODE, "CON").zip("v2"));
        karaf.awaitBranch(CODE, "version 1.1.0", branche -> branche.path("certifications")
                .path(0)
                .path("version")
                .asText()
                .equals("1.1.0"));

        Printed printed = succeed("parchemin:comparer " + CODE + " ESS-UN 1.0.0 1.1.0");

        assertThat(printed.text()).contains("C1-c").doesNotContain("C1-a").contains("1 diff");
        assertThat(type("parchemin:comparer " + CODE + " ESS-UN 1.0.0 9.9.9").text())
                .contains("9.9.9");
    }

    @Test
    void explainsAProposalAndLeavesATraceInTheJournal() throws IOException {
        Scene scene = Scene.of(karaf, "metallurgie", "console");
        Dossier dossier = scene.parcours.instruct(
                scene.demande("MET-OMI"), Profil.reussite().until(Profil.Arret.EVALUATION));
        String numero = dossier.candidature().path("numero").asText();

        Printed printed = succeed("parchemin:expliquer " + numero);

        assertThat(printed.text()).contains(numero, "TOTALE", "Bloc OMI-B1", "SATISFAITE", "COMPETENCES_ACQUISES");
        JsonNode journal = scene.secretariat()
                .get("/journal?objet=candidature/" + dossier.id())
                .expect(200)
                .body();
        assertThat(stream(journal.path("elements"))
                        .filter(acte -> acte.path("acteur").asText().startsWith("console/")))
                .singleElement()
                .satisfies(acte -> {
                    assertThat(acte.path("acteur").asText()).isEqualTo("console/" + OPERATOR);
                    assertThat(acte.path("acte").asText()).isEqualTo("CANDIDATURE_CONSULTEE");
                });
        assertThat(type("parchemin:expliquer INCONNU").status()).isNotZero();
    }

    @Test
    void verifiesTheChainOfTheJournalAndFailsOnAnAnchorThatItDoesNotGoThrough() throws IOException {
        Printed printed = succeed("parchemin:journal-verifier");

        Matcher head = Pattern.compile("Tête : (\\d+):([0-9a-f]{64})").matcher(printed.text());
        assertThat(head.find()).as(printed.text()).isTrue();
        assertThat(printed.text()).contains("Journal intact.");
        String anchor = head.group(1) + ":" + head.group(2);
        succeed("parchemin:journal-verifier --ancre " + anchor);
        Printed broken = type("parchemin:journal-verifier --ancre " + head.group(1) + ":" + "0".repeat(64));
        assertThat(broken.status()).isNotZero();
        assertThat(type("parchemin:journal-verifier --ancre hier").status()).isNotZero();
    }

    @Test
    void listsTheJournalPageByPage() throws IOException {
        assertThat(succeed("parchemin:journal --branche metallurgie --limite 1").text())
                .contains("Rang", "branche", "Suite : --avant");
        assertThat(succeed("parchemin:journal branche/inconnue").text()).contains("Aucune ligne.");
    }

    @Test
    void everyCommandHasItsHelp() throws IOException {
        for (String command :
                List.of("branches", "valider", "cas", "expliquer", "comparer", "journal", "journal-verifier")) {
            assertThat(type("parchemin:" + command + " --help").text()).contains("parchemin:", command);
        }
    }

    /** The second way to ship a branch, for integrators. */
    @Test
    void aBranchInstalledAsAFeatureComesAndGoesWithoutMovingAnythingElse() throws IOException {
        Files.delete(karaf.branches().resolve("branche-metallurgie.jar"));
        karaf.awaitBranch("metallurgie", "ABSENTE");
        int mark = karaf.mark();

        succeed("feature:install branche-metallurgie");
        karaf.awaitBranch("metallurgie", "ACTIVE");
        succeed("feature:uninstall branche-metallurgie");
        karaf.awaitBranch("metallurgie", "ABSENTE");

        assertThat(karaf.coreEventsSince(mark))
                .filteredOn(event -> !event.kind().startsWith("SERVICE_"))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.symbolicName()).isEqualTo("fr.parchemin.branche.metallurgie"));
    }
}
