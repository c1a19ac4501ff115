package fr.parchemin.documents.internal;

import java.util.function.Supplier;

/** A value made at first use and kept: what is heavy must not be made when the bundle starts. */
final class Paresseux<T> implements Supplier<T> {

    private final Supplier<T> fabrique;
    private volatile T valeur;

    Paresseux(Supplier<T> fabrique) {
        this.fabrique = fabrique;
    }

    /** Whether it has been made. */
    boolean estFait() {
        return valeur != null;
    }

    @Override
    public T get() {
        T v = valeur;
        if (v == null) {
            synchronized (this) {
                v = valeur;
                if (v == null) {
                    v = fabrique.get();
                    valeur = v;
                }
            }
        }
        return v;
    }
}
