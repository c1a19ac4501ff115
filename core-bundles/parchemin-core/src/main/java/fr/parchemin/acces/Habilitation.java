package fr.parchemin.acces;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import java.util.Objects;

/** A role held as far as a portée reaches. */
public record Habilitation(Role role, Portee portee) {

    public Habilitation {
        Objects.requireNonNull(role);
        if (!role.reaches(portee.etendue())) {
            throw new IllegalArgumentException("role " + role + " with " + portee);
        }
    }

    /**
     * A role for a whole branch, or for the platform.
     *
     * @param branche code of the branch; {@code null} exactly for the roles of the platform
     */
    public Habilitation(Role role, String branche) {
        this(role, branche == null ? new Portee.Plateforme() : new Portee.DeBranche(branche));
    }

    public static Habilitation ofPlatform(Role role) {
        return new Habilitation(role, new Portee.Plateforme());
    }

    /**
     * The role as it was asked for; refused with CHAMP_INVALIDE when its parts do not go together.
     *
     * @param etendue {@code null} for the whole branch, or the platform when no branch is named
     * @param branche code, {@code null} for the platform
     * @param cible what within the branch, {@code null} for all of it
     */
    public static Outcome<Habilitation> asked(Role role, Portee.Etendue etendue, String branche, String cible) {
        Portee.Etendue reach =
                etendue != null ? etendue : branche == null ? Portee.Etendue.PLATEFORME : Portee.Etendue.BRANCHE;
        if (!role.reaches(reach)) {
            return Outcome.refused(
                    CodeRefus.CHAMP_INVALIDE,
                    "etendue",
                    "le rôle " + role.libelle() + " ne se donne pas pour " + reach.libelle());
        }
        try {
            return Outcome.done(new Habilitation(role, Portee.of(reach, branche, cible)));
        } catch (IllegalArgumentException incomplete) {
            return Outcome.refused(
                    CodeRefus.CHAMP_INVALIDE,
                    "cible",
                    "pour " + reach.libelle() + ", « branche » et « cible » ne vont pas ensemble ainsi");
        }
    }

    /** Code of the branch, {@code null} for the platform. */
    public String branche() {
        return portee.branche().orElse(null);
    }
}
