package fr.parchemin.attente;

import fr.parchemin.acces.Role;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.jury.Jury;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Port: what may await somebody, found in sets; one query each, and one for each kind of their parts. */
public interface Attendus {

    /** Which of the files of some branches and states. */
    sealed interface Parmi {
        /** All of them. */
        record Tous() implements Parmi {}

        /** Those that the account submitted, or of these organismes. */
        record Deposes(String identifiant, Set<String> sirets) implements Parmi {}

        /** Those that the account is designated to mark. */
        record Designes(String identifiant) implements Parmi {}

        /** These. */
        record Nommes(Set<UUID> ids) implements Parmi {}

        /** Those on which a jury decided that the certificate is reached. */
        record Favorables() implements Parmi {}
    }

    /** Files to look for; nothing is found when there are no branches or states. */
    record Choix(Set<String> branches, Set<String> etats, Parmi parmi) {
        public Choix {
            branches = Set.copyOf(branches);
            etats = Set.copyOf(etats);
        }
    }

    /** The oldest first. */
    List<Candidature> oldest(Choix choix, int limite);

    long count(Choix choix);

    /**
     * How many files wait before each jury, by its id.
     *
     * @param branches of which all juries count
     * @param jurys of which these count besides
     */
    Map<UUID, Long> presentees(Set<String> branches, Set<UUID> jurys);

    /** These juries. */
    List<Jury> jurys(Collection<UUID> ids);

    /** The juries of the branches from that day on, the next first. */
    List<Jury> jurysFrom(Set<String> branches, LocalDate day, int limite);

    /** Those of them whose list of members nobody validated. */
    List<Jury> jurysToValidate(Set<String> branches, LocalDate day, int limite);

    /** How many active accounts hold one of these roles that day and have no second factor. */
    long withoutSecondFacteur(Set<Role> roles, LocalDate day);
}
