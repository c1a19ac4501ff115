package fr.parchemin.acte;

import java.util.Optional;

/** Checks of what people write in a field, before it is kept. */
public final class Champs {

    /** Longest name, title or place. */
    public static final int LIGNE = 120;

    /** Longest free words. */
    public static final int PARAGRAPHE = 2000;

    private Champs() {}

    /** Why a line of text is not admitted; one left out is. */
    public static Optional<Refus> line(String champ, String value) {
        return line(champ, value, LIGNE);
    }

    private static Optional<Refus> line(String champ, String value, int longest) {
        return longer(champ, value, longest)
                .or(() -> value != null && value.chars().anyMatch(Character::isISOControl)
                        ? invalid(champ, "il contient des caractères de contrôle")
                        : Optional.empty());
    }

    /** The same, for a field that may not be left out. */
    public static Optional<Refus> requiredLine(String champ, String value) {
        return requiredLine(champ, value, LIGNE);
    }

    /** The same, for a field that has less room. */
    public static Optional<Refus> requiredLine(String champ, String value, int longest) {
        return value == null || value.isBlank()
                ? Optional.of(Refus.of(CodeRefus.CHAMP_MANQUANT, champ))
                : line(champ, value, longest);
    }

    /** Why free words on one or more lines are not admitted; none at all are. */
    public static Optional<Refus> paragraph(String champ, String value) {
        return longer(champ, value, PARAGRAPHE)
                .or(() -> value != null
                                && value.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))
                        ? invalid(champ, "il contient des caractères de contrôle")
                        : Optional.empty());
    }

    private static Optional<Refus> longer(String champ, String value, int longest) {
        return value != null && value.length() > longest
                ? invalid(champ, "plus de " + longest + " caractères")
                : Optional.empty();
    }

    private static Optional<Refus> invalid(String champ, String why) {
        return Optional.of(Refus.of(CodeRefus.CHAMP_INVALIDE, champ, why));
    }
}
