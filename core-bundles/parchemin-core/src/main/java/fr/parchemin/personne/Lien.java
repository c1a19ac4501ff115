package fr.parchemin.personne;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The question put to a person whether another entry is theirs as well.
 *
 * @param empreinte hash of the token that the person gets
 * @param personne who applied
 * @param connue who was known before, {@code null} when nobody: the row is written all the same, so that an application
 *     costs the same whether the platform knows the person or not
 * @param expireLe until when the token answers; who is signed in as the candidate of both may answer later as well
 * @param confirmeLe when the person said yes, {@code null} as long as they did not
 * @param refuseLe when the person said no, {@code null} as long as they did not
 */
public record Lien(
        String empreinte, UUID personne, UUID connue, Instant expireLe, Instant confirmeLe, Instant refuseLe) {
    public Lien {
        Objects.requireNonNull(empreinte);
        Objects.requireNonNull(personne);
        Objects.requireNonNull(expireLe);
    }

    /** A question that nobody answered. */
    public static Lien asked(String empreinte, UUID personne, UUID connue, Instant expireLe) {
        return new Lien(empreinte, personne, connue, expireLe, null, null);
    }

    /** Whether the person has yet to answer. */
    public boolean isUnanswered() {
        return connue != null && confirmeLe == null && refuseLe == null;
    }

    /** Whether the token still says yes. */
    public boolean isOpen(Instant now) {
        return isUnanswered() && now.isBefore(expireLe);
    }

    public Lien answered(boolean theirs, Instant now) {
        return new Lien(empreinte, personne, connue, expireLe, theirs ? now : null, theirs ? null : now);
    }
}
