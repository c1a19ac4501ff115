package fr.parchemin.referentiel;

import java.math.BigDecimal;
import java.util.List;

/**
 * An observable criterion of the grid.
 *
 * @param bareme highest mark when the scale is {@link Echelle#POINTS}, {@code null} otherwise
 * @param eliminatoire whether failing it alone refuses what depends on it (shown to the évaluateur; the rule says what)
 */
public record Critere(
        String code,
        String intitule,
        Echelle echelle,
        BigDecimal bareme,
        boolean eliminatoire,
        List<String> indicateurs,
        Provenance provenance) {

    /** Scales of a grid. */
    public enum Echelle {
        BINAIRE,
        POINTS
    }

    public Critere {
        indicateurs = Listes.copy(indicateurs);
    }
}
