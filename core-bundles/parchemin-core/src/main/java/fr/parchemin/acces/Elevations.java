package fr.parchemin.acces;

import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import java.time.Instant;
import java.util.Optional;

/** Proving afresh who one is before an act that signs. */
public interface Elevations {

    /**
     * Why the act is not for who asks as they are there now, whatever their roles; the use cases ask those.
     *
     * <p>SECOND_FACTEUR_ATTENDU when the account has to register a second factor first, JETON_LIMITE when a token of the
     * interface is not for that act, ELEVATION_REQUISE when the act signs, the account has a second factor or the operator
     * asks it of all, and nothing was proved in the last five minutes.
     */
    Optional<Refus> lacks(Identite by, Droit droit);

    /**
     * Proves it with the password, and a code where the account has a second factor.
     *
     * <p>Refused as {@link Connexions#open} is.
     *
     * @return until when it counts
     */
    Outcome<Instant> elevate(String jeton, String motDePasse, String code, Origine origine);
}
