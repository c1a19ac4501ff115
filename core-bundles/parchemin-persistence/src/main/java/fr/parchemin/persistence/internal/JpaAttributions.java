package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.Attributions;
import fr.parchemin.acces.Portee;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The roles given, in the table attribution. */
@Component(service = Attributions.class)
public final class JpaAttributions implements Attributions {

    private final Unit unit;

    @Activate
    public JpaAttributions(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public List<Attribution> of(String identifiant, int limite) {
        return unit.reading()
                .createQuery(
                        "select a from Attribution a where a.identifiant = :identifiant order by a.rang desc",
                        AttributionEntity.class)
                .setParameter("identifiant", identifiant)
                .setMaxResults(limite)
                .getResultStream()
                .map(AttributionEntity::toAttribution)
                .toList();
    }

    @Override
    public void lock(String identifiant) {
        if (unit.writing().find(CompteEntity.class, identifiant, LockModeType.PESSIMISTIC_WRITE) == null) {
            throw new IllegalStateException("no account to give roles to");
        }
    }

    @Override
    public Optional<Attribution> find(long rang) {
        return Optional.ofNullable(unit.reading().find(AttributionEntity.class, rang))
                .map(AttributionEntity::toAttribution);
    }

    @Override
    public void add(Attribution attribution) {
        insert(unit.writing(), attribution);
    }

    static void insert(EntityManager manager, Attribution attribution) {
        Portee portee = attribution.habilitation().portee();
        manager.createNativeQuery(
                        "insert into attribution (identifiant, role, etendue, branche, cible, du, au,"
                                + " accordee_par, accordee_le, motif) values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as date), ?8, ?9, ?10)")
                .setParameter(1, attribution.identifiant())
                .setParameter(2, attribution.habilitation().role().name())
                .setParameter(3, portee.etendue().name())
                .setParameter(4, portee.branche().orElse(null))
                .setParameter(5, portee.cible().orElse(null))
                .setParameter(6, attribution.du())
                .setParameter(7, attribution.au())
                .setParameter(8, attribution.accordeePar())
                .setParameter(9, attribution.accordeeLe())
                .setParameter(10, attribution.motif())
                .executeUpdate();
    }

    @Override
    public void withdraw(Attribution withdrawn) {
        AttributionEntity kept = unit.writing().find(AttributionEntity.class, withdrawn.rang());
        kept.withdraw(withdrawn.retrait().orElseThrow());
        unit.writing().flush();
    }
}
