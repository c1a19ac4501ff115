package fr.parchemin.persistence.internal;

import jakarta.persistence.EntityManager;

/** Numbers that only ever grow: taken for good, also by a transaction that is undone. */
final class Sequences {

    private Sequences() {}

    static long next(EntityManager manager, String sequence) {
        return ((Number) manager.createNativeQuery("select nextval('" + sequence + "')")
                        .getSingleResult())
                .longValue();
    }
}
