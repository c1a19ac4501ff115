package fr.parchemin.acces;

import fr.parchemin.acte.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Accounts whose owners choose their password themselves, by the administrator of the platform. */
public interface Invitations {

    /**
     * A link that was made for an account.
     *
     * @param courriel where it was sent, {@code null} when nobody could send it
     * @param adresse the link itself when it was not sent: shown this once, for the administrator to hand over
     */
    record LienUnique(String identifiant, Instant expireLe, String courriel, String adresse) {}

    /** Whether links go by mail; when not, the administrator is given them. */
    boolean sendsMail();

    /** Makes an account without a password and sends its owner a link to choose one. */
    Outcome<LienUnique> invite(
            Acteur by, String identifiant, String nom, String courriel, Set<Habilitation> habilitations);

    /** Sends another link: an invitation as long as nobody chose a password, a new password otherwise. */
    Outcome<LienUnique> renew(Acteur by, String identifiant);

    /** Takes an invitation back: its link opens nothing any more. RESSOURCE_INCONNUE when there is none. */
    Outcome<Void> withdraw(Acteur by, String identifiant);

    /** Sets or takes away ({@code null}) the mail address of an account. */
    Outcome<Compte> setCourriel(Acteur by, String identifiant, String courriel);

    /** Suspends an account, which ends its sessions, or takes it up again. */
    Outcome<Compte> setSuspendu(Acteur by, String identifiant, boolean suspendu);

    /** The accounts with their addresses and where they stand. */
    Outcome<List<Compte>> list(Acteur by);
}
