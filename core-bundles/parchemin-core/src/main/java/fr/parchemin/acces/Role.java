package fr.parchemin.acces;

/** What an account may be; all but {@link #ADMINISTRATEUR} hold for one branch. */
public enum Role {
    /** Accounts and roles of the platform; sees no file. */
    ADMINISTRATEUR("administrateur"),
    /** Runs the files, sessions and juries of a branch. */
    SECRETARIAT("secrétariat"),
    /** Organisme habilité: submits and follows its own candidates. */
    ORGANISME("organisme habilité"),
    /** Fills the grids of the candidates it was designated for. */
    EVALUATEUR("évaluateur"),
    /** Reads the files presented to a jury and records its decisions. */
    JURY("jury"),
    /** Delivers in the name of the certificateur. */
    CERTIFICATEUR("certificateur");

    private final String libelle;

    Role(String libelle) {
        this.libelle = libelle;
    }

    /** What people call it. */
    public String libelle() {
        return libelle;
    }

    public boolean isOfPlatform() {
        return this == ADMINISTRATEUR;
    }
}
