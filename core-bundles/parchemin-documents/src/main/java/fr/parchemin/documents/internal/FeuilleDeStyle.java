package fr.parchemin.documents.internal;

import gg.jte.Content;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A style sheet with holes ({@code @name@}) for sizes and colours, which are computed. Text of a document never goes
 * into a style sheet, so that nothing has to be escaped here.
 */
final class FeuilleDeStyle {

    private static final Pattern TROU = Pattern.compile("@([a-z0-9]+)@");

    private final Supplier<String> source;

    FeuilleDeStyle(String ressource) {
        this.source = new Paresseux<>(() -> new String(Ressources.octets(ressource), StandardCharsets.UTF_8));
    }

    /** The sheet with a size in points, or a colour, in each hole. */
    Content avec(Map<String, Double> corps, Couleur encre) {
        String css = TROU.matcher(source.get()).replaceAll(trou -> valeur(trou, corps, encre));
        return sortie -> sortie.writeContent(css);
    }

    private static String valeur(MatchResult trou, Map<String, Double> corps, Couleur encre) {
        String nom = trou.group(1);
        if (nom.equals("encre")) {
            return encre.css();
        }
        Double points = corps.get(nom);
        if (points == null) {
            throw new IllegalStateException("style sheet asks for an unknown size: " + nom);
        }
        return String.format(Locale.ROOT, "%.2f", points);
    }
}
