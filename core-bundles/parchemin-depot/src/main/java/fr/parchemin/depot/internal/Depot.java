package fr.parchemin.depot.internal;

import fr.parchemin.branche.ArtefactRefuse;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.depot.Artefacts;
import fr.parchemin.depot.internal.Annonces.Annonce;
import fr.parchemin.depot.internal.Extensions.Constat;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drop folder as it is looked at, again and again: folders and zips of YAML are announced as branches, and whatever
 * cannot be one is said so under its name. Jars are File Install's; here they are only watched, so that one that brings
 * no branch is seen. Used by one thread.
 */
final class Depot {

    private static final Logger LOG = LoggerFactory.getLogger(Depot.class);

    /** A file is taken once it was the same at two looks; a folder, which is copied file by file, at one more. */
    private static final int REGARDS_FICHIER = 2;

    private static final int REGARDS_DOSSIER = 3;

    /** File Install needs two looks of its own, then installs and starts: this leaves it twice that. */
    private static final int REGARDS_EXTENSION = 6;

    private static final Pattern CODE =
            Pattern.compile("^code:\\s*[\"']?([a-z][a-z0-9-]{1,39})[\"']?\\s*(#.*)?$", Pattern.MULTILINE);

    private static final Pattern AUTRE_ARCHIVE = Pattern.compile(".*\\.(7z|rar|tar|gz|tgz|bz2|xz|kar)");

    /** What an entry of the folder is taken for, by its name. */
    private enum Sorte {
        DOSSIER,
        ZIP,
        JAR,
        YAML_SEUL,
        AUTRE_ARCHIVE,
        LAISSEE
    }

    /** What is known of an entry of the folder. */
    private static final class Suivi {
        private Path path;
        private Long seen;
        private int looks;
        private Long handled;
        private Annonce annonce;
        private List<MotifErreur> refused = List.of();
        private boolean sound;
        private Constat constat;
        private int constats;

        private void retract() {
            if (annonce != null) {
                annonce.retract();
                annonce = null;
            }
            refused = List.of();
        }
    }

    private final Path folder;
    private final Annonces annonces;
    private final Extensions extensions;
    private final DefinitionReader reader;
    private final Map<String, Suivi> suivis = new TreeMap<>();

    /** The code that an artefact of that name brought last: when it comes back broken, one knows whose it is. */
    private final Map<String, String> codes = new HashMap<>();

    Depot(Path folder, Annonces annonces, Extensions extensions, DefinitionReader reader) {
        this.folder = folder.toAbsolutePath().normalize();
        this.annonces = annonces;
        this.extensions = extensions;
        this.reader = reader;
    }

    /** Looks once. A folder that cannot be listed (a disk that went away) changes nothing. */
    void look() {
        // The path as it was listed, never made again from the name: a name in letters that the system of the platform
        // is
        // not set up for can be shown badly, but its file can still be opened.
        Map<String, Path> here = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                here.put(entry.getFileName().toString(), entry);
            }
        } catch (IOException | RuntimeException unlisted) {
            LOG.debug("the drop folder {} cannot be listed", folder, unlisted);
            return;
        }
        for (String gone : List.copyOf(suivis.keySet())) {
            if (!here.containsKey(gone)) {
                suivis.remove(gone).retract();
            }
        }
        here.forEach((name, path) -> {
            try {
                look(name, path);
            } catch (RuntimeException | StackOverflowError surprise) {
                // Whatever one artefact does to us, the others are still looked at.
                LOG.error("{} could not be looked at", name, surprise);
            }
        });
    }

    /** Takes everything back, when the platform stops. */
    void close() {
        suivis.values().forEach(Suivi::retract);
        suivis.clear();
    }

    private void look(String name, Path path) {
        Sorte sorte = sorte(name, path);
        if (sorte == Sorte.LAISSEE) {
            return;
        }
        Suivi suivi = suivis.computeIfAbsent(name, n -> new Suivi());
        suivi.path = path;
        long now;
        try {
            now = Empreintes.of(path);
        } catch (IOException vanished) {
            return; // it is gone or unreadable at this instant; the next look tells which
        }
        suivi.looks = suivi.seen != null && suivi.seen == now ? suivi.looks + 1 : 1;
        suivi.seen = now;
        if (suivi.looks < (sorte == Sorte.DOSSIER ? REGARDS_DOSSIER : REGARDS_FICHIER)) {
            return;
        }
        if (suivi.handled == null || suivi.handled != now) {
            suivi.handled = now;
            take(name, path, sorte, suivi);
        }
        if (sorte == Sorte.JAR && suivi.sound) {
            watch(name, path, suivi);
        }
    }

    private static Sorte sorte(String name, Path path) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith(".") || lower.startsWith("~") || lower.startsWith("__macosx")) {
            return Sorte.LAISSEE;
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return Sorte.DOSSIER;
        }
        if (lower.endsWith(".zip")) {
            return Sorte.ZIP;
        }
        if (lower.endsWith(".jar")) {
            return Sorte.JAR;
        }
        if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
            return Sorte.YAML_SEUL;
        }
        if (AUTRE_ARCHIVE.matcher(lower).matches()) {
            return Sorte.AUTRE_ARCHIVE;
        }
        // A link to a folder is refused aloud: it looks like one, and would lead the platform elsewhere.
        return Files.isDirectory(path) ? Sorte.DOSSIER : Sorte.LAISSEE;
    }

    private void take(String name, Path path, Sorte sorte, Suivi suivi) {
        switch (sorte) {
            case DOSSIER, ZIP -> takeBranch(name, path, suivi);
            case JAR -> takeJar(name, path, suivi);
            case YAML_SEUL ->
                refuse(
                        name,
                        suivi,
                        List.of(
                                ArtefactInvalide.motif(
                                        name,
                                        null,
                                        "un fichier YAML seul n’est pas une branche ; mettez tous ses fichiers dans un dossier ou un .zip et déposez celui-ci")));
            case AUTRE_ARCHIVE ->
                refuse(
                        name,
                        suivi,
                        List.of(ArtefactInvalide.motif(
                                name,
                                null,
                                "ce format d’archive n’est pas lu ; déposez un dossier, un .zip ou un .jar")));
            case LAISSEE -> throw new IllegalStateException(name);
        }
    }

    private void takeBranch(String name, Path path, Suivi suivi) {
        Artefacts.Lecture lecture = Files.isSymbolicLink(path) && Files.isDirectory(path)
                ? new Artefacts.Lecture.Refusee(List.of(ArtefactInvalide.motif(
                        name, null, "c’est un lien symbolique vers un dossier ; déposez le dossier lui-même")))
                : Artefacts.read(path);
        if (lecture instanceof Artefacts.Lecture.Refusee refusee) {
            refuse(name, suivi, refusee.motifs());
            return;
        }
        Artefacts.Lecture.Lue lue = (Artefacts.Lecture.Lue) lecture;
        URL definition = lue.definition();
        Optional<String> code = codeOf(definition);
        if (code.isEmpty()) {
            DefinitionReader.Lecture whole = reader.read(definition);
            if (whole instanceof DefinitionReader.Lecture.Invalide invalide) {
                refuse(name, suivi, invalide.motifs());
                return;
            }
            code = Optional.of(((DefinitionReader.Lecture.Valide) whole)
                    .definition()
                    .branche()
                    .code());
        }
        suivi.retract();
        codes.put(name, code.get());
        suivi.annonce = annonces.announce(shownAs(name, path), code.get(), definition, lue.empreinte());
        LOG.info("{} announced as branch {}", name, code.get());
    }

    /**
     * The code that the definition bears, read without reading the rest: a definition with mistakes must show under its
     * own code, and it is the registry that says what is wrong with it.
     */
    static Optional<String> codeOf(URL definition) {
        try (InputStream in = definition.openStream()) {
            Matcher code = CODE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return code.find() ? Optional.of(code.group(1)) : Optional.empty();
        } catch (IOException impossible) { // it is in memory
            return Optional.empty();
        }
    }

    private void takeJar(String name, Path path, Suivi suivi) {
        Optional<MotifErreur> problem;
        try {
            problem = ControleJar.check(path).map(ArtefactInvalide::motif);
        } catch (IOException unreadable) {
            problem = Optional.of(ArtefactInvalide.unreadable(name, unreadable));
        }
        suivi.sound = problem.isEmpty();
        suivi.constat = null;
        suivi.constats = 0;
        problem.ifPresentOrElse(motif -> refuse(name, suivi, List.of(motif)), suivi::retract);
    }

    private void watch(String name, Path path, Suivi suivi) {
        Constat constat = extensions.of(path);
        suivi.constats = constat.equals(suivi.constat) ? suivi.constats + 1 : 1;
        suivi.constat = constat;
        if (constat instanceof Constat.EnService enService) {
            if (enService.code() != null) {
                codes.put(name, enService.code());
            }
            suivi.retract();
        } else if (!(constat instanceof Constat.TropTot) && suivi.constats >= REGARDS_EXTENSION) {
            refuse(name, suivi, List.of(ArtefactInvalide.motif(name, null, why(constat))));
        }
    }

    private static String why(Constat constat) {
        if (constat instanceof Constat.NonInstallee) {
            return "ce jar n’a pas été installé ; la même extension, à la même version, est sans doute déjà là sous un autre nom de fichier";
        }
        if (constat instanceof Constat.Arretee arretee) {
            return "cette extension ne démarre pas"
                    + (arretee.manques().isEmpty()
                            ? " ; la cause est dans le journal technique"
                            : " ; rien ne lui fournit " + String.join(", ", arretee.manques()));
        }
        return "ce jar démarre mais n’apporte aucune branche : aucun de ses composants n’est un BranchePlugin";
    }

    private void refuse(String name, Suivi suivi, List<MotifErreur> motifs) {
        if (motifs.equals(suivi.refused)) {
            return;
        }
        suivi.retract();
        suivi.refused = motifs;
        suivi.annonce = annonces.refuse(new ArtefactRefuse(shownAs(name, suivi.path), codes.get(name), motifs));
        LOG.warn("{} refused: {}", name, motifs.get(0).phrase());
    }

    /** The name of a file is never taken for a code, since it has a dot; that of a folder could be. */
    private static String shownAs(String name, Path path) {
        return Files.isDirectory(path) || !name.contains(".") ? name + " (dossier)" : name;
    }
}
