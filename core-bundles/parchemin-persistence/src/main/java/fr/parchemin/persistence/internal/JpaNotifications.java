package fr.parchemin.persistence.internal;

import fr.parchemin.notification.Frequence;
import fr.parchemin.notification.Notification;
import fr.parchemin.notification.NotificationsGardees;
import fr.parchemin.notification.Sujet;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The notifications, in the tables notification and preference_notification. */
@Component(service = NotificationsGardees.class)
public final class JpaNotifications implements NotificationsGardees {

    private static final String INSERT = "insert into notification"
            + " (destinataire, sujet, branche, objet, reference, le, a_annoncer, cle_non_lue)"
            + " select c.identifiant, cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),"
            + " cast(? as timestamp(6)), true, cast(? as varchar)"
            + " from compte c where c.identifiant = ? and c.etat <> 'SUSPENDU' on conflict do nothing";

    /** Most that one mail is about; the rest goes with the next. */
    private static final int A_LA_FOIS = 500;

    private final Unit unit;

    @Activate
    public JpaNotifications(@Reference Unit unit) {
        this.unit = unit;
    }

    @Override
    public void add(Collection<Notification> notifications) {
        unit.writing();
        notifications.forEach(unit.current()::tell);
    }

    /**
     * Writes what an act tells, in the order of what is told to whom: two acts that tell the same wait for each other in the
     * same order.
     */
    static void insert(EntityManager manager, Collection<Notification> notifications) {
        try (PreparedStatement statement = manager.unwrap(Connection.class).prepareStatement(INSERT)) {
            for (Notification n : notifications) {
                statement.setString(1, n.sujet().name());
                statement.setString(2, n.branche());
                statement.setString(3, n.objet());
                statement.setString(4, n.reference());
                UtcTypes.bind(statement, 5, n.le());
                statement.setString(6, n.cle());
                statement.setString(7, n.destinataire());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new PersistenceException("notifications cannot be written", e);
        }
    }

    @Override
    public List<Notification> list(
            String destinataire, Set<String> branches, boolean nonLuesSeules, Long avant, int limite) {
        if (branches.isEmpty()) {
            return List.of();
        }
        TypedQuery<NotificationEntity> query = unit.reading()
                .createQuery(
                        "select n from Notification n where n.destinataire = :destinataire and n.branche in :branches"
                                + (nonLuesSeules ? " and n.lueLe is null" : "")
                                + (avant == null ? "" : " and n.rang < :avant") + " order by n.rang desc",
                        NotificationEntity.class)
                .setParameter("destinataire", destinataire)
                .setParameter("branches", branches)
                .setMaxResults(limite);
        if (avant != null) {
            query.setParameter("avant", avant);
        }
        return query.getResultStream().map(NotificationEntity::toNotification).toList();
    }

    @Override
    public int unread(String destinataire, Set<String> branches, int limite) {
        // The rows rather than their number: no more of them are looked at than are said.
        return branches.isEmpty()
                ? 0
                : unit.reading()
                        .createQuery(
                                "select n.rang from Notification n where n.destinataire = :destinataire"
                                        + " and n.lueLe is null and n.branche in :branches",
                                Long.class)
                        .setParameter("destinataire", destinataire)
                        .setParameter("branches", branches)
                        .setMaxResults(limite)
                        .getResultList()
                        .size();
    }

    @Override
    public Optional<Notification> find(String destinataire, long rang) {
        return Optional.ofNullable(unit.reading().find(NotificationEntity.class, rang))
                .map(NotificationEntity::toNotification)
                .filter(n -> n.destinataire().equals(destinataire));
    }

    @Override
    public void markRead(String destinataire, long rang, Instant le) {
        unit.writing()
                .createQuery("update Notification n set n.lueLe = :le, n.cleNonLue = null, n.annoncer = false"
                        + " where n.destinataire = :destinataire and n.rang = :rang and n.lueLe is null")
                .setParameter("le", le)
                .setParameter("destinataire", destinataire)
                .setParameter("rang", rang)
                .executeUpdate();
    }

    @Override
    public void markAllRead(String destinataire, long jusqua, Instant le) {
        unit.writing()
                .createQuery("update Notification n set n.lueLe = :le, n.cleNonLue = null, n.annoncer = false"
                        + " where n.destinataire = :destinataire and n.rang <= :jusqua and n.lueLe is null")
                .setParameter("le", le)
                .setParameter("destinataire", destinataire)
                .setParameter("jusqua", jusqua)
                .executeUpdate();
    }

    @Override
    public void markReadAbout(String destinataire, String objet, Set<Sujet> sujets, Instant le) {
        unit.writing()
                .createQuery("update Notification n set n.lueLe = :le, n.cleNonLue = null, n.annoncer = false"
                        + " where n.destinataire = :destinataire and n.lueLe is null and n.objet = :objet"
                        + " and n.sujet in :sujets")
                .setParameter("le", le)
                .setParameter("destinataire", destinataire)
                .setParameter("objet", objet)
                .setParameter("sujets", sujets.stream().map(Sujet::name).collect(Collectors.toSet()))
                .executeUpdate();
    }

    @Override
    public List<String> awaiting(LocalDate today, boolean early, int limite) {
        TypedQuery<String> query = unit.reading()
                .createQuery(
                        "select distinct n.destinataire from Notification n where n.annoncer = true and not exists"
                                + " (select p.identifiant from PreferenceNotification p where p.identifiant = n.destinataire"
                                + " and p.frequence = :quotidienne" + (early ? "" : " and p.ecritLe = :today") + ")",
                        String.class)
                .setParameter("quotidienne", Frequence.QUOTIDIENNE.name())
                .setMaxResults(limite);
        if (!early) {
            query.setParameter("today", today);
        }
        return query.getResultList();
    }

    @Override
    public List<Notification> take(String destinataire) {
        EntityManager manager = unit.writing();
        // Of two nodes the second waits, and then finds that nothing is left to write about.
        Locks.take(manager, "notifications");
        List<NotificationEntity> waiting = manager.createQuery(
                        "select n from Notification n where n.destinataire = :destinataire and n.annoncer = true"
                                + " order by n.rang",
                        NotificationEntity.class)
                .setParameter("destinataire", destinataire)
                .setMaxResults(A_LA_FOIS)
                .getResultList();
        waiting.forEach(NotificationEntity::announced);
        manager.flush();
        return waiting.stream().map(NotificationEntity::toNotification).toList();
    }

    @Override
    public Optional<Frequence> frequence(String identifiant) {
        return Optional.ofNullable(unit.reading().find(PreferenceEntity.class, identifiant))
                .map(PreferenceEntity::frequence);
    }

    @Override
    public void choose(String identifiant, Frequence frequence) {
        EntityManager manager = unit.writing();
        PreferenceEntity kept = manager.find(PreferenceEntity.class, identifiant);
        if (kept == null) {
            manager.persist(new PreferenceEntity(identifiant, frequence));
        } else {
            kept.choose(frequence);
        }
        manager.flush();
    }

    @Override
    public void written(String identifiant, LocalDate jour) {
        PreferenceEntity kept = unit.writing().find(PreferenceEntity.class, identifiant);
        if (kept == null) {
            throw new IllegalStateException("no preference to keep the day with");
        }
        kept.written(jour);
        unit.writing().flush();
    }

    @Override
    public void removeBefore(Instant read, Instant come) {
        unit.writing()
                .createQuery("delete from Notification n where n.le < :come or n.lueLe < :read and n.le < :read")
                .setParameter("come", come)
                .setParameter("read", read)
                .executeUpdate();
    }
}
