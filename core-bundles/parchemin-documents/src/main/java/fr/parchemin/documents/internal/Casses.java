package fr.parchemin.documents.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/**
 * The sets of fonts that have been parsed so far: parsing costs more than a document, so a set is used again. There
 * are never more sets than documents made at the same moment, and only as many as processors are kept.
 */
final class Casses implements Closeable {

    private final BlockingQueue<Casse> libres =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    /** Does the work with a set that nobody else uses meanwhile. */
    <T> T avec(Function<Casse, T> travail) {
        Casse casse = libres.poll();
        if (casse == null) {
            casse = new Casse();
        }
        try {
            return travail.apply(casse);
        } finally {
            if (!libres.offer(casse)) {
                ferme(casse);
            }
        }
    }

    @Override
    public void close() {
        for (Casse casse = libres.poll(); casse != null; casse = libres.poll()) {
            ferme(casse);
        }
    }

    private static void ferme(Casse casse) {
        try {
            casse.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
