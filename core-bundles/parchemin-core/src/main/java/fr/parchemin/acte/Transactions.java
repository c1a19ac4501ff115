package fr.parchemin.acte;

import java.util.function.Supplier;

/**
 * Port: the unit of work around the repositories. One act, one transaction. Repositories may be used only inside one of
 * these calls, on the calling thread.
 */
public interface Transactions {

    /**
     * Runs the work in one transaction: committed when the outcome is done, rolled back when it is refused or an
     * exception comes out.
     *
     * <p>When somebody else changed the same rows since they were read, the outcome is {@link
     * CodeRefus#CONFLIT_MODIFICATION}. Nested calls join the transaction under way.
     */
    <T> Outcome<T> write(Supplier<Outcome<T>> work);

    /** Runs the work against one consistent view; nothing is written. */
    <T> T read(Supplier<T> work);

    /** Whether the store answers now; {@code false} or an exception when it does not. */
    boolean isReachable();
}
