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
 */
public record Lien(String empreinte, UUID personne, UUID connue, Instant expireLe, Instant confirmeLe) {
    public Lien {
        Objects.requireNonNull(empreinte);
        Objects.requireNonNull(personne);
        Objects.requireNonNull(expireLe);
    }

    /** Whether the person may still say yes. */
    public boolean isOpen(Instant now) {
        return connue != null && confirmeLe == null && now.isBefore(expireLe);
    }
}
