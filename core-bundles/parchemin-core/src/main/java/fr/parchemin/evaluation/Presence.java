package fr.parchemin.evaluation;

/** Whether the candidate sat the épreuve. An absence is never a zero. */
public enum Presence {
    PRESENT,
    ABSENT,
    EXCUSE
}
