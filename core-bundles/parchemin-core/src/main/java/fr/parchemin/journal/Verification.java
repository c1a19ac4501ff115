package fr.parchemin.journal;

import fr.parchemin.acte.Journal;
import java.util.Optional;

/**
 * What came of going through the whole chain.
 *
 * @param lignes how many lines were found sound, from the first on
 * @param tete where the chain ends, as far as it is sound; what to write down elsewhere as an anchor
 * @param rupture the first thing that is not as it was written, empty when the journal is intact
 */
public record Verification(long lignes, Journal.Tete tete, Optional<Rupture> rupture) {

    /** Ways of not being as it was written. */
    public enum Nature {
        /** The content of a line, or its place, is not what its hash says. */
        MODIFIEE,
        /** A line, or several, are missing before this one, or it stands where it was not written. */
        MANQUANTE,
        /** The chain is shorter than, or another than, its end says. */
        TETE,
        /** The chain does not go through the anchor that was given. */
        ANCRE
    }

    /**
     * The first break.
     *
     * @param rang of the line where it was noticed
     * @param phrase French sentence
     */
    public record Rupture(long rang, Nature nature, String phrase) {}

    public boolean isIntact() {
        return rupture.isEmpty();
    }
}
