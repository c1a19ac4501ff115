package fr.parchemin.web.internal;

import fr.parchemin.acces.Droit;
import fr.parchemin.acces.GestionJetonsApi;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Limites;
import fr.parchemin.acces.MotsDePasse;
import fr.parchemin.acces.SecondFacteur;
import fr.parchemin.acces.SessionsOuvertes;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.CompteView;
import fr.parchemin.web.internal.view.Form;
import fr.parchemin.web.internal.view.Urls;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** One's own account: password, second factors, sessions, tokens for programs. */
final class ComptePages {
    private static final String COMPTE = "/compte";

    private final SessionsOuvertes sessions;
    private final SecondFacteur secondFacteur;
    private final MotsDePasse motsDePasse;
    private final GestionJetonsApi jetons;
    private final Cles cles;
    private final Templates templates;
    private final ErrorPages errors;

    ComptePages(
            SessionsOuvertes sessions,
            SecondFacteur secondFacteur,
            MotsDePasse motsDePasse,
            GestionJetonsApi jetons,
            Cles cles,
            Templates templates,
            ErrorPages errors) {
        this.sessions = sessions;
        this.secondFacteur = secondFacteur;
        this.motsDePasse = motsDePasse;
        this.jetons = jetons;
        this.cles = cles;
        this.templates = templates;
        this.errors = errors;
    }

    void register(Router router) {
        Droit droit = Droit.COMPTE_PROPRE_GERER;
        router.get(COMPTE, droit, exchange -> page(exchange, 200, Form.none(), null));
        router.post("/compte/mot-de-passe", droit, this::changePassword);
        router.post("/compte/sessions", droit, this::revokeOthers);
        router.post("/compte/sessions/{id}", droit, this::revoke);
        router.post("/compte/application", droit, this::beginApplication);
        router.post("/compte/application/confirmation", droit, this::confirmApplication);
        router.post("/compte/application/retrait", droit, this::removeApplication);
        router.post("/compte/secours", droit, this::renewSecours);
        router.post("/compte/cles/{cle}/retrait", droit, this::removeCle);
        router.post("/compte/jetons", droit, this::createToken);
        router.post("/compte/jetons/{id}", droit, this::revokeToken);
    }

    private Answer page(Exchange exchange, int status, Form form, Refus refus) {
        Identite by = exchange.identite();
        CompteView view = new CompteView(
                by,
                sessions.list(by.acteur()),
                secondFacteur.read(by.acteur()),
                cles.origine().orElse(null),
                jetons.list(by.acteur()));
        return Answer.page(status, templates.compte(exchange.context(refus), view, form));
    }

    /** What follows an act: the account again with what was done, the question who one is, or the reason why not. */
    private <T> Answer after(Exchange exchange, String form, Outcome<T> outcome, Function<? super T, Answer> whenDone) {
        return outcome.fold(
                whenDone,
                refus -> refus.code() == CodeRefus.ELEVATION_REQUISE
                        ? errors.refused(exchange, refus)
                        : page(exchange, ErrorPages.status(refus), exchange.form(form), refus));
    }

    private static Answer done(Announcement announcement) {
        return Answer.seeOther(Urls.done(COMPTE, announcement));
    }

    private Answer changePassword(Exchange exchange) {
        String next = text(exchange.raw("nouveau"));
        if (!next.equals(exchange.raw("encore"))) {
            Refus refus = Refus.of(CodeRefus.CHAMP_INVALIDE, "encore", "les deux mots de passe diffèrent");
            return page(exchange, 422, exchange.form("motDePasse"), refus);
        }
        return after(
                exchange,
                "motDePasse",
                motsDePasse.change(exchange.identite(), text(exchange.raw("ancien")), next, exchange.origine()),
                nothing -> done(Announcement.MOT_DE_PASSE_CHANGE));
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }

    private Answer revokeOthers(Exchange exchange) {
        return after(
                exchange,
                "sessions",
                sessions.revokeOthers(exchange.identite()),
                ended -> done(Announcement.SESSIONS_FERMEES));
    }

    private Answer revoke(Exchange exchange) {
        return after(
                exchange,
                "sessions",
                sessions.revoke(exchange.acteur(), exchange.id("id")),
                nothing -> done(Announcement.SESSIONS_FERMEES));
    }

    private Answer beginApplication(Exchange exchange) {
        return after(
                exchange,
                "application",
                secondFacteur.beginApplication(exchange.identite()),
                inscription -> application(exchange, 200, inscription.secret(), inscription.uri(), null));
    }

    private Answer application(Exchange exchange, int status, String secret, String uri, Refus refus) {
        return Answer.page(status, templates.compteApplication(exchange.context(refus), secret, uri, QrCode.of(uri)));
    }

    private Answer confirmApplication(Exchange exchange) {
        String secret = exchange.param("secret");
        String uri = exchange.param("uri");
        String code = exchange.param("code");
        return secondFacteur
                .confirmApplication(exchange.identite(), code == null ? "" : code)
                .fold(
                        codes -> codes(exchange, codes),
                        refus -> secret == null || uri == null || !uri.startsWith("otpauth://totp/")
                                ? page(exchange, ErrorPages.status(refus), Form.none(), refus)
                                : application(exchange, ErrorPages.status(refus), secret, uri, refus));
    }

    private Answer codes(Exchange exchange, List<String> codes) {
        exchange.visitor().refresh();
        return Answer.page(templates.compteCodes(exchange.context(), codes));
    }

    private Answer removeApplication(Exchange exchange) {
        return after(
                exchange,
                "application",
                secondFacteur.removeApplication(exchange.identite()),
                nothing -> done(Announcement.FACTEUR_RETIRE));
    }

    private Answer renewSecours(Exchange exchange) {
        return after(
                exchange, "secours", secondFacteur.renewSecours(exchange.identite()), codes -> codes(exchange, codes));
    }

    private Answer removeCle(Exchange exchange) {
        return after(
                exchange,
                "cles",
                secondFacteur.removeCle(exchange.identite(), exchange.variable("cle")),
                nothing -> done(Announcement.FACTEUR_RETIRE));
    }

    private Answer createToken(Exchange exchange) {
        Fields fields = new Fields(exchange);
        String nom = fields.required("nom", "Nom");
        Integer jours = fields.integer("jours", "Durée");
        if (!fields.areRight()) {
            return page(exchange, 422, exchange.form("jetons").withErrors(fields.errors()), fields.refus());
        }
        Limites limites =
                new Limites("oui".equals(exchange.param("lectureSeule")), Set.of(), exchange.param("branche"));
        return after(
                exchange,
                "jetons",
                jetons.create(exchange.identite(), nom, limites, jours == null ? 0 : jours),
                cree -> Answer.page(templates.compteJeton(exchange.context(), cree.jeton(), cree.description())));
    }

    private Answer revokeToken(Exchange exchange) {
        return after(
                exchange,
                "jetons",
                jetons.revoke(exchange.acteur(), exchange.id("id")),
                nothing -> done(Announcement.JETON_RETIRE));
    }
}
