package fr.parchemin.acces;

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

    /** Code of the branch, {@code null} for the platform. */
    public String branche() {
        return portee.branche().orElse(null);
    }
}
