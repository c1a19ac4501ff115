package fr.parchemin.web.internal;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Refus;
import fr.parchemin.web.internal.jte.Templates;
import fr.parchemin.web.internal.view.ErreurView;
import fr.parchemin.web.internal.view.Wording;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

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
                        : page(exchange, refus);
            default -> page(exchange, refus);
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
                "Rien ne se trouve à cette adresse, ou votre compte n’y a pas accès.",
                "Vérifiez l’adresse : un lien copié en partie ne mène nulle part.",
                "Cherchez le dossier ou le jury par sa liste.",
                exchange.visitor().acteur().isPresent()
                        ? "Si quelqu’un vous a donné cette adresse, demandez au secrétariat de votre branche un rôle qui l’ouvre."
                        : "Connectez-vous : bien des pages ne s’ouvrent qu’à qui s’est identifié.");
    }

    Answer methodNotAllowed(Exchange exchange) {
        return page(
                exchange,
                405,
                "Cette adresse ne s’ouvre pas ainsi",
                "Elle ne sert qu’à envoyer un formulaire.",
                "Revenez à la page précédente et recommencez.");
    }

    Answer unreadable(Exchange exchange) {
        return page(
                exchange,
                400,
                "Demande illisible",
                "La plateforme n’a pas pu lire ce qui a été envoyé : l’adresse est mal formée ou le formulaire est trop long.",
                "Revenez à la page précédente, raccourcissez les textes les plus longs et recommencez.",
                "Si vous joignez un fichier, choisissez-le plus petit.");
    }

    /** The token of the form is missing or belongs to another session. */
    Answer formExpired(Exchange exchange) {
        return page(
                exchange,
                403,
                "Formulaire périmé",
                "Ce formulaire n’appartient pas à votre session en cours ; rien n’a été enregistré.",
                "Rouvrez la page du formulaire, puis envoyez-le à nouveau.",
                "S’il gardait un brouillon, vous l’y retrouverez : choisissez « Reprendre ».");
    }

    Answer.Page broken(Exchange exchange, String reference) {
        return new Answer.Page(
                500,
                templates.erreur(
                        exchange.lastResort(),
                        new ErreurView(
                                500,
                                CodeRefus.ERREUR_INTERNE.titre(),
                                Refus.of(CodeRefus.ERREUR_INTERNE, reference).detail(),
                                List.of(
                                        "Attendez un instant, puis recommencez.",
                                        "Si cela se répète, donnez cette référence à l’exploitant : elle retrouve la cause dans son journal."),
                                null)));
    }

    /** What to try, beyond what the refusal itself says. */
    private static String[] advice(Refus refus) {
        return switch (refus.code().nature()) {
            case INTERDIT ->
                new String[] {
                    "Si cet acte doit vous revenir, demandez le rôle à qui les donne : le secrétariat pour sa branche, l’administrateur pour le reste.",
                    "Vos rôles sont sur la page « Mon compte »."
                };
            case CONFLIT ->
                new String[] {
                    "Rechargez la page pour voir ce qui a changé, puis recommencez.",
                    "Ce que vous aviez écrit dans un long formulaire est gardé en brouillon."
                };
            case VOLUME -> new String[] {"Raccourcissez les textes, ou choisissez un fichier plus petit."};
            case SURCHARGE ->
                new String[] {
                    "Attendez le temps indiqué : recharger la page plus tôt l’allonge.",
                    "Si plusieurs personnes partagent votre connexion, c’est peut-être l’une d’elles."
                };
            case INDISPONIBLE -> new String[] {"Attendez quelques minutes, puis rechargez la page."};
            case INVALIDE, NON_IDENTIFIE, NON_TROUVE, METHODE, TYPE, INTERNE -> new String[0];
        };
    }

    /** Not a conflict: what the state of a file does not allow, it does not allow a moment later either. */
    private static boolean isMendedByReloading(Refus refus) {
        return switch (refus.code().nature()) {
            case SURCHARGE, INDISPONIBLE -> true;
            default -> false;
        };
    }

    private Answer page(Exchange exchange, Refus refus) {
        return Answer.page(
                status(refus),
                templates.erreur(
                        exchange.errorContext(refus),
                        new ErreurView(
                                status(refus),
                                refus.code().titre(),
                                refus.detail(),
                                french(advice(refus)),
                                isMendedByReloading(refus) && !exchange.isSent() ? exchange.path() : null)));
    }

    private Answer page(Exchange exchange, int status, String title, String detail, String... advice) {
        return Answer.page(
                status,
                templates.erreur(
                        exchange.context(), new ErreurView(status, title, Wording.fr(detail), french(advice), null)));
    }

    private static List<String> french(String... sentences) {
        return Arrays.stream(sentences).map(Wording::fr).toList();
    }
}
