package fr.parchemin.acces;

import fr.parchemin.acces.Connexions.Session;
import fr.parchemin.acces.Facteurs.Cle;
import fr.parchemin.acte.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Passkeys: kept in a device that verifies its owner, so that one stands for a password and a second factor at once.
 *
 * <p>Each use begins with a challenge, which serves once, within five minutes, for what it was made for, and for who holds
 * its ticket. Refused with CLES_INDISPONIBLES where the platform offers none, with DEFI_PERIME when the challenge does not
 * serve (any more), with CLE_REFUSEE when the answer is not that of a key of the account.
 */
public interface ClesAcces {

    /** Most that one account may have. */
    int CLES_MAXIMUM = 10;

    /** Longest name of a key, in characters. */
    int NOM_MAXIMUM = 60;

    /**
     * What a device has to answer.
     *
     * @param billet must come back with the answer; for the browser or program that asked, and shown to nobody else
     * @param options JSON for {@code navigator.credentials}
     */
    record Defi(String billet, String options) {}

    /**
     * A key just registered.
     *
     * @param secours recovery codes, shown this once, when the account had none; otherwise empty
     */
    record Enregistree(Cle cle, List<String> secours) {}

    /** Where keys may be made and used, as browsers write it ({@code https://host}); empty where none are offered. */
    Optional<String> origine();

    /**
     * Begins to register a key. ELEVATION_REQUISE without a fresh proof, also of an account without a second factor: a key
     * opens the account for as long as it is there. Only an account with neither a password nor a second factor has
     * nothing to prove afresh. CLES_TROP_NOMBREUSES when it has ten.
     */
    Outcome<Defi> beginRegistration(Identite by);

    /** Registers the key that was made. CLE_NON_ENREGISTREE, CLE_EXISTANTE, CHAMP_INVALIDE for its name. */
    Outcome<Enregistree> register(Identite by, String billet, String nom, String reponse);

    /** Gives a key another name. RESSOURCE_INCONNUE when it is not theirs, CHAMP_INVALIDE. */
    Outcome<Void> rename(Identite by, String id, String nom);

    /** Begins to sign in with whichever key the person chooses. */
    Outcome<Defi> beginSignIn();

    /** Opens a session for the account of the key. TROP_DE_TENTATIVES after repeated failures with it or from the address. */
    Outcome<Session> open(String billet, String reponse, Origine origine);

    /**
     * Begins the second step of a person whose password was proved.
     *
     * <p>LIEN_PERIME when that is too long ago, RESSOURCE_INCONNUE when the account has no key.
     *
     * @param motDePasse the ticket of {@link Connexions.Etape.CodeDemande}
     */
    Outcome<Defi> beginSecondStep(String motDePasse);

    /** Opens the session that {@link Connexions#finish} opens with a code. */
    Outcome<Session> finish(String motDePasse, String billet, String reponse, Origine origine);

    /** Begins to prove afresh who one is. RESSOURCE_INCONNUE when the account has no key. */
    Outcome<Defi> beginElevation(Identite by);

    /**
     * Proves it, as {@link Elevations#elevate} does with a password.
     *
     * @param jeton the session
     * @return until when it counts
     */
    Outcome<Instant> elevate(String jeton, String billet, String reponse, Origine origine);
}
