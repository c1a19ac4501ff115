package fr.parchemin.depot.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.branche.ArtefactRefuse;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.depot.Zip;
import fr.parchemin.depot.internal.Extensions.Constat;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepotTest {

    /** Remembers what was made known, in order. */
    private static final class Carnet implements Annonces {
        private final List<String> lines = new ArrayList<>();
        private final List<String> empreintes = new ArrayList<>();
        private final List<ArtefactRefuse> refused = new ArrayList<>();

        @Override
        public Annonce announce(String artefact, String code, URL definition, String empreinte) {
            empreintes.add(empreinte);
            lines.add("+ " + artefact + " " + code);
            return () -> lines.add("- " + artefact);
        }

        @Override
        public Annonce refuse(ArtefactRefuse artefact) {
            lines.add("! " + artefact.nom() + " " + artefact.branche());
            refused.add(artefact);
            return () -> lines.add("- " + artefact.nom());
        }

        private List<String> read() {
            List<String> since = List.copyOf(lines);
            lines.clear();
            return since;
        }

        private MotifErreur reason() {
            return refused.get(refused.size() - 1).motifs().get(0);
        }
    }

    @TempDir
    private Path home;

    private final Carnet carnet = new Carnet();
    private Constat constat = new Constat.EnService("essai");
    private Path folder;
    private Depot depot;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectory(home.resolve("branches"));
        depot = new Depot(folder, carnet, jar -> constat, DefinitionReader.standalone());
    }

    private List<String> looks(int number) {
        for (int i = 0; i < number; i++) {
            depot.look();
        }
        return carnet.read();
    }

    /** Replaced in one go, as operators are told to do. */
    private void drop(String name, byte[] bytes) {
        try {
            Path part = Zip.write(home.resolve("part"), bytes);
            Files.deleteIfExists(folder.resolve(name));
            Files.move(part, folder.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] zip(String definition) {
        return new Zip().with("branche.yaml", definition).bytes();
    }

    @Test
    void aZipIsAnnouncedOnceItWasTheSameAtTwoLooks() {
        drop("essai.zip", zip("code: essai\n"));

        assertThat(looks(1)).isEmpty();
        assertThat(looks(1)).containsExactly("+ essai.zip essai");
        assertThat(looks(5)).isEmpty();
    }

    @Test
    void theSameFilesHaveTheSameHashWhateverHoldsThemAndOthersAnother() throws IOException {
        drop(
                "essai.zip",
                new Zip()
                        .with("branche.yaml", "code: essai\n")
                        .with("a.yaml", "x: 1\n")
                        .bytes());
        looks(2);
        Files.createDirectory(folder.resolve("essai"));
        Files.writeString(folder.resolve("essai/a.yaml"), "x: 1\n");
        Files.writeString(folder.resolve("essai/branche.yaml"), "code: essai\n");
        looks(3);
        Files.writeString(folder.resolve("essai/a.yaml"), "x: 10\n");
        looks(3);
        Files.move(folder.resolve("essai/a.yaml"), folder.resolve("essai/b.yaml"));
        looks(3);

        assertThat(carnet.empreintes).hasSize(4);
        assertThat(carnet.empreintes.get(1)).isEqualTo(carnet.empreintes.get(0)).matches("[0-9a-f]{64}");
        assertThat(carnet.empreintes.subList(1, 4)).doesNotHaveDuplicates();
    }

    @Test
    void aZipStillBeingCopiedIsLeftAlone() throws IOException {
        byte[] whole = zip("code: essai\n");
        for (int half = whole.length / 2; half <= whole.length; half += whole.length / 4) {
            Zip.write(folder.resolve("essai.zip"), Arrays.copyOf(whole, half));
            assertThat(looks(1)).isEmpty();
        }
        Zip.write(folder.resolve("essai.zip"), whole);
        assertThat(looks(3)).containsExactly("+ essai.zip essai");
    }

    @Test
    void aFolderIsGivenOneLookMoreSinceItIsCopiedFileByFile() throws IOException {
        Files.createDirectory(folder.resolve("essai"));
        Files.writeString(folder.resolve("essai/branche.yaml"), "code: essai\n");

        assertThat(looks(2)).isEmpty();
        Files.writeString(folder.resolve("essai/autre.yaml"), "x: 1\n");
        assertThat(looks(2)).isEmpty();
        assertThat(looks(1)).containsExactly("+ essai (dossier) essai");
    }

    @Test
    void aFileAddedDeepInAFolderIsAnUpdate() throws IOException {
        Files.createDirectories(folder.resolve("essai/golden"));
        Files.writeString(folder.resolve("essai/branche.yaml"), "code: essai\n");
        looks(3);

        Files.writeString(folder.resolve("essai/golden/a.yaml"), "cas: []\n");

        assertThat(looks(3)).containsExactly("- essai (dossier)", "+ essai (dossier) essai");
    }

    @Test
    void anArtefactThatLeavesIsTakenBackAndMayReturn() throws IOException {
        drop("essai.zip", zip("code: essai\n"));
        looks(2);

        Files.delete(folder.resolve("essai.zip"));
        assertThat(looks(1)).containsExactly("- essai.zip");

        drop("essai.zip", zip("code: essai\n"));
        assertThat(looks(2)).containsExactly("+ essai.zip essai");
    }

    @Test
    void aBrokenReplacementIsKnownToBeThatBranch() {
        drop("essai.zip", zip("code: essai\n"));
        looks(2);

        drop("essai.zip", new byte[] {1, 2, 3});

        assertThat(looks(2)).containsExactly("- essai.zip", "! essai.zip essai");
        assertThat(carnet.reason().phrase().replace('\u00a0', ' ')).startsWith("essai.zip : l’archive est incomplète");
    }

    @Test
    void aDefinitionWithMistakesIsAnnouncedUnderItsCodeSoThatTheRegistrySaysThem() {
        drop("essai.zip", zip("format: 1\ncode: \"essai\" # le nôtre\nnimporte: quoi\n"));

        assertThat(looks(2)).containsExactly("+ essai.zip essai");
    }

    @Test
    void aDefinitionWithoutACodeIsRefusedWithFileAndLine() {
        drop("essai.zip", zip("format: 1\nnom: [Essai\n"));

        assertThat(looks(2)).containsExactly("! essai.zip null");
        assertThat(carnet.reason().code()).isEqualTo(MotifErreur.Code.YAML_INVALIDE);
        assertThat(carnet.reason().fichier()).isEqualTo("branche.yaml");
        assertThat(carnet.reason().ligne()).isEqualTo(3);
    }

    @Test
    void aliasesAndNestingAreStoppedByTheReader() {
        drop("alias.zip", zip("a: &a [x, x]\nb: &b [*a, *a]\n"));
        looks(2);
        assertThat(carnet.reason().code()).isEqualTo(MotifErreur.Code.YAML_INVALIDE);
        assertThat(carnet.reason().message()).contains("alias");
        assertThat(carnet.reason().ligne()).isEqualTo(2);

        drop("profond.zip", zip("a: " + "[".repeat(100_000)));
        looks(2);
        assertThat(carnet.reason().message()).contains("niveaux imbriqués");
    }

    @Test
    void whatCannotBeABranchIsSaidSoAndWhatIsNoneOfOursIsNot() {
        drop("branche.yaml", "code: essai\n".getBytes());
        drop("essai.rar", new byte[1]);
        drop("README.txt", new byte[1]);
        drop(".essai.zip", new byte[1]);

        assertThat(looks(3)).containsExactly("! branche.yaml null", "! essai.rar null");
    }

    @Test
    void loopsOfLinksCostNothing() throws IOException {
        Path branch = Files.createDirectory(folder.resolve("essai"));
        Files.createSymbolicLink(branch.resolve("a"), folder);
        Files.createSymbolicLink(branch.resolve("b"), folder);
        Files.createSymbolicLink(folder.resolve("racine"), home);

        assertThat(looks(3)).containsExactlyInAnyOrder("! essai (dossier) null", "! racine (dossier) null");
    }

    @Test
    void aFolderThatCannotBeListedChangesNothing() throws IOException {
        drop("essai.zip", zip("code: essai\n"));
        looks(2);

        Files.move(folder, home.resolve("ailleurs"));

        assertThat(looks(3)).isEmpty();
    }

    // ---- jars, which are File Install's

    private static byte[] bundle() {
        return new Zip()
                .with(
                        "META-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\r\nBundle-SymbolicName: essai\r\nBundle-Version: 1.0.0\r\n\r\n")
                .bytes();
    }

    @Test
    void aJarThatBringsABranchIsNoneOfOurBusiness() {
        drop("essai.jar", bundle());

        assertThat(looks(20)).isEmpty();
    }

    @Test
    void aDamagedJarIsSeen() {
        drop("essai.jar", Arrays.copyOf(bundle(), 60));

        assertThat(looks(2)).containsExactly("! essai.jar null");
        assertThat(carnet.reason().message()).contains("incomplet ou abîmé");
    }

    @Test
    void aJarDamagedInPlaceOfAGoodOneIsKnownToBeThatBranchUntilItIsWhole() {
        drop("essai.jar", bundle());
        looks(2);

        drop("essai.jar", Arrays.copyOf(bundle(), 60));
        assertThat(looks(2)).containsExactly("! essai.jar essai");

        drop("essai.jar", bundle());
        assertThat(looks(2)).containsExactly("- essai.jar");
    }

    @Test
    void aJarThatStartsAndBringsNoBranchIsSeenOnceFileInstallHadItsTime() {
        constat = new Constat.SansBranche();
        drop("essai.jar", bundle());

        assertThat(looks(6)).isEmpty();
        assertThat(looks(1)).containsExactly("! essai.jar null");
        assertThat(carnet.reason().message()).contains("n’apporte aucune branche");
        assertThat(looks(10)).isEmpty();

        constat = new Constat.EnService("essai");
        assertThat(looks(1)).containsExactly("- essai.jar");
    }

    @Test
    void aJarThatCannotStartSaysWhatIsMissing() {
        constat = new Constat.Arretee(List.of("paquet fr.inconnu"));
        drop("essai.jar", bundle());
        looks(7);

        assertThat(carnet.reason().message()).contains("ne démarre pas", "paquet fr.inconnu");
    }

    @Test
    void nothingIsSaidOfAJarWhileThePlatformStarts() {
        constat = new Constat.TropTot();
        drop("essai.jar", bundle());

        assertThat(looks(50)).isEmpty();
    }

    @Test
    void everythingIsTakenBackWhenThePlatformStops() {
        drop("essai.zip", zip("code: essai\n"));
        drop("autre.rar", new byte[1]);
        looks(2);

        depot.close();

        assertThat(carnet.read()).containsExactlyInAnyOrder("- essai.zip", "- autre.rar");
    }
}
