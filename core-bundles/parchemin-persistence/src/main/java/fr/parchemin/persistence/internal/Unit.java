package fr.parchemin.persistence.internal;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.LigneJournal;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Refus;
import fr.parchemin.notification.Notification;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.eclipse.persistence.config.BatchWriting;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The persistence unit with the transaction that each thread is in. Shared by the repositories of this bundle. */
final class Unit implements AutoCloseable {

    /**
     * A line of the journal that waits for its place.
     *
     * @param acte as it was told
     * @param line as it will be kept
     */
    record Ecriture(Acte acte, LigneJournal line) {}

    /** A transaction under way on a thread. */
    static final class Work {

        private final EntityManager manager;
        private final boolean writes;
        private final Perimetre perimetre;
        private final List<Ecriture> lines = new ArrayList<>();
        private final Map<String, Notification> told = new TreeMap<>();
        private Refus refusal;
        private Throwable failure;

        private Work(EntityManager manager, boolean writes, Perimetre perimetre) {
            this.manager = manager;
            this.writes = writes;
            this.perimetre = perimetre;
        }

        boolean writes() {
            return writes;
        }

        Perimetre perimetre() {
            return perimetre;
        }

        /** Keeps a line of the journal until the act is committed: only then is its place in the chain known. */
        void journal(Ecriture line) {
            lines.add(line);
        }

        /** The lines of the journal that wait for the act to be committed. */
        List<Ecriture> lines() {
            return lines;
        }

        /** Keeps what an account is told until the act is committed; the same is told once. */
        void tell(Notification notification) {
            told.putIfAbsent(notification.cle(), notification);
        }

        /** Notes that an act inside this one was refused; the first reason stays. */
        void refuse(Refus reason) {
            if (refusal == null) {
                refusal = reason;
            }
        }

        /** Notes that an act inside this one failed; the first failure stays. */
        void fail(Throwable cause) {
            if (failure == null) {
                failure = cause;
            }
        }

        /** Why an act inside this one was refused, {@code null} when none was. */
        Refus refusal() {
            return refusal;
        }

        /** How an act inside this one failed, {@code null} when none did. */
        Throwable failure() {
            return failure;
        }
    }

    /** As long as an act waits for a row on PostgreSQL. */
    private static final long TURN_SECONDS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Unit.class);

    private final EntityManagerFactory factory;
    private final Engine engine;
    private final boolean partitioned;
    private final ThreadLocal<Work> current = new ThreadLocal<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    private Unit(EntityManagerFactory factory, Engine engine, boolean partitioned) {
        this.factory = factory;
        this.engine = engine;
        this.partitioned = partitioned;
    }

    /** @param partitioned whether the server itself keeps branches apart */
    static Unit open(DataSource pool, Engine engine, boolean partitioned) {
        return new Unit(
                new PersistenceProvider()
                        .createContainerEntityManagerFactory(
                                new UnitInfo(pool),
                                Map.of(
                                        PersistenceUnitProperties.TARGET_DATABASE,
                                        engine.platform().getName(),
                                        // EclipseLink shares what it built under a name with every unit of that name.
                                        PersistenceUnitProperties.SESSION_NAME,
                                        UnitInfo.NAME + "-" + UUID.randomUUID(),
                                        PersistenceUnitProperties.SESSION_CUSTOMIZER,
                                        Cloison.class.getName(),
                                        PersistenceUnitProperties.WEAVING,
                                        "false",
                                        PersistenceUnitProperties.DEPLOY_ON_STARTUP,
                                        "true",
                                        PersistenceUnitProperties.BATCH_WRITING,
                                        BatchWriting.JDBC,
                                        // Its failures come out as exceptions: logged once, by who handles them.
                                        PersistenceUnitProperties.LOGGING_LEVEL,
                                        "OFF")),
                engine,
                partitioned);
    }

    /** The transaction that this thread is in, {@code null} when in none. */
    Work current() {
        return current.get();
    }

    /**
     * Begins a transaction on this thread.
     *
     * @throws PessimisticLockException when it writes and its turn does not come in time
     */
    Work begin(boolean writes, Perimetre perimetre) {
        if (!writes || engine.isSafeForConcurrentActs()) {
            return open(writes, perimetre);
        }
        takeTurn();
        try {
            return open(true, perimetre);
        } catch (RuntimeException e) {
            turn.unlock();
            throw e;
        }
    }

    private void takeTurn() {
        try {
            if (!turn.tryLock(TURN_SECONDS, TimeUnit.SECONDS)) {
                throw new PessimisticLockException("the turn of this act did not come in " + TURN_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before an act", e);
        }
    }

    private Work open(boolean writes, Perimetre perimetre) {
        EntityManager manager = factory.createEntityManager();
        String text = Cloison.text(perimetre);
        try {
            manager.setProperty(Cloison.PERIMETRE, text);
            manager.getTransaction().begin();
            // Taking the connection now makes every query of this transaction go through it, reads included.
            Connection connection = manager.unwrap(Connection.class);
            if (!writes) {
                manager.setFlushMode(FlushModeType.COMMIT);
            }
            engine.begin(connection, writes, text);
        } catch (SQLException e) {
            abandon(manager);
            throw new PersistenceException("cannot begin a transaction", e);
        } catch (RuntimeException e) {
            abandon(manager);
            throw e;
        }
        Work work = new Work(manager, writes, perimetre);
        current.set(work);
        return work;
    }

    void commit(Work work) {
        if (!work.told.isEmpty()) {
            work.manager.flush();
            JpaNotifications.insert(work.manager, work.told.values());
        }
        if (!work.lines.isEmpty()) {
            // All else the act writes goes first: the end of the chain is locked last and shortest.
            work.manager.flush();
            Chaine.append(work.manager, work.lines.stream().map(Ecriture::line).toList());
        }
        work.manager.getTransaction().commit();
    }

    /** Ends the transaction; what was not committed is undone. */
    void end(Work work) {
        current.remove();
        abandon(work.manager);
        if (turn.isHeldByCurrentThread()) {
            turn.unlock();
        }
    }

    private static void abandon(EntityManager manager) {
        try {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        } catch (RuntimeException e) {
            // The server undoes what a lost connection leaves behind; what came before is what the caller must hear of.
            LOG.warn("A transaction could not be rolled back", e);
        }
    }

    /**
     * What to read with.
     *
     * @throws IllegalStateException outside a transaction
     */
    EntityManager reading() {
        Work work = current.get();
        if (work == null) {
            throw new IllegalStateException("repositories are used inside a transaction only");
        }
        return work.manager;
    }

    /**
     * What to write with.
     *
     * @throws IllegalStateException outside a transaction that writes
     */
    EntityManager writing() {
        EntityManager manager = reading();
        if (!current.get().writes) {
            throw new IllegalStateException("nothing is written in a transaction that reads");
        }
        return manager;
    }

    /**
     * Holds a line that a statement of our own is about to add to the journal against the perimeter. One about the
     * platform itself may be added by all, and who holds a role of the platform may leave one about any branch.
     *
     * @param branche {@code null} for what is about the platform itself
     * @throws IllegalStateException when it is outside
     */
    void requireReach(String branche) {
        reading();
        Perimetre perimetre = current.get().perimetre;
        if (branche != null && !perimetre.holds(branche) && !perimetre.holds(null)) {
            throw new IllegalStateException("branch " + branche + " is outside the perimeter of this transaction");
        }
    }

    /** Whether the server itself keeps branches apart. */
    boolean isPartitioned() {
        return partitioned;
    }

    @Override
    public void close() {
        factory.close();
    }
}
