package fr.parchemin.parcours;

/** How a jury makes up its mind about one file. */
public enum Deliberation {
    SUIT_LA_PROPOSITION,
    /** Follows the proposal, one member against. */
    A_LA_MAJORITE,
    /** The jury is sovereign: validates every bloc, whatever the proposal, and says why. */
    VALIDE_TOUT,
    REFUSE_TOUT,
    /** One collège for, the other against. */
    SE_PARTAGE
}
