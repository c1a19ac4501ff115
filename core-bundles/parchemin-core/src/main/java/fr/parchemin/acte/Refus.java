package fr.parchemin.acte;

import java.util.Objects;

/**
 * Why an act is refused.
 *
 * @param code stable, for machines
 * @param detail in French, for people: what is wrong and how to mend it
 */
public record Refus(CodeRefus code, String detail) {

    public Refus {
        Objects.requireNonNull(code);
        Objects.requireNonNull(detail);
    }

    /** The refusal of that code, its sentence filled with the arguments in the order of the template. */
    public static Refus of(CodeRefus code, Object... arguments) {
        return new Refus(code, code.detail(arguments));
    }
}
