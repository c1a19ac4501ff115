package fr.parchemin.referentiel;

import java.util.List;
import java.util.Optional;

/** Port: the snapshots of référentiels. They are added, never changed or removed. */
public interface Snapshots {

    Optional<Snapshot> find(String branche, String certification, String version);

    /** What is kept of a branch, ordered by certification then admission. */
    List<Snapshot.Reference> references(String branche);

    void add(Snapshot snapshot);
}
