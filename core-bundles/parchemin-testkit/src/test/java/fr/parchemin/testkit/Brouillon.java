package fr.parchemin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.spi.BranchePlugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A copy of the branch « exemple » in which a test makes mistakes. */
final class Brouillon implements BranchePlugin {

    private static final List<String> FILES =
            List.of("branche.yaml", "referentiel.yaml", "cotation.yaml", "coefficients.yaml", "golden.yaml");

    private final Path folder;

    Brouillon(Path folder) {
        this.folder = folder;
        create(folder);
        for (String file : FILES) {
            try (InputStream in = Brouillon.class.getResourceAsStream("/exemple/" + file)) {
                Files.copy(in, folder.resolve(file));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Writes one text for another, which has to be there once. */
    Brouillon with(String file, String text, String mistaken) {
        String content = read(file);
        assertThat(content.split(Pattern.quote(text), -1))
                .as("« %s » once in %s", text, file)
                .hasSize(2);
        return write(file, content.replace(text, mistaken).getBytes(StandardCharsets.UTF_8));
    }

    Brouillon write(String file, byte[] content) {
        try {
            Files.write(folder.resolve(file), content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return this;
    }

    Brouillon without(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
        return this;
    }

    String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public URL definition() {
        try {
            return folder.resolve("branche.yaml").toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
