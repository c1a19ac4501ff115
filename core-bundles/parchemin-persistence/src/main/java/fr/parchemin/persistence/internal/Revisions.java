package fr.parchemin.persistence.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.util.UUID;

/**
 * The guard against lost updates on one row, in one transaction. The record that comes back from the core carries the
 * revision at which it was read; a statement moves the row on from that revision to the next, or finds that somebody else
 * already has. That same statement locks the row until the transaction ends.
 *
 * <p>Done by hand rather than by the version of JPA: that one begins at a number of its own, and does not move when only
 * the parts of a file change.
 */
final class Revisions {

    private Long atFirst;

    /**
     * Moves the row on by one revision and gives the new one.
     *
     * <p>A record read before an earlier change of this same transaction is welcome: an act may change a file in steps,
     * each from the record of the step before, which carries the revision read.
     *
     * @param entity name of the entity
     * @param stored revision of the row as this transaction knows it
     * @param given revision of the record
     * @throws OptimisticLockException when somebody else changed the row
     */
    long advance(EntityManager manager, String entity, UUID id, long stored, long given) {
        if (atFirst == null) {
            atFirst = stored;
        }
        if (given != stored && given != atFirst) {
            throw changed(entity, id);
        }
        int moved = manager.createQuery("update " + entity + " e set e.revision = e.revision + 1"
                        + " where e.id = :id and e.revision = :stored")
                .setParameter("id", id)
                .setParameter("stored", stored)
                .executeUpdate();
        if (moved == 0) {
            throw changed(entity, id);
        }
        return stored + 1;
    }

    private static OptimisticLockException changed(String entity, UUID id) {
        return new OptimisticLockException(entity + " " + id + " is no longer at the revision given");
    }
}
