package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Echecs;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The failures to sign in, in the table echec_connexion. */
@Component(service = Echecs.class)
public final class JpaEchecs implements Echecs {

    private final Unit unit;

    @Activate
    public JpaEchecs(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public Optional<Echec> find(String cle) {
        return Optional.ofNullable(unit.reading().find(EchecEntity.class, cle)).map(EchecEntity::toEchec);
    }

    @Override
    public Optional<Echec> findForUpdate(String cle) {
        EntityManager manager = unit.writing();
        Optional<Echec> there = locked(manager, cle);
        if (there.isEmpty()) {
            // A row of no failures, so that there is something to lock; who makes it at this moment is waited for.
            manager.createNativeQuery("insert into echec_connexion (cle, nombre, libre_le, dernier_le)"
                            + " values (?1, 0, timestamp '1970-01-01 00:00:00', timestamp '1970-01-01 00:00:00')"
                            + " on conflict do nothing")
                    .setParameter(1, cle)
                    .executeUpdate();
            there = locked(manager, cle);
        }
        return there;
    }

    private static Optional<Echec> locked(EntityManager manager, String cle) {
        return manager.createQuery("select e from Echec e where e.cle = :cle", EchecEntity.class)
                .setParameter("cle", cle)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .map(EchecEntity::toEchec);
    }

    @Override
    public void put(Echec echec) {
        EntityManager manager = unit.writing();
        EchecEntity kept = manager.find(EchecEntity.class, echec.cle());
        if (kept == null) {
            manager.persist(new EchecEntity(echec));
        } else {
            kept.set(echec);
        }
        manager.flush();
    }

    @Override
    public void remove(String cle) {
        unit.writing()
                .createQuery("delete from Echec e where e.cle = :cle")
                .setParameter("cle", cle)
                .executeUpdate();
    }

    @Override
    public void removeBefore(Instant moment) {
        unit.writing()
                .createQuery("delete from Echec e where e.dernierLe < :moment")
                .setParameter("moment", moment)
                .executeUpdate();
    }
}
