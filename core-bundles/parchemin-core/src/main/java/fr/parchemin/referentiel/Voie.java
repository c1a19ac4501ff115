package fr.parchemin.referentiel;

/** The ways in to a certification. */
public enum Voie {
    FORMATION("formation"),
    ALTERNANCE("alternance"),
    CONTRAT_PROFESSIONNALISATION("contrat de professionnalisation"),
    APPRENTISSAGE("apprentissage"),
    VAE("validation des acquis de l’expérience"),
    BLOCS("blocs séparés"),
    CANDIDAT_LIBRE("candidat libre");

    private final String libelle;

    Voie(String libelle) {
        this.libelle = libelle;
    }

    /** What people call it. */
    public String libelle() {
        return libelle;
    }
}
