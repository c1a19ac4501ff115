package fr.parchemin.persistence.internal;

import fr.parchemin.referentiel.Snapshot;
import fr.parchemin.referentiel.Snapshots;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The snapshots of référentiels, in the table referentiel_snapshot. */
@Component(service = Snapshots.class)
public final class JpaSnapshots implements Snapshots {

    private final Unit unit;

    @Activate
    public JpaSnapshots(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public Optional<Snapshot> find(String branche, String certification, String version) {
        return Optional.ofNullable(unit.reading()
                        .find(SnapshotEntity.class, new SnapshotEntity.Key(branche, certification, version)))
                .map(SnapshotEntity::toSnapshot);
    }

    @Override
    public List<Snapshot.Reference> references(String branche) {
        return unit.reading()
                .createQuery(
                        "select s.certification, s.version, s.empreinte from Snapshot s where s.branche = :branche"
                                + " order by s.certification, s.admisLe, s.version",
                        Object[].class)
                .setParameter("branche", branche)
                .getResultStream()
                .map(row -> new Snapshot.Reference(branche, (String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Two nodes that are given the same branch at the same moment keep the same snapshot: the second finds it there
     * and has nothing to add. Another content under the same version is a conflict.
     */
    @Override
    public void add(Snapshot snapshot) {
        EntityManager manager = unit.writing();
        int added = manager.createNativeQuery("insert into referentiel_snapshot"
                        + " (branche, certification, version, empreinte, contenu, admis_le)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing")
                .setParameter(1, snapshot.branche())
                .setParameter(2, snapshot.certification())
                .setParameter(3, snapshot.version())
                .setParameter(4, snapshot.empreinte())
                .setParameter(5, snapshot.contenu())
                .setParameter(6, snapshot.admisLe())
                .executeUpdate();
        if (added == 0 && !references(snapshot.branche()).contains(snapshot.reference())) {
            throw new OptimisticLockException("another content is kept as " + snapshot.reference());
        }
    }
}
