package fr.parchemin.acces;

import fr.parchemin.acte.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Accounts and roles, by the administrator of the platform. */
public interface GestionComptes {

    /** Shortest password admitted. */
    int LONGUEUR_MINIMALE = 12;

    /** Longest password admitted, here and when signing in. */
    int LONGUEUR_MAXIMALE = 256;

    Outcome<Acteur> create(
            Acteur by, String identifiant, String nom, String motDePasse, Set<Habilitation> habilitations);

    Outcome<List<Acteur>> list(Acteur by);

    /** Gives the missing roles, from today on, and takes back those that are not among these. */
    Outcome<Acteur> setHabilitations(Acteur by, String identifiant, Set<Habilitation> habilitations);

    /**
     * A role to give.
     *
     * @param du first day, {@code null} for today
     * @param au last day, {@code null} for none
     */
    record Demande(Habilitation habilitation, LocalDate du, LocalDate au, String motif) {}

    /**
     * Gives a role: any, by the administrator of the platform; within a branch, by its secretariat, those of {@link
     * Role#isGivenByTheBranch()}.
     *
     * <p>Refused with ATTRIBUTION_EXISTANTE when it is held on one of these days already.
     */
    Outcome<Attribution> grant(Acteur by, String identifiant, Demande demande);

    /** Takes a role back, at once, by whoever could give it. */
    Outcome<Attribution> withdraw(Acteur by, long rang, String motif);

    /** The roles the account was ever given, newest first: all, or those in the branches of who asks. */
    Outcome<List<Attribution>> attributions(Acteur by, String identifiant);
}
