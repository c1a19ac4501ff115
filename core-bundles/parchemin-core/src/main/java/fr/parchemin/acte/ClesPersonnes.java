package fr.parchemin.acte;

import java.time.Instant;
import java.util.UUID;

/** Port: the keys under which the journal keeps what is personal, one a person, made when first needed. */
public interface ClesPersonnes {

    /** What became of a key that was to be destroyed. */
    enum Destruction {
        DETRUITE,
        /** It had been destroyed before. */
        DEJA_DETRUITE,
        /** There never was one: nothing personal was journaled of that person. */
        INCONNUE
    }

    /**
     * Destroys the key of a person in the act under way. What it encrypted cannot be read again by anybody, and what is
     * journaled of the person from then on is not kept.
     */
    Destruction destroy(UUID personne, Instant le);
}
