package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.candidature.Inscriptions.Dossier;
import fr.parchemin.candidature.Inscriptions.Ressemblance;
import fr.parchemin.personne.MonParcours;
import fr.parchemin.personne.Rattachements;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.Form;
import fr.parchemin.web.internal.view.ParcoursView;
import fr.parchemin.web.internal.view.RessemblanceView;
import fr.parchemin.web.internal.view.Urls;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What is about a person rather than about one file: their own way, who resembles within a branch, and the titles that they
 * let a branch know.
 */
final class PersonnePages {
    private static final String PARCOURS = "/mon-parcours";

    private final Catalogue catalogue;
    private final Inscriptions inscriptions;
    private final Rattachements rattachements;
    private final MonParcours parcours;
    private final Templates templates;
    private final ErrorPages errors;
    private final Clock clock;

    PersonnePages(
            Catalogue catalogue,
            Inscriptions inscriptions,
            Rattachements rattachements,
            MonParcours parcours,
            Templates templates,
            ErrorPages errors,
            Clock clock) {
        this.catalogue = catalogue;
        this.inscriptions = inscriptions;
        this.rattachements = rattachements;
        this.parcours = parcours;
        this.templates = templates;
        this.errors = errors;
        this.clock = clock;
    }

    void register(Router router) {
        router.get(PARCOURS, Droit.PARCOURS_LIRE, exchange -> mine(exchange, 200, null, Form.none()));
        router.post(PARCOURS + "/partages", Droit.TITRE_PARTAGER, this::share);
        router.post(PARCOURS + "/partages/{partage}/retrait", Droit.TITRE_PARTAGER, this::withdraw);
        router.post(PARCOURS + "/questions/{question}", Droit.RATTACHEMENT_REPONDRE, this::answer);
        router.get("/candidatures/{id}/ressemblances", Droit.RESSEMBLANCES_LIRE, this::alike);
        router.get(
                "/candidatures/{id}/ressemblances/{autre}",
                Droit.RESSEMBLANCES_LIRE,
                exchange -> compare(exchange, 200, null));
        router.post("/candidatures/{id}/ressemblances/{autre}/demande", Droit.RATTACHEMENT_DEMANDER, this::ask);
        // To look at the question answers nothing: mail programs look at addresses before people do.
        router.get(
                "/rattachement/{secret}",
                Droit.PERSONNE_RATTACHER,
                exchange -> Answer.page(
                        templates.rattachement(exchange.publicFormContext(null), exchange.variable("secret"), false)));
        router.post("/rattachement/{secret}", Droit.PERSONNE_RATTACHER, this::confirm);
        router.get("/candidatures/{id}/titres-ailleurs", Droit.TITRES_AILLEURS_LIRE, this::elsewhere);
    }

    private Answer mine(Exchange exchange, int status, Refus refus, Form form) {
        return parcours.of(exchange.acteur())
                .fold(
                        all -> Answer.page(
                                status,
                                templates.monParcours(
                                        exchange.context(refus),
                                        new ParcoursView(all, branches(), LocalDate.now(clock)),
                                        form)),
                        refused -> errors.refused(exchange, refused));
    }

    /** The branches by code, with the names that people know them by. */
    private Map<String, String> branches() {
        Map<String, String> names = new LinkedHashMap<>();
        for (VueBranche branche : catalogue.branches()) {
            names.put(branche.code(), branche.nom());
        }
        return names;
    }

    private Answer share(Exchange exchange) {
        Fields fields = new Fields(exchange);
        String titre = fields.required("titre", "Titres");
        String branche = fields.required("branche", "Branche");
        LocalDate jusquAu = fields.date("jusquAu", "Jusqu’au");
        Form form = exchange.form("partage").withErrors(fields.errors());
        if (!fields.areRight()) {
            Refus refus = fields.refus();
            return mine(exchange, ErrorPages.status(refus), refus, form);
        }
        String[] chosen = titre.split(ParcoursView.SEPARATOR, 2);
        return rattachements
                .share(exchange.acteur(), uuid(chosen[0]), branche, chosen.length == 2 ? chosen[1] : null, jusquAu)
                .fold(
                        done -> Answer.seeOther(Urls.done(PARCOURS, Announcement.TITRES_PARTAGES)),
                        refus -> mine(exchange, ErrorPages.status(refus), refus, form));
    }

    private Answer withdraw(Exchange exchange) {
        String dossier = exchange.param("dossier");
        if (dossier == null) {
            return errors.notFound(exchange);
        }
        return rattachements
                .withdraw(exchange.acteur(), uuid(dossier), exchange.id("partage"))
                .fold(
                        done -> Answer.seeOther(Urls.done(PARCOURS, Announcement.PARTAGE_RETIRE)),
                        refus -> errors.refused(exchange, refus));
    }

    private Answer answer(Exchange exchange) {
        Fields fields = new Fields(exchange);
        String reponse = fields.required("reponse", "Réponse");
        if (!fields.areRight()) {
            Refus refus = fields.refus();
            return mine(exchange, ErrorPages.status(refus), refus, Form.none());
        }
        boolean theirs = reponse.equals("oui");
        return rattachements
                .answer(exchange.acteur(), exchange.variable("question"), theirs)
                .fold(
                        done -> Answer.seeOther(Urls.done(
                                PARCOURS,
                                theirs
                                        ? Announcement.INSCRIPTIONS_RATTACHEES
                                        : Announcement.INSCRIPTIONS_NON_RATTACHEES)),
                        refus -> errors.refused(exchange, refus));
    }

    private Answer confirm(Exchange exchange) {
        String secret = exchange.variable("secret");
        return rattachements
                .confirm(secret)
                .fold(
                        done -> Answer.page(templates.rattachement(exchange.context(), secret, true)),
                        refus -> Answer.page(404, templates.rattachement(exchange.context(), null, false)));
    }

    private Answer alike(Exchange exchange) {
        Acteur by = exchange.acteur();
        UUID id = exchange.id("id");
        return inscriptions
                .find(by, id)
                .then(dossier -> inscriptions
                        .alike(by, id)
                        .map(found -> templates.ressemblances(exchange.context(), dossier.candidature(), found)))
                .fold(Answer::page, refus -> errors.refused(exchange, refus));
    }

    private Answer compare(Exchange exchange, int status, Refus refus) {
        return resembling(exchange)
                .fold(
                        vue -> Answer.page(status, templates.ressemblance(exchange.context(refus), vue)),
                        unknown -> errors.refused(exchange, unknown));
    }

    /** Both files, when the one is among those that resemble the other. */
    private Outcome<RessemblanceView> resembling(Exchange exchange) {
        Acteur by = exchange.acteur();
        UUID id = exchange.id("id");
        UUID autre = exchange.id("autre");
        return inscriptions.alike(by, id).then(found -> {
            Ressemblance ressemblance = found.stream()
                    .filter(r -> r.candidature().equals(autre))
                    .findFirst()
                    .orElseThrow(Exchange.NotFound::new);
            return inscriptions.find(by, id).map(Dossier::candidature).then(one -> inscriptions
                    .find(by, autre)
                    .map(other -> new RessemblanceView(
                            one,
                            other.candidature(),
                            ressemblance.identite(),
                            by.may(Droit.RATTACHEMENT_DEMANDER, one.asObjet()))));
        });
    }

    private Answer ask(Exchange exchange) {
        return rattachements
                .ask(exchange.acteur(), exchange.id("id"), exchange.id("autre"))
                .fold(
                        done -> Answer.seeOther(Urls.done(
                                Urls.path("candidatures", exchange.id("id"), "ressemblances", exchange.id("autre")),
                                Announcement.PERSONNE_QUESTIONNEE)),
                        refus -> errors.refused(exchange, refus));
    }

    private Answer elsewhere(Exchange exchange) {
        Acteur by = exchange.acteur();
        UUID id = exchange.id("id");
        return inscriptions
                .find(by, id)
                .then(dossier -> rattachements
                        .elsewhere(by, id)
                        .map(titles -> templates.titresAilleurs(exchange.context(), dossier.candidature(), titles)))
                .fold(Answer::page, refus -> errors.refused(exchange, refus));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Exchange.NotFound();
        }
    }
}
