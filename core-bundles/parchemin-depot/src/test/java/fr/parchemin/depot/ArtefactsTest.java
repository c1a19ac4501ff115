package fr.parchemin.depot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.parchemin.branche.MotifErreur;
import fr.parchemin.depot.Artefacts.Lecture;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtefactsTest {
    private static final int SIGNATURE_CENTRALE = 0x02014b50;

    @TempDir
    private Path folder;

    private static String text(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static URL read(Path artefact) {
        Lecture lecture = Artefacts.read(artefact);
        assertThat(lecture).as(lecture.toString()).isInstanceOf(Lecture.Lue.class);
        return ((Lecture.Lue) lecture).definition();
    }

    private static MotifErreur refused(Path artefact) {
        Lecture lecture = Artefacts.read(artefact);
        assertThat(lecture).isInstanceOf(Lecture.Refusee.class);
        MotifErreur motif = ((Lecture.Refusee) lecture).motifs().get(0);
        assertThat(motif.code()).isEqualTo(MotifErreur.Code.ARTEFACT_REFUSE);
        assertThat(motif.fichier()).isEqualTo(artefact.getFileName().toString());
        return motif;
    }

    private Path zip(Zip content) {
        return content.to(folder.resolve("branche.zip"));
    }

    private static Zip sound() {
        return new Zip().with("branche.yaml", "code: essai\n").with("golden/a.yaml", "cas: []\n");
    }

    // ---- what is taken

    @Test
    void aZipIsReadFromItsDefinitionToTheFilesBesideIt() throws IOException {
        URL definition = read(zip(sound()));

        assertThat(text(definition)).isEqualTo("code: essai\n");
        assertThat(text(new URL(definition, "golden/a.yaml"))).isEqualTo("cas: []\n");
    }

    @Test
    void whatWasReadNoLongerNeedsTheArtefact() throws IOException {
        Path zip = zip(sound());
        URL definition = read(zip);

        Files.delete(zip);

        assertThat(text(new URL(definition, "golden/a.yaml"))).isEqualTo("cas: []\n");
    }

    @Test
    void nothingOutsideTheArtefactCanBeReadThroughIt() throws IOException {
        URL definition = read(zip(sound()));
        Files.writeString(folder.resolve("secret.yaml"), "secret");

        for (String path : new String[] {"../secret.yaml", "/etc/passwd", "golden/../../secret.yaml"}) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> text(new URL(definition, path))))
                    .isInstanceOf(FileNotFoundException.class);
        }
    }

    @Test
    void aSingleTopFolderIsStrippedAndWhatSystemsAddIsIgnored() throws IOException {
        URL definition = read(zip(new Zip()
                .with("Ma branche/branche.yaml", "code: essai\n")
                .with("Ma branche/golden/a.yaml", "cas: []\n")
                .with("Ma branche/.DS_Store", "x")
                .with("__MACOSX/Ma branche/._branche.yaml", "x")
                .with("Thumbs.db", "x")));

        assertThat(text(new URL(definition, "golden/a.yaml"))).isEqualTo("cas: []\n");
    }

    @Test
    void backslashesAreTheSlashesOfWindows() throws IOException {
        URL definition = read(
                zip(new Zip().with("essai\\branche.yaml", "code: essai\n").with("essai\\golden\\a.yaml", "cas: []\n")));

        assertThat(text(new URL(definition, "golden/a.yaml"))).isEqualTo("cas: []\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "IBM437"})
    void namesWithAccentsDisturbNobodyWhateverTheirEncoding(String encoding) throws IOException {
        assumeTrue(Charset.isSupported(encoding));
        Path zip = Zip.write(
                folder.resolve("métiers.zip"),
                sound().with("notes/été.yaml", "x: 1\n").bytes(Charset.forName(encoding)));

        assertThat(text(read(zip))).isEqualTo("code: essai\n");
    }

    @Test
    void whatIsNoYamlIsLeftAside() throws IOException {
        assertThat(text(read(zip(sound().with("accord.pdf", new byte[20_000_000])))))
                .isEqualTo("code: essai\n");
    }

    @Test
    void aFolderIsReadLikeAZip() throws IOException {
        Path branch = Files.createDirectories(folder.resolve("essai/golden")).getParent();
        Files.writeString(branch.resolve("branche.yaml"), "code: essai\n");
        Files.writeString(branch.resolve("golden/a.yaml"), "cas: []\n");
        Files.writeString(branch.resolve(".gitignore"), "x");

        assertThat(text(new URL(read(branch), "golden/a.yaml"))).isEqualTo("cas: []\n");
    }

    // ---- what is refused

    @ParameterizedTest
    @CsvSource({
        "../dehors.yaml",
        "a/../../dehors.yaml",
        "..\\dehors.yaml",
        "/etc/dehors.yaml",
        "C:\\dehors.yaml",
        "c:dehors.yaml",
        "\\\\serveur\\partage\\dehors.yaml"
    })
    void aPathThatLeavesTheArchiveRefusesIt(String name) {
        MotifErreur motif = refused(zip(sound().with(name, "x: 1\n")));

        assertThat(motif.message()).contains("ne reste pas dans l’archive");
        assertThat(motif.chemin()).isEqualTo(name);
    }

    @Test
    void aFileThatSwellsOutOfAllProportionIsABomb() {
        MotifErreur motif = refused(zip(sound().with("bombe.yaml", new byte[7_000_000])));

        assertThat(motif.chemin()).isEqualTo("bombe.yaml");
        assertThat(motif.message()).contains("grossit plus de 200 fois");
    }

    @Test
    void aHundredMegabytesOfYamlAreNotRead() throws IOException {
        Path branch = Files.createDirectory(folder.resolve("essai"));
        Files.writeString(branch.resolve("branche.yaml"), "code: essai\n");
        try (RandomAccessFile large =
                new RandomAccessFile(branch.resolve("gros.yaml").toFile(), "rw")) {
            large.setLength(100_000_000);
        }

        MotifErreur motif = refused(branch);

        assertThat(motif.chemin()).isEqualTo("gros.yaml");
        assertThat(motif.message()).contains("dépasse 8 Mo");
    }

    @Test
    void tooManyFilesAreRefusedWhateverTheyAre() {
        Zip many = sound();
        for (int i = 0; i < 2_000; i++) {
            many.with("f" + i + ".txt", "");
        }

        assertThat(refused(zip(many)).message()).contains("plus de 2000 fichiers");
    }

    @Test
    void manyFilesThatFitOneByOneMayNotFitTogether() throws IOException {
        Path branch = Files.createDirectory(folder.resolve("essai"));
        for (int i = 0; i < 5; i++) {
            try (RandomAccessFile large =
                    new RandomAccessFile(branch.resolve(i + ".yaml").toFile(), "rw")) {
                large.setLength(7_900_000);
            }
        }

        assertThat(refused(branch).message()).contains("dépassent ensemble 32 Mo");
    }

    @Test
    void anArchiveInTheArchiveIsNotOpened() {
        MotifErreur motif = refused(zip(new Zip().with("branche.zip", sound().bytes())));

        assertThat(motif.chemin()).isEqualTo("branche.zip");
        assertThat(motif.message()).contains("n’est jamais ouverte");
    }

    @Test
    void aCutArchiveIsDamaged() {
        byte[] whole = sound().bytes();

        MotifErreur motif = refused(Zip.write(folder.resolve("branche.zip"), Arrays.copyOf(whole, whole.length - 30)));

        assertThat(motif.message()).contains("incomplète ou abîmée");
    }

    @Test
    void anArchiveWithAPasswordSaysSo() {
        byte[] bytes = sound().bytes();
        for (int i = 0; i + 10 < bytes.length; i++) {
            int signature = (bytes[i] & 0xff)
                    | (bytes[i + 1] & 0xff) << 8
                    | (bytes[i + 2] & 0xff) << 16
                    | (bytes[i + 3] & 0xff) << 24;
            if (signature == SIGNATURE_CENTRALE) {
                bytes[i + 8] |= 1; // the bit that says the entry is encrypted
            }
        }

        assertThat(refused(Zip.write(folder.resolve("branche.zip"), bytes)).message())
                .contains("protégée par un mot de passe");
    }

    @Test
    void aPathThatStandsTwiceIsRefused() {
        MotifErreur motif = refused(zip(sound().with("x/./a.yaml", "x: 1\n").with("x/a.yaml", "x: 2\n")));

        assertThat(motif.chemin()).isEqualTo("x/a.yaml");
        assertThat(motif.message()).contains("deux fois");
    }

    @ParameterizedTest
    @CsvSource({
        "Branche.yaml, doit s’appeler « branche.yaml »",
        "branche.yml, doit s’appeler « branche.yaml »",
        "a/b/branche.yaml, à la racine",
        "autre.yaml, pas de fichier branche.yaml",
        "lisezmoi.txt, ni aucun autre fichier YAML"
    })
    void withoutADefinitionAtItsRootItIsNoBranch(String name, String said) {
        assertThat(refused(zip(new Zip().with(name, "code: essai\n"))).message().replace('\u00a0', ' '))
                .contains(said);
    }

    @Test
    void aLinkInAFolderIsNotFollowed() throws IOException {
        Path branch = Files.createDirectory(folder.resolve("essai"));
        Path secret = Files.writeString(folder.resolve("secret.yaml"), "secret");
        Files.createSymbolicLink(branch.resolve("branche.yaml"), secret);

        MotifErreur motif = refused(branch);

        assertThat(motif.chemin()).isEqualTo("branche.yaml");
        assertThat(motif.message()).contains("lien symbolique");
    }

    @Test
    void aFolderNestedWithoutEndIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("essai/1/2/3/4/5/6/7/8/9/10/11"));

        assertThat(refused(folder.resolve("essai")).message()).contains("dossiers imbriqués");
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        assertThat(refused(folder.resolve("rien.zip")).message()).contains("il n’y a rien à cet endroit");
    }

    @Test
    void aJarHasToBeABundle() {
        MotifErreur motif = refused(sound().to(folder.resolve("branche.jar")));

        assertThat(motif.message()).contains("Bundle-SymbolicName", "déposez-les en .zip");
    }
}
