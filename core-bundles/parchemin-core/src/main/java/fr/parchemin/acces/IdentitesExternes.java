package fr.parchemin.acces;

import fr.parchemin.acces.Connexions.Session;
import fr.parchemin.acces.Federation.Rattachement;
import fr.parchemin.acces.FournisseurIdentite.Description;
import fr.parchemin.acte.Outcome;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Signing in by an identity provider, and the identities that open an account. */
public interface IdentitesExternes {

    /**
     * Where to send the browser.
     *
     * @param temoin secret that the browser has to keep and bring back with the answer
     */
    record Depart(URI adresse, String temoin) {
        @Override
        public String toString() {
            return "Depart[" + adresse.getHost() + "]";
        }
    }

    /** What an answer led to. */
    sealed interface Entree {
        /** Page to go to. */
        String retour();

        /** A session is open. */
        record Ouverte(Session session, String retour) implements Entree {}

        /** The identity opens the account from now on. */
        record Rattachee(String retour) implements Entree {}
    }

    /** How long somebody may take at the provider. */
    int MINUTES_DEMANDE = 10;

    /** The providers, in the order in which they are offered; asks none of them anything. */
    List<Description> fournisseurs();

    /**
     * Begins to sign in.
     *
     * <p>Refused with RESSOURCE_INCONNUE or FOURNISSEUR_INDISPONIBLE.
     *
     * @param temoin what the browser keeps already, {@code null} when nothing
     * @param retour path of the page to go to afterwards
     */
    Outcome<Depart> begin(String fournisseur, String temoin, String retour);

    /**
     * Begins to link an identity to the account of who asks, which it will then open; refused as {@link #begin} is, and with
     * ELEVATION_REQUISE where {@link ClesAcces#beginRegistration} is.
     */
    Outcome<Depart> beginLinking(Identite by, String fournisseur, String temoin, String retour);

    /**
     * Ends what was begun, with what the provider answered.
     *
     * <p>Refused with CONNEXION_EXTERNE_PERIMEE when nothing of the kind was begun in this browser or it was ended
     * before, with what {@link FournisseurIdentite#redeem} refuses, with IDENTITE_EXTERNE_INCONNUE when no account is
     * linked to the identity, IDENTITE_EXTERNE_NON_ADMISE when the provider is not for such an account, or
     * IDENTITE_EXTERNE_DEJA_RATTACHEE. Each refusal is journaled.
     *
     * @param reponse the parameters of the answer
     * @param temoin what the browser kept, {@code null} when nothing
     * @param agent what the browser says of itself, {@code null} when nothing
     */
    Outcome<Entree> finish(String fournisseur, Map<String, String> reponse, String temoin, String agent);

    /** The identities that open the account of who asks. */
    List<Rattachement> list(Acteur by);

    /** Takes an identity away from the account of who asks; DERNIER_MOYEN_DE_CONNEXION when nothing else opens it. */
    Outcome<Rattachement> unlink(Acteur by, UUID rattachement);

    /** Where to send the browser whose session is about to close, empty when no provider opened it. */
    Optional<URI> signOut(String jeton);

    /** Ends the sessions that a notice of the provider names; how many there were. */
    Outcome<Integer> ended(String fournisseur, String avis);
}
