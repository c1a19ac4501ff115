package fr.parchemin.courriel.internal;

import fr.parchemin.acte.Coffre;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Transactions;
import fr.parchemin.courriel.BoiteEnvoi;
import fr.parchemin.courriel.BoiteEnvoi.Envoi;
import fr.parchemin.courriel.BoiteEnvoi.Etat;
import fr.parchemin.courriel.Courriel;
import fr.parchemin.courriel.Courriels;
import fr.parchemin.courriel.Messagerie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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
 * Carries mail: kept in the act that asks for it, handed over after, by one node at a time.
 *
 * <p>A mail is taken for some minutes before it is sent. A node that stops meanwhile leaves it to be taken again when that
 * time is over: never lost, at worst handed over twice under the same Message-ID, and then with a line in the log.
 */
@Component(service = Courriels.class)
public final class Facteur implements Courriels {

    private static final Logger LOG = LoggerFactory.getLogger(Facteur.class);
    private static final Duration TOURNEE = Duration.ofSeconds(30);
    private static final Duration BAIL = Duration.ofMinutes(5);
    private static final Duration PREMIERE_ATTENTE = Duration.ofMinutes(1);
    private static final int DOUBLEMENTS_MAXIMUM = 8;
    private static final Duration MEMOIRE = Duration.ofDays(30);
    private static final Duration ENTRE_MENAGES = Duration.ofDays(1);
    private static final int PAR_TOURNEE = 100;
    private static final int ERREUR_MAXIMALE = 300;
    /** Cannot be in a subject, an address or a text of ours. */
    private static final String SEPARATEUR = "\u001e";

    private final Transactions transactions;
    private final BoiteEnvoi boite;
    private final Messagerie messagerie;
    private final Coffre coffre;
    private final Clock clock;
    private final ScheduledExecutorService rounds;
    private volatile Instant sweptLe = Instant.EPOCH;

    @Activate
    public Facteur(
            @Reference Transactions transactions,
            @Reference BoiteEnvoi boite,
            @Reference Messagerie messagerie,
            @Reference Coffre coffre) {
        this(transactions, boite, messagerie, coffre, HeureLegale.clock(), rounds());
        rounds.scheduleWithFixedDelay(this::round, TOURNEE.toSeconds(), TOURNEE.toSeconds(), TimeUnit.SECONDS);
    }

    /** For tests: goes its round only when {@link #deliver()} says so. */
    public Facteur(Transactions transactions, BoiteEnvoi boite, Messagerie messagerie, Coffre coffre, Clock clock) {
        this(transactions, boite, messagerie, coffre, clock, null);
    }

    private Facteur(
            Transactions transactions,
            BoiteEnvoi boite,
            Messagerie messagerie,
            Coffre coffre,
            Clock clock,
            ScheduledExecutorService rounds) {
        this.transactions = transactions;
        this.boite = boite;
        this.messagerie = messagerie;
        this.coffre = coffre;
        this.clock = clock;
        this.rounds = rounds;
    }

    private static ScheduledExecutorService rounds() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "parchemin-courriels");
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }

    @Deactivate
    void stop() {
        rounds.shutdown();
        try {
            // A mail that is being handed over is better seen to its end than handed over twice.
            if (!rounds.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("a mail was still being handed over at the stop; it may be sent again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isConfigured() {
        return messagerie.isConfigured();
    }

    @Override
    public void enqueue(Courriel courriel) {
        if (!isConfigured()) {
            throw new IllegalStateException("nobody said how mail is sent");
        }
        Instant now = clock.instant();
        boite.add(new Envoi(
                courriel.id(),
                courriel.destinataire(),
                coffre.seal(
                        place(courriel.id()),
                        String.join(SEPARATEUR, courriel.sujet(), courriel.texte(), courriel.html())),
                now,
                courriel.perimeLe(),
                Etat.A_ENVOYER,
                0,
                now,
                null));
    }

    @Override
    public void wake() {
        if (rounds != null) {
            rounds.execute(this::round);
        }
    }

    private void round() {
        try {
            deliver();
        } catch (RuntimeException e) {
            // A round that fails is no reason never to go another.
            LOG.error("mail could not be looked after; tried again in {} s", TOURNEE.toSeconds(), e);
        }
    }

    /** Sends what is due now; how many mails were handed over. */
    public int deliver() {
        if (!isConfigured()) {
            return 0;
        }
        Instant now = clock.instant();
        int sent = 0;
        for (UUID id : transactions.read(() -> boite.due(now, PAR_TOURNEE))) {
            Optional<Envoi> taken = transactions
                    .write(() -> Outcome.done(boite.claim(id, now, now.plus(BAIL))))
                    .fold(envoi -> envoi, conflict -> Optional.empty());
            if (taken.isPresent() && handOver(taken.get(), now)) {
                sent++;
            }
        }
        sweep(now);
        return sent;
    }

    /** Once a day: a round that finds nothing to do writes nothing. */
    private void sweep(Instant now) {
        if (now.isBefore(sweptLe.plus(ENTRE_MENAGES))) {
            return;
        }
        sweptLe = now;
        transactions.write(() -> {
            boite.removeBefore(now.minus(MEMOIRE));
            return Outcome.done(null);
        });
    }

    private boolean handOver(Envoi envoi, Instant now) {
        if (!now.isBefore(envoi.perimeLe())) {
            LOG.error("mail {} came too late and is given up; last error: {}", envoi.id(), envoi.erreur());
            over(envoi, Etat.ABANDONNE, envoi.erreur() == null ? "périmé avant d’être envoyé" : envoi.erreur());
            return false;
        }
        if (envoi.essais() > 1 && envoi.erreur() == null) {
            LOG.warn("mail {} is sent again: a node stopped while sending it, it may arrive twice", envoi.id());
        }
        try {
            messagerie.send(courriel(envoi));
        } catch (Messagerie.EnvoiImpossible refused) {
            failed(envoi, refused);
            return false;
        }
        over(envoi, Etat.ENVOYE, null);
        return true;
    }

    private void failed(Envoi envoi, Messagerie.EnvoiImpossible refused) {
        String erreur = refused.getMessage();
        erreur = erreur.length() > ERREUR_MAXIMALE ? erreur.substring(0, ERREUR_MAXIMALE) : erreur;
        if (refused.isDefinitif()) {
            LOG.error("the mail server refuses mail {} for good: {}", envoi.id(), erreur);
            over(envoi, Etat.ABANDONNE, erreur);
            return;
        }
        Duration wait = PREMIERE_ATTENTE.multipliedBy(1L << Math.min(envoi.essais() - 1, DOUBLEMENTS_MAXIMUM));
        LOG.warn("mail {} is not gone, tried again in {} min: {}", envoi.id(), wait.toMinutes(), erreur);
        change(new Envoi(
                envoi.id(),
                envoi.destinataire(),
                envoi.contenu(),
                envoi.creeLe(),
                envoi.perimeLe(),
                Etat.A_ENVOYER,
                envoi.essais(),
                clock.instant().plus(wait),
                erreur));
    }

    private void over(Envoi envoi, Etat etat, String erreur) {
        change(new Envoi(
                envoi.id(),
                envoi.destinataire(),
                null,
                envoi.creeLe(),
                envoi.perimeLe(),
                etat,
                envoi.essais(),
                envoi.prochainEssai(),
                erreur));
    }

    private void change(Envoi envoi) {
        transactions
                .write(() -> {
                    boite.update(envoi);
                    return Outcome.done(null);
                })
                .orElseThrow();
    }

    private Courriel courriel(Envoi envoi) {
        String[] parts = coffre.open(place(envoi.id()), envoi.contenu()).split(SEPARATEUR, -1);
        return new Courriel(envoi.id(), envoi.destinataire(), parts[0], parts[1], parts[2], envoi.perimeLe());
    }

    private static String place(UUID id) {
        return "courriel/" + id;
    }
}
