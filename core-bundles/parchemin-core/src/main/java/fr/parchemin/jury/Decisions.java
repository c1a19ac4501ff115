package fr.parchemin.jury;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Port: the decisions; they are added, never changed. */
public interface Decisions {

    /** The last decision on a candidature. */
    Optional<Decision> lastOf(UUID candidature);

    /** The last decision on each of the candidatures that has one; one query. */
    Map<UUID, Decision> lastOf(Collection<UUID> candidatures);

    void add(Decision decision);
}
