package fr.parchemin.referentiel;

/**
 * What a candidate must hold before being evaluated, or may hold as an equivalence.
 *
 * @param obligatoire whether the evaluation waits for it
 * @param autorite who delivers it
 * @param motifNumero regular expression that its number obeys, {@code null} when free
 * @param validiteMois months from its delivery, {@code null} when it does not lapse
 * @param regle rule in code: the one that establishes it for {@link Type#CODE}, otherwise one that looks at the document
 *     presented; {@code null} when none does
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
        String regle,
        Provenance provenance) {

    /** One without a rule in code. */
    public Prerequis(
            String code,
            String intitule,
            Type type,
            boolean obligatoire,
            String autorite,
            String motifNumero,
            Integer validiteMois,
            Integer age,
            Provenance provenance) {
        this(code, intitule, type, obligatoire, autorite, motifNumero, validiteMois, age, null, provenance);
    }

    /** How a prerequisite is established. */
    public enum Type {
        AGE_MINIMUM,
        AUTORISATION,
        ATTESTATION,
        CONDITION,
        /** By a rule in code of the branch. */
        CODE
    }
}
