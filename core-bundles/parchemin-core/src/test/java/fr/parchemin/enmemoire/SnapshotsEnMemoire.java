package fr.parchemin.enmemoire;

import fr.parchemin.referentiel.Snapshot;
import fr.parchemin.referentiel.Snapshots;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The snapshots of référentiels. */
public final class SnapshotsEnMemoire implements Snapshots {

    private record Key(String branche, String certification, String version) {}

    private final Base.Table<Key, Snapshot> snapshots;
    private int reads;

    public SnapshotsEnMemoire(Base base) {
        snapshots = base.table();
    }

    @Override
    public Optional<Snapshot> find(String branche, String certification, String version) {
        reads++;
        return Optional.ofNullable(snapshots.rows().get(new Key(branche, certification, version)));
    }

    /** How many times a whole snapshot was asked for. */
    public int reads() {
        return reads;
    }

    @Override
    public List<Snapshot.Reference> references(String branche) {
        return snapshots.rows().values().stream()
                .filter(s -> s.branche().equals(branche))
                .sorted(Comparator.comparing(Snapshot::certification).thenComparing(Snapshot::admisLe))
                .map(Snapshot::reference)
                .toList();
    }

    @Override
    public void add(Snapshot snapshot) {
        snapshots.add(new Key(snapshot.branche(), snapshot.certification(), snapshot.version()), snapshot);
    }
}
