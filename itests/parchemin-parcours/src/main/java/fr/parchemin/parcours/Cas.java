package fr.parchemin.parcours;

/**
 * One file of the demonstration and what must become of it. An empty expectation means that nothing of the kind is
 * reached.
 *
 * @param reprise after an ajournement, the file goes to a later jury that follows the proposal
 */
record Cas(
        String branche,
        String certification,
        String voie,
        Profil profil,
        String proposition,
        String issue,
        String etat,
        boolean reprise) {}
