package fr.parchemin.persistence.internal;

import fr.parchemin.acces.LienPersonnel;
import fr.parchemin.acces.LiensPersonnels;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The personal links, in the table lien_personnel. */
@Component(service = LiensPersonnels.class)
public final class JpaLiensPersonnels implements LiensPersonnels {

    private final Unit unit;

    @Activate
    public JpaLiensPersonnels(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public void add(LienPersonnel lien) {
        EntityManager manager = unit.writing();
        manager.persist(new LienPersonnelEntity(lien));
        manager.flush();
    }

    @Override
    public Optional<LienPersonnel> find(String empreinte) {
        return unit.reading()
                .createQuery("select l from LienPersonnel l where l.empreinte = :empreinte", LienPersonnelEntity.class)
                .setParameter("empreinte", empreinte)
                .getResultStream()
                .findFirst()
                .map(LienPersonnelEntity::toLien);
    }

    @Override
    public Optional<LienPersonnel> find(UUID id) {
        return Optional.ofNullable(unit.reading().find(LienPersonnelEntity.class, id))
                .map(LienPersonnelEntity::toLien);
    }

    @Override
    public List<LienPersonnel> of(UUID dossier) {
        return unit.reading()
                .createQuery(
                        "select l from LienPersonnel l where l.candidature = :dossier order by l.creeLe desc, l.id",
                        LienPersonnelEntity.class)
                .setParameter("dossier", dossier)
                .getResultStream()
                .map(LienPersonnelEntity::toLien)
                .toList();
    }

    @Override
    public void open(UUID id, Instant now) {
        unit.writing()
                .createQuery("update LienPersonnel l set l.ouvertLe = :now where l.id = :id and l.ouvertLe is null")
                .setParameter("id", id)
                .setParameter("now", now)
                .executeUpdate();
    }

    @Override
    public boolean revoke(UUID id, String by, Instant now) {
        return unit.writing()
                        .createQuery("update LienPersonnel l set l.retirePar = :by, l.retireLe = :now"
                                + " where l.id = :id and l.retireLe is null")
                        .setParameter("id", id)
                        .setParameter("by", by)
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }
}
