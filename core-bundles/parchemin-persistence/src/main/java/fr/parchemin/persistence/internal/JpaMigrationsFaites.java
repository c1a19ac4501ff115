package fr.parchemin.persistence.internal;

import fr.parchemin.migration.Migration;
import fr.parchemin.migration.MigrationsFaites;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The migrations of files, in the table migration_dossier. */
@Component(service = MigrationsFaites.class)
public final class JpaMigrationsFaites implements MigrationsFaites {

    private final Unit unit;

    @Activate
    public JpaMigrationsFaites(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public List<Migration> of(UUID candidature) {
        return unit.reading()
                .createQuery(
                        "select m from MigrationDossier m where m.candidature = :candidature order by m.rang",
                        MigrationEntity.class)
                .setParameter("candidature", candidature)
                .getResultStream()
                .map(MigrationEntity::toMigration)
                .toList();
    }

    @Override
    public void add(Migration migration) {
        EntityManager manager = unit.writing();
        manager.persist(new MigrationEntity(migration, JpaCandidatures.branche(manager, migration.candidature())));
        manager.flush();
    }

    @Override
    public void update(Migration migration) {
        EntityManager manager = unit.writing();
        MigrationEntity stored = manager.find(MigrationEntity.class, migration.id());
        if (stored == null) {
            throw new IllegalStateException("no migration " + migration.id() + " to update");
        }
        stored.undo(migration);
        manager.flush();
    }

    @Override
    public Map<String, Long> openFiles(String branche, String certification) {
        // personne_ouverte is what says that no jury has closed the file.
        return unit.reading()
                .createQuery(
                        "select c.version, count(c.id) from Candidature c where c.branche = :branche"
                                + " and c.certification = :certification and c.personneOuverte is not null"
                                + " group by c.version",
                        Object[].class)
                .setParameter("branche", branche)
                .setParameter("certification", certification)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }
}
