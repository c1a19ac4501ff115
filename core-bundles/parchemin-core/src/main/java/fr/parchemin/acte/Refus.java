package fr.parchemin.acte;

import java.util.Objects;

/**
 * Why an act is refused.
 *
 * @param code stable, for machines
 * @param detail in French, for people: what is wrong and how to mend it
 * @param champ field that it is about, by the name under which it was sent; {@code null} when it is about none or about
 *     several
 */
public record Refus(CodeRefus code, String detail, String champ) {

    public Refus {
        Objects.requireNonNull(code);
        Objects.requireNonNull(detail);
    }

    /** A refusal that is about no one field. */
    public Refus(CodeRefus code, String detail) {
        this(code, detail, null);
    }

    /** The refusal of that code, its sentence filled with the arguments in the order of the template. */
    public static Refus of(CodeRefus code, Object... arguments) {
        return new Refus(
                code,
                code.detail(arguments),
                code.namesAField() && arguments.length > 0 ? String.valueOf(arguments[0]) : null);
    }
}
