package fr.parchemin.persistence.internal;

import fr.parchemin.courriel.BoiteEnvoi;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The mail that waits, in the table courriel_sortant. */
@Component(service = BoiteEnvoi.class)
public final class JpaBoiteEnvoi implements BoiteEnvoi {

    private final Unit unit;

    @Activate
    public JpaBoiteEnvoi(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public void add(Envoi envoi) {
        EntityManager manager = unit.writing();
        manager.persist(new EnvoiEntity(envoi));
        manager.flush();
    }

    @Override
    public List<UUID> due(Instant now, int limite) {
        return unit.reading()
                .createQuery(
                        "select e.id from Envoi e where e.etat = :etat and e.prochainEssai <= :now"
                                + " order by e.creeLe, e.id",
                        UUID.class)
                .setParameter("etat", Etat.A_ENVOYER.name())
                .setParameter("now", now)
                .setMaxResults(limite)
                .getResultList();
    }

    @Override
    public Optional<Envoi> claim(UUID id, Instant now, Instant bail) {
        EntityManager manager = unit.writing();
        // One statement: of two nodes that find it due, the second changes nothing.
        int taken = manager.createQuery("update Envoi e set e.essais = e.essais + 1, e.prochainEssai = :bail"
                        + " where e.id = :id and e.etat = :etat and e.prochainEssai <= :now")
                .setParameter("id", id)
                .setParameter("etat", Etat.A_ENVOYER.name())
                .setParameter("now", now)
                .setParameter("bail", bail)
                .executeUpdate();
        return taken == 0
                ? Optional.empty()
                : manager.createQuery("select e from Envoi e where e.id = :id", EnvoiEntity.class)
                        .setParameter("id", id)
                        .getResultStream()
                        .findFirst()
                        .map(EnvoiEntity::toEnvoi);
    }

    @Override
    public void update(Envoi envoi) {
        EntityManager manager = unit.writing();
        EnvoiEntity kept = manager.find(EnvoiEntity.class, envoi.id());
        if (kept == null) {
            throw new IllegalStateException("no mail to change");
        }
        kept.set(envoi);
        manager.flush();
    }

    @Override
    public long count(Etat etat) {
        return unit.reading()
                .createQuery("select count(e) from Envoi e where e.etat = :etat", Long.class)
                .setParameter("etat", etat.name())
                .getSingleResult();
    }

    @Override
    public void removeBefore(Instant moment) {
        unit.writing()
                .createQuery("delete from Envoi e where e.etat <> :etat and e.creeLe < :moment")
                .setParameter("etat", Etat.A_ENVOYER.name())
                .setParameter("moment", moment)
                .executeUpdate();
    }
}
