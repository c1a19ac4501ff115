package fr.parchemin.echange;

import fr.parchemin.candidature.Cercle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Port: the messages and notes on files. Name of the author and text are kept under the key of the person of the file, as
 * personal values of the journal are; once that key is destroyed they come back erased.
 */
public interface Messages {

    /**
     * Which to list.
     *
     * @param cercles those of these circles, and what {@code lecteur} wrote
     * @param avant rank before which to go on, {@code null} for the newest
     */
    record Selection(
            UUID candidature, Message.Nature nature, Set<Cercle> cercles, String lecteur, Long avant, int limite) {

        public Selection {
            Objects.requireNonNull(candidature);
            Objects.requireNonNull(nature);
            Objects.requireNonNull(lecteur);
            if (cercles.isEmpty()) {
                throw new IllegalArgumentException("who reads no circle reads no messages");
            }
            cercles = Set.copyOf(cercles);
        }
    }

    /** Keeps it; {@code false}, and nothing is kept, when the key of the person is destroyed. */
    boolean add(Message message);

    /** Newest first; one query, and one for the key. */
    List<Message> list(Selection selection);

    Optional<Message> find(UUID id);

    /** Keeps that it was taken back. */
    void withdraw(Message withdrawn);

    /** How many messages of these circles, by others, came since the reader last looked; one query. */
    long unread(UUID candidature, Set<Cercle> cercles, String lecteur);

    /** Keeps that the reader saw the messages of a file up to a rank, and never fewer than before. */
    void markRead(UUID candidature, String branche, String lecteur, long jusqua);
}
