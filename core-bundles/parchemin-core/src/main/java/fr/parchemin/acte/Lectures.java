package fr.parchemin.acte;

/** Readings of sensitive data, journaled: one line a reader, object and day. */
public interface Lectures {

    /**
     * Tells that somebody reads, before anything is shown. Opens a transaction of its own the first time on a day and
     * costs nothing after, as far as this node remembers; it must not be called inside one.
     *
     * @param lecteur identifiant of the account
     * @throws IllegalStateException when it cannot be journaled: then nothing is to be shown
     */
    void tell(String lecteur, Lecture lecture);
}
