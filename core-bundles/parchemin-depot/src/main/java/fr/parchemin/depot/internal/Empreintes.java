package fr.parchemin.depot.internal;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.CRC32;

/** A number that changes whenever an artefact does: names, sizes, times and identities, never the content itself. */
final class Empreintes {
    private static final Set<FileVisitOption> SANS_SUIVRE = EnumSet.noneOf(FileVisitOption.class);

    private Empreintes() {}

    /** No link is followed, and no more is looked at than an artefact may hold: a loop or a whole disk costs nothing. */
    static long of(Path artefact) throws IOException {
        CRC32 sum = new CRC32();
        int[] seen = {0};
        Files.walkFileTree(artefact, SANS_SUIVRE, LecteurDossier.PROFONDEUR_MAXIMUM, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                return add(path, attributes, false);
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                return add(path, attributes, true);
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException unreadable) {
                sum.update(path.toString().getBytes());
                return FileVisitResult.CONTINUE;
            }

            private FileVisitResult add(Path path, BasicFileAttributes attributes, boolean whole) {
                sum.update((path + " " + attributes.fileKey() + " " + (whole ? attributes.size() : "") + " "
                                + attributes.lastModifiedTime().toString())
                        .getBytes());
                seen[0]++;
                return seen[0] > Collecte.ENTREES_MAXIMUM ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }
        });
        return sum.getValue();
    }
}
