package fr.parchemin.regle.internal;

import fr.parchemin.regle.EspeceRegle;
import fr.parchemin.regle.NomRegle;
import fr.parchemin.regle.ReglesBranche;
import fr.parchemin.regle.Reponse;
import fr.parchemin.regle.Reponse.Cause;
import fr.parchemin.regle.Reponse.Donnee;
import fr.parchemin.regle.Reponse.Echec;
import fr.parchemin.regle.internal.Appel.Fin;
import fr.parchemin.regle.internal.Disjoncteur.Passage;
import fr.parchemin.spi.RegleEnCode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules of one plugin, with the threads on which they run: those of nobody else. */
final class GardeBranche {

    private static final Logger LOG = LoggerFactory.getLogger(GardeBranche.class);
    private static final int SECONDES_DE_REPOS = 10;

    /** A rule at its post. */
    private record Poste(RegleEnCode regle, Disjoncteur disjoncteur) {}

    private final String branche;
    private final Limites limites;
    private final AtomicInteger perdus;
    private final LongSupplier nanos;
    private final Map<NomRegle, Poste> postes = new ConcurrentHashMap<>();
    private final Semaphore places;
    private final ThreadPoolExecutor threads;

    /**
     * @param perdus calls of this branch that never came back, whichever of its plugins made them
     */
    GardeBranche(String branche, Limites limites, AtomicInteger perdus, LongSupplier nanos) {
        this.branche = branche;
        this.limites = limites;
        this.perdus = perdus;
        this.nanos = nanos;
        this.places = new Semaphore(limites.places());
        AtomicInteger serial = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                limites.places(),
                limites.places(),
                SECONDES_DE_REPOS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "parchemin-regles-" + branche + "-" + serial.incrementAndGet());
                    thread.setDaemon(true);
                    // That of the caller may be anything, a plugin that goes included.
                    thread.setContextClassLoader(GardeBranche.class.getClassLoader());
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    void post(Map<NomRegle, RegleEnCode> regles) {
        regles.forEach((nom, regle) -> postes.put(nom, new Poste(regle, new Disjoncteur(limites, nanos))));
    }

    Set<NomRegle> noms() {
        return Set.copyOf(postes.keySet());
    }

    /** Forgets the plugin; its calls under way are interrupted. */
    void close() {
        postes.clear();
        threads.shutdownNow();
    }

    /** The rules for one act. */
    ReglesBranche acte(Limites budget) {
        return new Acte(budget);
    }

    private final class Acte implements ReglesBranche {

        private final long appel;
        private long reste;

        Acte(Limites budget) {
            this.appel = budget.appel().toNanos();
            this.reste = budget.acte().toNanos();
        }

        @Override
        public <R extends RegleEnCode, A> Reponse<A> ask(
                Class<R> espece,
                String nom,
                Function<? super R, ?> question,
                Class<A> type,
                Function<? super A, Optional<String>> flaw) {
            NomRegle regle = new NomRegle(EspeceRegle.of(espece), nom);
            Poste poste = postes.get(regle);
            if (poste == null) {
                return new Echec<>(Cause.ABSENTE, nom, null);
            }
            if (reste <= 0) {
                return new Echec<>(Cause.TEMPS_EPUISE, nom, null);
            }
            if (!poste.disjoncteur().lets()) {
                return new Echec<>(Cause.SUSPENDUE, nom, null);
            }
            long begun = nanos.getAsLong();
            Issue issue = call(() -> question.apply(espece.cast(poste.regle())), Math.min(appel, reste));
            reste -= nanos.getAsLong() - begun;
            return judged(regle, poste.disjoncteur(), issue, type, flaw);
        }
    }

    private <A> Reponse<A> judged(
            NomRegle regle,
            Disjoncteur disjoncteur,
            Issue issue,
            Class<A> type,
            Function<? super A, Optional<String>> flaw) {
        if (issue.cause() == Cause.SATUREE || issue.cause() == Cause.ABSENTE) {
            return new Echec<>(issue.cause(), regle.nom(), null); // not of this rule's own making
        }
        Cause cause = issue.cause();
        String precision = issue.precision();
        if (cause == null) {
            Optional<String> wrong = type.isInstance(issue.valeur())
                    ? flaw.apply(type.cast(issue.valeur()))
                    : Optional.of(issue.valeur() == null ? "aucune réponse" : "réponse d’une autre nature");
            if (wrong.isEmpty()) {
                if (disjoncteur.answered() == Passage.RETABLIE) {
                    LOG.info("branch {}: {} answers again", branche, regle);
                }
                return new Donnee<>(type.cast(issue.valeur()));
            }
            cause = Cause.INEXPLOITABLE;
            precision = wrong.get();
        }
        Passage passage = disjoncteur.failed();
        if (passage != Passage.AUCUN) { // once per change: a rule that fails on each file must not fill the disk
            LOG.warn(
                    "branch {}: {} failed ({}){} {}",
                    branche,
                    regle,
                    cause,
                    passage == Passage.SUSPENDUE ? ", not called for " + limites.pause() : "",
                    issue.trace() == null ? precision : issue.trace());
        }
        return new Echec<>(cause, regle.nom(), cause == Cause.EXCEPTION ? null : precision);
    }

    /** What a call into the plugin gave; {@code cause} is {@code null} when it gave a value. */
    record Issue(Object valeur, Cause cause, String precision, String trace) {
        static Issue failed(Cause cause) {
            return new Issue(null, cause, null, null);
        }
    }

    /** Calls into the plugin and waits no longer than that. */
    Issue call(Callable<?> call, Duration budget) {
        return call(call, budget.toNanos());
    }

    private Issue call(Callable<?> call, long budget) {
        long begun = nanos.getAsLong();
        try {
            if (perdus.get() >= limites.perdus() || !places.tryAcquire(budget, TimeUnit.NANOSECONDS)) {
                return Issue.failed(Cause.SATUREE);
            }
            Appel appel = new Appel(call, perdus, places::release);
            try {
                threads.execute(appel);
            } catch (RejectedExecutionException closed) {
                places.release();
                return Issue.failed(Cause.ABSENTE);
            } catch (OutOfMemoryError noThread) { // the system has none left to give: not the plugin's doing
                places.release();
                return Issue.failed(Cause.SATUREE);
            }
            Fin fin = appel.await(budget - (nanos.getAsLong() - begun));
            if (fin == null) {
                return threads.isShutdown() ? Issue.failed(Cause.ABSENTE) : Issue.failed(Cause.DELAI);
            }
            return fin.exception() == null
                    ? new Issue(fin.valeur(), null, null, null)
                    : new Issue(null, Cause.EXCEPTION, fin.exception(), fin.trace());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Issue.failed(Cause.SATUREE);
        }
    }
}
