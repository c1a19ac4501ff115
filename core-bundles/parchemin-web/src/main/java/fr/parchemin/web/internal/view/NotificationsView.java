package fr.parchemin.web.internal.view;

import fr.parchemin.notification.Notification;
import fr.parchemin.notification.Notifications;

/**
 * The notifications of who looks.
 *
 * @param nonLues whether those that were read are left out
 * @param suite whether there are newer ones than these
 */
public record NotificationsView(Notifications.Page page, boolean nonLues, boolean suite) {

    /** Up to which all are marked as read: what comes while the page is looked at stays. */
    public long newest() {
        return page.notifications().get(0).rang();
    }

    public boolean hasUnread() {
        return page.nonLues() > 0 && !page.notifications().isEmpty();
    }

    /** The address of the page behind this one. */
    public String next() {
        return "/notifications?" + (nonLues ? "nonLues=oui&" : "") + "avant="
                + page.suivant().orElseThrow();
    }

    /** Where what the notification is about is to be seen. */
    public static String target(Notification notification) {
        String[] objet = notification.objet().split("/", 2);
        return switch (notification.sujet()) {
            case MESSAGE_RECU, NOTE_AJOUTEE -> Urls.path("candidatures", objet[1], "echanges");
            case EVALUATION_ATTENDUE, DECISION_PRISE, CERTIFICAT_A_DELIVRER, CERTIFICAT_DELIVRE ->
                Urls.path("candidatures", objet[1]);
            case JURY_CONVOQUE, JURY_A_VALIDER, JURY_VALIDE, DOSSIERS_PRESENTES -> Urls.path("jurys", objet[1]);
            case DOSSIERS_DEPOSES -> "/candidatures?branche=" + Urls.encode(objet[1]);
            case ROLE_RECU -> "/compte";
        };
    }
}
