package fr.parchemin.acces;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Port: what the platform keeps about identities of elsewhere, shared by every node. */
public interface Federation {

    /**
     * A question put to a provider and not yet answered.
     *
     * @param etat SHA-256 of the state, in hexadecimal
     * @param navigateur SHA-256 of the secret that the browser keeps, in hexadecimal
     * @param retour path of the page to go to afterwards
     * @param identifiant account that the identity is to be linked to, {@code null} to sign in
     */
    record Demande(
            String etat,
            String navigateur,
            String fournisseur,
            String nonce,
            String verificateur,
            String retour,
            String identifiant,
            Instant expireLe) {
        @Override
        public String toString() {
            return "Demande[" + fournisseur + "]";
        }
    }

    /**
     * An identity of elsewhere that opens an account.
     *
     * @param attributs as they were at the last visit
     */
    record Rattachement(
            UUID id,
            String identifiant,
            String fournisseur,
            String emetteur,
            String sujet,
            String nom,
            String courriel,
            String acr,
            Map<String, String> attributs,
            Instant rattacheeLe,
            Instant derniereConnexion) {

        public Rattachement {
            attributs = Map.copyOf(attributs);
        }

        @Override
        public String toString() {
            return "Rattachement[" + fournisseur + " of " + identifiant + "]";
        }
    }

    /**
     * A session of the platform that a provider opened.
     *
     * @param empreinte that of the session, see {@link Jeton}; it ends with it
     * @param session how the provider calls its own, {@code null} when it did not say
     */
    record SessionExterne(
            String empreinte, String fournisseur, String emetteur, String sujet, String session, String jetonIdentite) {
        @Override
        public String toString() {
            return "SessionExterne[" + fournisseur + "]";
        }
    }

    void add(Demande demande);

    /** The question of that state, which from then on is no more: of two who ask at the same moment one gets it. */
    Optional<Demande> take(String etat);

    void removeDemandesExpired(Instant now);

    Optional<Rattachement> find(String emetteur, String sujet);

    /** The identities of an account, the oldest first. */
    List<Rattachement> of(String identifiant);

    void add(Rattachement rattachement);

    /** Keeps what the provider said this time. */
    void update(Rattachement rattachement);

    void remove(UUID rattachement);

    void add(SessionExterne session);

    Optional<SessionExterne> session(String empreinte);

    /**
     * Ends sessions that the issuer opened: that of this name, or all of the person when {@code session} is {@code null};
     * how many there were.
     */
    int closeSessions(String emetteur, String sujet, String session);
}
