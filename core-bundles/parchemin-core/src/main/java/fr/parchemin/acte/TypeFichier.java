package fr.parchemin.acte;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The kinds of file that people may send, told by what is in them: what the sender says of a file, its name and its type,
 * proves nothing. Whoever takes a file keeps the type found here, and serves it with no other.
 */
public enum TypeFichier {
    PDF("application/pdf", "pdf") {
        @Override
        boolean matches(byte[] content) {
            // A version, and an end near the end: neither a text that begins so nor a download that broke off.
            return startsWith(content, "%PDF-1.", "%PDF-2.") && lastIndex(content, "%%EOF", 1024) >= 0;
        }
    },
    PNG("image/png", "png") {
        @Override
        boolean matches(byte[] content) {
            return startsWith(content, "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR") && lastIndex(content, "IEND", 12) >= 0;
        }
    },
    JPEG("image/jpeg", "jpg", "jpeg") {
        @Override
        boolean matches(byte[] content) {
            return startsWith(content, "\u00ff\u00d8\u00ff") && lastIndex(content, "\u00ff\u00d9", 64) >= 0;
        }
    },
    /** A jar is one too. Its end, with the list of what is in it, is there: a copy that broke off has none. */
    ZIP("application/zip", "zip", "jar") {
        @Override
        boolean matches(byte[] content) {
            return startsWith(content, "PK\u0003\u0004") && lastIndex(content, "PK\u0005\u0006", 66_000) >= 0;
        }
    };

    private final String media;
    private final List<String> extensions;

    TypeFichier(String media, String... extensions) {
        this.media = media;
        this.extensions = List.of(extensions);
    }

    /** The media type to serve such a file with. */
    public String media() {
        return media;
    }

    /** The extension to give its name, without the dot. */
    public String extension() {
        return extensions.get(0);
    }

    abstract boolean matches(byte[] content);

    /** What a file is, whatever it is called; empty when it is none of these. */
    public static Optional<TypeFichier> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.matches(content)).findFirst();
    }

    /**
     * Why a file that somebody sent is not taken.
     *
     * @param champ the field it was sent in
     * @param nom its name, which must not contradict what it is
     * @param octets most that it may weigh
     * @param admis what it may be
     */
    public static Optional<Refus> objection(
            String champ, String nom, byte[] content, int octets, Collection<TypeFichier> admis) {
        if (content.length == 0) {
            return Optional.of(Refus.of(CodeRefus.CHAMP_INVALIDE, champ, "le fichier est vide"));
        }
        if (content.length > octets) {
            return Optional.of(
                    Refus.of(CodeRefus.CHAMP_INVALIDE, champ, "le fichier dépasse " + octets / 1024 + " Ko"));
        }
        Optional<TypeFichier> found = of(content).filter(admis::contains);
        if (found.isEmpty()) {
            String names = admis.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
            return Optional.of(
                    Refus.of(CodeRefus.CHAMP_INVALIDE, champ, "le fichier n’est pas de l’un des types " + names));
        }
        String extension = nom.substring(nom.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return found.get().extensions.contains(extension)
                ? Optional.empty()
                : Optional.of(Refus.of(
                        CodeRefus.CHAMP_INVALIDE,
                        champ,
                        "le fichier est de type " + found.get() + " et son nom ne finit pas par ."
                                + found.get().extension()));
    }

    private static boolean startsWith(byte[] content, String... beginnings) {
        return Arrays.stream(beginnings)
                .map(beginning -> beginning.getBytes(StandardCharsets.ISO_8859_1))
                .anyMatch(b -> content.length >= b.length && Arrays.equals(b, 0, b.length, content, 0, b.length));
    }

    /** Where a mark stands among the last octets, -1 when nowhere. */
    private static int lastIndex(byte[] content, String mark, int octets) {
        int from = Math.max(0, content.length - octets);
        return new String(content, from, content.length - from, StandardCharsets.ISO_8859_1).lastIndexOf(mark);
    }
}
