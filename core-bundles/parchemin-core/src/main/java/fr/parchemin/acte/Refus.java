package fr.parchemin.acte;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Why an act is refused.
 *
 * @param code stable, for machines
 * @param detail in French, for people: what is wrong and how to mend it
 * @param champ field that it is about, by the name under which it was sent; {@code null} when it is about none or about
 *     several
 * @param attente how long to wait before asking the same again, {@code null} when that is not what it is about
 */
public record Refus(CodeRefus code, String detail, String champ, Duration attente) {

    public Refus {
        Objects.requireNonNull(code);
        Objects.requireNonNull(detail);
    }

    /** A refusal that no waiting mends. */
    public Refus(CodeRefus code, String detail, String champ) {
        this(code, detail, champ, null);
    }

    /** A refusal that is about no one field. */
    public Refus(CodeRefus code, String detail) {
        this(code, detail, null);
    }

    /** The same, to be asked again once that time is over. */
    public Refus until(Duration wait) {
        return new Refus(code, detail, champ, wait);
    }

    /** In how many whole seconds the same may be asked again, empty when waiting is not what it is about. */
    public OptionalLong retryAfterSeconds() {
        return attente == null
                ? OptionalLong.empty()
                : OptionalLong.of(attente.plusSeconds(1).minusNanos(1).toSeconds());
    }

    /** The refusal of that code, its sentence filled with the arguments in the order of the template. */
    public static Refus of(CodeRefus code, Object... arguments) {
        return new Refus(
                code,
                code.detail(arguments),
                code.namesAField() && arguments.length > 0 ? String.valueOf(arguments[0]) : null);
    }
}
