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

    /** What the right password leads to. */
    sealed interface Etape {
        /** To a session. */
        record Ouverte(Session session) implements Etape {}

        /**
         * To the question for a code.
         *
         * @param billet stands for the password that was proved, for some minutes and one session; opens nothing alone
         */
        record CodeDemande(String billet) implements Etape {}
    }

    /**
     * The first step of a person: the password.
     *
     * <p>Refused with IDENTIFIANTS_INVALIDES, the same and as slow for an unknown account as for a wrong password, or
     * TROP_DE_TENTATIVES after repeated failures of the account or from the address.
     */
    Outcome<Etape> begin(String identifiant, String motDePasse, Origine origine);

    /**
     * Opens a session for an identity that a provider just proved and that somebody linked to an account.
     *
     * <p>Refused with IDENTITE_EXTERNE_INCONNUE when no active account is linked to it. The caller journals it: only it
     * knows what the provider said.
     *
     * @param agent what the browser says of itself, {@code null} when nothing
     */
    Outcome<Session> openExternal(IdentiteExterne identite, String agent);

    /**
     * The second step of a person: a code of the application, or one of the recovery codes.
     *
     * <p>Refused with CODE_INVALIDE, also when the code was used before, with LIEN_PERIME when the first step is too long
     * ago, or with TROP_DE_TENTATIVES.
     */
    Outcome<Session> finish(String billet, String code, Origine origine);

    /**
     * Opens a session in one step, for programs.
     *
     * <p>Refused as {@link #begin} and {@link #finish} are, and with SECOND_FACTEUR_REQUIS when the account asks for a code
     * and none is given: which is said to who knows the password, and to nobody else.
     *
     * @param code {@code null} for an account without a second factor
     */
    Outcome<Session> open(String identifiant, String motDePasse, String code, Origine origine);

    /** The same for an account without a second factor, from nowhere in particular. */
    default Outcome<Session> open(String identifiant, String motDePasse) {
        return open(identifiant, motDePasse, null, Origine.INCONNUE);
    }

    /** Who bears the token, empty when it is unknown, has ended or was idle for too long. */
    Optional<Identite> recognize(String jeton);

    /** The account of who bears the token. */
    default Optional<Acteur> identify(String jeton) {
        return recognize(jeton).map(Identite::acteur);
    }

    void close(String jeton);
}
