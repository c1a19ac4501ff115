package fr.parchemin.acces;

import fr.parchemin.acte.Outcome;
import java.time.Instant;
import java.util.Optional;

/** Signing in and out. */
public interface Connexions {

    /**
     * A session just opened.
     *
     * @param jeton the opaque token, 256 random bits in base64url; shown once
     */
    record Session(String jeton, Instant expireLe, Acteur acteur) {}

    /**
     * Opens a session.
     *
     * <p>Refused with IDENTIFIANTS_INVALIDES, the same and as slow for an unknown account as for a wrong password, or
     * TROP_DE_TENTATIVES after repeated failures.
     */
    Outcome<Session> open(String identifiant, String motDePasse);

    /**
     * Opens a session for an identity that a provider just proved and that somebody linked to an account.
     *
     * <p>Refused with IDENTITE_EXTERNE_INCONNUE when no account is linked to it.
     *
     * @param agent what the browser says of itself, {@code null} when nothing
     */
    Outcome<Session> openExternal(IdentiteExterne identite, String agent);

    /** Who bears the token, empty when it is unknown or has expired. */
    Optional<Acteur> identify(String jeton);

    void close(String jeton);
}
