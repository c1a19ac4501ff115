package fr.parchemin.referentiel;

/** The ways in to a certification. */
public enum Voie {
    FORMATION,
    ALTERNANCE,
    VAE,
    BLOCS,
    CANDIDAT_LIBRE
}
