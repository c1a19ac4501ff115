package fr.parchemin.acces;

/** What an account may be; all but {@link #ADMINISTRATEUR} hold for one branch. */
public enum Role {
    /** Accounts and roles of the platform; sees no file. */
    ADMINISTRATEUR,
    /** Runs the files, sessions and juries of a branch. */
    SECRETARIAT,
    /** Organisme habilité: submits and follows its own candidates. */
    ORGANISME,
    /** Fills the grids of the candidates it was designated for. */
    EVALUATEUR,
    /** Reads the files presented to a jury and records its decisions. */
    JURY,
    /** Delivers in the name of the certificateur. */
    CERTIFICATEUR;

    public boolean isOfPlatform() {
        return this == ADMINISTRATEUR;
    }
}
