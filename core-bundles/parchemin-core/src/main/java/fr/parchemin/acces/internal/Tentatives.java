package fr.parchemin.acces.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Slows down who tries passwords: after some failures the wait doubles with each more. Kept by node, in bounded memory. */
final class Tentatives {

    private static final int LIBRES = 5;
    private static final Duration PREMIERE_ATTENTE = Duration.ofSeconds(2);
    private static final int DOUBLEMENTS_MAXIMUM = 9;
    private static final int IDENTIFIANTS_SUIVIS = 10_000;

    /** Enough that two accounts which are tried at the same moment hardly ever wait for each other. */
    private static final int VERROUS = 256;

    private final Object[] verrous = Stream.generate(Object::new).limit(VERROUS).toArray();

    private record Echecs(int nombre, Instant libreLe) {}

    private final Map<String, Echecs> echecs = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Echecs> eldest) {
            return size() > IDENTIFIANTS_SUIVIS;
        }
    };

    /**
     * Tries one password after the other for each identifiant: attempts that come at the same moment find the failures of
     * those before them, and cannot all slip through while the first is still being checked.
     */
    <T> T chacunSonTour(String identifiant, Supplier<T> tentative) {
        synchronized (verrous[Math.floorMod(identifiant.hashCode(), VERROUS)]) {
            return tentative.get();
        }
    }

    /** How long the identifiant has to wait, zero when it may try. */
    synchronized Duration attente(String identifiant, Instant now) {
        Echecs known = echecs.get(identifiant);
        return known == null || !now.isBefore(known.libreLe()) ? Duration.ZERO : Duration.between(now, known.libreLe());
    }

    synchronized void echec(String identifiant, Instant now) {
        int nombre = echecs.containsKey(identifiant) ? echecs.get(identifiant).nombre() + 1 : 1;
        Duration attente = nombre < LIBRES
                ? Duration.ZERO
                : PREMIERE_ATTENTE.multipliedBy(1L << Math.min(nombre - LIBRES, DOUBLEMENTS_MAXIMUM));
        echecs.put(identifiant, new Echecs(nombre, now.plus(attente)));
    }

    synchronized void reussite(String identifiant) {
        echecs.remove(identifiant);
    }
}
