package fr.parchemin.evaluation;

import java.util.Set;

/**
 * What a term of a mean or a total is worth, in its own points.
 *
 * @param etat whether it is known
 * @param basse the lowest that the opinions given allow
 * @param haute the highest; where marks are missing, with all the points that they could bring
 * @param bareme the most that it can be
 * @param ouvertes épreuves whose marks it waits for
 */
record Valeur(Etat etat, Fraction basse, Fraction haute, Fraction bareme, Set<String> ouvertes) {

    /** Whether a value is known. */
    enum Etat {
        CONNUE,
        /** The évaluateurs differ: it lies between two bounds and only the jury resolves. */
        DIVERGENTE,
        /** Marks are missing, the candidate was absent, or nobody saw it. */
        OUVERTE,
        /** Nobody saw it and it is not to count. */
        IGNOREE
    }

    static Valeur connue(Fraction value, Fraction bareme) {
        return new Valeur(Etat.CONNUE, value, value, bareme, Set.of());
    }

    static Valeur entre(Fraction basse, Fraction haute, Fraction bareme) {
        return new Valeur(basse.compareTo(haute) == 0 ? Etat.CONNUE : Etat.DIVERGENTE, basse, haute, bareme, Set.of());
    }

    static Valeur ouverte(Fraction bareme, Set<String> ouvertes) {
        return new Valeur(Etat.OUVERTE, Fraction.ZERO, bareme, bareme, ouvertes);
    }

    static Valeur ignoree(Fraction bareme) {
        return new Valeur(Etat.IGNOREE, Fraction.ZERO, Fraction.ZERO, bareme, Set.of());
    }

    boolean isIgnoree() {
        return etat == Etat.IGNOREE;
    }

    /** The same on another scale. */
    Valeur sur(Fraction echelle) {
        if (bareme.compareTo(echelle) == 0) {
            return this;
        }
        Fraction factor = echelle.over(bareme);
        Fraction low = basse.times(factor);
        return new Valeur(etat, low, haute == basse ? low : haute.times(factor), echelle, ouvertes);
    }

    /** The mark as people read it, without its barème. */
    String text() {
        return switch (etat) {
            case CONNUE -> basse.text();
            case DIVERGENTE -> "de " + basse.text() + " à " + haute.text() + " selon les évaluateurs";
            case OUVERTE -> "à évaluer";
            case IGNOREE -> "non observé, ne compte pas";
        };
    }
}
