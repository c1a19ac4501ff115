package fr.parchemin.acces;

import java.time.Instant;
import java.util.Optional;

/** Port: the failures to sign in that still count, shared by every node. */
public interface Echecs {

    /**
     * Failures.
     *
     * @param cle what they are counted for: {@code compte/<identifiant>} or {@code adresse/<hash>}
     * @param libreLe when the next attempt is heard
     * @param dernierLe when the last one failed
     */
    record Echec(String cle, int nombre, Instant libreLe, Instant dernierLe) {}

    Optional<Echec> find(String cle);

    /** The same, and nobody else counts for that key until the act under way ends, whether there is a row yet or not. */
    Optional<Echec> findForUpdate(String cle);

    void put(Echec echec);

    void remove(String cle);

    /** Forgets what failed last before that moment. */
    void removeBefore(Instant moment);
}
