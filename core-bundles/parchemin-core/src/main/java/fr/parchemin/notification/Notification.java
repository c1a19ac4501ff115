package fr.parchemin.notification;

import java.time.Instant;
import java.util.Objects;

/**
 * That an account is told something. As long as it is not read, the same is not told again.
 *
 * @param rang order of arrival, {@code null} until it is kept
 * @param destinataire identifiant of the account
 * @param branche code of the branch that it is about
 * @param objet what it is about, as the journal names it: {@code candidature/<id>}, {@code jury/<id>}, {@code
 *     branche/<code>}, {@code compte/<identifiant>}
 * @param reference number or name in the sentence
 * @param lueLe {@code null} as long as it is not read
 */
public record Notification(
        Long rang,
        String destinataire,
        Sujet sujet,
        String branche,
        String objet,
        String reference,
        Instant le,
        Instant lueLe) {

    public Notification {
        Objects.requireNonNull(destinataire);
        Objects.requireNonNull(sujet);
        Objects.requireNonNull(branche);
        Objects.requireNonNull(objet);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(le);
    }

    public String phrase() {
        return sujet.phrase(reference);
    }

    public boolean isRead() {
        return lueLe != null;
    }

    /** What two that tell the same have in common. */
    public String cle() {
        return String.join("|", destinataire, sujet.name(), objet, sujet == Sujet.ROLE_RECU ? reference : "");
    }
}
