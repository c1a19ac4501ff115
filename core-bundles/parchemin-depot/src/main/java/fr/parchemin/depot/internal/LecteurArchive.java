package fr.parchemin.depot.internal;

import fr.parchemin.depot.Artefacts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads a zip, or a plugin jar, from a copy of its own: the file may be replaced or deleted meanwhile. */
public final class LecteurArchive {

    private static final long OCTETS_MAXIMUM = 64_000_000;
    private static final int MEGA = 1_000_000;

    /** What tools of Windows write names in when they do not say UTF-8. */
    private static final String ANCIEN = "IBM437";

    private LecteurArchive() {}

    /** The definition, copied into memory; a jar may carry other archives, which are left alone. */
    public static Artefacts.Lecture.Lue read(Path archive, boolean jar) throws ArtefactInvalide, IOException {
        String name = archive.getFileName().toString();
        if (!Files.isRegularFile(archive)) {
            throw new ArtefactInvalide(
                    name,
                    null,
                    Files.exists(archive) ? "ce n’est ni un fichier ni un dossier" : "il n’y a rien à cet endroit");
        }
        if (Files.size(archive) > OCTETS_MAXIMUM) {
            throw new ArtefactInvalide(name, null, "l’archive dépasse " + OCTETS_MAXIMUM / MEGA + " Mo");
        }
        Path copy = Files.createTempFile("parchemin-depot-", ".zip");
        try {
            Files.copy(archive, copy, StandardCopyOption.REPLACE_EXISTING);
            return collect(name, copy, jar);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static Artefacts.Lecture.Lue collect(String name, Path copy, boolean jar)
            throws ArtefactInvalide, IOException {
        try {
            return collect(name, copy, jar, StandardCharsets.UTF_8);
        } catch (ZipException invalid) {
            String said = String.valueOf(invalid.getMessage());
            if (said.contains("bad entry name") && Charset.isSupported(ANCIEN)) {
                try {
                    return collect(name, copy, jar, Charset.forName(ANCIEN));
                } catch (ZipException again) {
                    throw unreadable(name, again);
                }
            }
            throw unreadable(name, invalid);
        }
    }

    private static Artefacts.Lecture.Lue collect(String name, Path copy, boolean jar, Charset names)
            throws ArtefactInvalide, IOException {
        Collecte collecte = new Collecte(name);
        try (ZipFile zip = new ZipFile(copy.toFile(), names)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                collecte.count();
                String path = collecte.relative(entry.getName());
                if (path.isEmpty() || entry.isDirectory() || entry.getName().endsWith("\\")) {
                    continue;
                }
                if (!jar) {
                    collecte.refuseNestedArchive(path);
                }
                collecte.add(path, entry.getCompressedSize(), () -> zip.getInputStream(entry));
            }
        }
        return collecte.definition();
    }

    /** The JDK tells an encrypted entry, a cut end and a bad sum in English words that people would not understand. */
    private static ArtefactInvalide unreadable(String name, ZipException problem) {
        return new ArtefactInvalide(
                name,
                null,
                String.valueOf(problem.getMessage()).contains("encrypted")
                        ? "l’archive est protégée par un mot de passe ; déposez-la sans"
                        : "l’archive est incomplète ou abîmée ; refaites-la et déposez-la de nouveau");
    }
}
