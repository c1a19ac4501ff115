package fr.parchemin.acte;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Comparing what people write. */
public final class Textes {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
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

    /** Whether two texts are there and the same once folded. */
    public static boolean same(String left, String right) {
        return left != null && right != null && fold(left).equals(fold(right));
    }
}
