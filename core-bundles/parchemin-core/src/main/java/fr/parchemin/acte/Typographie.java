package fr.parchemin.acte;

/** French spacing: texts are written with plain spaces and come out with the non-breaking ones that the language asks for. */
public final class Typographie {

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
}
