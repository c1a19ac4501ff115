package fr.parchemin.personne;

import fr.parchemin.candidature.Candidat;
import java.time.Instant;

/** Port: reaches a person, by mail or letter, past every branch. */
public interface AvisPersonne {

    /**
     * Asks the person whether a new application is theirs. Returns at once; what cannot be sent is the sender's to log.
     *
     * @param connue the identity that was known, whose address is the one to write to: whoever typed the new one may not
     *     be that person
     * @param jeton what confirms the link, see {@link Rattachements#confirm}
     */
    void askWhetherTheirs(Candidat connue, String jeton, Instant expireLe);
}
