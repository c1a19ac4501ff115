package fr.parchemin.persistence.internal;

import jakarta.persistence.EntityManager;

/** Locks on names, held until the transaction ends, for what has no row of its own to lock. */
final class Locks {

    private Locks() {}

    static void take(EntityManager manager, String nom) {
        if (!lock(manager, nom)) {
            // Whoever else makes the row at this moment is waited for; then the row is there for both.
            manager.createNativeQuery("insert into verrou (nom) values (?1) on conflict do nothing")
                    .setParameter(1, nom)
                    .executeUpdate();
            if (!lock(manager, nom)) {
                throw new IllegalStateException("the lock " + nom + " is neither there nor to be made");
            }
        }
    }

    private static boolean lock(EntityManager manager, String nom) {
        return !manager.createNativeQuery("select nom from verrou where nom = ?1 for update")
                .setParameter(1, nom)
                .getResultList()
                .isEmpty();
    }
}
