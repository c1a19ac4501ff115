package fr.parchemin.depot.internal;

import fr.parchemin.administration.DossierDepot;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.depot.Artefacts;
import fr.parchemin.depot.Validation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The drop folder on the disk of this node. One who writes at a time. */
@Component(service = DossierDepot.class, configurationPid = "fr.parchemin.depot")
public final class DossierLocal implements DossierDepot {

    /** Configuration {@code fr.parchemin.depot}, as far as it is about dropping through the platform. */
    public @interface Config {
        /** The drop folder. */
        String dossier() default "branches";

        /** Where what was taken out is kept; on the same disk as the drop folder. */
        String retires() default "var/branches-retirees";

        /** Whether zips of data may be dropped through pages and interface. */
        boolean web_archives() default true;

        /** Whether jars, which are code, may. */
        boolean web_extensions() default false;
    }

    private static final int RETIRES_MAXIMUM = 20;
    private static final Duration RETIRES_DUREE = Duration.ofDays(30);
    private static final Pattern CODE_BRANCHE = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    /** When, which branch if known, and the name it had, so that nothing else has to be kept beside it. */
    private static final DateTimeFormatter QUAND =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern MIS_DE_COTE =
            Pattern.compile("(\\d{8}T\\d{9}Z)~([a-z0-9-]*)~([0-9a-f]{8})~(.+)", Pattern.DOTALL);

    /** What a file of that state brought. */
    private record Connu(long empreinte, String branche) {}

    private final Path folder;
    private final Path aside;
    private final boolean archives;
    private final boolean extensions;
    private final DefinitionReader reader = DefinitionReader.standalone();
    private final Map<String, Connu> connus = new ConcurrentHashMap<>();

    @Activate
    public DossierLocal(Config config) {
        this(Path.of(config.dossier()), Path.of(config.retires()), config.web_archives(), config.web_extensions());
    }

    DossierLocal(Path folder, Path aside, boolean archives, boolean extensions) {
        this.folder = folder.toAbsolutePath().normalize();
        this.aside = aside.toAbsolutePath().normalize();
        this.archives = archives;
        this.extensions = extensions;
    }

    @Override
    public boolean admits(Sorte sorte) {
        return switch (sorte) {
            case ARCHIVE -> archives;
            case EXTENSION -> extensions;
            case DOSSIER -> false;
        };
    }

    @Override
    public List<Artefact> list() throws IOException {
        List<Artefact> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                Optional<Sorte> sorte = sorte(entry);
                if (sorte.isPresent()) {
                    found.add(artefact(entry, sorte.get()));
                }
            }
        }
        found.sort(Comparator.comparing(Artefact::nom));
        connus.keySet().retainAll(found.stream().map(Artefact::nom).toList());
        return found;
    }

    /** What an entry is taken for, by its name as the watcher takes it; empty for what brings no branch whatever is in it. */
    private static Optional<Sorte> sorte(Path entry) {
        String lower = entry.getFileName().toString().toLowerCase(Locale.ROOT);
        if (lower.startsWith(".") || lower.startsWith("~") || lower.startsWith("__macosx")) {
            return Optional.empty();
        }
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(Sorte.DOSSIER);
        }
        if (lower.endsWith(".zip")) {
            return Optional.of(Sorte.ARCHIVE);
        }
        return lower.endsWith(".jar") ? Optional.of(Sorte.EXTENSION) : Optional.empty();
    }

    private Artefact artefact(Path entry, Sorte sorte) throws IOException {
        String nom = entry.getFileName().toString();
        BasicFileAttributes attributes =
                Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new Artefact(
                nom,
                sorte,
                attributes.isDirectory() ? 0 : attributes.size(),
                attributes.lastModifiedTime().toInstant(),
                branche(nom, entry));
    }

    /** Read once for each state of the file; one that broke still belongs to the branch it brought. */
    private String branche(String nom, Path entry) throws IOException {
        long now = Empreintes.of(entry);
        Connu before = connus.get(nom);
        if (before != null && before.empreinte() == now) {
            return before.branche();
        }
        Optional<String> read = Artefacts.read(entry) instanceof Artefacts.Lecture.Lue lue
                ? Depot.codeOf(lue.definition())
                : Optional.empty();
        Connu known = new Connu(now, read.orElse(before == null ? null : before.branche()));
        connus.put(nom, known);
        return known.branche();
    }

    @Override
    public Envoi look(byte[] contenu) throws IOException {
        Path file = temporary(Sorte.ARCHIVE, contenu);
        try {
            Sorte sorte = ControleJar.hasManifest(file) ? Sorte.EXTENSION : Sorte.ARCHIVE;
            Optional<String> code = Depot.codeOf(read(file, sorte).definition());
            return code.<Envoi>map(c -> new Envoi.Lisible(sorte, c))
                    .orElseGet(
                            () -> new Envoi.Illisible(
                                    List.of(
                                            ArtefactInvalide.motif(
                                                    "branche.yaml",
                                                    "code",
                                                    "le code de la branche manque, ou n’est pas fait de 2 à 40 minuscules, chiffres et tirets"))));
        } catch (ArtefactInvalide refused) {
            return new Envoi.Illisible(List.of(refused.motif()));
        } finally {
            delete(file.getParent());
        }
    }

    /** The definition in it. An extension is unpacked to the last octet only where one may be dropped. */
    private Artefacts.Lecture.Lue read(Path file, Sorte sorte) throws ArtefactInvalide, IOException {
        boolean jar = sorte == Sorte.EXTENSION;
        if (jar && extensions) {
            Optional<ArtefactInvalide> unsound = ControleJar.check(file);
            if (unsound.isPresent()) {
                throw unsound.get();
            }
        }
        return LecteurArchive.read(file, jar);
    }

    @Override
    public Examen examine(Sorte sorte, byte[] contenu) throws IOException {
        Path file = temporary(sorte, contenu);
        try {
            return examen(Validation.of(file, reader));
        } finally {
            delete(file.getParent());
        }
    }

    @Override
    public Examen examine(Artefact artefact) throws IOException {
        return examen(Validation.of(inside(artefact.nom()), reader));
    }

    private static Examen examen(Validation validation) {
        return new Examen(validation.definition(), validation.cas(), validation.motifs());
    }

    /** In a folder of its own, under a name that says what it is and nothing of who sent it. */
    private static Path temporary(Sorte sorte, byte[] contenu) throws IOException {
        Path own = Files.createTempDirectory("parchemin-envoi-");
        try {
            return Files.write(own.resolve("envoi." + sorte.extension()), contenu);
        } catch (IOException unwritten) {
            delete(own);
            throw unwritten;
        }
    }

    @Override
    public synchronized String put(String branche, Sorte sorte, byte[] contenu, List<Artefact> avant, Instant now)
            throws IOException {
        if (!CODE_BRANCHE.matcher(branche).matches() || sorte == Sorte.DOSSIER) {
            throw new IllegalArgumentException("no name for a file can be made of " + branche);
        }
        String nom = avant.stream()
                .filter(a -> a.sorte() == sorte)
                .map(Artefact::nom)
                .findFirst()
                .orElse(branche + "." + sorte.extension());
        Path target = inside(nom);
        Files.createDirectories(folder);
        // The watchers of the folder leave alone what begins with a dot.
        Path part = Files.createTempFile(folder, ".depot-", ".partie");
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(contenu);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            for (Artefact artefact : avant) {
                Path there = inside(artefact.nom());
                if (there.equals(target)) {
                    // Copied, not moved: to File Install the extension is replaced, and not gone for a moment.
                    Files.copy(there, place(artefact, now), StandardCopyOption.COPY_ATTRIBUTES);
                } else {
                    remove(artefact, now);
                }
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        connus.remove(nom);
        forgetOld(now);
        return nom;
    }

    @Override
    public synchronized Retire remove(Artefact artefact, Instant now) throws IOException {
        Path place = place(artefact, now);
        Files.move(inside(artefact.nom()), place, StandardCopyOption.ATOMIC_MOVE);
        forgetOld(now);
        return retire(place).orElseThrow();
    }

    private Path place(Artefact artefact, Instant now) throws IOException {
        Files.createDirectories(aside);
        String branche = artefact.branche() == null
                        || !CODE_BRANCHE.matcher(artefact.branche()).matches()
                ? ""
                : artefact.branche();
        return aside.resolve(QUAND.format(now) + "~" + branche + "~"
                + UUID.randomUUID().toString().substring(0, 8) + "~" + artefact.nom());
    }

    @Override
    public List<Retire> removed() throws IOException {
        List<Retire> found = new ArrayList<>();
        if (!Files.isDirectory(aside)) {
            return found;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(aside)) {
            for (Path entry : entries) {
                retire(entry).ifPresent(found::add);
            }
        }
        found.sort(
                Comparator.comparing(Retire::retireLe).thenComparing(Retire::id).reversed());
        return found;
    }

    private static Optional<Retire> retire(Path entry) {
        Matcher name = MIS_DE_COTE.matcher(entry.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        String branche = name.group(2).isEmpty() ? null : name.group(2);
        Path nom = Path.of(name.group(4));
        Instant when = Instant.from(QUAND.parse(name.group(1)));
        boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
        return (isFolder ? Optional.of(Sorte.DOSSIER) : sorte(nom))
                .map(sorte -> new Retire(name.group(3), nom.toString(), sorte, branche, when));
    }

    @Override
    public synchronized void restore(Retire retire) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(aside)) {
            for (Path entry : entries) {
                if (retire(entry).filter(retire::equals).isPresent()) {
                    Path target = inside(retire.nom());
                    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                        throw new IOException(target + " is there already");
                    }
                    Files.move(entry, target, StandardCopyOption.ATOMIC_MOVE);
                    return;
                }
            }
        }
        throw new IOException("nothing kept aside is " + retire.id());
    }

    @Override
    public String empreinte(Artefact artefact) throws IOException {
        Path path = inside(artefact.nom());
        if (artefact.sorte() == Sorte.DOSSIER) {
            return Artefacts.read(path) instanceof Artefacts.Lecture.Lue lue ? lue.empreinte() : "illisible";
        }
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 14];
            for (int octets = in.read(buffer); octets >= 0; octets = in.read(buffer)) {
                sum.update(buffer, 0, octets);
            }
            return HexFormat.of().formatHex(sum.digest());
        } catch (NoSuchAlgorithmException impossible) { // every Java platform has it
            throw new IllegalStateException(impossible);
        }
    }

    /** A path right under the folder, whatever the name. */
    private Path inside(String nom) {
        Path path = folder.resolve(nom).normalize();
        if (!folder.equals(path.getParent()) || nom.startsWith(".")) {
            throw new IllegalArgumentException("« " + nom + " » does not lie in the drop folder");
        }
        return path;
    }

    private void forgetOld(Instant now) throws IOException {
        List<Retire> kept = removed();
        for (int i = 0; i < kept.size(); i++) {
            Retire retire = kept.get(i);
            if (i >= RETIRES_MAXIMUM || retire.retireLe().plus(RETIRES_DUREE).isBefore(now)) {
                forget(retire);
            }
        }
    }

    private void forget(Retire retire) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(aside)) {
            for (Path entry : entries) {
                if (retire(entry).filter(retire::equals).isPresent()) {
                    delete(entry);
                }
            }
        }
    }

    /** A file, or a folder with all that is in it; links are taken away and not followed. */
    private static void delete(Path path) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failed) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
