package fr.parchemin.parcours;

/** How a candidate does in one bloc; each gives marks that make the branch's rule answer accordingly. */
public enum Prestation {
    REUSSIE,
    /** Points well under any threshold, or one criterion not acquired where there are no points. */
    INSUFFISANTE,
    /** Good marks, but one eliminatory criterion not acquired. */
    ELIMINEE,
    /** The two évaluateurs disagree on one binary criterion. */
    DIVERGENTE,
    ABSENTE,
    EXCUSEE,
    /** Not evaluated yet. */
    NON_NOTEE,
    /** Not sat because an attestation stands for it. */
    DISPENSEE
}
