package fr.parchemin.spi;

/** Yes or no, as {@link RegleRecevabilite}, {@link ReglePrerequis}, {@link RegleIncompatibilite} and {@link
 * RegleMention} answer. */
public sealed interface Avis {

    /** Nothing against it. */
    record Favorable() implements Avis {}

    /**
     * It is not so.
     *
     * @param motif why, one French sentence, not blank
     */
    record Defavorable(String motif) implements Avis {}

    static Avis favorable() {
        return new Favorable();
    }

    static Avis defavorable(String motif) {
        return new Defavorable(motif);
    }
}
