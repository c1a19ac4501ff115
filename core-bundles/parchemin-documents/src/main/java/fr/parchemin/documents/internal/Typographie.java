package fr.parchemin.documents.internal;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How French is printed: what a keyboard writes in a hurry comes out as a compositor would set it. */
final class Typographie {

    private static final String INSECABLE = "\u00a0";
    private static final Pattern BLANCS = Pattern.compile("[ \\t\\n\\r]+");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L})");
    private static final Pattern AVANT_HAUTE = Pattern.compile(" ([:;?!»%])");
    private static final Pattern APRES_OUVRANT = Pattern.compile("« ");

    private Typographie() {}

    /**
     * The text as it is printed: composed characters, single spaces, typographic apostrophes, non-breaking spaces where
     * French wants them. No word is added, removed or changed.
     */
    static String soigne(String texte) {
        String t = Normalizer.normalize(texte, Normalizer.Form.NFC);
        t = BLANCS.matcher(t).replaceAll(" ").strip();
        t = t.replace("\u202f", INSECABLE);
        t = APOSTROPHE.matcher(t).replaceAll("\u2019");
        t = AVANT_HAUTE.matcher(t).replaceAll(INSECABLE + "$1");
        return APRES_OUVRANT.matcher(t).replaceAll("«" + INSECABLE);
    }

    /** « 25 novembre 2026 », « 1er mai 2027 ». */
    static String date(LocalDate jour) {
        String quantieme = jour.getDayOfMonth() == 1 ? "1er" : String.valueOf(jour.getDayOfMonth());
        return quantieme + " " + jour.getMonth().getDisplayName(TextStyle.FULL, Locale.FRENCH) + " " + jour.getYear();
    }

    /** The place after « à », with the article of its name contracted: « à Lyon », « au Mans », « aux Ulis ». */
    static String aLieu(String lieu) {
        String nom = soigne(lieu);
        if (commencePar(nom, "Le ")) {
            return "au " + nom.substring(3);
        }
        if (commencePar(nom, "Les ")) {
            return "aux " + nom.substring(4);
        }
        return "à " + nom;
    }

    /** « A », « A et B », « A, B et C ». */
    static String liste(List<String> elements) {
        int n = elements.size();
        if (n <= 1) {
            return n == 0 ? "" : elements.get(0);
        }
        return String.join(", ", elements.subList(0, n - 1)) + " et " + elements.get(n - 1);
    }

    private static boolean commencePar(String texte, String debut) {
        return texte.length() > debut.length() && texte.regionMatches(true, 0, debut, 0, debut.length());
    }
}
