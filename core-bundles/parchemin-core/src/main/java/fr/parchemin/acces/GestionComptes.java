package fr.parchemin.acces;

import fr.parchemin.acte.Outcome;
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

    Outcome<Acteur> setHabilitations(Acteur by, String identifiant, Set<Habilitation> habilitations);
}
