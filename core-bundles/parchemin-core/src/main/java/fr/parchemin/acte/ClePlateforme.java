package fr.parchemin.acte;

/** The key of the platform: it wraps other keys and never leaves its keeper. */
public interface ClePlateforme {

    /** Names the key without telling anything of it: sixteen hexadecimal digits of a hash. */
    String identifiant();

    /**
     * The key, encrypted.
     *
     * @param contexte what it is for; the same must be said to open it
     */
    byte[] wrap(byte[] cle, String contexte);

    /**
     * The key that was wrapped.
     *
     * @throws IllegalStateException when it was wrapped under another key, for another purpose, or was changed
     */
    byte[] unwrap(byte[] enveloppe, String contexte);
}
