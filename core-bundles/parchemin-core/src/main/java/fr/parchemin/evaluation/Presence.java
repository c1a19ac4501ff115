package fr.parchemin.evaluation;

/** Whether the candidate sat the épreuve. An absence is never a zero. */
public enum Presence {
    PRESENT,
    ABSENT,
    EXCUSE,
    /** The candidate gave up: no mark, and nothing more is awaited. */
    ABANDON
}
