package fr.parchemin.enmemoire;

import fr.parchemin.parametre.Decides;
import fr.parchemin.parametre.Entree;
import java.util.List;
import java.util.UUID;

/** The parameters decided, in the order in which they were. */
public final class DecidesEnMemoire implements Decides {

    private final Base.Table<UUID, Entree> entrees;
    private final Base.Table<UUID, Entree.Annulation> annulations;

    public DecidesEnMemoire(Base base) {
        entrees = base.table(Entree::branche);
        annulations = base.table();
    }

    @Override
    public List<Entree> of(String branche) {
        return entrees.rows().values().stream()
                .filter(e -> e.branche().equals(branche))
                .map(e -> annulations.rows().containsKey(e.id())
                        ? e.cancelled(annulations.rows().get(e.id()))
                        : e)
                .toList();
    }

    @Override
    public void add(Entree entree) {
        entrees.add(entree.id(), entree);
    }

    @Override
    public void cancel(UUID entree, Entree.Annulation annulation) {
        annulations.add(entree, annulation);
    }
}
