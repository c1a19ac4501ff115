package fr.parchemin.enmemoire;

import fr.parchemin.liste.Liste;
import fr.parchemin.liste.VueEnregistree;
import fr.parchemin.liste.VuesEnregistrees;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The views, in the order of their coming. */
final class VuesEnMemoire implements VuesEnregistrees {

    private final Base.Table<UUID, VueEnregistree> vues;

    VuesEnMemoire(Base base) {
        vues = base.table();
    }

    @Override
    public List<VueEnregistree> of(String identifiant, Liste liste) {
        return vues.rows().values().stream()
                .filter(v -> v.identifiant().equals(identifiant) && v.liste() == liste)
                .toList();
    }

    @Override
    public Optional<VueEnregistree> find(String identifiant, UUID id) {
        return Optional.ofNullable(vues.rows().get(id))
                .filter(v -> v.identifiant().equals(identifiant));
    }

    @Override
    public void lock(String identifiant) {
        vues.size(); // one act at a time has the floor anyway
    }

    @Override
    public void add(VueEnregistree vue) {
        forgetDefaut(vue);
        vues.add(vue.id(), vue);
    }

    @Override
    public void update(VueEnregistree vue) {
        forgetDefaut(vue);
        vues.put(vue.id(), vue);
    }

    private void forgetDefaut(VueEnregistree vue) {
        if (vue.defaut()) {
            of(vue.identifiant(), vue.liste()).forEach(other -> vues.put(other.id(), other.withDefaut(false)));
        }
    }

    @Override
    public boolean remove(String identifiant, UUID id) {
        boolean there = find(identifiant, id).isPresent();
        if (there) {
            vues.remove(id);
        }
        return there;
    }
}
