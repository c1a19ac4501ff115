package fr.parchemin.notification;

/** How often an account is written to about its notifications; each mail gathers what came since the last. */
public enum Frequence {
    IMMEDIATE("aussitôt"),
    QUOTIDIENNE("une fois par jour, le matin"),
    AUCUNE("jamais");

    private final String libelle;

    Frequence(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
