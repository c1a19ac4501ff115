package fr.parchemin.web.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.notification.Frequence;
import fr.parchemin.notification.Notifications;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.NotificationsView;
import fr.parchemin.web.internal.view.Urls;
import java.util.Arrays;

/** What an account is told, and how often it is written to about it. */
final class NotificationPages {

    private static final int NOTIFICATIONS = 30;
    private static final String LISTE = "/notifications";
    private static final String REGLAGE = "/compte/notifications";

    private final Notifications notifications;
    private final Templates templates;
    private final ErrorPages errors;

    NotificationPages(Notifications notifications, Templates templates, ErrorPages errors) {
        this.notifications = notifications;
        this.templates = templates;
        this.errors = errors;
    }

    void register(Router router) {
        router.get(LISTE, Droit.NOTIFICATIONS_LIRE, this::list);
        router.post(LISTE + "/lecture", Droit.NOTIFICATIONS_GERER, this::readAll);
        router.post(LISTE + "/{rang}/ouverture", Droit.NOTIFICATIONS_GERER, this::open);
        router.get(REGLAGE, Droit.NOTIFICATIONS_LIRE, this::preference);
        router.post(REGLAGE, Droit.NOTIFICATIONS_GERER, this::choose);
    }

    private Answer list(Exchange exchange) {
        boolean nonLues = exchange.param("nonLues") != null;
        Long avant = exchange.rang("avant");
        Notifications.Page page = notifications.list(exchange.acteur(), nonLues, avant, NOTIFICATIONS);
        return Answer.page(
                templates.notifications(exchange.context(), new NotificationsView(page, nonLues, avant != null)));
    }

    private Answer readAll(Exchange exchange) {
        Long jusqua = exchange.rang("jusqua");
        return notifications
                .readAll(exchange.acteur(), jusqua == null ? 0 : jusqua)
                .fold(
                        done -> Answer.seeOther(Urls.done(LISTE, Announcement.NOTIFICATIONS_LUES)),
                        refus -> errors.refused(exchange, refus));
    }

    /** To follow a notification is to have read it. */
    private Answer open(Exchange exchange) {
        String rang = exchange.variable("rang");
        if (!rang.matches("\\d{1,18}")) {
            return errors.notFound(exchange);
        }
        return notifications
                .read(exchange.acteur(), Long.parseLong(rang))
                .fold(
                        read -> Answer.seeOther(NotificationsView.target(read)),
                        refus -> errors.refused(exchange, refus));
    }

    private Answer preference(Exchange exchange) {
        return Answer.page(
                templates.compteNotifications(exchange.context(), notifications.frequence(exchange.acteur())));
    }

    private Answer choose(Exchange exchange) {
        String chosen = exchange.param("frequence");
        Frequence frequence = Arrays.stream(Frequence.values())
                .filter(f -> f.name().equals(chosen))
                .findFirst()
                .orElse(null);
        return notifications
                .choose(exchange.acteur(), frequence)
                .fold(
                        done -> Answer.seeOther(Urls.done(REGLAGE, Announcement.PREFERENCE_CHOISIE)),
                        refus -> Answer.page(
                                ErrorPages.status(refus),
                                templates.compteNotifications(
                                        exchange.context(refus), notifications.frequence(exchange.acteur()))));
    }
}
