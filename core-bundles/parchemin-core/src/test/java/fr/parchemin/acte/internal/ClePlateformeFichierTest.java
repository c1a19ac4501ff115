package fr.parchemin.acte.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.acte.Chiffre;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClePlateformeFichierTest {

    @TempDir
    private Path folder;

    private ClePlateformeFichier of(Path file) {
        return new ClePlateformeFichier(file, "CLE", name -> null);
    }

    @Test
    void isMadeOnceForItsOwnerOnlyAndStays() throws IOException {
        Path file = folder.resolve("cles").resolve("plateforme.cle");

        ClePlateformeFichier made = of(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        byte[] key = Chiffre.newKey();
        ClePlateformeFichier again = of(file);
        assertThat(again.identifiant()).isEqualTo(made.identifiant()).matches("[0-9a-f]{16}");
        assertThat(again.unwrap(made.wrap(key, "ici"), "ici")).isEqualTo(key);
    }

    @Test
    void comesFromTheEnvironmentBeforeAnyFile() {
        String given = Base64.getEncoder().encodeToString(Chiffre.newKey());
        Path file = folder.resolve("plateforme.cle");

        ClePlateformeFichier cle = new ClePlateformeFichier(file, "CLE", name -> name.equals("CLE") ? given : null);

        assertThat(file).doesNotExist();
        assertThat(cle.identifiant()).isNotEqualTo(of(file).identifiant());
    }

    @Test
    void isNotTakenFromAFileThatOthersMayRead() throws IOException {
        Path file = folder.resolve("plateforme.cle");
        of(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> of(file)).hasMessageContaining("chmod 600");
    }

    @Test
    void isNotMadeUpFromWhatIsNoKey() throws IOException {
        Path file = Files.createFile(
                folder.resolve("plateforme.cle"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        for (String text : new String[] {"", "pas du base64 !", "AAAA"}) {
            Files.writeString(file, text);

            assertThatThrownBy(() -> of(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("plateforme.cle");
        }
    }
}
