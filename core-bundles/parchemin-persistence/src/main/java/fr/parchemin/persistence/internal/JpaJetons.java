package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Jeton;
import fr.parchemin.acces.Jetons;
import fr.parchemin.acces.Moyen;
import fr.parchemin.acte.HeureLegale;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The opened sessions, in the table jeton. */
@Component(service = Jetons.class)
public final class JpaJetons implements Jetons {

    private final Unit unit;

    @Activate
    public JpaJetons(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public void add(Jeton jeton) {
        EntityManager manager = unit.writing();
        manager.persist(new JetonEntity(jeton));
        manager.flush();
    }

    @Override
    public Optional<Porteur> find(String empreinte, Instant now) {
        List<Object[]> rows = unit.reading()
                .createQuery(
                        // The account comes first: a join can only speak of what stands before it.
                        "select c, a, j from Compte c left join Attribution a on a.identifiant = c.identifiant and "
                                + AttributionEntity.IN_FORCE
                                + ", Jeton j where c.identifiant = j.identifiant and j.empreinte = :empreinte and"
                                + " j.expireLe > :now",
                        Object[].class)
                .setParameter("empreinte", empreinte)
                .setParameter("now", now)
                .setParameter("jour", LocalDate.ofInstant(now, HeureLegale.ZONE))
                .getResultList();
        return JpaComptes.fromRows(rows).map(compte -> new Porteur(((JetonEntity) rows.get(0)[2]).toJeton(), compte));
    }

    @Override
    public List<Jeton> of(String identifiant, Instant now) {
        return unit.reading()
                .createQuery(
                        "select j from Jeton j where j.identifiant = :identifiant and j.expireLe > :now"
                                + " order by j.ouvertLe desc, j.id",
                        JetonEntity.class)
                .setParameter("identifiant", identifiant)
                .setParameter("now", now)
                .getResultStream()
                .map(JetonEntity::toJeton)
                .toList();
    }

    @Override
    public void touch(String empreinte, Instant now) {
        unit.writing()
                .createQuery(
                        "update Jeton j set j.activeLe = :now where j.empreinte = :empreinte and j.activeLe < :now")
                .setParameter("empreinte", empreinte)
                .setParameter("now", now)
                .executeUpdate();
    }

    @Override
    public void elevate(String empreinte, Moyen by, Instant until) {
        unit.writing()
                .createQuery(
                        "update Jeton j set j.moyen = :moyen, j.eleveJusquA = :until where j.empreinte = :empreinte")
                .setParameter("empreinte", empreinte)
                .setParameter("moyen", by.name())
                .setParameter("until", until)
                .executeUpdate();
    }

    @Override
    public void remove(String empreinte) {
        unit.writing()
                .createQuery("delete from Jeton j where j.empreinte = :empreinte")
                .setParameter("empreinte", empreinte)
                .executeUpdate();
    }

    @Override
    public boolean remove(String identifiant, UUID id) {
        return unit.writing()
                        .createQuery("delete from Jeton j where j.identifiant = :identifiant and j.id = :id")
                        .setParameter("identifiant", identifiant)
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }

    @Override
    public int removeAll(String identifiant, UUID but) {
        String all = "delete from Jeton j where j.identifiant = :identifiant";
        Query query = but == null
                ? unit.writing().createQuery(all)
                : unit.writing().createQuery(all + " and j.id <> :but").setParameter("but", but);
        return query.setParameter("identifiant", identifiant).executeUpdate();
    }

    @Override
    public void removeExpired(Instant now) {
        unit.writing()
                .createQuery("delete from Jeton j where j.expireLe <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
