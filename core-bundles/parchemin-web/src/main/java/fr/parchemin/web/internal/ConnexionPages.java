package fr.parchemin.web.internal;

import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.IdentitesExternes;
import fr.parchemin.acte.Refus;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.Form;
import fr.parchemin.web.internal.view.Urls;
import java.net.URI;
import java.util.Optional;

/** Signing in and out. */
final class ConnexionPages {
    private final Connexions connexions;
    private final IdentitesExternes identites;
    private final Templates templates;

    ConnexionPages(Connexions connexions, IdentitesExternes identites, Templates templates) {
        this.connexions = connexions;
        this.identites = identites;
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
        Optional<URI> there = exchange.visitor()
                .acteur()
                .flatMap(acteur -> identites.signOut(exchange.visitor().sessionToken()));
        exchange.visitor().close();
        if (there.isPresent()) {
            String next = there.get().toString();
            return new Answer.Passage(
                    templates.passage(
                            exchange.context(),
                            "Déconnexion",
                            "Vous êtes déconnecté de Parchemin. Votre session s’achève aussi chez votre fournisseur d’identité.",
                            next),
                    next);
        }
        return Answer.seeOther(Urls.done("/", Announcement.DECONNECTE));
    }

    private static String back(Exchange exchange) {
        return ReturnPath.safe(exchange.param("retour"), "/candidatures");
    }

    private Answer page(Exchange exchange, int status, Form form, Refus refus) {
        return Answer.page(
                status,
                templates.connexion(
                        exchange.publicFormContext(refus),
                        form,
                        ReturnPath.safe(exchange.param("retour"), ""),
                        identites.fournisseurs()));
    }
}
