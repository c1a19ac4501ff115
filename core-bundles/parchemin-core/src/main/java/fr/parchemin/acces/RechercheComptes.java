package fr.parchemin.acces;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Port: looks for accounts. */
public interface RechercheComptes {

    /** Where an account stands, as people look for it. */
    enum Situation {
        ACTIF("actif"),
        /** It failed to sign in so often that it has to wait. */
        VERROUILLE("verrouillé"),
        INVITE("invité"),
        SUSPENDU("suspendu");

        private final String libelle;

        Situation(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }

    /**
     * Which accounts to list, in the order of their identifiants.
     *
     * @param branches only those that hold or ever held a role in one of these; {@code null} for all, nothing when empty
     * @param texte part of identifiant, name or address, in lower case; {@code null} for any
     * @param role only those that hold it today, {@code null} for any
     * @param branche only those that hold a role there today, {@code null} for any; together with {@code role}, that role
     * @param situation {@code null} for any
     * @param now when locks and roles are looked at
     * @param apres identifiant after which to go on, {@code null} for the first
     * @param limite most to give
     */
    record Selection(
            Set<String> branches,
            String texte,
            Role role,
            String branche,
            Situation situation,
            Instant now,
            String apres,
            int limite) {
        public Selection {
            branches = branches == null ? null : Set.copyOf(branches);
        }
    }

    /** An account with the roles it holds today, and whether it has to wait before it may sign in. */
    record Trouve(Compte compte, boolean verrouille) {
        public Situation situation() {
            return switch (compte.etat()) {
                case INVITE -> Situation.INVITE;
                case SUSPENDU -> Situation.SUSPENDU;
                case ACTIF -> verrouille ? Situation.VERROUILLE : Situation.ACTIF;
            };
        }
    }

    /** Three queries, whatever the number of accounts. */
    List<Trouve> search(Selection selection);
}
