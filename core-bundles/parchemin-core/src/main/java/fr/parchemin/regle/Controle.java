package fr.parchemin.regle;

import fr.parchemin.spi.Avis;
import java.util.Optional;

/** What is wrong with an answer of a rule in code, in French words. */
public final class Controle {

    private static final int PHRASE_MAXIMALE = 500;

    private Controle() {}

    /** A sentence that people will read. */
    public static Optional<String> phrase(String phrase) {
        if (phrase == null || phrase.isBlank()) {
            return Optional.of("le motif manque");
        }
        if (phrase.length() > PHRASE_MAXIMALE) {
            return Optional.of("le motif dépasse " + PHRASE_MAXIMALE + " caractères");
        }
        return phrase.codePoints().anyMatch(Controle::unprintable)
                ? Optional.of("le motif contient des caractères de contrôle")
                : Optional.empty();
    }

    /** Line breaks, controls, lone surrogates, and the marks that turn a text around. */
    private static boolean unprintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    public static Optional<String> avis(Avis avis) {
        return avis instanceof Avis.Defavorable no ? phrase(no.motif()) : Optional.empty();
    }
}
