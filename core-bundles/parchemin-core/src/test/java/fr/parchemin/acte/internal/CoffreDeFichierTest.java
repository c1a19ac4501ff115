package fr.parchemin.acte.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoffreDeFichierTest {

    @TempDir
    private Path folder;

    private CoffreDeFichier start() {
        return new CoffreDeFichier(new CoffreDeFichier.Config() {
            @Override
            public Class<? extends Annotation> annotationType() {
                return CoffreDeFichier.Config.class;
            }

            @Override
            public String dossier() {
                return folder.resolve("var").toString();
            }
        });
    }

    @Test
    void whatIsSealedOpensInItsPlaceAlsoAfterARestart() {
        String sealed = start().seal("ici", "Élise");

        assertThat(sealed).doesNotContain("lise");
        assertThat(start().open("ici", sealed)).isEqualTo("Élise");
    }

    @Test
    void theKeyIsForItsOwnerAlone() throws IOException {
        start();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("var/cle-acces"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theSameTextIsSealedOtherwiseEachTime() {
        CoffreDeFichier coffre = start();

        assertThat(coffre.seal("ici", "x")).isNotEqualTo(coffre.seal("ici", "x"));
    }

    @Test
    void whatWasMovedChangedOrSealedElsewhereDoesNotOpen() {
        CoffreDeFichier coffre = start();
        String sealed = coffre.seal("ici", "texte");
        char last = sealed.charAt(sealed.length() - 2);
        String changed = sealed.substring(0, sealed.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + sealed.charAt(sealed.length() - 1);

        assertThatThrownBy(() -> coffre.open("ailleurs", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> coffre.open("ici", changed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> coffre.open("ici", "texte")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new CoffreDeFichier(new byte[32]).open("ici", sealed))
                .isInstanceOf(IllegalStateException.class);
    }
}
