package fr.parchemin.acces;

import fr.parchemin.acte.Outcome;
import java.util.List;
import java.util.UUID;

/** The sessions of an account, for its owner. */
public interface SessionsOuvertes {

    /** The sessions of who asks that still open something, the newest first. */
    List<Jeton> list(Acteur by);

    /** Ends one of them; RESSOURCE_INCONNUE when it is not theirs or has ended. */
    Outcome<Void> revoke(Acteur by, UUID session);

    /** Ends all of them but the one that asks; how many there were. */
    Outcome<Integer> revokeOthers(Identite by);
}
