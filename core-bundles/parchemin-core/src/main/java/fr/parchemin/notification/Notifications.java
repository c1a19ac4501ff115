package fr.parchemin.notification;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Outcome;
import java.util.List;
import java.util.Optional;

/** The notifications of who asks, and of nobody else. */
public interface Notifications {

    /** Most elements of a page. */
    int LIMITE_MAXIMALE = 100;

    /** As many unread ones are counted and no more. */
    int COMPTE_MAXIMAL = 100;

    /**
     * Newest first.
     *
     * @param suivant rank before which to go on, empty at the end
     * @param nonLues how many are not read, at most {@link #COMPTE_MAXIMAL}
     */
    record Page(List<Notification> notifications, Optional<Long> suivant, int nonLues) {}

    /**
     * @param nonLuesSeules whether those that were read are left out
     * @param avant rank before which to go on, {@code null} for the newest
     */
    Page list(Acteur by, boolean nonLuesSeules, Long avant, int limite);

    /** How many are not read, at most {@link #COMPTE_MAXIMAL}; one query. */
    int unread(Acteur by);

    /** Keeps that one was read; the notification as it is then. */
    Outcome<Notification> read(Acteur by, long rang);

    /** Keeps that all up to a rank were read: what came since the list was looked at stays. */
    Outcome<Void> readAll(Acteur by, long jusqua);

    /** How often mail goes out about them. */
    Frequence frequence(Acteur by);

    Outcome<Frequence> choose(Acteur by, Frequence frequence);
}
