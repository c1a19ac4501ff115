package fr.parchemin.brouillon;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: the drafts, sealed. */
public interface BrouillonsGardes {

    /**
     * A draft as it is kept.
     *
     * @param contenu sealed
     */
    record Garde(String identifiant, String formulaire, String contenu, Instant gardeLe, Instant expireLe) {}

    Optional<Garde> find(String identifiant, String formulaire);

    /** Those of the account, the newest first; one query. */
    List<Garde> of(String identifiant);

    /** Keeps it in place of an earlier one of the same account and form. */
    void put(Garde garde);

    void remove(String identifiant, String formulaire);

    /** Forgets those that are over. */
    void removeExpired(Instant now);
}
