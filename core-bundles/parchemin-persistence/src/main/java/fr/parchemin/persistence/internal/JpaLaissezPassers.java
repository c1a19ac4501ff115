package fr.parchemin.persistence.internal;

import fr.parchemin.acces.LaissezPasser;
import fr.parchemin.acces.LaissezPasser.Nature;
import fr.parchemin.acces.LaissezPassers;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What serves once, in the table laissez_passer. */
@Component(service = LaissezPassers.class)
public final class JpaLaissezPassers implements LaissezPassers {

    private final Unit unit;

    @Activate
    public JpaLaissezPassers(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public void add(LaissezPasser laissezPasser) {
        EntityManager manager = unit.writing();
        manager.persist(new LaissezPasserEntity(laissezPasser));
        manager.flush();
    }

    @Override
    public Optional<LaissezPasser> find(String empreinte, Nature nature, Instant now) {
        return unit.reading()
                .createQuery(
                        "select l from LaissezPasser l where l.empreinte = :empreinte and l.nature = :nature"
                                + " and l.expireLe > :now",
                        LaissezPasserEntity.class)
                .setParameter("empreinte", empreinte)
                .setParameter("nature", nature.name())
                .setParameter("now", now)
                .getResultStream()
                .findFirst()
                .map(LaissezPasserEntity::toLaissezPasser);
    }

    @Override
    public boolean remove(String empreinte) {
        return unit.writing()
                        .createQuery("delete from LaissezPasser l where l.empreinte = :empreinte")
                        .setParameter("empreinte", empreinte)
                        .executeUpdate()
                > 0;
    }

    @Override
    public void removeAll(String identifiant, Nature nature) {
        unit.writing()
                .createQuery("delete from LaissezPasser l where l.identifiant = :identifiant and l.nature = :nature")
                .setParameter("identifiant", identifiant)
                .setParameter("nature", nature.name())
                .executeUpdate();
    }

    @Override
    public Optional<Instant> newest(String identifiant, Nature nature) {
        return unit.reading()
                .createQuery(
                        "select l from LaissezPasser l where l.identifiant = :identifiant and l.nature = :nature"
                                + " order by l.creeLe desc",
                        LaissezPasserEntity.class)
                .setParameter("identifiant", identifiant)
                .setParameter("nature", nature.name())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(entity -> entity.toLaissezPasser().creeLe());
    }

    @Override
    public void removeExpired(Instant now) {
        unit.writing()
                .createQuery("delete from LaissezPasser l where l.expireLe <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
