package fr.parchemin.enmemoire;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Perimetre;
import fr.parchemin.acte.Refus;
import fr.parchemin.acte.Transactions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A store in memory with the manners of a database: nothing is read outside a transaction, nothing written outside an act,
 * an act that is refused or fails leaves no trace, and one at a time has the floor.
 */
public final class Base implements Transactions {

    /** For what a test looks at, or lays down, past the use cases. */
    public static final Perimetre TOUT = Perimetre.tout(Perimetre.Motif.CONSOLE);

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
    private Perimetre perimetre;
    private Refus refusInside;
    private boolean failedInside;
    private boolean down;
    private int acts;

    /** Rows by key, in the order of their coming. */
    static final class Table<K, V> {
        private final Base base;
        private final Function<V, String> branche;
        private final boolean addedByAll;
        private Map<K, V> committed = new LinkedHashMap<>();
        private Map<K, V> working;

        private Table(Base base, Function<V, String> branche, boolean addedByAll) {
            this.base = base;
            this.addedByAll = addedByAll;
            this.branche = branche;
        }

        /** The rows of its perimeter as the transaction under way sees them; not to be changed. */
        Map<K, V> rows() {
            Map<K, V> seen = new LinkedHashMap<>(all());
            seen.values().removeIf(row -> !isInside(row));
            return seen;
        }

        private Map<K, V> all() {
            base.require(null);
            return working == null ? committed : working;
        }

        /** How many rows there are, whoever asks. */
        int size() {
            return all().size();
        }

        private boolean perimetreOfPlatform() {
            return base.perimetre.holds(null);
        }

        private boolean isInside(V row) {
            return branche == null || base.perimetre.holds(branche.apply(row));
        }

        void put(K key, V row) {
            base.require(Mode.ECRITURE);
            if (!addedByAll
                    && branche != null
                    && branche.apply(row) != null
                    && !isInside(row)
                    && !perimetreOfPlatform()) {
                throw new IllegalStateException("a row outside the perimeter of this transaction");
            }
            if (working == null) {
                working = new LinkedHashMap<>(committed);
            }
            working.put(key, row);
        }

        /** Adds a row whose key, like that of a table, may not be there yet. */
        void add(K key, V row) {
            if (all().containsKey(key)) {
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

    /** A table of the platform, which every transaction may reach. */
    <K, V> Table<K, V> table() {
        return table(null);
    }

    /** @param branche of which branch a row is, {@code null} for one about the platform itself */
    <K, V> Table<K, V> table(Function<V, String> branche) {
        return table(branche, false);
    }

    /** A table to which every act may add, whatever it may read. */
    <K, V> Table<K, V> openTable(Function<V, String> branche) {
        return table(branche, true);
    }

    private <K, V> Table<K, V> table(Function<V, String> branche, boolean addedByAll) {
        Table<K, V> table = new Table<>(this, branche, addedByAll);
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
    public <T> Outcome<T> write(Perimetre wanted, Supplier<Outcome<T>> work) {
        floor.lock();
        try {
            return mode == null ? act(wanted, work) : join(wanted, work);
        } finally {
            floor.unlock();
        }
    }

    private <T> Outcome<T> act(Perimetre wanted, Supplier<Outcome<T>> work) {
        begin(Mode.ECRITURE, wanted);
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

    private <T> Outcome<T> join(Perimetre wanted, Supplier<Outcome<T>> work) {
        require(Mode.ECRITURE);
        requireCovered(wanted);
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
    public <T> T read(Perimetre wanted, Supplier<T> work) {
        floor.lock();
        try {
            if (mode != null) {
                requireCovered(wanted);
                return work.get();
            }
            begin(Mode.LECTURE, wanted);
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

    @Override
    public boolean isPartitioned() {
        return true;
    }

    private void requireCovered(Perimetre wanted) {
        if (!perimetre.covers(wanted)) {
            throw new IllegalStateException("work inside a transaction asks for more than its perimeter holds");
        }
    }

    private void begin(Mode next, Perimetre wanted) {
        if (down) {
            throw new IllegalStateException("the store is down");
        }
        mode = next;
        perimetre = wanted;
        refusInside = null;
        failedInside = false;
    }

    private void end(boolean commit) {
        tables.forEach(table -> table.end(commit));
        mode = null;
    }
}
