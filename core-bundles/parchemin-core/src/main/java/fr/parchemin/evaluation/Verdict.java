package fr.parchemin.evaluation;

/** What a rule gives. */
public enum Verdict {
    SATISFAITE,
    NON_SATISFAITE,
    /** Marks are missing, or the candidate was absent. */
    INDETERMINEE,
    /** The opinions differ: only the jury resolves. */
    DIVERGENTE
}
