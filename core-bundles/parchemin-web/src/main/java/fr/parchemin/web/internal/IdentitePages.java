package fr.parchemin.web.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.acces.FournisseurIdentite.Description;
import fr.parchemin.acces.IdentitesExternes;
import fr.parchemin.acces.IdentitesExternes.Depart;
import fr.parchemin.acces.IdentitesExternes.Entree;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Refus;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.IdentiteView;
import fr.parchemin.web.internal.view.Urls;
import java.util.List;

/**
 * Signing in by an identity provider, and the identities that open one's account.
 *
 * <p>No form here is answered by a redirection to another site, and no answer of a provider by one to a page that needs the
 * session: the first is what {@code form-action} forbids, the second would reach us without the session cookie, which is
 * for requests that begin here. Between the two stands a page of ours that goes on by itself.
 */
final class IdentitePages {
    static final String MINE = "/compte/identites";

    private static final String AFTER = "/candidatures";

    private final IdentitesExternes identites;
    private final Templates templates;
    private final ErrorPages errors;

    IdentitePages(IdentitesExternes identites, Templates templates, ErrorPages errors) {
        this.identites = identites;
        this.templates = templates;
        this.errors = errors;
    }

    void register(Router router) {
        router.post("/connexion/oidc/{fournisseur}", Droit.SESSION_OUVRIR, this::begin);
        router.get("/connexion/oidc/{fournisseur}/retour", Droit.SESSION_OUVRIR, this::finish);
        router.get("/deconnexion/retour", Droit.SESSION_OUVRIR, this::signedOut);
        router.get(MINE, Droit.IDENTITES_LIRE, exchange -> mine(exchange, 200, null));
        router.post(MINE + "/oidc/{fournisseur}", Droit.IDENTITE_RATTACHER, this::beginLinking);
        router.post(MINE + "/{id}/retirer", Droit.IDENTITE_RETIRER, this::unlink);
    }

    private Answer begin(Exchange exchange) {
        String fournisseur = exchange.variable("fournisseur");
        return identites
                .begin(fournisseur, exchange.visitor().temoin(), ReturnPath.safe(exchange.param("retour"), AFTER))
                .fold(depart -> leave(exchange, fournisseur, depart), refus -> refused(exchange, refus));
    }

    private Answer beginLinking(Exchange exchange) {
        String fournisseur = exchange.variable("fournisseur");
        return identites
                .beginLinking(
                        exchange.identite(), fournisseur, exchange.visitor().temoin(), MINE)
                .fold(depart -> leave(exchange, fournisseur, depart), refus -> refused(exchange, refus));
    }

    private Answer leave(Exchange exchange, String fournisseur, Depart depart) {
        exchange.visitor().keepTemoin(depart.temoin(), IdentitesExternes.MINUTES_DEMANDE);
        return passage(
                exchange,
                "Connexion par " + libelle(fournisseur),
                "Vous êtes conduit chez « " + libelle(fournisseur) + " » pour vous identifier.",
                depart.adresse().toString());
    }

    private Answer passage(Exchange exchange, String title, String text, String next) {
        return new Answer.Passage(templates.passage(exchange.context(), title, text, next), next);
    }

    private Answer finish(Exchange exchange) {
        String temoin = exchange.visitor().temoin();
        exchange.visitor().forgetTemoin();
        return identites
                .finish(exchange.variable("fournisseur"), exchange.singles(), temoin, exchange.agent())
                .fold(entree -> entered(exchange, entree), refus -> refused(exchange, refus));
    }

    private Answer entered(Exchange exchange, Entree entree) {
        if (entree instanceof Entree.Ouverte ouverte) {
            exchange.visitor().open(ouverte.session());
            return passage(exchange, "Connexion réussie", "Vous êtes connecté.", entree.retour());
        }
        return passage(
                exchange,
                "Identité rattachée",
                "Cette identité ouvre désormais votre compte.",
                Urls.done(entree.retour(), Announcement.IDENTITE_RATTACHEE));
    }

    /** Where providers send people back to; the session was closed before they left. */
    private Answer signedOut(Exchange exchange) {
        return Answer.seeOther(Urls.done("/", Announcement.DECONNECTE));
    }

    private Answer refused(Exchange exchange, Refus refus) {
        return switch (refus.code()) {
            case RESSOURCE_INCONNUE -> errors.notFound(exchange);
            case ELEVATION_REQUISE -> errors.refused(exchange, refus);
            default -> Answer.page(ErrorPages.status(refus), templates.connexionRefusee(exchange.context(refus), MINE));
        };
    }

    private Answer mine(Exchange exchange, int status, Refus refus) {
        return Answer.page(
                status,
                templates.identites(
                        exchange.context(refus),
                        identites.list(exchange.acteur()).stream()
                                .map(held -> IdentiteView.of(held, libelle(held.fournisseur())))
                                .toList(),
                        linkable(exchange)));
    }

    private List<Description> linkable(Exchange exchange) {
        List<String> held = identites.list(exchange.acteur()).stream()
                .map(rattachement -> rattachement.fournisseur())
                .toList();
        return identites.fournisseurs().stream()
                .filter(fournisseur -> !held.contains(fournisseur.code()))
                .toList();
    }

    private Answer unlink(Exchange exchange) {
        return identites
                .unlink(exchange.acteur(), exchange.id("id"))
                .fold(
                        gone -> Answer.seeOther(Urls.done(MINE, Announcement.IDENTITE_RETIREE)),
                        refus -> refus.code().nature() == CodeRefus.Nature.NON_TROUVE
                                ? errors.notFound(exchange)
                                : mine(exchange, ErrorPages.status(refus), refus));
    }

    private String libelle(String fournisseur) {
        return identites.fournisseurs().stream()
                .filter(known -> known.code().equals(fournisseur))
                .map(Description::libelle)
                .findFirst()
                .orElse(fournisseur);
    }
}
