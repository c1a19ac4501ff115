package fr.parchemin.persistence.internal;

import fr.parchemin.acces.JetonsApi;
import fr.parchemin.acte.HeureLegale;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tokens of the interface, in the table jeton_api. */
@Component(service = JetonsApi.class)
public final class JpaJetonsApi implements JetonsApi {

    private final Unit unit;

    @Activate
    public JpaJetonsApi(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public void add(JetonApi jeton) {
        EntityManager manager = unit.writing();
        manager.persist(new JetonApiEntity(jeton));
        manager.flush();
    }

    @Override
    public Optional<Porteur> find(String empreinte, Instant now) {
        List<Object[]> rows = unit.reading()
                .createQuery(
                        // The account comes first: a join can only speak of what stands before it.
                        "select c, a, j from Compte c left join Attribution a on a.identifiant = c.identifiant and "
                                + AttributionEntity.IN_FORCE
                                + ", JetonApi j where c.identifiant = j.identifiant and j.empreinte = :empreinte and"
                                + " j.expireLe > :now",
                        Object[].class)
                .setParameter("empreinte", empreinte)
                .setParameter("now", now)
                .setParameter("jour", LocalDate.ofInstant(now, HeureLegale.ZONE))
                .getResultList();
        return JpaComptes.fromRows(rows)
                .map(compte -> new Porteur(((JetonApiEntity) rows.get(0)[2]).toJeton(), compte));
    }

    @Override
    public List<JetonApi> of(String identifiant) {
        return unit.reading()
                .createQuery(
                        "select j from JetonApi j where j.identifiant = :identifiant order by j.creeLe desc, j.id",
                        JetonApiEntity.class)
                .setParameter("identifiant", identifiant)
                .getResultStream()
                .map(JetonApiEntity::toJeton)
                .toList();
    }

    @Override
    public void use(UUID id, LocalDate day) {
        unit.writing()
                .createQuery("update JetonApi j set j.serviLe = :day where j.id = :id")
                .setParameter("id", id)
                .setParameter("day", day)
                .executeUpdate();
    }

    @Override
    public boolean remove(String identifiant, UUID id) {
        return unit.writing()
                        .createQuery("delete from JetonApi j where j.identifiant = :identifiant and j.id = :id")
                        .setParameter("identifiant", identifiant)
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }
}
