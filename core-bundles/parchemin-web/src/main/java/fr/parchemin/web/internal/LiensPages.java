package fr.parchemin.web.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.acces.GestionLiens;
import fr.parchemin.acces.LienPersonnel;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.Form;
import fr.parchemin.web.internal.view.LiensView;
import fr.parchemin.web.internal.view.Urls;
import java.time.Clock;
import java.util.List;

/** The personal links to a file, for who has no account: given, listed and taken back by the secretariat. */
final class LiensPages {
    private static final String LIENS = "/candidatures/{id}/liens";

    private final Inscriptions inscriptions;
    private final GestionLiens liens;
    private final Templates templates;
    private final ErrorPages errors;
    private final Clock clock;

    LiensPages(Inscriptions inscriptions, GestionLiens liens, Templates templates, ErrorPages errors, Clock clock) {
        this.inscriptions = inscriptions;
        this.liens = liens;
        this.templates = templates;
        this.errors = errors;
        this.clock = clock;
    }

    void register(Router router) {
        Droit droit = Droit.LIEN_PERSONNEL_DONNER;
        router.get(LIENS, droit, exchange -> page(exchange, 200, Form.none(), null));
        router.post(LIENS, droit, this::give);
        router.post(LIENS + "/{lien}", droit, this::revoke);
    }

    private Outcome<Candidature> candidature(Exchange exchange) {
        return inscriptions.find(exchange.acteur(), exchange.id("id")).map(Inscriptions.Dossier::candidature);
    }

    private static String address(Exchange exchange) {
        return Urls.path("candidatures", exchange.id("id"), "liens");
    }

    private Answer page(Exchange exchange, int status, Form form, Refus refus) {
        Outcome<Candidature> found = candidature(exchange);
        return found.then(c -> liens.list(exchange.acteur(), c.asObjet()))
                .fold(
                        given ->
                                Answer.page(status, templates.liens(exchange.context(refus), view(found, given), form)),
                        unable -> errors.refused(exchange, unable));
    }

    private LiensView view(Outcome<Candidature> found, List<LienPersonnel> given) {
        return new LiensView(found.orElseThrow(), given, clock.instant());
    }

    private Answer give(Exchange exchange) {
        Fields fields = new Fields(exchange);
        Role role = fields.choice("role", "Rôle", Role.class);
        String nom = fields.required("nom", "Nom");
        Integer jours = fields.integer("jours", "Durée");
        if (!fields.areRight()) {
            return page(exchange, 422, exchange.form("lien").withErrors(fields.errors()), fields.refus());
        }
        return candidature(exchange)
                .then(c -> liens.create(
                        exchange.acteur(),
                        c.asObjet(),
                        "le dossier " + c.numero(),
                        role,
                        nom,
                        exchange.param("courriel"),
                        jours == null ? 0 : jours))
                .fold(
                        cree -> cree.adresse() == null
                                ? Answer.seeOther(Urls.done(address(exchange), Announcement.LIEN_PERSONNEL_ENVOYE))
                                : Answer.page(templates.lienRemis(
                                        exchange.context(),
                                        "Lien de " + cree.lien().nom(),
                                        cree.adresse(),
                                        cree.lien().expireLe(),
                                        address(exchange))),
                        refus -> page(exchange, ErrorPages.status(refus), exchange.form("lien"), refus));
    }

    private Answer revoke(Exchange exchange) {
        return candidature(exchange)
                .then(c -> liens.revoke(exchange.acteur(), c.asObjet(), exchange.id("lien")))
                .fold(
                        nothing -> Answer.seeOther(Urls.done(address(exchange), Announcement.LIEN_PERSONNEL_RETIRE)),
                        refus -> page(exchange, ErrorPages.status(refus), Form.none(), refus));
    }
}
