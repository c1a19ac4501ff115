package fr.parchemin.depot.internal;

import fr.parchemin.depot.Artefacts.Lecture.Lue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Gathers the files of one artefact under the same rules wherever they come from: their names stay inside, their number
 * and size stay those of a definition, and only YAML is kept.
 */
final class Collecte {

    /** Where the content of a file comes from; opened only if it is kept. */
    interface Contenu {
        InputStream open() throws IOException;
    }

    static final int ENTREES_MAXIMUM = 2_000;
    static final int OCTETS_PAR_FICHIER = 8_000_000;
    static final int OCTETS_EN_TOUT = 32_000_000;

    /** Text shrinks ten or twenty times; what shrinks more than this was made to explode. */
    private static final int RATIO_MAXIMUM = 200;

    private static final int OCTETS_SANS_SOUPCON = 1_000_000;
    private static final int MEGA = 1_000_000;

    private static final String DEFINITION = "branche.yaml";
    private static final Pattern LECTEUR_WINDOWS = Pattern.compile("^[A-Za-z]:.*");
    private static final Set<String> SANS_OBJET = Set.of("__macosx", "thumbs.db", "desktop.ini");
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(zip|jar|7z|rar|tar|gz|tgz|bz2|xz)");

    private final String artefact;
    private final Map<String, byte[]> files = new TreeMap<>();
    private int entries;
    private long total;

    Collecte(String artefact) {
        this.artefact = artefact;
    }

    /** Counts what is met, kept or not: a definition has some dozens of files. */
    void count() throws ArtefactInvalide {
        entries++;
        if (entries > ENTREES_MAXIMUM) {
            throw invalid(null, "il contient plus de " + ENTREES_MAXIMUM + " fichiers ou dossiers");
        }
    }

    /**
     * The name with plain slashes, empty for what systems add on their own (hidden files, {@code __MACOSX} …). Windows
     * tools write backslashes: they are taken as slashes.
     */
    String relative(String raw) throws ArtefactInvalide {
        String name = raw.replace('\\', '/');
        if (name.startsWith("/") || LECTEUR_WINDOWS.matcher(name).matches() || name.indexOf('\0') >= 0) {
            throw invalid(raw, "ce chemin ne reste pas dans l’archive ; un chemin est relatif et ne remonte jamais");
        }
        StringBuilder path = new StringBuilder();
        for (String step : name.split("/")) {
            if (step.equals("..")) {
                throw invalid(
                        raw, "ce chemin ne reste pas dans l’archive ; un chemin est relatif et ne remonte jamais");
            }
            if (step.isEmpty() || step.equals(".")) {
                continue;
            }
            if (step.startsWith(".") || SANS_OBJET.contains(step.toLowerCase(Locale.ROOT))) {
                return "";
            }
            path.append(path.isEmpty() ? "" : "/").append(step);
        }
        return path.toString();
    }

    void refuseNestedArchive(String name) throws ArtefactInvalide {
        if (ARCHIVE.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            throw invalid(name, "une archive dans l’artefact n’est jamais ouverte ; déposez ce qu’elle contient");
        }
    }

    /** Keeps a YAML file; {@code compressed} is its size in the archive, negative when it is not compressed. */
    void add(String name, long compressed, Contenu content) throws ArtefactInvalide, IOException {
        if (!isYaml(name)) {
            return;
        }
        byte[] bytes;
        try (InputStream in = content.open()) {
            bytes = in.readNBytes(OCTETS_PAR_FICHIER + 1);
        }
        if (compressed >= 0 && bytes.length > OCTETS_SANS_SOUPCON && bytes.length / RATIO_MAXIMUM > compressed) {
            throw invalid(
                    name, "il grossit plus de " + RATIO_MAXIMUM + " fois en se décompressant ; refusé par prudence");
        }
        if (bytes.length > OCTETS_PAR_FICHIER) {
            throw invalid(name, "il dépasse " + OCTETS_PAR_FICHIER / MEGA + " Mo");
        }
        total += bytes.length;
        if (total > OCTETS_EN_TOUT) {
            throw invalid(null, "ses fichiers YAML dépassent ensemble " + OCTETS_EN_TOUT / MEGA + " Mo");
        }
        if (files.put(name, bytes) != null) {
            throw invalid(name, "ce chemin y figure deux fois");
        }
    }

    private static boolean isYaml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml");
    }

    /** What was gathered, from {@code branche.yaml} at the root or in the one folder that holds everything. */
    Lue definition() throws ArtefactInvalide {
        if (files.containsKey(DEFINITION)) {
            return read(files);
        }
        Set<String> tops = new TreeSet<>();
        files.keySet().forEach(name -> tops.add(name.substring(0, name.indexOf('/') + 1)));
        String top = tops.size() == 1 ? tops.iterator().next() : "";
        if (!top.isEmpty() && files.containsKey(top + DEFINITION)) {
            Map<String, byte[]> inside = new TreeMap<>();
            files.forEach((name, bytes) -> inside.put(name.substring(top.length()), bytes));
            return read(inside);
        }
        for (String name : files.keySet()) {
            String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            if (last.equals(DEFINITION) || last.equals("branche.yml")) {
                throw invalid(
                        name,
                        "la définition doit s’appeler « branche.yaml » et se trouver à la racine, ou dans le seul dossier qui contient tout le reste");
            }
        }
        throw invalid(
                null,
                "il n’y a pas de fichier branche.yaml à la racine"
                        + (files.isEmpty() ? ", ni aucun autre fichier YAML" : "")
                        + " ; ce n’est pas une branche");
    }

    private static Lue read(Map<String, byte[]> files) {
        return new Lue(FichiersEnMemoire.url(files, DEFINITION), empreinte(files));
    }

    /** Each part with its length, so that no name or content can pass for a piece of another. */
    private static String empreinte(Map<String, byte[]> files) {
        try {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(files).forEach((name, bytes) -> {
                update(sum, name.getBytes(StandardCharsets.UTF_8));
                update(sum, bytes);
            });
            return HexFormat.of().formatHex(sum.digest());
        } catch (NoSuchAlgorithmException impossible) { // every Java platform has it
            throw new IllegalStateException(impossible);
        }
    }

    private static void update(MessageDigest sum, byte[] part) {
        sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        sum.update(part);
    }

    ArtefactInvalide invalid(String name, String message) {
        return new ArtefactInvalide(artefact, name, message);
    }
}
