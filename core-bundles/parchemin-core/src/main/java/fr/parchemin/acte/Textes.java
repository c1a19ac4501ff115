package fr.parchemin.acte;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Comparing what people write. */
public final class Textes {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[ \u00a0\u2007\u202f]+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Textes() {}

    /** The text without accents, in lower case, its words apart by one space: « Élise  D’Août » gives « elise d aout ». */
    public static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SEPARATORS
                .matcher(plain.replace("œ", "oe")
                        .replace("Œ", "OE")
                        .replace("æ", "ae")
                        .replace("Æ", "AE"))
                .replaceAll(" ")
                .trim()
                .toLowerCase(Locale.ROOT);
    }

    /** Whether two texts are there and the same once folded; texts without a letter or a digit are the same as none. */
    public static boolean same(String left, String right) {
        return left != null
                && right != null
                && !fold(left).isEmpty()
                && fold(left).equals(fold(right));
    }

    /** Whether two texts name the same person, whichever name is written first: « DUPONT Élise » is « Élise Dupont ». */
    public static boolean samePerson(String left, String right) {
        return left != null && right != null && same(sorted(left), sorted(right));
    }

    private static String sorted(String name) {
        return Arrays.stream(fold(name).split(" ")).sorted().collect(Collectors.joining(" "));
    }

    /** The text without spaces around it, its words apart by one space; {@code null} when nothing is left. */
    public static String tidy(String text) {
        if (text == null) {
            return null;
        }
        String tidy = SPACES.matcher(text.strip()).replaceAll(" ").strip();
        return tidy.isEmpty() ? null : tidy;
    }
}
