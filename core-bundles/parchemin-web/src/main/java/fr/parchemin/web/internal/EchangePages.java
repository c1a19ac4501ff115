package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.candidature.Cercle;
import fr.parchemin.echange.Echanges;
import fr.parchemin.echange.Fil;
import fr.parchemin.notification.Notifications;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.EchangesView;
import fr.parchemin.web.internal.view.FilView;
import fr.parchemin.web.internal.view.Form;
import fr.parchemin.web.internal.view.Urls;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What surrounds a file: its story, the messages of those who follow it, and the notes of its branch. */
final class EchangePages {

    private static final int EVENEMENTS = 30;
    private static final int MESSAGES = 20;

    private final Echanges echanges;
    private final Fil fil;
    private final Notifications notifications;
    private final Templates templates;
    private final ErrorPages errors;

    EchangePages(Echanges echanges, Fil fil, Notifications notifications, Templates templates, ErrorPages errors) {
        this.echanges = echanges;
        this.fil = fil;
        this.notifications = notifications;
        this.templates = templates;
        this.errors = errors;
    }

    void register(Router router) {
        router.get("/candidatures/{id}/fil", Droit.CANDIDATURE_JOURNAL_LIRE, this::story);
        router.get(
                "/candidatures/{id}/echanges",
                Droit.MESSAGES_LIRE,
                exchange -> conversation(exchange, 200, null, Form.none()));
        router.post("/candidatures/{id}/messages", Droit.MESSAGE_ECRIRE, this::send);
        router.post("/candidatures/{id}/notes", Droit.NOTE_INTERNE_ECRIRE, this::note);
        router.post("/candidatures/{id}/notes/{note}/retrait", Droit.NOTE_INTERNE_ECRIRE, this::withdraw);
    }

    private Answer story(Exchange exchange) {
        Long avant = exchange.rang("avant");
        return fil.read(exchange.acteur(), exchange.id("id"), avant, EVENEMENTS)
                .fold(
                        page -> Answer.page(templates.fil(exchange.context(), new FilView(page, avant != null))),
                        refus -> errors.refused(exchange, refus));
    }

    private Answer conversation(Exchange exchange, int status, Refus refus, Form form) {
        Acteur by = exchange.acteur();
        UUID id = exchange.id("id");
        Long avant = exchange.isSent() ? null : exchange.rang("avant");
        Long notesAvant = exchange.isSent() ? null : exchange.rang("notesAvant");
        Outcome<Echanges.Conversation> found = echanges.messages(by, id, avant, MESSAGES);
        return found.fold(
                conversation -> {
                    EchangesView view = new EchangesView(
                            conversation,
                            echanges.notes(by, id, notesAvant, MESSAGES)
                                    .fold(Optional::of, notTheirs -> Optional.empty()),
                            avant != null,
                            notesAvant != null,
                            by);
                    if (avant == null) {
                        seen(by, conversation);
                    }
                    return Answer.page(status, templates.echanges(exchange.context(refus), view, form));
                },
                unknown -> errors.refused(exchange, unknown));
    }

    /** What is shown is read; a page that shows nothing new writes nothing. */
    private void seen(Acteur by, Echanges.Conversation conversation) {
        if (conversation.nonLus() > 0 || notifications.unread(by) > 0) {
            long newest = conversation.messages().isEmpty()
                    ? 0
                    : conversation.messages().get(0).rang();
            // Read again with the next page when somebody else was faster: nothing to trouble the reader with.
            echanges.markRead(by, conversation.candidature().id(), newest);
        }
    }

    private Answer send(Exchange exchange) {
        String chosen = exchange.param("cercle");
        Cercle cercle = Arrays.stream(Cercle.values())
                .filter(c -> c.name().equals(chosen))
                .findFirst()
                .orElse(null);
        return after(
                exchange,
                "message",
                echanges.send(exchange.acteur(), exchange.id("id"), cercle, exchange.param("texte")),
                Announcement.MESSAGE_ENVOYE);
    }

    private Answer note(Exchange exchange) {
        return after(
                exchange,
                "note",
                echanges.addNote(exchange.acteur(), exchange.id("id"), exchange.param("texte")),
                Announcement.NOTE_AJOUTEE);
    }

    private Answer withdraw(Exchange exchange) {
        return after(
                exchange,
                "retrait",
                echanges.withdrawNote(exchange.acteur(), exchange.id("id"), exchange.id("note")),
                Announcement.NOTE_RETIREE);
    }

    private <T> Answer after(Exchange exchange, String form, Outcome<T> outcome, Announcement announcement) {
        return outcome.fold(
                done -> Answer.seeOther(
                        Urls.done(Urls.path("candidatures", exchange.id("id"), "echanges"), announcement)),
                refus -> refused(exchange, form, refus));
    }

    private Answer refused(Exchange exchange, String name, Refus refus) {
        Form form = exchange.form(name);
        return conversation(
                exchange,
                ErrorPages.status(refus),
                refus,
                refus.champ() == null ? form : form.withErrors(Map.of(refus.champ(), refus.detail())));
    }
}
