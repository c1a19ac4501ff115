package fr.parchemin.notification.internal;

import fr.parchemin.acces.Compte;
import fr.parchemin.acces.Comptes;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Transactions;
import fr.parchemin.courriel.Courriels;
import fr.parchemin.notification.Frequence;
import fr.parchemin.notification.Notification;
import fr.parchemin.notification.NotificationsGardees;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to accounts about their notifications: one mail an account and round, with all that came since the last. A
 * notification is taken and its mail put in the outbox in one transaction, so that none is lost and none written about
 * twice, on any number of nodes.
 */
@Component(service = Distribution.class, immediate = true, configurationPid = "fr.parchemin.plateforme")
public final class Distribution {

    /** Configuration {@code fr.parchemin.plateforme}. */
    public @interface Config {
        /** Where people reach the platform. */
        String adressePublique() default "http://127.0.0.1:8181";
    }

    private static final Logger LOG = LoggerFactory.getLogger(Distribution.class);
    private static final Duration TOURNEE = Duration.ofSeconds(20);
    private static final int PAR_TOURNEE = 200;

    /** From when on who is written to once a day is. */
    private static final int HEURE = 7;

    /** Older ones are news no more: somebody just said how mail is sent, or asked for mail again. */
    private static final Duration FRAICHEUR = Duration.ofDays(7);

    private static final Duration MEMOIRE_LUES = Duration.ofDays(90);
    private static final Duration MEMOIRE = Duration.ofDays(365);
    private static final Duration ENTRE_MENAGES = Duration.ofDays(1);

    private final Transactions transactions;
    private final NotificationsGardees gardees;
    private final Comptes comptes;
    private final Courriels courriels;
    private final CourriersNotification courriers;
    private final Clock clock;
    private final ScheduledExecutorService rounds;
    private volatile Instant sweptLe = Instant.EPOCH;

    @Activate
    public Distribution(
            @Reference Transactions transactions,
            @Reference NotificationsGardees gardees,
            @Reference Comptes comptes,
            @Reference Courriels courriels,
            Config config) {
        this(transactions, gardees, comptes, courriels, config.adressePublique(), HeureLegale.clock(), rounds());
        rounds.scheduleWithFixedDelay(this::round, TOURNEE.toSeconds(), TOURNEE.toSeconds(), TimeUnit.SECONDS);
    }

    /** For tests: goes its round only when {@link #distribute()} says so. */
    public Distribution(
            Transactions transactions,
            NotificationsGardees gardees,
            Comptes comptes,
            Courriels courriels,
            String adressePublique,
            Clock clock) {
        this(transactions, gardees, comptes, courriels, adressePublique, clock, null);
    }

    private Distribution(
            Transactions transactions,
            NotificationsGardees gardees,
            Comptes comptes,
            Courriels courriels,
            String adressePublique,
            Clock clock,
            ScheduledExecutorService rounds) {
        this.transactions = transactions;
        this.gardees = gardees;
        this.comptes = comptes;
        this.courriels = courriels;
        this.courriers = new CourriersNotification(adressePublique);
        this.clock = clock;
        this.rounds = rounds;
    }

    private static ScheduledExecutorService rounds() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "parchemin-notifications");
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }

    @Deactivate
    void stop() {
        rounds.shutdown();
    }

    private void round() {
        try {
            distribute();
        } catch (RuntimeException e) {
            // A round that fails is no reason never to go another.
            LOG.error("notifications could not be written about; tried again in {} s", TOURNEE.toSeconds(), e);
        }
    }

    /** Writes to who is to be written to now; how many mails were put in the outbox. */
    public int distribute() {
        ZonedDateTime now = clock.instant().atZone(HeureLegale.ZONE);
        int written = 0;
        if (courriels.isConfigured()) {
            LocalDate today = now.toLocalDate();
            for (String identifiant :
                    transactions.read(() -> gardees.awaiting(today, now.getHour() < HEURE, PAR_TOURNEE))) {
                written += writeTo(identifiant, now.toInstant(), today) ? 1 : 0;
            }
            if (written > 0) {
                courriels.wake();
            }
        }
        sweep(now.toInstant());
        return written;
    }

    /** Whether a mail goes out. What was taken for who wants none, or has no address, is not looked at again. */
    private boolean writeTo(String identifiant, Instant now, LocalDate today) {
        return transactions
                .write(() -> {
                    List<Notification> news = gardees.take(identifiant).stream()
                            .filter(n -> n.le().isAfter(now.minus(FRAICHEUR)))
                            .toList();
                    Optional<Compte> compte = comptes.find(identifiant).filter(Distribution::isReachable);
                    Frequence frequence = gardees.frequence(identifiant).orElse(TransactionalNotifications.PAR_DEFAUT);
                    if (news.isEmpty() || compte.isEmpty() || frequence == Frequence.AUCUNE) {
                        return Outcome.done(false);
                    }
                    courriels.enqueue(courriers.nouvelles(compte.get(), news, now));
                    if (frequence == Frequence.QUOTIDIENNE) {
                        gardees.written(identifiant, today);
                    }
                    return Outcome.done(true);
                })
                .fold(done -> done, conflict -> false);
    }

    private static boolean isReachable(Compte compte) {
        return compte.courriel() != null && compte.etat() == Compte.Etat.ACTIF;
    }

    /** Once a day: a round that finds nothing to do writes nothing. */
    private void sweep(Instant now) {
        if (now.isBefore(sweptLe.plus(ENTRE_MENAGES))) {
            return;
        }
        sweptLe = now;
        transactions.write(() -> {
            gardees.removeBefore(now.minus(MEMOIRE_LUES), now.minus(MEMOIRE));
            return Outcome.done(null);
        });
    }
}
