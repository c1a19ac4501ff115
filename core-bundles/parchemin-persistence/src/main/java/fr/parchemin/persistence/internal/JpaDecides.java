package fr.parchemin.persistence.internal;

import fr.parchemin.parametre.Decides;
import fr.parchemin.parametre.Entree;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The parameters decided, in the tables parametre and parametre_annulation. */
@Component(service = Decides.class)
public final class JpaDecides implements Decides {

    private final Unit unit;

    @Activate
    public JpaDecides(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public List<Entree> of(String branche) {
        return unit
                .reading()
                .createQuery(
                        "select p, a from Parametre p left join Annulation a on a.parametre = p.id"
                                + " where p.branche = :branche order by p.rang",
                        Object[].class)
                .setParameter("branche", branche)
                .getResultList()
                .stream()
                .map(row -> ((ParametreEntity) row[0])
                        .toEntree(Optional.ofNullable((AnnulationEntity) row[1]).map(AnnulationEntity::toAnnulation)))
                .toList();
    }

    @Override
    public void add(Entree entree) {
        EntityManager manager = unit.writing();
        manager.persist(new ParametreEntity(entree));
        manager.flush();
    }

    @Override
    public void cancel(UUID entree, Entree.Annulation annulation) {
        EntityManager manager = unit.writing();
        ParametreEntity cancelled = manager.find(ParametreEntity.class, entree);
        if (cancelled == null) {
            throw new IllegalStateException("no parameter " + entree + " to cancel");
        }
        manager.persist(new AnnulationEntity(entree, cancelled.branche(), annulation));
        manager.flush();
    }
}
