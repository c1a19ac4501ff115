package fr.parchemin.notification;

import fr.parchemin.acte.Typographie;

/** What an account is told. The sentence names a file, a jury or a role by its number or name, and nothing of a person. */
public enum Sujet {
    EVALUATION_ATTENDUE("Le dossier %s vous est confié pour évaluation."),
    JURY_CONVOQUE("Vous siégez au jury %s."),
    JURY_A_VALIDER("La composition du jury %s attend votre validation."),
    JURY_VALIDE("La composition du jury %s est validée."),
    DOSSIERS_PRESENTES("Des dossiers sont présentés au jury %s, où vous siégez."),
    DECISION_PRISE("Le jury a rendu sa décision sur le dossier %s."),
    CERTIFICAT_A_DELIVRER("Le dossier %s attend la délivrance de son certificat."),
    CERTIFICAT_DELIVRE("Le certificat du dossier %s est délivré."),
    MESSAGE_RECU("Un message vous attend sur le dossier %s."),
    NOTE_AJOUTEE("Une note interne est ajoutée au dossier %s."),
    /** Once for all that come until it is read: a file a line would bury the rest. */
    DOSSIERS_DEPOSES("De nouveaux dossiers sont déposés, à commencer par %s."),
    ROLE_RECU("Un rôle vous est donné : %s.");

    private final String phrase;

    Sujet(String phrase) {
        this.phrase = phrase;
    }

    /** The sentence about what bears that number or name. */
    public String phrase(String reference) {
        return Typographie.francaise(phrase.formatted(reference));
    }

    /** Whether the account that is told is expected to do something. */
    public boolean isAwaited() {
        return switch (this) {
            case EVALUATION_ATTENDUE, JURY_CONVOQUE, JURY_A_VALIDER, CERTIFICAT_A_DELIVRER -> true;
            default -> false;
        };
    }
}
