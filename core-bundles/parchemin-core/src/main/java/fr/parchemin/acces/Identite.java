package fr.parchemin.acces;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who bears a token, and what that token is.
 *
 * @param acteur the account with what it may do through this token, which may be less than what it may do at all
 * @param session name of the session, of the token of the interface or of the personal link
 * @param eleveJusquA until when its bearer counts as freshly proved, {@code null} when not
 * @param secondFacteur whether the account has a second factor
 * @param secondFacteurAttendu whether the account must register one before anything else: it then has no role
 * @param limites what a token of the interface is confined to; empty for a session
 */
public record Identite(
        Acteur acteur,
        UUID session,
        Moyen moyen,
        Instant eleveJusquA,
        boolean secondFacteur,
        boolean secondFacteurAttendu,
        Optional<Limites> limites) {

    /** Whether a person with an account is there, and not a program or who came by a personal link. */
    public boolean isPersonne() {
        return moyen != Moyen.JETON_API && moyen != Moyen.LIEN_PERSONNEL;
    }

    /** Whether its bearer proved lately who they are. */
    public boolean isFresh(Instant now) {
        return eleveJusquA != null && now.isBefore(eleveJusquA);
    }
}
