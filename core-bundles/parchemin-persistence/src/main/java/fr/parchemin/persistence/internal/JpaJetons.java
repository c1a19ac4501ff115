package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Jeton;
import fr.parchemin.acces.Jetons;
import fr.parchemin.acte.HeureLegale;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
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
    public Optional<Compte> findCompte(String empreinte, Instant now) {
        return JpaComptes.fromRows(unit.reading()
                .createQuery(
                        "select c, a from Compte c left join Attribution a on a.identifiant = c.identifiant and "
                                + AttributionEntity.IN_FORCE
                                + " where c.identifiant = (select j.identifiant from Jeton j"
                                + " where j.empreinte = :empreinte and j.expireLe > :now)",
                        Object[].class)
                .setParameter("empreinte", empreinte)
                .setParameter("now", now)
                .setParameter("jour", LocalDate.ofInstant(now, HeureLegale.ZONE))
                .getResultList());
    }

    @Override
    public void remove(String empreinte) {
        unit.writing()
                .createQuery("delete from Jeton j where j.empreinte = :empreinte")
                .setParameter("empreinte", empreinte)
                .executeUpdate();
    }

    @Override
    public void removeExpired(Instant now) {
        unit.writing()
                .createQuery("delete from Jeton j where j.expireLe <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
