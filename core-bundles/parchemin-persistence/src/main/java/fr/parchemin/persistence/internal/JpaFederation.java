package fr.parchemin.persistence.internal;

import fr.parchemin.acces.Federation;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Identities of elsewhere, in the tables identite_externe, demande_identite and session_externe. */
@Component(service = Federation.class)
public final class JpaFederation implements Federation {

    private final Unit unit;

    @Activate
    public JpaFederation(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public void add(Demande demande) {
        insert(new DemandeIdentiteEntity(demande));
    }

    private void insert(Object entity) {
        EntityManager manager = unit.writing();
        manager.persist(entity);
        manager.flush();
    }

    @Override
    public Optional<Demande> take(String etat) {
        EntityManager manager = unit.writing();
        Optional<Demande> found = manager.createQuery(
                        "select d from DemandeIdentite d where d.etat = :etat", DemandeIdentiteEntity.class)
                .setParameter("etat", etat)
                .getResultStream()
                .findFirst()
                .map(DemandeIdentiteEntity::toDemande);
        // Who comes second waits here for the first, and then finds nothing to remove.
        return found.filter(demande -> manager.createQuery("delete from DemandeIdentite d where d.etat = :etat")
                        .setParameter("etat", etat)
                        .executeUpdate()
                == 1);
    }

    @Override
    public void removeDemandesExpired(Instant now) {
        unit.writing()
                .createQuery("delete from DemandeIdentite d where d.expireLe <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }

    @Override
    public Optional<Rattachement> find(String emetteur, String sujet) {
        return unit.reading()
                .createQuery(
                        "select r from Rattachement r where r.emetteur = :emetteur and r.sujet = :sujet",
                        RattachementEntity.class)
                .setParameter("emetteur", emetteur)
                .setParameter("sujet", sujet)
                .getResultStream()
                .findFirst()
                .map(RattachementEntity::toRattachement);
    }

    @Override
    public List<Rattachement> of(String identifiant) {
        return unit.reading()
                .createQuery(
                        "select r from Rattachement r where r.identifiant = :identifiant order by r.rattacheeLe, r.id",
                        RattachementEntity.class)
                .setParameter("identifiant", identifiant)
                .getResultStream()
                .map(RattachementEntity::toRattachement)
                .toList();
    }

    @Override
    public void add(Rattachement rattachement) {
        insert(new RattachementEntity(rattachement));
    }

    @Override
    public void update(Rattachement rattachement) {
        EntityManager manager = unit.writing();
        manager.merge(new RattachementEntity(rattachement));
        manager.flush();
    }

    @Override
    public void remove(UUID rattachement) {
        unit.writing()
                .createQuery("delete from Rattachement r where r.id = :id")
                .setParameter("id", rattachement)
                .executeUpdate();
    }

    @Override
    public void add(SessionExterne session) {
        insert(new SessionExterneEntity(session));
    }

    @Override
    public Optional<SessionExterne> session(String empreinte) {
        return unit.reading()
                .createQuery(
                        "select s from SessionExterne s where s.empreinte = :empreinte", SessionExterneEntity.class)
                .setParameter("empreinte", empreinte)
                .getResultStream()
                .findFirst()
                .map(SessionExterneEntity::toSessionExterne);
    }

    @Override
    public int closeSessions(String emetteur, String sujet, String session) {
        StringBuilder closing =
                new StringBuilder("select s.empreinte from SessionExterne s where s.emetteur = :emetteur");
        Map<String, String> named = new LinkedHashMap<>(Map.of("emetteur", emetteur));
        if (sujet != null) {
            closing.append(" and s.sujet = :sujet");
            named.put("sujet", sujet);
        }
        if (session != null) {
            closing.append(" and s.session = :session");
            named.put("session", session);
        }
        Query query = unit.writing().createQuery("delete from Jeton j where j.empreinte in (" + closing + ")");
        named.forEach(query::setParameter);
        // What is kept here goes with it.
        return query.executeUpdate();
    }
}
