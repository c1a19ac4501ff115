package fr.parchemin.referentiel;

/** What several évaluateurs of one épreuve make together. */
public record Concordance(Binaire binaire, Points points, Provenance provenance) {

    /** For binary criteria. */
    public enum Binaire {
        /** They have to agree; where they do not, only the jury resolves. */
        UNANIMITE
    }

    /** For marks. */
    public enum Points {
        /** The unweighted mean of their marks. */
        MOYENNE
    }
}
