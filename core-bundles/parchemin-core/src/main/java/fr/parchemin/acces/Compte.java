package fr.parchemin.acces;

import java.util.Set;

/**
 * A local account.
 *
 * @param identifiant login, lower case
 * @param motDePasse encoded Argon2id hash, never the password
 */
public record Compte(String identifiant, String nom, String motDePasse, Set<Habilitation> habilitations) {

    public Compte {
        habilitations = Set.copyOf(habilitations);
    }

    public Acteur acteur() {
        return new Acteur(identifiant, nom, habilitations);
    }

    @Override
    public String toString() {
        return "Compte[" + identifiant + "]";
    }
}
