package fr.parchemin.web.internal;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Refus;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the fields of a form and gathers everything that is wrong with them, so that it is said at once. */
final class Fields {
    private final Exchange exchange;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final List<String> labels = new ArrayList<>();

    Fields(Exchange exchange) {
        this.exchange = exchange;
    }

    void wrong(String field, String label, String message) {
        if (errors.putIfAbsent(field, message) == null) {
            labels.add(label);
        }
    }

    String optional(String field) {
        return exchange.param(field);
    }

    String required(String field, String label) {
        String value = exchange.param(field);
        if (value == null) {
            wrong(field, label, "À renseigner.");
        }
        return value;
    }

    LocalDate requiredDate(String field, String label) {
        return required(field, label) == null ? null : date(field, label);
    }

    LocalDate date(String field, String label) {
        String value = exchange.param(field);
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            wrong(field, label, "Ce n’est pas une date : écrivez l’année, le mois et le jour (2026-06-15).");
            return null;
        }
    }

    Integer integer(String field, String label) {
        String value = exchange.param(field);
        if (value == null) {
            return null;
        }
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException e) {
            wrong(field, label, "Écrivez un nombre entier.");
            return null;
        }
    }

    <E extends Enum<E>> E choice(String field, String label, Class<E> type) {
        String value = exchange.param(field);
        Optional<E> chosen = Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(value))
                .findFirst();
        if (chosen.isEmpty()) {
            wrong(field, label, "Choisissez une réponse.");
        }
        return chosen.orElse(null);
    }

    boolean areRight() {
        return errors.isEmpty();
    }

    Map<String, String> errors() {
        return errors;
    }

    /** Why the form is refused as a whole. */
    Refus refus() {
        String which = String.join(", ", labels).toLowerCase(Locale.FRENCH);
        return new Refus(
                CodeRefus.CHAMP_INVALIDE,
                errors.size() == 1
                        ? "Un champ est à corriger : " + which + "."
                        : errors.size() + " champs sont à corriger : " + which + ".");
    }
}
