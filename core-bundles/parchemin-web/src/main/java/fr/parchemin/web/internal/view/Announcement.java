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
    VUE_GARDEE("La vue est gardée, vous la retrouvez au-dessus de la liste."),
    VUE_CHANGEE("La vue est changée."),
    VUE_SUPPRIMEE("La vue est supprimée ; ce qu’elle montrait est toujours là."),
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
    TITRES_PARTAGES("C’est partagé. Vous pouvez le retirer quand vous voulez."),
    PARTAGE_RETIRE("Le partage est retiré : la branche ne voit plus rien."),
    INSCRIPTIONS_RATTACHEES("Vos deux inscriptions sont réunies."),
    INSCRIPTIONS_NON_RATTACHEES("C’est noté : les deux inscriptions restent à part."),
    PERSONNE_QUESTIONNEE("La question est posée à la personne."),
    MESSAGE_ENVOYE("Le message est envoyé."),
    NOTE_AJOUTEE("La note est enregistrée."),
    NOTE_RETIREE("La note est retirée."),
    NOTIFICATIONS_LUES("Tout est marqué comme lu."),
    PREFERENCE_CHOISIE("Votre choix est enregistré."),
    LIEN_PERSONNEL_ENVOYE("Le lien personnel est parti par courriel."),
    LIEN_PERSONNEL_RETIRE("Le lien personnel est retiré : il n’ouvre plus rien."),
    INVITATION_ENVOYEE("L’invitation est partie par courriel."),
    LIEN_ENVOYE("Le lien est parti par courriel."),
    INVITATION_RETIREE("L’invitation est retirée : son lien n’ouvre plus rien."),
    COURRIEL_MODIFIE("L’adresse est changée."),
    COMPTE_SUSPENDU("Le compte est suspendu et ses sessions sont fermées."),
    COMPTE_REPRIS("Le compte est repris."),
    COMPTE_DEVERROUILLE("L’attente est levée : la personne peut se connecter aussitôt."),
    FACTEURS_RETIRES("Les seconds facteurs sont retirés et les sessions fermées."),
    ROLE_DONNE("Le rôle est donné."),
    ROLE_RETIRE("Le rôle est retiré."),
    BRANCHE_DEPOSEE("Le fichier est déposé. La plateforme l’examine : son état paraît ici dans quelques secondes."),
    BRANCHE_RETIREE("Le fichier est retiré du dépôt. Il est gardé à part trente jours, vous pouvez le remettre."),
    BRANCHE_REMISE("Le fichier est remis au dépôt. La plateforme l’examine."),
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
