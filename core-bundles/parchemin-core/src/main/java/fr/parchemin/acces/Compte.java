package fr.parchemin.acces;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * A local account.
 *
 * @param identifiant login, lower case
 * @param courriel lower case, one account an address; {@code null} when none is known
 * @param motDePasse encoded Argon2id hash, never the password; {@code null} until the person chose one, and for who signs
 *     in otherwise
 * @param secondFacteur whether signing in asks for a code or a passkey
 * @param secondFacteurAvant until when an account that must have a second factor may do without, {@code null} until it
 *     first signs in
 */
public record Compte(
        String identifiant,
        String nom,
        String courriel,
        Etat etat,
        String motDePasse,
        boolean secondFacteur,
        Instant secondFacteurAvant,
        Set<Habilitation> habilitations) {

    /** Where an account stands. */
    public enum Etat {
        /** Made, but the person has not yet chosen how to sign in. */
        INVITE,
        ACTIF,
        /** Opens nothing until it is taken up again; what it did stays under its name. */
        SUSPENDU
    }

    public Compte {
        Objects.requireNonNull(etat);
        habilitations = Set.copyOf(habilitations);
    }

    /** An active account without address or second factor. */
    public Compte(String identifiant, String nom, String motDePasse, Set<Habilitation> habilitations) {
        this(identifiant, nom, null, Etat.ACTIF, motDePasse, false, null, habilitations);
    }

    public Acteur acteur() {
        return new Acteur(identifiant, nom, habilitations);
    }

    /** The same with a password that its owner just proved to be theirs: it is active from then on. */
    public Compte withMotDePasse(String hash) {
        return new Compte(
                identifiant, nom, courriel, Etat.ACTIF, hash, secondFacteur, secondFacteurAvant, habilitations);
    }

    public Compte withEtat(Etat next) {
        return new Compte(
                identifiant, nom, courriel, next, motDePasse, secondFacteur, secondFacteurAvant, habilitations);
    }

    public Compte withCourriel(String next) {
        return new Compte(identifiant, nom, next, etat, motDePasse, secondFacteur, secondFacteurAvant, habilitations);
    }

    public Compte withSecondFacteur(boolean next) {
        return new Compte(identifiant, nom, courriel, etat, motDePasse, next, secondFacteurAvant, habilitations);
    }

    public Compte withSecondFacteurAvant(Instant next) {
        return new Compte(identifiant, nom, courriel, etat, motDePasse, secondFacteur, next, habilitations);
    }

    @Override
    public String toString() {
        return "Compte[" + identifiant + "]";
    }
}
