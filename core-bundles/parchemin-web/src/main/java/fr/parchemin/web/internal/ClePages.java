package fr.parchemin.web.internal;

import fr.parchemin.acces.ClesAcces;
import fr.parchemin.acces.ClesAcces.Enregistree;
import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Droit;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.CleView;
import fr.parchemin.web.internal.view.Urls;

/**
 * Passkeys: making one, giving it a name, signing in by one. Each begins with a page that holds the question for the device;
 * the script of the page asks it, and sends the form with the answer.
 */
final class ClePages {
    private static final String COMPTE = "/compte";

    /** What a key is called until its owner says otherwise. */
    private static final String NOM = "Ma clé d’accès";

    private final ClesAcces acces;
    private final Cles cles;
    private final Templates templates;
    private final ErrorPages errors;

    ClePages(ClesAcces acces, Cles cles, Templates templates, ErrorPages errors) {
        this.acces = acces;
        this.cles = cles;
        this.templates = templates;
        this.errors = errors;
    }

    void register(Router router) {
        router.post("/connexion/cle", Droit.SESSION_OUVRIR, exchange -> signIn(exchange, null));
        router.post("/connexion/cle/reponse", Droit.SESSION_OUVRIR, this::open);
        router.post("/connexion/code/cle", Droit.SESSION_OUVRIR, this::finish);
        router.post("/compte/cles", Droit.COMPTE_PROPRE_GERER, exchange -> create(exchange, NOM, null));
        router.post("/compte/cles/enregistrement", Droit.COMPTE_PROPRE_GERER, this::register);
        router.post("/compte/cles/{cle}/nom", Droit.COMPTE_PROPRE_GERER, this::rename);
    }

    private Answer signIn(Exchange exchange, Refus refus) {
        return cles.signIn(exchange)
                .fold(
                        cle -> Answer.page(
                                refus == null ? 200 : ErrorPages.status(refus),
                                templates.connexionCle(
                                        exchange.publicFormContext(refus),
                                        cle,
                                        ReturnPath.safe(exchange.param("retour"), ""))),
                        none -> errors.refused(exchange, none));
    }

    private Answer open(Exchange exchange) {
        String billet = exchange.visitor().defi();
        exchange.visitor().forgetDefi();
        return opened(exchange, acces.open(billet, exchange.raw("reponse"), exchange.origine()));
    }

    private Answer finish(Exchange exchange) {
        String billet = exchange.visitor().defi();
        exchange.visitor().forgetDefi();
        return opened(
                exchange, acces.finish(exchange.param("billet"), billet, exchange.raw("reponse"), exchange.origine()));
    }

    /** The session, or the question again with why not: a key alone is always enough to sign in. */
    private Answer opened(Exchange exchange, Outcome<Connexions.Session> session) {
        return session.fold(
                opened -> {
                    exchange.visitor().open(opened);
                    return Answer.seeOther(ReturnPath.safe(exchange.param("retour"), "/candidatures"));
                },
                refus -> signIn(exchange, refus));
    }

    private Answer create(Exchange exchange, String nom, Refus refus) {
        return cles.creation(exchange)
                .fold(cle -> creation(exchange, cle, nom, refus), why -> errors.refused(exchange, why));
    }

    private Answer creation(Exchange exchange, CleView cle, String nom, Refus refus) {
        return Answer.page(
                refus == null ? 200 : ErrorPages.status(refus),
                templates.compteCle(exchange.context(refus), cle, nom == null ? "" : nom));
    }

    private Answer register(Exchange exchange) {
        String billet = exchange.visitor().defi();
        String nom = exchange.param("nom");
        exchange.visitor().forgetDefi();
        return acces.register(exchange.identite(), billet, nom, exchange.raw("reponse"))
                .fold(made -> registered(exchange, made), refus -> create(exchange, nom, refus));
    }

    private Answer registered(Exchange exchange, Enregistree made) {
        exchange.visitor().refresh();
        return made.secours().isEmpty()
                ? Answer.seeOther(Urls.done(COMPTE, Announcement.CLE_AJOUTEE))
                : Answer.page(templates.compteCodes(exchange.context(), made.secours()));
    }

    private Answer rename(Exchange exchange) {
        return acces.rename(exchange.identite(), exchange.variable("cle"), exchange.param("nom"))
                .fold(
                        nothing -> Answer.seeOther(Urls.done(COMPTE, Announcement.CLE_RENOMMEE)),
                        refus -> refus.code() == CodeRefus.RESSOURCE_INCONNUE
                                ? errors.notFound(exchange)
                                : errors.refused(exchange, refus));
    }
}
