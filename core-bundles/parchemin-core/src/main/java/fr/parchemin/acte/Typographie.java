package fr.parchemin.acte;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * French spacing, numbers and days: texts are written with plain spaces and come out with the non-breaking ones that the
 * language asks for.
 */
public final class Typographie {

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern(" MMMM yyyy", Locale.FRENCH);
    private static final char NBSP = '\u00a0';
    private static final char NARROW_NBSP = '\u202f';

    private Typographie() {}

    /** The text with a non-breaking space before « : » and inside guillemets, a narrow one before « ; ! ? ». */
    public static String francaise(String text) {
        return text.replace(" :", NBSP + ":")
                .replace(" ;", NARROW_NBSP + ";")
                .replace(" !", NARROW_NBSP + "!")
                .replace(" ?", NARROW_NBSP + "?")
                .replace("« ", "«" + NBSP)
                .replace(" »", NBSP + "»");
    }

    /** A number with a comma, without the zeros that say nothing. */
    public static String nombre(BigDecimal value) {
        return value.signum() == 0
                ? "0"
                : value.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /** A day as it is written in a sentence, for instance « 1er janvier 2027 ». */
    public static String jour(LocalDate day) {
        return day.getDayOfMonth() == 1 ? "1er" + MOIS.format(day) : day.getDayOfMonth() + MOIS.format(day);
    }
}
