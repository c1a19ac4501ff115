package fr.parchemin.referentiel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An observable criterion of the grid.
 *
 * @param bareme highest mark when the scale is {@link Echelle#POINTS}, {@code null} otherwise
 * @param niveaux levels of the scale {@link Echelle#NIVEAUX}, from the lowest to the highest; empty otherwise
 * @param acquisA code of the level from which the criterion is acquired, {@code null} on the other scales
 * @param poids what it weighs beside others, 1 when left out
 * @param nonObserve what it means that nobody saw it, {@code null} to follow the épreuve
 * @param collectif whether the members of a group share the mark
 * @param eliminatoire whether failing it alone refuses what depends on it (shown to the évaluateur; the rule says what)
 */
public record Critere(
        String code,
        String intitule,
        Echelle echelle,
        BigDecimal bareme,
        List<Niveau> niveaux,
        String acquisA,
        BigDecimal poids,
        NonObserve nonObserve,
        boolean collectif,
        boolean eliminatoire,
        List<String> indicateurs,
        Provenance provenance) {

    /** Scales of a grid. */
    public enum Echelle {
        BINAIRE,
        POINTS,
        /** Letters or levels, in order. */
        NIVEAUX
    }

    /** What it means that no évaluateur of an épreuve saw a criterion. */
    public enum NonObserve {
        /** Neither met nor failed: the jury sees it. */
        OUVERT,
        /** Failed: it was for the candidate to show it. */
        NON_ACQUIS,
        /** It does not count. */
        IGNORE
    }

    /**
     * A level of a scale.
     *
     * @param points what it is worth in a total or a mean, {@code null} when the scale bears no points
     */
    public record Niveau(String code, String libelle, BigDecimal points) {}

    public Critere {
        niveaux = Listes.copy(niveaux);
        poids = poids == null ? BigDecimal.ONE : poids;
        indicateurs = Listes.copy(indicateurs);
    }

    /** The level of that code. */
    public Optional<Niveau> niveau(String niveau) {
        return niveaux.stream().filter(n -> n.code().equals(niveau)).findFirst();
    }

    /** Place of a level from 0, the lowest; -1 when there is none of that code. */
    public int rang(String niveau) {
        for (int i = 0; i < niveaux.size(); i++) {
            if (niveaux.get(i).code().equals(niveau)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether an évaluateur says of it acquired or not. */
    @JsonIgnore
    public boolean isDecisif() {
        return echelle != Echelle.POINTS;
    }

    /** Whether its marks add up to points. */
    @JsonIgnore
    public boolean isChiffre() {
        return echelle == Echelle.POINTS
                || echelle == Echelle.NIVEAUX && niveaux.stream().allMatch(n -> n.points() != null);
    }

    /** The points of its best mark, weight apart: one for a criterion that bears no points. */
    @JsonIgnore
    public BigDecimal maximum() {
        if (echelle == Echelle.POINTS) {
            return bareme;
        }
        return isChiffre()
                ? niveaux.stream().map(Niveau::points).reduce(BigDecimal.ZERO, BigDecimal::max)
                : BigDecimal.ONE;
    }
}
