package fr.parchemin.web.internal.view;

import java.util.Arrays;
import java.util.Optional;

/**
 * What was just done, said on the page that follows. It travels as its name in the address, so that no node keeps it and
 * nobody can put words of their own on a page.
 */
public enum Announcement {
    CANDIDATURE_DEPOSEE("La candidature est déposée."),
    PREREQUIS_CONSTATE("Le constat est enregistré."),
    EVALUATEURS_DESIGNES("Les évaluateurs sont désignés."),
    CANDIDATURE_MIGREE("Le dossier est repris sous la nouvelle version."),
    MIGRATION_ANNULEE("La reprise est annulée, le dossier est revenu à sa version d’avant."),
    PARAMETRE_DECIDE("Le paramètre est enregistré, avec son motif et sa date."),
    PARAMETRE_ANNULE("Le paramètre est annulé, et ce qu’il remplaçait est de nouveau en vigueur."),
    EPREUVE_NOTEE("La grille est enregistrée."),
    JURY_COMPOSE("Le jury est composé."),
    JURY_VALIDE("La composition du jury est validée."),
    DOSSIERS_PRESENTES("Les dossiers sont présentés au jury."),
    DECISION_PRISE("La décision du jury est enregistrée."),
    CERTIFICAT_DELIVRE("Le certificat est délivré."),
    IDENTITE_RATTACHEE("L’identité est rattachée : elle ouvre désormais votre compte."),
    IDENTITE_RETIREE("L’identité est retirée : elle n’ouvre plus votre compte."),
    MOT_DE_PASSE_CHOISI("Votre mot de passe est choisi. Connectez-vous."),
    MOT_DE_PASSE_CHANGE("Votre mot de passe est changé, vos autres sessions sont fermées."),
    SESSIONS_FERMEES("C’est fermé."),
    CLE_AJOUTEE("La clé d’accès est enregistrée : elle ouvre désormais votre compte."),
    CLE_RENOMMEE("La clé d’accès est renommée."),
    FACTEUR_RETIRE("Le second facteur est retiré."),
    JETON_RETIRE("Le jeton est retiré."),
    BROUILLON_GARDE("Le brouillon est gardé."),
    BROUILLON_EFFACE("Le brouillon est effacé."),
    CONNECTE("Connexion réussie."),
    DECONNECTE("Vous avez quitté votre session.");

    private final String phrase;

    Announcement(String phrase) {
        this.phrase = phrase;
    }

    public String phrase() {
        return phrase;
    }

    /** The announcement of that name, empty for anything else. */
    public static Optional<Announcement> of(String name) {
        return Arrays.stream(values()).filter(a -> a.name().equals(name)).findFirst();
    }
}
