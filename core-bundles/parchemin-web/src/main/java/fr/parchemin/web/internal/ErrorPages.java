package fr.parchemin.web.internal;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Refus;
import fr.parchemin.web.internal.jte.Templates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What is said when a page cannot be: what happened, and what to do. */
final class ErrorPages {
    private final Templates templates;
    private final Cles cles;

    ErrorPages(Templates templates, Cles cles) {
        this.templates = templates;
        this.cles = cles;
    }

    /** The HTTP status of a refusal. */
    static int status(Refus refus) {
        return switch (refus.code().nature()) {
            case INVALIDE -> 422;
            case NON_IDENTIFIE -> 401;
            case INTERDIT -> 403;
            case NON_TROUVE -> 404;
            case METHODE -> 405;
            case TYPE -> 415;
            case VOLUME -> 413;
            case CONFLIT -> 409;
            case SURCHARGE -> 429;
            case INDISPONIBLE -> 503;
            case INTERNE -> 500;
        };
    }

    /** A page that cannot be shown because the use case refused to give it. */
    Answer refused(Exchange exchange, Refus refus) {
        return switch (refus.code().nature()) {
            case NON_IDENTIFIE -> signIn(exchange.path());
            case NON_TROUVE -> notFound(exchange);
            case INTERDIT ->
                refus.code() == CodeRefus.ELEVATION_REQUISE && exchange.isSent()
                        ? confirmation(exchange, refus)
                        : page(exchange, 403, refus.code().titre(), refus.detail());
            default -> page(exchange, status(refus), refus.code().titre(), refus.detail());
        };
    }

    /** Asks who one is, and then does what was asked: all that was sent goes along. */
    Answer confirmation(Exchange exchange, Refus refus) {
        return Answer.page(
                status(refus),
                templates.confirmation(
                        exchange.context(refus),
                        exchange.sentFields(),
                        exchange.identite().secondFacteur(),
                        cles.elevation(exchange).orElse(null),
                        exchange.isMultipart()));
    }

    static Answer signIn(String back) {
        return Answer.seeOther("/connexion?retour=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    Answer notFound(Exchange exchange) {
        return page(
                exchange,
                404,
                "Page introuvable",
                "Rien ne se trouve à cette adresse, ou votre compte n’y a pas accès. Vérifiez l’adresse, ou repartez du catalogue.");
    }

    Answer methodNotAllowed(Exchange exchange) {
        return page(
                exchange,
                405,
                "Cette adresse ne s’ouvre pas ainsi",
                "Elle ne sert qu’à envoyer un formulaire. Revenez à la page précédente et recommencez.");
    }

    Answer unreadable(Exchange exchange) {
        return page(
                exchange,
                400,
                "Demande illisible",
                "La plateforme n’a pas pu lire ce qui a été envoyé : l’adresse est mal formée ou le formulaire est trop long. Revenez à la page précédente et corrigez.");
    }

    /** The token of the form is missing or belongs to another session. */
    Answer formExpired(Exchange exchange) {
        return page(
                exchange,
                403,
                "Formulaire périmé",
                "Ce formulaire n’appartient pas à votre session en cours ; rien n’a été enregistré. Rouvrez la page, puis envoyez-le à nouveau.");
    }

    Answer.Page broken(Exchange exchange, String reference) {
        return new Answer.Page(
                500,
                templates.erreur(
                        exchange.lastResort(),
                        500,
                        CodeRefus.ERREUR_INTERNE.titre(),
                        Refus.of(CodeRefus.ERREUR_INTERNE, reference).detail()));
    }

    private Answer page(Exchange exchange, int status, String title, String detail) {
        return Answer.page(status, templates.erreur(exchange.context(), status, title, detail));
    }
}
