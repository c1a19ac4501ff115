package fr.parchemin.notification.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Transactions;
import fr.parchemin.acte.Valeurs;
import fr.parchemin.notification.Frequence;
import fr.parchemin.notification.Notification;
import fr.parchemin.notification.Notifications;
import fr.parchemin.notification.NotificationsGardees;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads and marks the notifications of who asks. A branch in which the account holds no role any more tells it nothing,
 * not even what it told before.
 */
@Component
public final class TransactionalNotifications implements Notifications {

    /** What mail goes out for who never chose. */
    static final Frequence PAR_DEFAUT = Frequence.IMMEDIATE;

    private final Transactions transactions;
    private final NotificationsGardees gardees;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public TransactionalNotifications(
            @Reference Transactions transactions, @Reference NotificationsGardees gardees, @Reference Journal journal) {
        this(transactions, gardees, journal, HeureLegale.clock());
    }

    public TransactionalNotifications(
            Transactions transactions, NotificationsGardees gardees, Journal journal, Clock clock) {
        this.transactions = transactions;
        this.gardees = gardees;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Page list(Acteur by, boolean nonLuesSeules, Long avant, int limite) {
        int size = Math.max(1, Math.min(limite, LIMITE_MAXIMALE));
        return transactions.read(() -> {
            List<Notification> found = gardees.list(by.identifiant(), by.branches(), nonLuesSeules, avant, size + 1);
            return new Page(
                    found.stream().limit(size).toList(),
                    found.size() > size ? Optional.of(found.get(size - 1).rang()) : Optional.empty(),
                    gardees.unread(by.identifiant(), by.branches(), COMPTE_MAXIMAL));
        });
    }

    @Override
    public int unread(Acteur by) {
        return by.branches().isEmpty()
                ? 0
                : transactions.read(() -> gardees.unread(by.identifiant(), by.branches(), COMPTE_MAXIMAL));
    }

    @Override
    public Outcome<Notification> read(Acteur by, long rang) {
        return transactions.write(() -> {
            Optional<Notification> found = gardees.find(by.identifiant(), rang)
                    .filter(n -> by.branches().contains(n.branche()));
            if (found.isEmpty()) {
                return Outcome.refused(CodeRefus.RESSOURCE_INCONNUE, "notification " + rang);
            }
            if (!found.get().isRead()) {
                gardees.markRead(by.identifiant(), rang, clock.instant());
            }
            return Outcome.done(found.get());
        });
    }

    @Override
    public Outcome<Void> readAll(Acteur by, long jusqua) {
        return transactions.write(() -> {
            gardees.markAllRead(by.identifiant(), jusqua, clock.instant());
            return Outcome.done(null);
        });
    }

    @Override
    public Frequence frequence(Acteur by) {
        return transactions.read(() -> gardees.frequence(by.identifiant())).orElse(PAR_DEFAUT);
    }

    @Override
    public Outcome<Frequence> choose(Acteur by, Frequence frequence) {
        if (frequence == null) {
            return Outcome.refused(CodeRefus.CHAMP_MANQUANT, "frequence");
        }
        return transactions.write(() -> {
            Frequence before = gardees.frequence(by.identifiant()).orElse(PAR_DEFAUT);
            if (before != frequence) {
                gardees.choose(by.identifiant(), frequence);
                journal.append(new Acte(
                                null,
                                clock.instant(),
                                by.identifiant(),
                                null,
                                "compte/" + by.identifiant(),
                                Acte.Nature.COMPTE_MODIFIE,
                                "Courriels de notification : " + frequence.libelle())
                        .changing(Valeurs.of("frequence", before.name()), Valeurs.of("frequence", frequence.name())));
            }
            return Outcome.done(frequence);
        });
    }
}
