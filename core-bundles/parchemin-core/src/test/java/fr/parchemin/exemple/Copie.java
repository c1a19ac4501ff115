package fr.parchemin.exemple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a made-up branch, to be spoilt or to become its next version. */
public final class Copie {

    private final Path folder;

    private Copie(Path folder) {
        this.folder = folder;
    }

    /** The files of the branch, copied below that folder. */
    public static Copie of(String branche, Path parent) {
        try {
            Path source =
                    Path.of(Copie.class.getResource("/definitions/" + branche).toURI());
            Path target = Files.createTempDirectory(parent, branche);
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = target.resolve(source.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
            return new Copie(target);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Replaces a text that must be there. */
    public Copie replace(String file, String before, String after) {
        String text = text(file);
        if (!text.contains(before)) {
            throw new IllegalArgumentException(file + " does not hold " + before);
        }
        return write(file, text.replace(before, after));
    }

    public Copie write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public Copie write(String file, byte[] bytes) {
        try {
            Files.write(folder.resolve(file), bytes);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public Copie delete(String file) {
        try {
            Files.delete(folder.resolve(file));
            return this;
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    public String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The line, from 1, on which that text stands. */
    public int line(String file, String text) {
        List<String> lines = text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(file + " does not hold " + text);
    }

    public URL url() {
        try {
            return folder.resolve("branche.yaml").toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
