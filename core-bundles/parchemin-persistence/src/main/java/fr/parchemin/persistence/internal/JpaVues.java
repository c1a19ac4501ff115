package fr.parchemin.persistence.internal;

import fr.parchemin.liste.Liste;
import fr.parchemin.liste.VueEnregistree;
import fr.parchemin.liste.VuesEnregistrees;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The views, in the table vue_enregistree. */
@Component(service = VuesEnregistrees.class)
public final class JpaVues implements VuesEnregistrees {

    private final Unit unit;

    @Activate
    public JpaVues(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public List<VueEnregistree> of(String identifiant, Liste liste) {
        return unit.reading()
                .createQuery(
                        "select v from VueEnregistree v where v.identifiant = :identifiant and v.liste = :liste"
                                + " order by v.rang",
                        VueEntity.class)
                .setParameter("identifiant", identifiant)
                .setParameter("liste", liste.name())
                .getResultStream()
                .map(VueEntity::toVue)
                .toList();
    }

    @Override
    public Optional<VueEnregistree> find(String identifiant, UUID id) {
        return entity(unit.reading(), identifiant, id).map(VueEntity::toVue);
    }

    private static Optional<VueEntity> entity(EntityManager manager, String identifiant, UUID id) {
        return manager.createQuery(
                        "select v from VueEnregistree v where v.identifiant = :identifiant and v.id = :id",
                        VueEntity.class)
                .setParameter("identifiant", identifiant)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public void lock(String identifiant) {
        Locks.take(unit.writing(), "vues/" + identifiant);
    }

    @Override
    public void add(VueEnregistree vue) {
        EntityManager manager = unit.writing();
        if (vue.defaut()) {
            forgetDefaut(manager, vue);
        }
        manager.persist(new VueEntity(vue));
        manager.flush();
    }

    @Override
    public void update(VueEnregistree vue) {
        EntityManager manager = unit.writing();
        if (vue.defaut()) {
            forgetDefaut(manager, vue);
        }
        entity(manager, vue.identifiant(), vue.id())
                .orElseThrow(() -> new IllegalStateException("no view " + vue.id() + " to update"))
                .copy(vue);
        manager.flush();
    }

    private static void forgetDefaut(EntityManager manager, VueEnregistree vue) {
        manager.createQuery(
                        "update VueEnregistree v set v.defaut = false"
                                + " where v.identifiant = :identifiant and v.liste = :liste and v.id <> :id and v.defaut = true")
                .setParameter("identifiant", vue.identifiant())
                .setParameter("liste", vue.liste().name())
                .setParameter("id", vue.id())
                .executeUpdate();
    }

    @Override
    public boolean remove(String identifiant, UUID id) {
        return unit.writing()
                        .createQuery("delete from VueEnregistree v where v.identifiant = :identifiant and v.id = :id")
                        .setParameter("identifiant", identifiant)
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }
}
