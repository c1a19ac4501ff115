package fr.parchemin.evaluation;

/** A mark on the binary scale. */
public enum Appreciation {
    ACQUIS,
    NON_ACQUIS,
    /** The évaluateur had no occasion to see it: no opinion. */
    NON_OBSERVE
}
