package fr.parchemin.depot.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.administration.DossierDepot.Artefact;
import fr.parchemin.administration.DossierDepot.Envoi;
import fr.parchemin.administration.DossierDepot.Retire;
import fr.parchemin.administration.DossierDepot.Sorte;
import fr.parchemin.depot.Zip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierLocalTest {

    private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");

    @TempDir
    private Path home;

    private Path folder;
    private DossierLocal depot;

    @BeforeEach
    void open() {
        folder = home.resolve("branches");
        depot = new DossierLocal(folder, home.resolve("var/branches-retirees"), true, false);
    }

    private static byte[] zip(String definition) {
        return new Zip().with("branche.yaml", definition).bytes();
    }

    private static byte[] jar() {
        return new Zip()
                .with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nBundle-SymbolicName: x\nBundle-Version: 1.0\n")
                .with("branche.yaml", "code: essai\n")
                .bytes();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    private String put(String definition, Instant when) throws IOException {
        List<Artefact> avant =
                depot.list().stream().filter(a -> a.isShownAs("essai")).toList();
        return depot.put("essai", Sorte.ARCHIVE, zip(definition), avant, when);
    }

    @Test
    void whatIsSentIsTakenForWhatIsInIt() throws IOException {
        assertThat(depot.look(zip("code: essai\n"))).isEqualTo(new Envoi.Lisible(Sorte.ARCHIVE, "essai"));
        assertThat(depot.look(jar())).isEqualTo(new Envoi.Lisible(Sorte.EXTENSION, "essai"));
        assertThat(depot.look(new Zip().with("autre.yaml", "x: 1\n").bytes())).isInstanceOf(Envoi.Illisible.class);
        assertThat(depot.look(zip("code: ../../etc\n"))).isInstanceOf(Envoi.Illisible.class);
        assertThat(depot.look(new Zip().with("../branche.yaml", "code: essai\n").bytes()))
                .isInstanceOf(Envoi.Illisible.class);
        assertThat(depot.look(new byte[] {'P', 'K', 3, 4, 0})).isInstanceOf(Envoi.Illisible.class);
    }

    @Test
    void aFileIsNamedByItsBranchAndNothingHalfWrittenIsLeft() throws IOException {
        assertThat(put("code: essai\n", NOW)).isEqualTo("essai.zip");

        assertThat(names()).containsExactly("essai.zip");
        assertThat(Files.readAllBytes(folder.resolve("essai.zip"))).isEqualTo(zip("code: essai\n"));
        assertThat(depot.list()).singleElement().satisfies(a -> {
            assertThat(a.branche()).isEqualTo("essai");
            assertThat(a.sorte()).isEqualTo(Sorte.ARCHIVE);
        });
    }

    @Test
    void whatBroughtTheBranchKeepsItsNameAndItsOldContentIsKept() throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("Ma branche.zip"), zip("code: essai\nnom: ancien\n"));

        assertThat(put("code: essai\n", NOW)).isEqualTo("Ma branche.zip");

        assertThat(names()).containsExactly("Ma branche.zip");
        assertThat(depot.removed()).singleElement().satisfies(r -> {
            assertThat(r.nom()).isEqualTo("Ma branche.zip");
            assertThat(r.branche()).isEqualTo("essai");
            assertThat(r.retireLe()).isEqualTo(NOW);
        });
    }

    @Test
    void aFolderGivesWayToAZipAndComesBack() throws IOException {
        Files.createDirectories(folder.resolve("essai"));
        Files.writeString(folder.resolve("essai/branche.yaml"), "code: essai\n");

        put("code: essai\n", NOW);
        assertThat(names()).containsExactly("essai.zip");

        depot.remove(depot.list().get(0), NOW.plusSeconds(1));
        Retire dossier = depot.removed().stream()
                .filter(r -> r.sorte() == Sorte.DOSSIER)
                .findFirst()
                .orElseThrow();
        depot.restore(dossier);
        assertThat(names()).containsExactly("essai");
        assertThat(folder.resolve("essai/branche.yaml")).hasContent("code: essai\n");
    }

    @Test
    void whatIsTakenOutComesBackAsItWasAndOnlyToAFreePlace() throws IOException {
        put("code: essai\n", NOW);
        String before = depot.empreinte(depot.list().get(0));

        Retire retire = depot.remove(depot.list().get(0), NOW);
        assertThat(names()).isEmpty();
        depot.restore(retire);

        assertThat(depot.empreinte(depot.list().get(0))).isEqualTo(before);
        assertThat(depot.removed()).isEmpty();
        Retire again = depot.remove(depot.list().get(0), NOW);
        put("code: essai\n", NOW);
        assertThatThrownBy(() -> depot.restore(again)).isInstanceOf(IOException.class);
    }

    @Test
    void aFileThatBrokeStillBelongsToItsBranch() throws IOException {
        put("code: essai\n", NOW);
        depot.list();
        Files.writeString(folder.resolve("essai.zip"), "plus rien d’un zip");

        assertThat(depot.list()).singleElement().satisfies(a -> assertThat(a.isShownAs("essai"))
                .isTrue());
    }

    @Test
    void whatIsKeptIsBoundedInNumberAndTime() throws IOException {
        for (int i = 0; i < 25; i++) {
            put("code: essai\nnom: n" + i + "\n", NOW.plusSeconds(i));
        }
        assertThat(depot.removed()).hasSize(20);
        assertThat(depot.removed().get(0).retireLe()).isEqualTo(NOW.plusSeconds(24));

        put("code: essai\n", NOW.plus(Duration.ofDays(40)));
        assertThat(depot.removed()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../dehors.zip", "..", "a/b.zip", "/tmp/x.zip", ".cache.zip", ""})
    void nothingOutsideTheFolderIsTouched(String nom) throws IOException {
        Path outside = Files.writeString(home.resolve("dehors.zip"), "intact");
        Artefact artefact = new Artefact(nom, Sorte.ARCHIVE, 1, NOW, "essai");

        assertThatThrownBy(() -> depot.remove(artefact, NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> depot.put(nom, Sorte.ARCHIVE, zip("code: essai\n"), List.of(), NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(outside).hasContent("intact");
    }

    @Test
    void jarsStayOutUnlessTheOperatorLetsThemIn() {
        assertThat(depot.admits(Sorte.ARCHIVE)).isTrue();
        assertThat(depot.admits(Sorte.EXTENSION)).isFalse();
        assertThat(depot.admits(Sorte.DOSSIER)).isFalse();
        assertThat(new DossierLocal(folder, home, false, true).admits(Sorte.EXTENSION))
                .isTrue();
    }
}
