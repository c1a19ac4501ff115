package fr.parchemin.referentiel;

/**
 * What a candidate must hold before being evaluated, or may hold as an equivalence.
 *
 * @param obligatoire whether the evaluation waits for it
 * @param autorite who delivers it
 * @param motifNumero regular expression that its number obeys, {@code null} when free
 * @param validiteMois months from its delivery, {@code null} when it does not lapse
 * @param age for {@link Type#AGE_MINIMUM}, in full years on the day of application
 */
public record Prerequis(
        String code,
        String intitule,
        Type type,
        boolean obligatoire,
        String autorite,
        String motifNumero,
        Integer validiteMois,
        Integer age,
        Provenance provenance) {

    /** How a prerequisite is established. */
    public enum Type {
        AGE_MINIMUM,
        AUTORISATION,
        ATTESTATION,
        CONDITION
    }
}
