package fr.parchemin.acces;

import fr.parchemin.acte.Outcome;
import java.util.Optional;

/** Choosing a password, by the owner of an account. */
public interface MotsDePasse {

    /** What a link is for. */
    record Demande(LaissezPasser.Nature nature, String identifiant, String nom) {}

    /** Whether a link can be asked for at all: somebody said how mail is sent. */
    boolean sendsMail();

    /**
     * Asks for a link to choose another password. Does and says the same whether there is such an account or not; at most
     * one link is sent in five minutes.
     *
     * @param typed an identifiant or a mail address
     */
    void request(String typed);

    /** What a link is for, empty when it is none or has expired. */
    Optional<Demande> read(String secret);

    /**
     * Chooses the password by a link, once: the account is active, its sessions end, its failures are forgotten.
     *
     * <p>Refused with LIEN_PERIME or CHAMP_INVALIDE.
     *
     * @return the identifiant
     */
    Outcome<String> choose(String secret, String motDePasse);

    /**
     * Changes the password by the one before, and ends the other sessions.
     *
     * <p>Refused with IDENTIFIANTS_INVALIDES, TROP_DE_TENTATIVES or CHAMP_INVALIDE.
     */
    Outcome<Void> change(Identite by, String before, String motDePasse, Origine origine);
}
