package fr.parchemin.acte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @TempDir
    Path folder;

    private Path file(String rights, String content) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), content);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        }
        return file;
    }

    private static Secret inFile(Path file) {
        return Secret.in(Map.of("cle.fichier", file.toString()), "cle");
    }

    private static Secret inVariable(String value) {
        return Secret.in(Map.of("cle.env", "VARIABLE"), "cle", name -> name.equals("VARIABLE") ? value : null);
    }

    @Test
    void aConfigurationThatNamesNoPlaceHasNone() {
        Secret absent = Secret.in(Map.of("url", "x", "cle", "", "cle.fichier", " "), "cle");

        assertThat(absent.isGiven()).isFalse();
        assertThat(absent.read()).isEmpty();
        assertThat(Secret.none().read()).isEmpty();
    }

    @Test
    void aFileIsReadWithoutItsLastLineBreakAndWithItsSpaces() throws IOException {
        assertThat(inFile(file("rw-------", " mot de passe \n")).read()).contains(" mot de passe ");
        assertThat(inFile(file("r--r-----", "mot\r\n")).read()).contains("mot");
        assertThat(inFile(file("r--------", "-----BEGIN-----\nx\n-----END-----\n"))
                        .read())
                .contains("-----BEGIN-----\nx\n-----END-----");
    }

    @Test
    void aSecretChangedInItsFileIsReadAnew() throws IOException {
        Path file = file("rw-------", "ancien");
        Secret secret = inFile(file);
        assertThat(secret.read()).contains("ancien");

        Files.writeString(file, "nouveau");

        assertThat(secret.read()).contains("nouveau");
    }

    @Test
    void aVariableOfTheEnvironmentIsReadAsItIs() {
        assertThat(inVariable("valeur").read()).contains("valeur");
    }

    @Test
    void aVariableThatIsNotSetIsNoEmptySecret() {
        assertThatThrownBy(inVariable(null)::read)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("VARIABLE");
        assertThatThrownBy(inVariable("")::read).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aValueInClearIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> Secret.in(Map.of("cle", "s3cr3t"), "cle"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cle.fichier")
                .hasMessageNotContaining("s3cr3t");
        assertThatThrownBy(() -> Secret.in(Map.of("cle", "s3cr3t", "cle.env", "VARIABLE"), "cle"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoPlacesAreOneTooMany() {
        assertThatThrownBy(() -> Secret.in(Map.of("cle.fichier", "/x", "cle.env", "X"), "cle"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cle.fichier and cle.env");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-----w-", "rwxrwxrwx", "r-----r--"})
    void aFileThatEverybodyMayReadOrWriteIsNoSecret(String rights) throws IOException {
        Path file = file(rights, "s3cr3t");
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));

        assertThatThrownBy(inFile(file)::read)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void aFileThatHoldsNoSecretSaysWhichAndWhy() throws IOException {
        assertThatThrownBy(inFile(folder.resolve("absent"))::read)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("absent");
        assertThatThrownBy(inFile(folder)::read).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(inFile(file("rw-------", "\n"))::read).hasMessageContaining("is empty");
        assertThatThrownBy(inFile(file("rw-------", "x".repeat(70_000)))::read).hasMessageContaining("larger");

        Path binary = file("rw-------", "");
        Files.write(binary, "é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(inFile(binary)::read).hasMessageContaining("UTF-8");
    }

    @Test
    void whereItIsMayBeShownAndWhatItIsIsNot() throws IOException {
        Path file = file("rw-------", "s3cr3t");

        assertThat(inFile(file)).hasToString("Secret[cle.fichier=" + file + "]");
        assertThat(inVariable("s3cr3t")).hasToString("Secret[cle.env=VARIABLE]");
    }
}
