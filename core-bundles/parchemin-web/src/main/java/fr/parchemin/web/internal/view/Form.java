package fr.parchemin.web.internal.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was typed into a form that was refused, so that nobody has to type it again.
 *
 * @param name which form of the page, {@code null} when none was sent
 * @param errors what is wrong with a field, in French, by its name
 */
public record Form(String name, Map<String, List<String>> values, Map<String, String> errors) {
    private static final Form NONE = new Form(null, Map.of(), Map.of());

    public Form {
        values = Map.copyOf(values);
        errors = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(errors));
    }

    public static Form none() {
        return NONE;
    }

    /** This form when it bears that name, an empty one otherwise. */
    public Form named(String wanted) {
        return wanted.equals(name) ? this : NONE;
    }

    public Form withErrors(Map<String, String> found) {
        return new Form(name, values, found);
    }

    public boolean isSent() {
        return name != null;
    }

    /** What was typed; as nothing was sent yet, the given text. */
    public String value(String field, String otherwise) {
        if (!isSent()) {
            return otherwise == null ? "" : otherwise;
        }
        List<String> typed = values.get(field);
        return typed == null ? "" : typed.get(0);
    }

    public String value(String field) {
        return value(field, "");
    }

    /** Whether that choice was made; as nothing was sent yet, whether it is the given one. */
    public boolean chosen(String field, String choice, boolean otherwise) {
        return isSent() ? values.getOrDefault(field, List.of()).contains(choice) : otherwise;
    }

    public String error(String field) {
        return errors.get(field);
    }

    public boolean hasError(String field) {
        return errors.containsKey(field);
    }
}
