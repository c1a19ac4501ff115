package fr.parchemin.web.internal;

import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.Refus;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.Form;
import fr.parchemin.web.internal.view.Urls;

/** Signing in and out. */
final class ConnexionPages {
    private final Connexions connexions;
    private final Templates templates;

    ConnexionPages(Connexions connexions, Templates templates) {
        this.connexions = connexions;
        this.templates = templates;
    }

    void register(Router router) {
        router.get("/connexion", Droit.SESSION_OUVRIR, this::form);
        router.post("/connexion", Droit.SESSION_OUVRIR, this::open);
        router.post("/deconnexion", Droit.SESSION_FERMER, this::close);
    }

    private Answer form(Exchange exchange) {
        return exchange.visitor().acteur().isPresent()
                ? Answer.seeOther(back(exchange))
                : page(exchange, 200, Form.none(), null);
    }

    private Answer open(Exchange exchange) {
        String identifiant = exchange.param("identifiant");
        String motDePasse = exchange.raw("motDePasse");
        return connexions
                .open(identifiant == null ? "" : identifiant, motDePasse == null ? "" : motDePasse)
                .fold(
                        session -> {
                            exchange.visitor().open(session);
                            return Answer.seeOther(back(exchange));
                        },
                        refus -> page(exchange, ErrorPages.status(refus), exchange.form("connexion"), refus));
    }

    private Answer close(Exchange exchange) {
        exchange.visitor().close();
        return Answer.seeOther(Urls.done("/", Announcement.DECONNECTE));
    }

    private static String back(Exchange exchange) {
        return ReturnPath.safe(exchange.param("retour"), "/candidatures");
    }

    private Answer page(Exchange exchange, int status, Form form, Refus refus) {
        return Answer.page(
                status,
                templates.connexion(
                        exchange.publicFormContext(refus), form, ReturnPath.safe(exchange.param("retour"), "")));
    }
}
