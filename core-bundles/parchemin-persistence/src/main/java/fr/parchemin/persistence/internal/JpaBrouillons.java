package fr.parchemin.persistence.internal;

import fr.parchemin.brouillon.BrouillonsGardes;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The drafts, in the table brouillon. */
@Component(service = BrouillonsGardes.class)
public final class JpaBrouillons implements BrouillonsGardes {

    private final Unit unit;

    @Activate
    public JpaBrouillons(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public Optional<Garde> find(String identifiant, String formulaire) {
        return Optional.ofNullable(
                        unit.reading().find(BrouillonEntity.class, new BrouillonEntity.Key(identifiant, formulaire)))
                .map(BrouillonEntity::toGarde);
    }

    @Override
    public List<Garde> of(String identifiant) {
        return unit.reading()
                .createQuery(
                        "select b from Brouillon b where b.identifiant = :identifiant"
                                + " order by b.gardeLe desc, b.formulaire",
                        BrouillonEntity.class)
                .setParameter("identifiant", identifiant)
                .getResultStream()
                .map(BrouillonEntity::toGarde)
                .toList();
    }

    @Override
    public void put(Garde garde) {
        EntityManager manager = unit.writing();
        BrouillonEntity kept =
                manager.find(BrouillonEntity.class, new BrouillonEntity.Key(garde.identifiant(), garde.formulaire()));
        if (kept == null) {
            manager.persist(new BrouillonEntity(garde));
        } else {
            kept.set(garde);
        }
        manager.flush();
    }

    @Override
    public void remove(String identifiant, String formulaire) {
        EntityManager manager = unit.writing();
        BrouillonEntity kept = manager.find(BrouillonEntity.class, new BrouillonEntity.Key(identifiant, formulaire));
        if (kept != null) {
            manager.remove(kept);
            manager.flush();
        }
    }

    @Override
    public void removeExpired(Instant now) {
        unit.writing()
                .createQuery("delete from Brouillon b where b.expireLe <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
