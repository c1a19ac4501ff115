package fr.parchemin.referentiel;

/** Units of a wage, gross. */
public enum Unite {
    EUR_AN,
    EUR_MOIS,
    EUR_HEURE;

    /** The unit behind an amount, in French. */
    public String libelle() {
        return switch (this) {
            case EUR_AN -> "€ brut par an";
            case EUR_MOIS -> "€ brut par mois";
            case EUR_HEURE -> "€ brut de l’heure";
        };
    }
}
