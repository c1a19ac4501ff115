package fr.parchemin.persistence.internal;

import fr.parchemin.candidature.Candidat;
import fr.parchemin.personne.Lien;
import fr.parchemin.personne.Partage;
import fr.parchemin.personne.Personne;
import fr.parchemin.personne.Personnes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The persons, in the tables personne, lien_personne and partage. */
@Component(service = Personnes.class)
public final class JpaPersonnes implements Personnes {

    private final Unit unit;

    @Activate
    public JpaPersonnes(@Reference Unit unit) {
        this.unit = unit;
    }

    private void persist(Object entity) {
        EntityManager manager = unit.writing();
        manager.persist(entity);
        manager.flush();
    }

    @Override
    public void add(Personne personne) {
        persist(new PersonneEntity(personne));
    }

    @Override
    public Optional<Personne> find(UUID id) {
        // By a query, which sees what link() changed.
        return unit.reading()
                .createQuery("select p from Personne p where p.id = :id", PersonneEntity.class)
                .setParameter("id", id)
                .getResultStream()
                .map(PersonneEntity::toPersonne)
                .findFirst();
    }

    @Override
    public List<Personne> bornWith(Candidat candidat, int limite) {
        return unit.reading()
                .createQuery(
                        "select p from Personne p where p.dateNaissance = :jour order by p.creeeLe, p.id",
                        PersonneEntity.class)
                .setParameter("jour", candidat.dateNaissance())
                .setMaxResults(limite)
                .getResultStream()
                .map(PersonneEntity::toPersonne)
                .toList();
    }

    @Override
    public List<UUID> linkedTo(UUID racine) {
        return unit.reading()
                .createQuery("select p.id from Personne p where p.id = :racine or p.rattachee = :racine", UUID.class)
                .setParameter("racine", racine)
                .getResultList();
    }

    @Override
    public void link(UUID personne, UUID racine) {
        unit.writing()
                .createQuery("update Personne p set p.rattachee = :racine"
                        + " where p.id = :personne or p.rattachee = :personne")
                .setParameter("racine", racine)
                .setParameter("personne", personne)
                .executeUpdate();
    }

    @Override
    public void addLien(Lien lien) {
        persist(new LienEntity(lien));
    }

    @Override
    public Optional<Lien> findLien(String empreinte) {
        return Optional.ofNullable(unit.writing().find(LienEntity.class, empreinte, LockModeType.PESSIMISTIC_WRITE))
                .map(LienEntity::toLien);
    }

    @Override
    public void answer(Lien lien) {
        EntityManager manager = unit.writing();
        manager.find(LienEntity.class, lien.empreinte()).answer(lien);
        manager.flush();
    }

    @Override
    public List<Lien> unanswered(Collection<UUID> personnes, Collection<UUID> connues) {
        if (personnes.isEmpty() || connues.isEmpty()) {
            return List.of();
        }
        return unit.reading()
                .createQuery(
                        "select l from LienPersonne l where l.personne in :personnes and l.connue in :connues"
                                + " and l.confirmeLe is null and l.refuseLe is null order by l.expireLe, l.empreinte",
                        LienEntity.class)
                .setParameter("personnes", personnes)
                .setParameter("connues", connues)
                .getResultStream()
                .map(LienEntity::toLien)
                .toList();
    }

    @Override
    public void addPartage(Partage partage) {
        persist(new PartageEntity(partage));
    }

    @Override
    public void update(Partage partage) {
        EntityManager manager = unit.writing();
        manager.find(PartageEntity.class, partage.id()).withdraw(partage.retireLe());
        manager.flush();
    }

    @Override
    public List<Partage> partagesOf(Collection<UUID> personnes) {
        if (personnes.isEmpty()) {
            return List.of();
        }
        return unit.reading()
                .createQuery(
                        "select p from Partage p where p.personne in :personnes order by p.accordeLe, p.id",
                        PartageEntity.class)
                .setParameter("personnes", personnes)
                .getResultStream()
                .map(PartageEntity::toPartage)
                .toList();
    }
}
