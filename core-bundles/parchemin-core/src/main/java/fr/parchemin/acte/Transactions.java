package fr.parchemin.acte;

import java.util.function.Supplier;

/**
 * Port: the unit of work around the repositories. One act, one transaction. Repositories may be used only inside one of
 * these calls, on the calling thread, and reach only what lies in the perimeter of the call: what is outside is as if it
 * were not there, and writing there fails.
 */
public interface Transactions {

    /**
     * Runs the work in one transaction: committed when the outcome is done, rolled back when it is refused or an
     * exception comes out.
     *
     * <p>When somebody else changed the same rows since they were read, the outcome is {@link
     * CodeRefus#CONFLIT_MODIFICATION}. Nested calls join the transaction under way and keep its perimeter.
     *
     * @param perimetre mostly that of who acts
     * @throws IllegalStateException when nested in a transaction whose perimeter does not cover this one
     */
    <T> Outcome<T> write(Perimetre perimetre, Supplier<Outcome<T>> work);

    /**
     * Runs the work against one consistent view; nothing is written.
     *
     * @param perimetre mostly that of who asks
     * @throws IllegalStateException when nested in a transaction whose perimeter does not cover this one
     */
    <T> T read(Perimetre perimetre, Supplier<T> work);

    /** For what touches no data of any branch: accounts, sessions, what was admitted. */
    default <T> Outcome<T> write(Supplier<Outcome<T>> work) {
        return write(Perimetre.aucun(), work);
    }

    /** For what touches no data of any branch: accounts, sessions, what was admitted. */
    default <T> T read(Supplier<T> work) {
        return read(Perimetre.aucun(), work);
    }

    /** Whether the store answers now; {@code false} or an exception when it does not. */
    boolean isReachable();

    /**
     * Whether the store itself keeps branches apart, below the statements that the platform sends; {@code false} when
     * only the platform does, because the engine cannot or its user stands above all such rules.
     */
    boolean isPartitioned();
}
