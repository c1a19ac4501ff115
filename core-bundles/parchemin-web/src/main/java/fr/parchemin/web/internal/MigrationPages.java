package fr.parchemin.web.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Refus;
import fr.parchemin.migration.Migrations;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.Urls;

/** What becomes of an open file under a newer version of its référentiel: told, then done on one click, and undone. */
final class MigrationPages {

    private final Migrations migrations;
    private final Templates templates;
    private final ErrorPages errors;

    MigrationPages(Migrations migrations, Templates templates, ErrorPages errors) {
        this.migrations = migrations;
        this.templates = templates;
        this.errors = errors;
    }

    void register(Router router) {
        router.get("/candidatures/{id}/migration", Droit.MIGRATION_CONDUIRE, exchange -> preview(exchange, 200, null));
        router.post("/candidatures/{id}/migration", Droit.MIGRATION_CONDUIRE, this::migrate);
        router.post("/candidatures/{id}/migration/annulation", Droit.MIGRATION_CONDUIRE, this::undo);
    }

    private Answer preview(Exchange exchange, int status, Refus refus) {
        return migrations
                .preview(exchange.acteur(), exchange.id("id"), exchange.param("version"))
                .fold(
                        apercu -> Answer.page(status, templates.migration(exchange.context(refus), apercu)),
                        unable -> errors.refused(exchange, unable));
    }

    private Answer migrate(Exchange exchange) {
        return migrations
                .migrate(exchange.acteur(), exchange.id("id"), exchange.param("version"))
                .fold(
                        done -> back(exchange, Announcement.CANDIDATURE_MIGREE),
                        refus -> preview(exchange, ErrorPages.status(refus), refus));
    }

    private Answer undo(Exchange exchange) {
        return migrations
                .undo(exchange.acteur(), exchange.id("id"))
                .fold(done -> back(exchange, Announcement.MIGRATION_ANNULEE), refus -> errors.refused(exchange, refus));
    }

    private static Answer back(Exchange exchange, Announcement announcement) {
        return Answer.seeOther(Urls.done(Urls.path("candidatures", exchange.id("id")), announcement));
    }
}
