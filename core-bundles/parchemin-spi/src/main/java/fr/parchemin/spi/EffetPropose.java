package fr.parchemin.spi;

/** What {@link RegleClassification} says; {@code explication} is one French sentence, not blank. */
public sealed interface EffetPropose {

    String explication();

    /** The certification gives no right to a position here. */
    record Aucun(String explication) implements EffetPropose {}

    /**
     * A lowest position.
     *
     * @param position its key in the classification of the effect
     */
    record Minimum(String position, String explication) implements EffetPropose {}
}
