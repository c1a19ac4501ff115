package fr.parchemin.notification;

import fr.parchemin.acces.Role;
import java.util.Set;

/** Port: who holds a role that makes an act concern them. */
public interface Destinataires {

    /**
     * The accounts that today hold one of some roles for the whole branch, or one of others for one of these targets only
     * (a file, a jury, an organisme); one query.
     *
     * @param limite most accounts to give
     */
    Set<String> holding(String branche, Set<Role> forTheBranch, Set<Role> forATarget, Set<String> targets, int limite);
}
