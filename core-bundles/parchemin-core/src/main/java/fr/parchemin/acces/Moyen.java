package fr.parchemin.acces;

/** How somebody proved who they are. */
public enum Moyen {
    MOT_DE_PASSE("mot de passe", false),
    MOT_DE_PASSE_ET_CODE("mot de passe et code", true),
    MOT_DE_PASSE_ET_SECOURS("mot de passe et code de secours", true),
    MOT_DE_PASSE_ET_CLE("mot de passe et clé d’accès", true),
    CLE_ACCES("clé d’accès", true),
    FOURNISSEUR("fournisseur d’identité", false),
    LIEN_PERSONNEL("lien personnel", false),
    JETON_API("jeton d’interface", false);

    private final String libelle;
    private final boolean fort;

    Moyen(String libelle, boolean fort) {
        this.libelle = libelle;
        this.fort = fort;
    }

    /** What people call it. */
    public String libelle() {
        return libelle;
    }

    /** Whether two things were proved: something known and something held. */
    public boolean isFort() {
        return fort;
    }
}
