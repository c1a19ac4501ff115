package fr.parchemin.depot.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Whether a jar is whole and a bundle at all: what is not, File Install leaves alone without a word. */
public final class ControleJar {

    private static final String DEFINITION = "branche.yaml";

    private ControleJar() {}

    /** Whether the archive has the manifest of an extension; its content is not unpacked to tell. */
    static boolean hasManifest(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().equalsIgnoreCase(JarFile.MANIFEST_NAME));
        } catch (ZipException | IllegalArgumentException damaged) {
            return false; // what reads it whole says so
        }
    }

    /** What keeps the jar from being installed, empty when nothing does. */
    public static Optional<ArtefactInvalide> check(Path jar) throws IOException {
        String name = jar.getFileName().toString();
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            readThrough(file);
            Manifest manifest = file.getManifest();
            Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
            if (headers.getValue("Bundle-SymbolicName") == null || headers.getValue("Bundle-Version") == null) {
                String advice = file.getEntry(DEFINITION) == null
                        ? " ; demandez à son auteur le jar que produit la construction"
                        : " ; s’il ne contient que des fichiers YAML, déposez-les en .zip";
                return Optional.of(new ArtefactInvalide(
                        name,
                        "META-INF/MANIFEST.MF",
                        "ce jar n’est pas une extension, son manifeste ne porte pas Bundle-SymbolicName et Bundle-Version"
                                + advice));
            }
            return Optional.empty();
        } catch (ZipException | SecurityException | IllegalArgumentException damaged) {
            return Optional.of(new ArtefactInvalide(
                    name, null, "ce jar est incomplet ou abîmé ; copiez-le de nouveau, ou refaites-le"));
        }
    }

    private static void readThrough(JarFile file) throws IOException {
        byte[] buffer = new byte[1 << 14];
        for (JarEntry entry : Collections.list(file.entries())) {
            try (InputStream in = file.getInputStream(entry)) {
                while (in.read(buffer) >= 0) {
                    // the sum of each entry is checked as it is read
                }
            }
        }
    }
}
