package fr.parchemin.courriel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: the mail that waits to be sent, shared by every node. */
public interface BoiteEnvoi {

    /** Where a mail stands. */
    enum Etat {
        A_ENVOYER,
        ENVOYE,
        /** Given up: the server refuses it, or it came too late. */
        ABANDONNE
    }

    /**
     * A mail that waits.
     *
     * @param contenu what is sent, sealed: it may hold a secret link; {@code null} once it was sent or given up
     * @param essais how often a node began to send it
     * @param prochainEssai when the next one may; while a node sends, the end of the time it has for that
     * @param erreur why the last one failed, for operators
     */
    record Envoi(
            UUID id,
            String destinataire,
            String contenu,
            Instant creeLe,
            Instant perimeLe,
            Etat etat,
            int essais,
            Instant prochainEssai,
            String erreur) {}

    void add(Envoi envoi);

    /** Names of those that may be sent now, the oldest first. */
    List<UUID> due(Instant now, int limite);

    /** Takes one for this node until {@code bail}; empty when another node did, or it is no longer to be sent. */
    Optional<Envoi> claim(UUID id, Instant now, Instant bail);

    /** Notes what became of one. */
    void update(Envoi envoi);

    /** How many of those kept are in that state. */
    long count(Etat etat);

    /** Forgets those that are over since before that moment. */
    void removeBefore(Instant moment);
}
