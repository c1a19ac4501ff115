package fr.parchemin.acces;

import java.util.Set;

/**
 * What a token of the interface is confined to, within what its account may do.
 *
 * @param lectureSeule whether it changes nothing
 * @param droits names of the acts it is for; empty for all of them
 * @param branche code of the only branch it is for, {@code null} for all
 */
public record Limites(boolean lectureSeule, Set<String> droits, String branche) {

    public Limites {
        droits = Set.copyOf(droits);
    }

    /** Whether the act leaves anything behind but a line of the journal. */
    public static boolean changes(Droit droit) {
        return droit.nature() == Droit.Nature.ACTE || droit.nature() == Droit.Nature.SIGNATURE;
    }

    /** Whether the act is one that the token is for. An act that signs has to be named: nobody is asked for a proof then. */
    public boolean admits(Droit droit) {
        boolean named = droits.contains(droit.name());
        return (named || droits.isEmpty() && droit.nature() != Droit.Nature.SIGNATURE)
                && !(lectureSeule && changes(droit));
    }
}
