package fr.parchemin.acces;

import fr.parchemin.acte.Outcome;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Port: an identity provider, run by somebody else. One service for each that is configured; coming and going as its
 * configuration does. May be called by any thread; all but {@link #description} may wait for the provider, some seconds at
 * most, and are never called inside a transaction.
 */
public interface FournisseurIdentite {

    /** For whom a provider is. */
    enum Public {
        /** Whoever has an account. */
        PERSONNEL,
        /** Who holds no role, or only that of a candidate in their own file. */
        CANDIDATS
    }

    /**
     * What is known of a provider without asking it.
     *
     * @param code part of addresses
     * @param libelle what people call it
     * @param ordre place among the others, lowest first
     * @param creeComptes whether an identity that nobody linked gets an account without roles
     */
    record Description(String code, String libelle, int ordre, Set<Public> publics, boolean creeComptes) {
        public Description {
            publics = Set.copyOf(publics);
        }
    }

    /**
     * What ties an answer to the question: secrets of 256 random bits in base64url, never used twice.
     *
     * @param etat comes back with the answer
     * @param nonce comes back inside what the provider signs
     * @param verificateur shown to the provider only with the code (PKCE)
     * @param retour address of the platform that the answer is sent to
     */
    record Defi(String etat, String nonce, String verificateur, URI retour) {
        @Override
        public String toString() {
            return "Defi[" + retour + "]";
        }
    }

    /**
     * What an answer proved.
     *
     * @param jetonIdentite the signed text itself, which the provider asks for when the person signs out
     * @param session how the provider calls the session there, {@code null} when it does not say
     */
    record Preuve(IdentiteExterne identite, String jetonIdentite, String session) {
        @Override
        public String toString() {
            return "Preuve[" + identite + "]";
        }
    }

    /**
     * What the provider says ended; at least one of {@code sujet} and {@code session} is given.
     *
     * @param sujet whose sessions, {@code null} when only one session ended
     * @param session which session, {@code null} for all of the person
     */
    record Conge(String emetteur, String sujet, String session) {}

    Description description();

    /** Where to send the browser; FOURNISSEUR_INDISPONIBLE when the provider does not answer. */
    Outcome<URI> authorization(Defi defi);

    /**
     * What the answer proves, once everything in it was checked.
     *
     * <p>Refused with CONNEXION_EXTERNE_ABANDONNEE, REPONSE_FOURNISSEUR_INVALIDE, NIVEAU_INSUFFISANT or
     * FOURNISSEUR_INDISPONIBLE.
     *
     * @param reponse parameters with which the browser came back
     */
    Outcome<Preuve> redeem(Defi defi, Map<String, String> reponse);

    /**
     * Where to send the browser so that the session there ends too, empty when the provider offers no such address or
     * does not answer.
     *
     * @param retour where the provider sends the browser afterwards
     */
    Optional<URI> endSession(String jetonIdentite, URI retour);

    /** What a notice of the provider says ended; REPONSE_FOURNISSEUR_INVALIDE when it is not from it. */
    Outcome<Conge> ended(String avis);
}
