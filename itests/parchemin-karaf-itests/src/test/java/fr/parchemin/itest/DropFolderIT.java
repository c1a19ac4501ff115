package fr.parchemin.itest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is dropped, replaced or removed, nothing of the platform stops, starts or is wired anew. */
@ExtendWith(KarafServer.class)
class DropFolderIT {
    private static final String NAME = "branche-essai";

    private Karaf karaf;
    private int before;

    @BeforeEach
    void mark(Karaf running) {
        karaf = running;
        before = karaf.mark();
    }

    @AfterEach
    void thePlatformDidNotFlinch() {
        assertThat(karaf.coreEventsSince(before)).isEmpty();
        assertThat(karaf.get("/api/sante").statusCode()).isEqualTo(200);
    }

    @Test
    void aJarComesIsReplacedAndGoes() throws IOException {
        Path jar = drop("essai.jar", PluginJar.bundle(NAME, "1.0.0").bytes());
        karaf.awaitBundle(NAME, "1.0.0", "STARTED");

        drop("essai.jar", PluginJar.bundle(NAME, "1.1.0").bytes());
        karaf.awaitBundle(NAME, "1.1.0", "STARTED");

        Files.delete(jar);
        karaf.awaitBundle(NAME, "1.1.0", "UNINSTALLED");
    }

    @Test
    void aJarThatIsNoBundleIsLeftAlone() throws IOException {
        Path jar = drop("essai.jar", PluginJar.withoutBundleHeaders().bytes());
        aLaterJarIsTaken();
        Files.delete(jar);
    }

    @Test
    void aDamagedJarIsLeftAloneAndTakenOnceRepaired() throws IOException {
        byte[] whole = PluginJar.bundle(NAME, "2.0.0").bytes();
        Path jar = drop("essai.jar", Arrays.copyOf(whole, whole.length / 2));
        aLaterJarIsTaken();

        drop("essai.jar", whole);
        karaf.awaitBundle(NAME, "2.0.0", "STARTED");
        Files.delete(jar);
        karaf.awaitBundle(NAME, "2.0.0", "UNINSTALLED");
    }

    @Test
    void aFileThatIsNoJarAtAllIsLeftAlone() throws IOException {
        Path jar = drop("essai.jar", "du texte".getBytes(US_ASCII));
        Path other = drop("lisez-moi.txt", "du texte".getBytes(US_ASCII));
        aLaterJarIsTaken();
        Files.delete(jar);
        Files.delete(other);
    }

    @Test
    void aJarThatAsksForWhatIsNotThereIsInstalledButNotStarted() throws IOException {
        Path jar = drop(
                "essai.jar",
                PluginJar.bundle(NAME, "3.0.0")
                        .header("Import-Package", "fr.inconnu")
                        .bytes());
        karaf.awaitBundle(NAME, "3.0.0", "INSTALLED");
        aLaterJarIsTaken();
        Files.delete(jar);
        karaf.awaitBundle(NAME, "3.0.0", "UNINSTALLED");
    }

    /** EclipseLink and Pax Web import such packages optionally: this is how whole platforms restart by surprise. */
    @Test
    void aJarThatBringsWhatOthersImportOptionallyRewiresNobody() throws IOException {
        Path jar = drop(
                "essai.jar",
                PluginJar.bundle(NAME, "4.0.0")
                        .header(
                                "Export-Package",
                                "jakarta.validation;version=3.1,jakarta.validation.groups;version=3.1,"
                                        + "jakarta.validation.metadata;version=3.1,jakarta.validation.bootstrap;version=3.1,"
                                        + "jakarta.json;version=2.1,jakarta.transaction;version=2.0,"
                                        + "jakarta.websocket;version=2.1,org.osgi.service.event;version=1.4")
                        .entry("jakarta/validation/vide.txt", "")
                        .bytes());
        karaf.awaitBundle(NAME, "4.0.0", "STARTED");
        Files.delete(jar);
        karaf.awaitBundle(NAME, "4.0.0", "UNINSTALLED");
    }

    /** Proves that the folder was looked at after what was dropped before. */
    private void aLaterJarIsTaken() throws IOException {
        Path witness =
                drop("temoin.jar", PluginJar.bundle("branche-temoin", "1.0.0").bytes());
        karaf.awaitBundle("branche-temoin", "1.0.0", "STARTED");
        Files.delete(witness);
        karaf.awaitBundle("branche-temoin", "1.0.0", "UNINSTALLED");
    }

    private Path drop(String name, byte[] content) throws IOException {
        return Files.write(karaf.branches().resolve(name), content);
    }
}
