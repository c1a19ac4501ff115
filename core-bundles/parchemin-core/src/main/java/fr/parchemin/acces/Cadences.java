package fr.parchemin.acces;

import java.time.Duration;
import java.util.Optional;

/**
 * How often one address or one account may ask. Kept by node, in bounded memory. May be used by any thread.
 *
 * <p>What is counted is a reserve that every request draws from and time fills again: a burst passes, a flood does not.
 */
public interface Cadences {

    /** What is asked for, and so how often. */
    enum Cadence {
        /** Signing in, by any means, and what else tries a secret; per address. */
        CONNEXION,
        /** Asking about a certificate whose number one has, or tries; per address. */
        VERIFICATION,
        /** Everything else that nobody signed in for; per address. */
        PUBLIQUE,
        /** Everything that somebody signed in for; per account. */
        COMPTE;

        /** How often somebody who has not signed in may do this. */
        public static Cadence of(Droit droit) {
            return switch (droit) {
                case SESSION_OUVRIR, ACCES_DEMANDER, PERSONNE_RATTACHER -> CONNEXION;
                case CERTIFICAT_VERIFIER -> VERIFICATION;
                default -> PUBLIQUE;
            };
        }
    }

    /**
     * Draws one from the reserve.
     *
     * @param cle an address as the server knows it, or an identifiant
     * @return how long to wait before asking again, empty when it may be now
     */
    Optional<Duration> draw(Cadence cadence, String cle);
}
