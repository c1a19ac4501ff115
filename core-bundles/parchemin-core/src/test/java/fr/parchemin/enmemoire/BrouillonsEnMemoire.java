package fr.parchemin.enmemoire;

import fr.parchemin.brouillon.BrouillonsGardes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The drafts, sealed. */
public final class BrouillonsEnMemoire implements BrouillonsGardes {

    private final Base.Table<List<String>, Garde> gardes;

    public BrouillonsEnMemoire(Base base) {
        gardes = base.table();
    }

    @Override
    public Optional<Garde> find(String identifiant, String formulaire) {
        return Optional.ofNullable(gardes.rows().get(List.of(identifiant, formulaire)));
    }

    @Override
    public List<Garde> of(String identifiant) {
        return gardes.rows().values().stream()
                .filter(g -> g.identifiant().equals(identifiant))
                .sorted(Comparator.comparing(Garde::gardeLe).reversed())
                .toList();
    }

    @Override
    public void put(Garde garde) {
        gardes.put(List.of(garde.identifiant(), garde.formulaire()), garde);
    }

    @Override
    public void remove(String identifiant, String formulaire) {
        gardes.remove(List.of(identifiant, formulaire));
    }

    @Override
    public void removeExpired(Instant now) {
        gardes.rows().values().stream()
                .filter(g -> !now.isBefore(g.expireLe()))
                .forEach(g -> remove(g.identifiant(), g.formulaire()));
    }

    /** Everything that lies in the store, as it lies there. */
    public List<Garde> all() {
        return List.copyOf(gardes.rows().values());
    }
}
