package fr.parchemin.acces;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Refus;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who acts: an identified account with what it may do. */
public record Acteur(String identifiant, String nom, Set<Habilitation> habilitations) {

    public Acteur {
        habilitations = Set.copyOf(habilitations);
    }

    public boolean is(Role role, String branche) {
        return habilitations.contains(new Habilitation(role, role.isOfPlatform() ? null : branche));
    }

    /** Whether this account holds any role for the branch. */
    public boolean isMemberOf(String branche) {
        return habilitations.stream().anyMatch(h -> branche.equals(h.branche()));
    }

    /** The refusal when none of the roles is held for the branch. */
    public Optional<Refus> lacks(String branche, Role... roles) {
        return Arrays.stream(roles).anyMatch(role -> is(role, branche))
                ? Optional.empty()
                : Optional.of(Refus.of(
                        CodeRefus.ACCES_REFUSE,
                        Arrays.stream(roles).map(Role::libelle).collect(Collectors.joining(" ou "))
                                + (branche == null ? "" : ", pour la branche « " + branche + " »")));
    }

    /** The branches for which the role is held. */
    public Set<String> branches(Role role) {
        return habilitations.stream()
                .filter(h -> h.role() == role && h.branche() != null)
                .map(Habilitation::branche)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What transactions in this account's name may reach: its branches, and what is about the platform itself for a role
     * of the platform.
     */
    public Perimetre perimetre() {
        return new Perimetre.Branches(branches(), habilitations.stream().anyMatch(h -> h.branche() == null));
    }

    /** The branches for which any role is held. */
    public Set<String> branches() {
        return habilitations.stream()
                .map(Habilitation::branche)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
