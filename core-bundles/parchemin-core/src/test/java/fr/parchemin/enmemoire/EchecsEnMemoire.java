package fr.parchemin.enmemoire;

import fr.parchemin.acces.Echecs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The failures to sign in. */
public final class EchecsEnMemoire implements Echecs {

    private final Base.Table<String, Echec> echecs;

    public EchecsEnMemoire(Base base) {
        echecs = base.table();
    }

    @Override
    public Optional<Echec> find(String cle) {
        return Optional.ofNullable(echecs.rows().get(cle));
    }

    @Override
    public Optional<Echec> findForUpdate(String cle) {
        return find(cle);
    }

    @Override
    public void put(Echec echec) {
        echecs.put(echec.cle(), echec);
    }

    @Override
    public void remove(String cle) {
        echecs.remove(cle);
    }

    @Override
    public void removeBefore(Instant moment) {
        List.copyOf(echecs.rows().values()).stream()
                .filter(e -> e.dernierLe().isBefore(moment))
                .forEach(e -> echecs.remove(e.cle()));
    }

    public List<Echec> all() {
        return List.copyOf(echecs.rows().values());
    }
}
