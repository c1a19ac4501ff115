package fr.parchemin.acces.internal;

import fr.parchemin.acces.Echecs;
import fr.parchemin.acces.Echecs.Echec;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Slows down who tries secrets: after some failures the wait doubles with each more, up to a quarter of an hour or so. Kept
 * in the database: a restart forgets nothing, and nodes count together.
 *
 * <p>For an account each attempt is counted as a failure before it is checked, and taken back once it proved right: attempts
 * on several nodes at the same moment cannot all slip through. Nobody waits for ever: failures are forgotten after a day
 * without one, and a link sent to the owner's mail address clears them at once.
 */
final class Tentatives {

    private static final int LIBRES_COMPTE = 5;
    /** Many people share the address of an office. */
    private static final int LIBRES_ADRESSE = 30;

    private static final Duration PREMIERE_ATTENTE = Duration.ofSeconds(2);
    private static final int DOUBLEMENTS_MAXIMUM = 9;
    private static final Duration MEMOIRE = Duration.ofDays(1);

    /** Enough that two accounts which are tried at the same moment hardly ever wait for each other. */
    private static final int VERROUS = 256;

    private final Object[] verrous = Stream.generate(Object::new).limit(VERROUS).toArray();
    private final Transactions transactions;
    private final Echecs echecs;
    private final boolean parAdresse;
    private final Clock clock;

    Tentatives(Politique politique, Transactions transactions, Echecs echecs, Clock clock) {
        this.parAdresse = politique.countsAdresses();
        this.transactions = transactions;
        this.echecs = echecs;
        this.clock = clock;
    }

    /**
     * Makes one attempt after the other for each account on this node; on others, what is under way counts as failed.
     *
     * @param adresse network address, {@code null} when it is not known
     * @return what the attempt came to, or TROP_DE_TENTATIVES without making it
     */
    <T> Outcome<T> attempt(String login, String adresse, Supplier<Outcome<T>> attempt) {
        String compte = "compte/" + login;
        String lieu =
                parAdresse && adresse != null && !isLocal(adresse) ? "adresse/" + Secrets.empreinte(adresse) : null;
        synchronized (verrous[Math.floorMod(login.hashCode(), VERROUS)]) {
            Optional<Refus> wait = count(compte, lieu);
            if (wait.isPresent()) {
                return Outcome.refused(wait.get());
            }
            Outcome<T> outcome = attempt.get();
            transactions.write(() -> {
                if (outcome.isDone()) {
                    echecs.remove(compte);
                } else if (lieu != null) {
                    failed(lieu, LIBRES_ADRESSE);
                }
                return Outcome.done(null);
            });
            if (outcome.isDone()) {
                // In an act of its own: it touches rows of others, and would wait for them while holding some.
                transactions.write(() -> {
                    echecs.removeBefore(clock.instant().minus(MEMOIRE));
                    return Outcome.done(null);
                });
            }
            return outcome;
        }
    }

    /** Whether it is this machine: a proxy that stands before the platform, and everybody behind it. */
    private static boolean isLocal(String adresse) {
        return adresse.startsWith("127.") || adresse.equals("::1") || adresse.equals("0:0:0:0:0:0:0:1");
    }

    /** What the codes of an account are counted under, apart from its passwords: a right password forgives no wrong code. */
    static String code(String login) {
        return login + "/code";
    }

    /** Forgets the failures of an account whose owner was proved otherwise; inside an act. */
    void forget(String login) {
        echecs.remove("compte/" + login);
        echecs.remove("compte/" + code(login));
    }

    /** Why the attempt has to wait; when it need not, it is counted as failed until it proves right. */
    private Optional<Refus> count(String compte, String lieu) {
        Instant now = clock.instant();
        return transactions
                .write(() -> {
                    Optional<Instant> free = Stream.of(
                                    echecs.findForUpdate(compte),
                                    lieu == null ? Optional.<Echec>empty() : echecs.find(lieu))
                            .flatMap(Optional::stream)
                            .map(Echec::libreLe)
                            .filter(now::isBefore)
                            .max(Instant::compareTo);
                    if (free.isEmpty()) {
                        failed(compte, LIBRES_COMPTE);
                    }
                    return Outcome.done(free);
                })
                .orElseThrow()
                .map(until -> Duration.between(now, until))
                .map(wait ->
                        Refus.of(CodeRefus.TROP_DE_TENTATIVES, inWords(wait)).until(wait));
    }

    private void failed(String cle, int libres) {
        Instant now = clock.instant();
        int nombre = 1
                + echecs.findForUpdate(cle)
                        .filter(e -> now.isBefore(e.dernierLe().plus(MEMOIRE)))
                        .map(Echec::nombre)
                        .orElse(0);
        Duration attente = nombre < libres
                ? Duration.ZERO
                : PREMIERE_ATTENTE.multipliedBy(1L << Math.min(nombre - libres, DOUBLEMENTS_MAXIMUM));
        echecs.put(new Echec(cle, nombre, now.plus(attente), now));
    }

    /** A wait as people count it, never shorter than it is: « 2 secondes », « 17 minutes ». */
    static String inWords(Duration wait) {
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        if (seconds < 60) {
            return seconds + (seconds > 1 ? " secondes" : " seconde");
        }
        long minutes = (seconds + 59) / 60;
        return minutes + (minutes > 1 ? " minutes" : " minute");
    }
}
