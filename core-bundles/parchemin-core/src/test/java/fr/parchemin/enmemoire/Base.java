package fr.parchemin.enmemoire;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Transactions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A store in memory with the manners of a database: nothing is read outside a transaction, nothing written outside an act,
 * an act that is refused or fails leaves no trace, and one at a time has the floor.
 */
public final class Base implements Transactions {

    /** Somebody else changed what an act read. */
    static final class Conflit extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private enum Mode {
        LECTURE,
        ECRITURE
    }

    private final ReentrantLock floor = new ReentrantLock();
    private final List<Table<?, ?>> tables = new ArrayList<>();
    private Mode mode;
    private Refus refusInside;
    private boolean failedInside;
    private boolean down;
    private int acts;

    /** Rows by key, in the order of their coming. */
    static final class Table<K, V> {
        private final Base base;
        private Map<K, V> committed = new LinkedHashMap<>();
        private Map<K, V> working;

        private Table(Base base) {
            this.base = base;
        }

        /** The rows as the transaction under way sees them; not to be changed. */
        Map<K, V> rows() {
            base.require(null);
            return working == null ? committed : working;
        }

        void put(K key, V row) {
            base.require(Mode.ECRITURE);
            if (working == null) {
                working = new LinkedHashMap<>(committed);
            }
            working.put(key, row);
        }

        /** Adds a row whose key, like that of a table, may not be there yet. */
        void add(K key, V row) {
            if (rows().containsKey(key)) {
                throw new Conflit();
            }
            put(key, row);
        }

        void remove(K key) {
            base.require(Mode.ECRITURE);
            if (working == null) {
                working = new LinkedHashMap<>(committed);
            }
            working.remove(key);
        }

        private void end(boolean commit) {
            if (commit && working != null) {
                committed = working;
            }
            working = null;
        }
    }

    <K, V> Table<K, V> table() {
        Table<K, V> table = new Table<>(this);
        tables.add(table);
        return table;
    }

    /** From now on every transaction fails, until {@link #comeBack()}. */
    public void goDown() {
        down = true;
    }

    public void comeBack() {
        down = false;
    }

    /** How many acts were committed. */
    public int acts() {
        return acts;
    }

    private void require(Mode needed) {
        if (!floor.isHeldByCurrentThread() || mode == null) {
            throw new IllegalStateException("no transaction under way");
        }
        if (needed == Mode.ECRITURE && mode != Mode.ECRITURE) {
            throw new IllegalStateException("writing in a transaction that reads");
        }
    }

    @Override
    public <T> Outcome<T> write(Supplier<Outcome<T>> work) {
        floor.lock();
        try {
            return mode == null ? act(work) : join(work);
        } finally {
            floor.unlock();
        }
    }

    private <T> Outcome<T> act(Supplier<Outcome<T>> work) {
        begin(Mode.ECRITURE);
        boolean commit = false;
        try {
            Outcome<T> outcome = work.get();
            if (outcome.isDone() && failedInside) {
                throw new IllegalStateException("an act inside this one failed");
            }
            if (outcome.isDone() && refusInside != null) {
                return Outcome.refused(refusInside);
            }
            commit = outcome.isDone();
            acts += commit ? 1 : 0;
            return outcome;
        } catch (Conflit conflict) {
            return Outcome.refused(CodeRefus.CONFLIT_MODIFICATION);
        } finally {
            end(commit);
        }
    }

    private <T> Outcome<T> join(Supplier<Outcome<T>> work) {
        require(Mode.ECRITURE);
        try {
            Outcome<T> outcome = work.get();
            outcome.reason().ifPresent(refus -> refusInside = refus);
            return outcome;
        } catch (RuntimeException failure) {
            failedInside = true;
            throw failure;
        }
    }

    @Override
    public <T> T read(Supplier<T> work) {
        floor.lock();
        try {
            if (mode != null) {
                return work.get();
            }
            begin(Mode.LECTURE);
            try {
                return work.get();
            } finally {
                end(false);
            }
        } finally {
            floor.unlock();
        }
    }

    @Override
    public boolean isReachable() {
        return !down;
    }

    private void begin(Mode next) {
        if (down) {
            throw new IllegalStateException("the store is down");
        }
        mode = next;
        refusInside = null;
        failedInside = false;
    }

    private void end(boolean commit) {
        tables.forEach(table -> table.end(commit));
        mode = null;
    }
}
