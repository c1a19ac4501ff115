package fr.parchemin.enmemoire;

import fr.parchemin.candidature.Candidatures;
import fr.parchemin.migration.Migration;
import fr.parchemin.migration.MigrationsFaites;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The migrations done, in the order of their coming. */
public final class MigrationsEnMemoire implements MigrationsFaites {

    private final Base.Table<UUID, Migration> done;
    private final Candidatures candidatures;

    public MigrationsEnMemoire(Base base, Candidatures candidatures) {
        this.done = base.table();
        this.candidatures = candidatures;
    }

    @Override
    public List<Migration> of(UUID candidature) {
        return done.rows().values().stream()
                .filter(m -> m.candidature().equals(candidature))
                .toList();
    }

    @Override
    public void add(Migration migration) {
        done.add(migration.id(), migration);
    }

    @Override
    public void update(Migration migration) {
        done.put(migration.id(), migration);
    }

    @Override
    public Map<String, Long> openFiles(String branche, String certification) {
        return candidatures
                .list(Candidatures.Selection.in(Set.of(branche), Integer.MAX_VALUE)
                        .ofCertification(certification))
                .stream()
                .filter(c -> !c.etat().isClosed())
                .collect(Collectors.groupingBy(c -> c.version(), Collectors.counting()));
    }
}
