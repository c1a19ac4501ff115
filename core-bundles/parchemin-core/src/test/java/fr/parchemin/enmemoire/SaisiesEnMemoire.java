package fr.parchemin.enmemoire;

import fr.parchemin.evaluation.Saisie;
import fr.parchemin.evaluation.Saisies;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The filled grids. */
public final class SaisiesEnMemoire implements Saisies {

    private record Key(UUID candidature, String epreuve, String evaluateur, int passage) {}

    private final Base.Table<Key, Saisie> grids;

    public SaisiesEnMemoire(Base base) {
        grids = base.table();
    }

    @Override
    public List<Saisie> of(UUID candidature) {
        return grids.rows().values().stream()
                .filter(s -> s.candidature().equals(candidature))
                .sorted(Comparator.comparing(Saisie::epreuve)
                        .thenComparing(Saisie::evaluateur)
                        .thenComparing(Saisie::passage))
                .toList();
    }

    @Override
    public Map<UUID, List<Saisie>> of(Collection<UUID> candidatures) {
        return candidatures.stream().distinct().collect(Collectors.toMap(id -> id, this::of));
    }

    @Override
    public void put(Saisie saisie) {
        grids.put(new Key(saisie.candidature(), saisie.epreuve(), saisie.evaluateur(), saisie.passage()), saisie);
    }

    @Override
    public void replaceAll(UUID candidature, List<Saisie> saisies) {
        grids.rows().keySet().stream()
                .filter(k -> k.candidature().equals(candidature))
                .toList()
                .forEach(grids::remove);
        saisies.forEach(this::put);
    }
}
