package fr.parchemin.acces;

import java.util.Objects;

/**
 * A role held for a branch.
 *
 * @param branche code of the branch; {@code null} exactly for the roles of the platform
 */
public record Habilitation(Role role, String branche) {

    public Habilitation {
        Objects.requireNonNull(role);
        if (role.isOfPlatform() != (branche == null)) {
            throw new IllegalArgumentException("role " + role + " with branche " + branche);
        }
    }
}
