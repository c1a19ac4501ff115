package fr.parchemin.referentiel;

/**
 * How many mentions of a group a person holds.
 *
 * @param min fewest before the certificate is delivered
 * @param max most, {@code null} without bound
 */
public record GroupeMentions(String code, String intitule, int min, Integer max, Provenance provenance) {}
