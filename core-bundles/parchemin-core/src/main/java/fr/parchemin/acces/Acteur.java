package fr.parchemin.acces;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Refus;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who acts: an identified account with what it may be today. What that allows is said by {@link Droit}. */
public record Acteur(String identifiant, String nom, Set<Habilitation> habilitations) {

    public Acteur {
        habilitations = Set.copyOf(habilitations);
    }

    /** Whether the role is held for the whole branch, or for the platform. */
    public boolean is(Role role, String branche) {
        return habilitations.contains(new Habilitation(role, role.isOfPlatform() ? null : branche));
    }

    /** Whether this account holds any role in the branch. */
    public boolean isMemberOf(String branche) {
        return habilitations.stream().anyMatch(h -> branche.equals(h.branche()));
    }

    public boolean may(Droit droit, Objet objet) {
        return droit.isForEverybodySignedIn() || habilitations.stream().anyMatch(h -> droit.grants(this, h, objet));
    }

    /** The refusal when the act is not for this account. */
    public Optional<Refus> lacks(Droit droit, Objet objet) {
        return may(droit, objet)
                ? Optional.empty()
                : Optional.of(Refus.of(
                        CodeRefus.ACCES_REFUSE,
                        droit.who()
                                + (objet.branche() == null ? "" : ", pour la branche « " + objet.branche() + " »")));
    }

    /** The refusal when the act is for none of the roles of this account, whatever the object. */
    public Optional<Refus> lacksAnywhere(Droit droit) {
        return droit.isForEverybodySignedIn()
                        || habilitations.stream()
                                .anyMatch(h -> droit.lien(h.role()).isPresent())
                ? Optional.empty()
                : Optional.of(Refus.of(CodeRefus.ACCES_REFUSE, droit.who()));
    }

    /** The branches in which some object is within reach of the act. */
    public Set<String> branches(Droit droit) {
        return branchesWhere(h -> droit.lien(h.role()).isPresent());
    }

    /** The branches of which the act reaches each object that is so tied to the account. */
    public Set<String> branches(Droit droit, Lien lien) {
        return branchesWhere(h -> h.portee() instanceof Portee.DeBranche
                && droit.lien(h.role()).filter(lien::equals).isPresent());
    }

    /** The portées narrower than a branch within which the act is allowed. */
    public Set<Portee> narrow(Droit droit) {
        return habilitations.stream()
                .filter(h -> droit.lien(h.role()).isPresent())
                .map(Habilitation::portee)
                .filter(p -> p.cible().isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The branches for which any role is held. */
    public Set<String> branches() {
        return branchesWhere(h -> true);
    }

    private Set<String> branchesWhere(Predicate<Habilitation> held) {
        return habilitations.stream()
                .filter(held)
                .map(Habilitation::branche)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
