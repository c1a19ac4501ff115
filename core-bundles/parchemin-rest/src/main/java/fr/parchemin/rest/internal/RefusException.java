package fr.parchemin.rest.internal;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import java.time.Duration;

/** Carries a refusal from a resource to the mapper that answers with it. */
final class RefusException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refus refus;

    RefusException(Refus refus) {
        super(refus.code().name(), null, false, false);
        this.refus = refus;
    }

    /** Asked too often. */
    static RefusException tooOften(Duration attente) {
        return new RefusException(Refus.of(
                        CodeRefus.CADENCE_DEPASSEE,
                        attente.plusSeconds(1).minusNanos(1).toSeconds())
                .until(attente));
    }

    RefusException(CodeRefus code, Object... arguments) {
        this(Refus.of(code, arguments));
    }

    Refus refus() {
        return refus;
    }

    /** The value of an act, or the refusal thrown. */
    static <T> T orThrow(Outcome<T> outcome) {
        return outcome.fold(value -> value, refus -> {
            throw new RefusException(refus);
        });
    }

    /** The value of a compulsory field. */
    static <T> T required(String champ, T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new RefusException(CodeRefus.CHAMP_MANQUANT, champ);
        }
        return value;
    }
}
