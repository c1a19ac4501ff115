package fr.parchemin.rest.internal;

import fr.parchemin.acte.CodeRefus;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Query parameters that are not texts; a malformed one is refused by name rather than as an unknown address. */
final class Parametres {

    private Parametres() {}

    static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new RefusException(
                    CodeRefus.CHAMP_INVALIDE, name, "attendu une date qui existe, de la forme AAAA-MM-JJ");
        }
    }

    /** The date, {@code null} when the parameter is absent. */
    static LocalDate optionalDate(String name, String text) {
        return text == null || text.isBlank() ? null : date(name, text.trim());
    }

    /** How many elements a page has, when the request does not say. */
    private static final int LIMITE = 50;

    static int limite(String text) {
        Integer given = integer("limite", text);
        return given == null ? LIMITE : given;
    }

    /** The number, {@code null} when the parameter is absent. */
    static Integer integer(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new RefusException(CodeRefus.CHAMP_INVALIDE, name, "attendu un nombre entier");
        }
        return Integer.valueOf(text);
    }

    /** The rank of a line to go on from, {@code null} when the parameter is absent. */
    static Long rang(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw new RefusException(CodeRefus.CHAMP_INVALIDE, name, "attendu un nombre entier");
        }
        return Long.valueOf(text);
    }

    /** The answer, {@code null} when the parameter is absent. */
    static Boolean bool(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw new RefusException(CodeRefus.CHAMP_INVALIDE, name, "attendu true ou false");
        }
        return Boolean.valueOf(text);
    }

    /** The choice, {@code null} when the parameter is absent. */
    static <E extends Enum<E>> E choice(String name, String text, Class<E> type) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new RefusException(
                        CodeRefus.CHAMP_INVALIDE,
                        name,
                        "attendu "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(" ou "))));
    }

    /** The text, {@code null} when the parameter is absent or blank. */
    static String text(String text) {
        return text == null || text.isBlank() ? null : text.trim();
    }
}
