package fr.parchemin.referentiel;

import java.math.BigDecimal;

/**
 * What several évaluateurs of one épreuve make together.
 *
 * @param ecartMaximal gap between two marks, out of 20, beyond which the opinions diverge; {@code null}: none does
 */
public record Concordance(Binaire binaire, Points points, BigDecimal ecartMaximal, Provenance provenance) {

    /** For criteria that are acquired or not. */
    public enum Binaire {
        /** They have to agree; where they do not, only the jury resolves. */
        UNANIMITE,
        /** One who says no is enough. */
        PLUS_BASSE,
        /** What more of them say; where as many say yes as no, only the jury resolves. */
        MAJORITE
    }

    /** For marks. */
    public enum Points {
        /** The unweighted mean of their marks. */
        MOYENNE,
        /** The lowest. */
        PLUS_BASSE,
        /** The highest. */
        PLUS_HAUTE
    }
}
