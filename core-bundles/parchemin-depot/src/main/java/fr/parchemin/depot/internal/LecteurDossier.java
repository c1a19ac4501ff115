package fr.parchemin.depot.internal;

import fr.parchemin.depot.Artefacts;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Set;

/** Reads a folder without following any link out of it, or in circles. */
public final class LecteurDossier {

    static final int PROFONDEUR_MAXIMUM = 10;
    private static final Set<FileVisitOption> SANS_SUIVRE = EnumSet.noneOf(FileVisitOption.class);

    private LecteurDossier() {}

    /** Carries a refusal through the walk, which admits exceptions of input and output only. */
    private static final class Arret extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient ArtefactInvalide refus;

        Arret(ArtefactInvalide refus) {
            super(refus);
            this.refus = refus;
        }
    }

    /** The definition, copied into memory. */
    public static Artefacts.Lecture.Lue read(Path folder) throws ArtefactInvalide, IOException {
        Collecte collecte = new Collecte(folder.getFileName().toString());
        try {
            Files.walkFileTree(folder, SANS_SUIVRE, PROFONDEUR_MAXIMUM, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                    return path.equals(folder) || isKept(collecte, folder, path)
                            ? FileVisitResult.CONTINUE
                            : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                    if (isKept(collecte, folder, path)) {
                        take(collecte, folder, path, attributes);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (Arret refused) {
            throw refused.refus;
        }
        return collecte.definition();
    }

    private static boolean isKept(Collecte collecte, Path folder, Path path) throws Arret {
        try {
            collecte.count();
            return !collecte.relative(name(folder, path)).isEmpty();
        } catch (ArtefactInvalide refused) {
            throw new Arret(refused);
        }
    }

    private static void take(Collecte collecte, Path folder, Path path, BasicFileAttributes attributes)
            throws IOException {
        String name = name(folder, path);
        try {
            if (attributes.isSymbolicLink()) {
                throw collecte.invalid(name, "c’est un lien symbolique ; mettez le fichier lui-même à sa place");
            }
            if (attributes.isDirectory()) {
                throw collecte.invalid(name, "plus de " + PROFONDEUR_MAXIMUM + " dossiers imbriqués");
            }
            if (!attributes.isRegularFile()) {
                throw collecte.invalid(name, "ce n’est pas un fichier ordinaire");
            }
            collecte.refuseNestedArchive(name);
            collecte.add(name, -1, () -> Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS));
        } catch (ArtefactInvalide refused) {
            throw new Arret(refused);
        }
    }

    private static String name(Path folder, Path path) {
        return folder.relativize(path).toString().replace(File.separatorChar, '/');
    }
}
