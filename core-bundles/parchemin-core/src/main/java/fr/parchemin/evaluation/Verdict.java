package fr.parchemin.evaluation;

/** What a rule gives. */
public enum Verdict {
    SATISFAITE,
    NON_SATISFAITE,
    /** Marks are missing, the candidate was absent, or nobody saw the criterion. */
    INDETERMINEE,
    /** The opinions differ: only the jury resolves. */
    DIVERGENTE
}
