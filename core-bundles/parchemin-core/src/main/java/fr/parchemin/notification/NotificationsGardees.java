package fr.parchemin.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Port: the notifications that are kept, and how often their mail is wanted. */
public interface NotificationsGardees {

    /**
     * Keeps them with the act under way, when it is committed: all of an act in one statement. One that tells the same as
     * one not yet read is not kept, nor is one for an identifiant that no open account bears.
     */
    void add(Collection<Notification> notifications);

    /** Newest first, of these branches only; one query. */
    List<Notification> list(String destinataire, Set<String> branches, boolean nonLuesSeules, Long avant, int limite);

    /** How many are not read, of these branches only, at most {@code limite}; one query. */
    int unread(String destinataire, Set<String> branches, int limite);

    /** Empty when there is none of that rank for that account. */
    Optional<Notification> find(String destinataire, long rang);

    void markRead(String destinataire, long rang, Instant le);

    void markAllRead(String destinataire, long jusqua, Instant le);

    /** Those that are about an object; one statement, whether there are any or not. */
    void markReadAbout(String destinataire, String objet, Set<Sujet> sujets, Instant le);

    /**
     * The accounts to which something is not yet written about, at most {@code limite}; without those that are written to
     * once a day when they already were today, or when it is too early in the day.
     */
    List<String> awaiting(LocalDate today, boolean early, int limite);

    /**
     * Takes what is still to be written about to an account, so that no other node does: those not read since, oldest
     * first.
     */
    List<Notification> take(String destinataire);

    Optional<Frequence> frequence(String identifiant);

    void choose(String identifiant, Frequence frequence);

    /** Keeps that the account was written to on that day. */
    void written(String identifiant, LocalDate jour);

    /** Forgets those that were read before a moment, and all that came before another. */
    void removeBefore(Instant read, Instant come);
}
