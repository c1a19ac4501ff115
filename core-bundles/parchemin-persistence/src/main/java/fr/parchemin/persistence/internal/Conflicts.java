package fr.parchemin.persistence.internal;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Set;

/** Tells the failures that come of somebody else doing the same at the same moment from those that are our fault. */
final class Conflicts {

    private static final Set<String> STATES = Set.of(
            "23505", // unique violation, both engines: two additions that each looked before the other was there
            "40001", // serialization failure on PostgreSQL, deadlock on H2
            "40P01", // deadlock on PostgreSQL
            "55P03", // a lock was not to be had in time on PostgreSQL
            "HYT00", // the same on H2
            "90131"); // concurrent update of the same row on H2

    private Conflicts() {}

    static boolean isConflict(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException || cause instanceof PessimisticLockException) {
                return true;
            }
            if (cause instanceof SQLException sql && anyState(sql)) {
                return true;
            }
        }
        return false;
    }

    /** A batch that fails hides the failure that counts behind its own. */
    private static boolean anyState(SQLException first) {
        for (SQLException next = first; next != null; next = next.getNextException()) {
            if (STATES.contains(next.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
