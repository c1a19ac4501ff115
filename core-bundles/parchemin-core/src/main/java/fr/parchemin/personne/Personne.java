package fr.parchemin.personne;

import fr.parchemin.candidature.Candidat;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A person of the platform. Files keep the identity that they were opened with; this one is read by nobody who acts for a
 * branch.
 *
 * @param rattachee the person that this one was confirmed to be as well, {@code null} when it stands for itself
 */
public record Personne(UUID id, Candidat identite, Instant creeeLe, UUID rattachee) {
    public Personne {
        Objects.requireNonNull(id);
        Objects.requireNonNull(identite);
        Objects.requireNonNull(creeeLe);
    }

    /** The id that stands for the person and all that were linked to it. */
    public UUID racine() {
        return rattachee == null ? id : rattachee;
    }
}
