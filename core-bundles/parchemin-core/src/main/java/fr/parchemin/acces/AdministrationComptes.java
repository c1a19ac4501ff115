package fr.parchemin.acces;

import fr.parchemin.acces.GestionComptes.Demande;
import fr.parchemin.acces.JetonsApi.JetonApi;
import fr.parchemin.acces.RechercheComptes.Situation;
import fr.parchemin.acces.RechercheComptes.Trouve;
import fr.parchemin.acte.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The accounts as who administers them sees them: all, for the administrator of the platform; for the secretariat of a
 * branch those that hold or held a role there, with those roles and no more.
 */
public interface AdministrationComptes {

    /** Most accounts on a page. */
    int LIMITE_MAXIMALE = 200;

    /**
     * What is looked for; a field that is {@code null} asks for nothing.
     *
     * @param texte part of identifiant, name or address, however it is written
     * @param apres identifiant after which to go on
     */
    record Demandee(String texte, Role role, String branche, Situation situation, String apres, int limite) {}

    /**
     * A page, in the order of identifiants.
     *
     * @param suivant what to go on after, empty on the last
     */
    record Page(List<Trouve> comptes, Optional<String> suivant) {}

    /**
     * How an account is got into, for the administrator of the platform.
     *
     * @param derniereConnexion empty when it never signed in
     * @param verrouJusqua until when it has to wait, {@code null} when it need not
     * @param invitationJusqua until when the link to choose its first password serves, {@code null} when there is none
     */
    record Entrees(
            Optional<Instant> derniereConnexion,
            Instant verrouJusqua,
            Instant invitationJusqua,
            SecondFacteur.Situation facteurs,
            List<Jeton> sessions,
            List<JetonApi> jetons) {}

    /**
     * An account.
     *
     * @param attributions the roles it was ever given, newest first, as far as who asks may know of them
     * @param entrees empty for who may not know
     */
    record Fiche(Trouve trouve, List<Attribution> attributions, Optional<Entrees> entrees) {}

    Outcome<Page> search(Acteur by, Demandee demandee);

    /** RESSOURCE_INCONNUE when there is none, or none that who asks may know of. */
    Outcome<Fiche> read(Acteur by, String identifiant);

    /**
     * As {@link GestionComptes#grant}; for a role that no branch gives itself who asks has to be freshly proved, as for an
     * act that signs.
     */
    Outcome<Attribution> grant(Identite by, String identifiant, Demande demande);

    /**
     * As {@link GestionComptes#withdraw}, under the same condition.
     *
     * @param dernierJour last day on which the role is still held, {@code null} for none: it ends at once. An attribution is
     *     never changed: it is taken back, and what is left of it given again, in one act
     */
    Outcome<Attribution> withdraw(Identite by, long rang, LocalDate dernierJour, String motif);

    /** Ends one session of an account; RESSOURCE_INCONNUE when it has none of that name. */
    Outcome<Void> revokeSession(Acteur by, String identifiant, UUID session);

    /** Ends all sessions of an account; how many there were. */
    Outcome<Integer> revokeSessions(Acteur by, String identifiant);

    /** Ends the wait of an account that failed to sign in too often. */
    Outcome<Void> unlock(Acteur by, String identifiant);

    /** Takes a token for programs away. */
    Outcome<Void> revokeToken(Acteur by, String identifiant, UUID jeton);
}
