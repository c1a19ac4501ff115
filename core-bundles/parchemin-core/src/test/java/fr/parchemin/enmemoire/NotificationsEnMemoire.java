package fr.parchemin.enmemoire;

import fr.parchemin.acces.Attribution;
import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.notification.Destinataires;
import fr.parchemin.notification.Frequence;
import fr.parchemin.notification.Notification;
import fr.parchemin.notification.NotificationsGardees;
import fr.parchemin.notification.Sujet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The notifications, how often their mail is wanted, and whom an act concerns. */
public final class NotificationsEnMemoire implements NotificationsGardees, Destinataires {

    private record Preference(Frequence frequence, LocalDate ecritLe) {}

    private final Base.Table<Long, Notification> notifications;
    private final Base.Table<Long, Boolean> announced;
    private final Base.Table<String, Preference> preferences;
    private final ComptesEnMemoire comptes;
    private final Clock clock;

    public NotificationsEnMemoire(Base base, ComptesEnMemoire comptes, Clock clock) {
        notifications = base.table();
        announced = base.table();
        preferences = base.table();
        this.comptes = comptes;
        this.clock = clock;
    }

    @Override
    public Set<String> holding(
            String branche, Set<Role> forTheBranch, Set<Role> forATarget, Set<String> targets, int limite) {
        return comptes.all().stream()
                .filter(a -> a.isInForceOn(LocalDate.now(clock)))
                .filter(a -> branche.equals(a.habilitation().branche()))
                .filter(a -> a.habilitation().portee() instanceof Portee.DeBranche
                        ? forTheBranch.contains(a.habilitation().role())
                        : forATarget.contains(a.habilitation().role())
                                && targets.contains(
                                        a.habilitation().portee().cible().orElse(null)))
                .map(Attribution::identifiant)
                .limit(limite)
                .collect(Collectors.toSet());
    }

    @Override
    public void add(Collection<Notification> told) {
        for (Notification n : told) {
            boolean known = notifications.rows().values().stream()
                    .anyMatch(o -> !o.isRead() && o.cle().equals(n.cle()));
            boolean open = comptes.find(n.destinataire())
                    .filter(c -> c.etat() != Compte.Etat.SUSPENDU)
                    .isPresent();
            if (!known && open) {
                long rang = notifications.size() + 1L;
                notifications.add(rang, with(n, rang, null));
            }
        }
    }

    private static Notification with(Notification n, Long rang, Instant lueLe) {
        return new Notification(
                rang, n.destinataire(), n.sujet(), n.branche(), n.objet(), n.reference(), n.le(), lueLe);
    }

    private Stream<Notification> of(String destinataire, Predicate<Notification> which) {
        return List.copyOf(notifications.rows().values()).stream()
                .filter(n -> n.destinataire().equals(destinataire) && which.test(n));
    }

    @Override
    public List<Notification> list(
            String destinataire, Set<String> branches, boolean nonLuesSeules, Long avant, int limite) {
        return of(destinataire, n -> branches.contains(n.branche()))
                .filter(n -> !nonLuesSeules || !n.isRead())
                .filter(n -> avant == null || n.rang() < avant)
                .sorted(Comparator.comparing(Notification::rang).reversed())
                .limit(limite)
                .toList();
    }

    @Override
    public int unread(String destinataire, Set<String> branches, int limite) {
        return (int) of(destinataire, n -> !n.isRead() && branches.contains(n.branche()))
                .limit(limite)
                .count();
    }

    @Override
    public Optional<Notification> find(String destinataire, long rang) {
        return of(destinataire, n -> n.rang() == rang).findFirst();
    }

    private void mark(Stream<Notification> which, Instant le) {
        which.filter(n -> !n.isRead()).forEach(n -> {
            notifications.put(n.rang(), with(n, n.rang(), le));
            announced.put(n.rang(), true);
        });
    }

    @Override
    public void markRead(String destinataire, long rang, Instant le) {
        mark(of(destinataire, n -> n.rang() == rang), le);
    }

    @Override
    public void markAllRead(String destinataire, long jusqua, Instant le) {
        mark(of(destinataire, n -> n.rang() <= jusqua), le);
    }

    @Override
    public void markReadAbout(String destinataire, String objet, Set<Sujet> sujets, Instant le) {
        mark(of(destinataire, n -> n.objet().equals(objet) && sujets.contains(n.sujet())), le);
    }

    @Override
    public List<String> awaiting(LocalDate today, boolean early, int limite) {
        return notifications.rows().values().stream()
                .filter(n -> !announced.rows().containsKey(n.rang()))
                .map(Notification::destinataire)
                .distinct()
                .filter(d -> {
                    Preference p = preferences.rows().get(d);
                    return p == null || p.frequence() != Frequence.QUOTIDIENNE || !early && !today.equals(p.ecritLe());
                })
                .limit(limite)
                .toList();
    }

    @Override
    public List<Notification> take(String destinataire) {
        List<Notification> taken =
                of(destinataire, n -> !announced.rows().containsKey(n.rang())).toList();
        taken.forEach(n -> announced.put(n.rang(), true));
        return taken;
    }

    @Override
    public Optional<Frequence> frequence(String identifiant) {
        return Optional.ofNullable(preferences.rows().get(identifiant)).map(Preference::frequence);
    }

    @Override
    public void choose(String identifiant, Frequence frequence) {
        Preference before = preferences.rows().get(identifiant);
        preferences.put(identifiant, new Preference(frequence, before == null ? null : before.ecritLe()));
    }

    @Override
    public void written(String identifiant, LocalDate jour) {
        preferences.put(
                identifiant, new Preference(preferences.rows().get(identifiant).frequence(), jour));
    }

    @Override
    public void removeBefore(Instant read, Instant come) {
        List.copyOf(notifications.rows().values()).stream()
                .filter(n -> n.le().isBefore(come) || n.isRead() && n.lueLe().isBefore(read))
                .forEach(n -> notifications.remove(n.rang()));
    }
}
