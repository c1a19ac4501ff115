package fr.parchemin.acces;

import java.time.Instant;

/**
 * A permission that serves once: an invitation, a new password, the second step of signing in.
 *
 * @param empreinte SHA-256 of the secret in hexadecimal
 * @param identifiant whose it is, {@code null} when it is for nobody in particular
 * @param donnees what it carries, {@code null} when nothing
 */
public record LaissezPasser(
        String empreinte, Nature nature, String identifiant, String donnees, Instant creeLe, Instant expireLe) {

    /** What it is for. */
    public enum Nature {
        /** To choose the first password of an account. */
        INVITATION,
        /** To choose another password. */
        REINITIALISATION,
        /** To give the code, the password having been proved. */
        SECOND_FACTEUR,
        /** To register an application of codes whose secret was just made. */
        INSCRIPTION,
        /** A challenge that a passkey signs. */
        DEFI
    }

    @Override
    public String toString() {
        return "LaissezPasser[" + nature + " of " + identifiant + "]";
    }
}
