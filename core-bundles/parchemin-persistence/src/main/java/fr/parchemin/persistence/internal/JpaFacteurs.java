package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Facteurs;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The second factors, in the tables facteur_*. */
@Component(service = Facteurs.class)
public final class JpaFacteurs implements Facteurs {

    private final Unit unit;

    @Activate
    public JpaFacteurs(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public Optional<Application> application(String identifiant) {
        return unit.reading()
                .createQuery("select a from Application a where a.identifiant = :identifiant", ApplicationEntity.class)
                .setParameter("identifiant", identifiant)
                .getResultStream()
                .findFirst()
                .map(ApplicationEntity::toApplication);
    }

    @Override
    public void putApplication(Application application) {
        EntityManager manager = unit.writing();
        removeApplication(application.identifiant());
        manager.clear();
        manager.persist(new ApplicationEntity(application));
        manager.flush();
    }

    @Override
    public void removeApplication(String identifiant) {
        unit.writing()
                .createQuery("delete from Application a where a.identifiant = :identifiant")
                .setParameter("identifiant", identifiant)
                .executeUpdate();
    }

    @Override
    public boolean usePas(String identifiant, long pas) {
        return unit.writing()
                        .createQuery("update Application a set a.dernierPas = :pas"
                                + " where a.identifiant = :identifiant and a.dernierPas < :pas")
                        .setParameter("identifiant", identifiant)
                        .setParameter("pas", pas)
                        .executeUpdate()
                > 0;
    }

    @Override
    public void setSecours(String identifiant, List<String> empreintes) {
        EntityManager manager = unit.writing();
        manager.createQuery("delete from Secours s where s.identifiant = :identifiant")
                .setParameter("identifiant", identifiant)
                .executeUpdate();
        empreintes.forEach(empreinte -> manager.persist(new SecoursEntity(identifiant, empreinte)));
        manager.flush();
    }

    @Override
    public boolean useSecours(String identifiant, String empreinte) {
        return unit.writing()
                        .createQuery("delete from Secours s"
                                + " where s.identifiant = :identifiant and s.empreinte = :empreinte")
                        .setParameter("identifiant", identifiant)
                        .setParameter("empreinte", empreinte)
                        .executeUpdate()
                > 0;
    }

    @Override
    public int countSecours(String identifiant) {
        return unit.reading()
                .createQuery("select count(s) from Secours s where s.identifiant = :identifiant", Long.class)
                .setParameter("identifiant", identifiant)
                .getSingleResult()
                .intValue();
    }

    @Override
    public List<Cle> cles(String identifiant) {
        return unit.reading()
                .createQuery(
                        "select c from Cle c where c.identifiant = :identifiant order by c.creeeLe, c.id",
                        CleEntity.class)
                .setParameter("identifiant", identifiant)
                .getResultStream()
                .map(CleEntity::toCle)
                .toList();
    }

    @Override
    public Optional<Cle> cle(String id) {
        return unit.reading()
                .createQuery("select c from Cle c where c.id = :id", CleEntity.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(CleEntity::toCle);
    }

    @Override
    public void addCle(Cle cle) {
        EntityManager manager = unit.writing();
        manager.persist(new CleEntity(cle));
        manager.flush();
    }

    @Override
    public boolean useCle(String id, long compteur, Instant now) {
        return unit.writing()
                        .createQuery("update Cle c set c.compteur = :compteur, c.utiliseeLe = :now where c.id = :id"
                                + " and (c.compteur < :compteur or c.compteur = 0 and :compteur = 0)")
                        .setParameter("id", id)
                        .setParameter("compteur", compteur)
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    @Override
    public boolean renameCle(String identifiant, String id, String nom) {
        return unit.writing()
                        .createQuery("update Cle c set c.nom = :nom where c.identifiant = :identifiant and c.id = :id")
                        .setParameter("identifiant", identifiant)
                        .setParameter("id", id)
                        .setParameter("nom", nom)
                        .executeUpdate()
                > 0;
    }

    @Override
    public boolean removeCle(String identifiant, String id) {
        return unit.writing()
                        .createQuery("delete from Cle c where c.identifiant = :identifiant and c.id = :id")
                        .setParameter("identifiant", identifiant)
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }
}
