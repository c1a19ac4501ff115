package fr.parchemin.web.internal;

import fr.parchemin.acces.Connexions;
import fr.parchemin.acces.Connexions.Etape;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.GestionLiens;
import fr.parchemin.acces.IdentitesExternes;
import fr.parchemin.acces.LienPersonnel;
import fr.parchemin.acces.MotsDePasse;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Refus;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.Form;
import fr.parchemin.web.internal.view.Urls;
import java.net.URI;
import java.util.Optional;

/** Signing in and out, and the links that lead there: to choose a password, or to one file without an account. */
final class ConnexionPages {
    private final Connexions connexions;
    private final IdentitesExternes identites;
    private final MotsDePasse motsDePasse;
    private final GestionLiens liens;
    private final Cles cles;
    private final Templates templates;

    ConnexionPages(
            Connexions connexions,
            IdentitesExternes identites,
            MotsDePasse motsDePasse,
            GestionLiens liens,
            Cles cles,
            Templates templates) {
        this.connexions = connexions;
        this.identites = identites;
        this.motsDePasse = motsDePasse;
        this.liens = liens;
        this.cles = cles;
        this.templates = templates;
    }

    void register(Router router) {
        router.get("/connexion", Droit.SESSION_OUVRIR, this::form);
        router.post("/connexion", Droit.SESSION_OUVRIR, this::begin);
        router.post("/connexion/code", Droit.SESSION_OUVRIR, this::finish);
        router.get("/connexion/oubli", Droit.ACCES_DEMANDER, exchange -> forgotten(exchange, false));
        router.post("/connexion/oubli", Droit.ACCES_DEMANDER, this::request);
        router.get("/acces/{secret}", Droit.ACCES_DEMANDER, exchange -> choice(exchange, 200, null));
        router.post("/acces/{secret}", Droit.ACCES_DEMANDER, this::choose);
        router.get("/lien/{secret}", Droit.SESSION_OUVRIR, this::link);
        router.post("/lien/{secret}", Droit.SESSION_OUVRIR, this::openLink);
        router.post("/deconnexion", Droit.SESSION_FERMER, this::close);
    }

    private Answer form(Exchange exchange) {
        return exchange.visitor().acteur().isPresent()
                ? Answer.seeOther(back(exchange))
                : page(exchange, 200, Form.none(), null);
    }

    private Answer begin(Exchange exchange) {
        String identifiant = exchange.param("identifiant");
        String motDePasse = exchange.raw("motDePasse");
        return connexions
                .begin(identifiant == null ? "" : identifiant, motDePasse == null ? "" : motDePasse, exchange.origine())
                .fold(
                        step -> step instanceof Etape.CodeDemande asked
                                ? code(exchange, 200, asked.billet(), null)
                                : open(exchange, ((Etape.Ouverte) step).session()),
                        refus -> page(exchange, ErrorPages.status(refus), exchange.form("connexion"), refus));
    }

    private Answer finish(Exchange exchange) {
        String billet = exchange.param("billet");
        String code = exchange.param("code");
        return connexions
                .finish(billet == null ? "" : billet, code == null ? "" : code, exchange.origine())
                .fold(
                        session -> open(exchange, session),
                        refus -> refus.code() == CodeRefus.LIEN_PERIME
                                ? page(exchange, ErrorPages.status(refus), Form.none(), refus)
                                : code(exchange, ErrorPages.status(refus), billet, refus));
    }

    private static Answer open(Exchange exchange, Connexions.Session session) {
        exchange.visitor().open(session);
        return Answer.seeOther(back(exchange));
    }

    private Answer code(Exchange exchange, int status, String billet, Refus refus) {
        return Answer.page(
                status,
                templates.connexionCode(
                        exchange.publicFormContext(refus),
                        billet,
                        ReturnPath.safe(exchange.param("retour"), ""),
                        cles.secondStep(exchange, billet).orElse(null)));
    }

    private Answer forgotten(Exchange exchange, boolean heard) {
        return Answer.page(templates.oubli(exchange.publicFormContext(null), motsDePasse.sendsMail(), heard));
    }

    private Answer request(Exchange exchange) {
        String identifiant = exchange.param("identifiant");
        motsDePasse.request(identifiant == null ? "" : identifiant);
        return forgotten(exchange, true);
    }

    private Answer choice(Exchange exchange, int status, Refus refus) {
        Optional<MotsDePasse.Demande> asked = motsDePasse.read(exchange.variable("secret"));
        Refus shown = asked.isEmpty() && refus == null ? Refus.of(CodeRefus.LIEN_PERIME) : refus;
        return Answer.page(
                asked.isEmpty() ? 404 : status,
                templates.acces(exchange.publicFormContext(shown), asked.orElse(null), exchange.variable("secret")));
    }

    private Answer choose(Exchange exchange) {
        String motDePasse = exchange.raw("motDePasse");
        if (motDePasse == null || !motDePasse.equals(exchange.raw("encore"))) {
            return choice(
                    exchange, 422, Refus.of(CodeRefus.CHAMP_INVALIDE, "encore", "les deux mots de passe diffèrent"));
        }
        return motsDePasse
                .choose(exchange.variable("secret"), motDePasse)
                .fold(
                        identifiant -> Answer.seeOther(Urls.done("/connexion", Announcement.MOT_DE_PASSE_CHOISI)),
                        refus -> choice(exchange, ErrorPages.status(refus), refus));
    }

    /** Only shows the way: programs that look at the addresses in a mail open nothing by it. */
    private Answer link(Exchange exchange) {
        Optional<LienPersonnel> link = liens.read(exchange.variable("secret"));
        Refus refus = link.isEmpty() ? Refus.of(CodeRefus.LIEN_PERIME) : null;
        return Answer.page(
                link.isEmpty() ? 404 : 200,
                templates.lien(exchange.publicFormContext(refus), link.orElse(null), exchange.variable("secret")));
    }

    private Answer openLink(Exchange exchange) {
        String secret = exchange.variable("secret");
        Optional<LienPersonnel> link = liens.read(secret);
        if (link.isEmpty()) {
            return link(exchange);
        }
        exchange.visitor()
                .open(new Connexions.Session(
                        secret, link.get().expireLe(), link.get().acteur()));
        boolean reads =
                link.get().acteur().lacksAnywhere(Droit.CANDIDATURE_LIRE).isEmpty();
        return Answer.seeOther(
                reads
                        ? Urls.path(
                                "candidatures",
                                link.get().habilitation().portee().cible().orElseThrow())
                        : "/");
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
                        identites.fournisseurs(),
                        cles.origine().orElse(null)));
    }
}
