package fr.parchemin.depot;

import fr.parchemin.branche.MotifErreur;
import fr.parchemin.depot.internal.ArtefactInvalide;
import fr.parchemin.depot.internal.ControleJar;
import fr.parchemin.depot.internal.LecteurArchive;
import fr.parchemin.depot.internal.LecteurDossier;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the definition that lies in a folder, a zip or a plugin jar, whoever made it. */
public final class Artefacts {

    private Artefacts() {}

    /** What was found in an artefact. */
    public sealed interface Lecture {

        /**
         * A definition to be read further.
         *
         * @param definition address of its {@code branche.yaml}, in a copy held in memory: what becomes of the artefact
         *     no longer matters, and the copy goes with the address
         * @param empreinte SHA-256, in hexadecimal, of every name and every byte of that copy: two copies that bear it are the
         *     same definition
         */
        record Lue(URL definition, String empreinte) implements Lecture {}

        /** None that could be taken, for these reasons. */
        record Refusee(List<MotifErreur> motifs) implements Lecture {
            public Refusee {
                motifs = List.copyOf(motifs);
            }
        }
    }

    /**
     * Copies the YAML files of the artefact and says where the definition begins; a jar has to be a bundle, with {@code
     * branche.yaml} at its root. Nothing is written anywhere, no link is
     * followed, and no more is read than a definition may hold. Never throws: what cannot be read is a reason. Safe on any
     * thread.
     */
    public static Lecture read(Path artefact) {
        String name = String.valueOf(artefact.getFileName());
        try {
            if (Files.isDirectory(artefact, LinkOption.NOFOLLOW_LINKS)) {
                return LecteurDossier.read(artefact);
            }
            if (isJar(name) && Files.isRegularFile(artefact)) {
                Optional<ArtefactInvalide> unsound = ControleJar.check(artefact);
                if (unsound.isPresent()) {
                    throw unsound.get();
                }
            }
            return LecteurArchive.read(artefact, isJar(name));
        } catch (ArtefactInvalide refused) {
            return new Lecture.Refusee(List.of(refused.motif()));
        } catch (IOException unreadable) {
            return new Lecture.Refusee(List.of(ArtefactInvalide.unreadable(name, unreadable)));
        }
    }

    private static boolean isJar(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".jar");
    }
}
