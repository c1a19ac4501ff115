package fr.parchemin.jetty.internal;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers for the server itself: a problem document, or a short page for a browser. Neither repeats what was asked nor
 * says by what the platform is served.
 */
public final class PlainErrors extends ErrorHandler {
    /** The message of a refusal because the request came over plain HTTP. */
    static final String OVER_HTTPS = "HTTPS";

    private final SecurityHeaders headers = new SecurityHeaders(0);

    /** What is said of an error. */
    private enum Said {
        PAGE_INCONNUE(
                "RESSOURCE_INCONNUE",
                "Page inconnue",
                "Rien ne se trouve à cette adresse. Vérifiez-la, ou repartez de l’accueil."),
        TROP_VOLUMINEUX(
                "CORPS_TROP_VOLUMINEUX",
                "Requête trop volumineuse",
                "Ce qui a été envoyé dépasse ce que la plateforme accepte. Envoyez moins de données à la fois."),
        EN_CLAIR(
                "HTTPS_REQUIS",
                "HTTPS requis",
                "La plateforme ne reçoit rien en clair : rien n’a été enregistré. Recommencez en HTTPS, et "
                        + "changez le mot de passe ou le jeton qui vient d’être envoyé."),
        REFUSEE(
                "REQUETE_REFUSEE",
                "Requête refusée",
                "La demande est mal formée et n’a pas été traitée. Vérifiez l’adresse, ou repartez de l’accueil."),
        INTERNE(
                "ERREUR_INTERNE",
                "Erreur interne",
                "La plateforme n’a pas pu traiter la demande. Recommencez plus tard ; si cela dure, prévenez l’exploitant.");

        private final String code;
        private final String title;
        private final String detail;

        Said(String code, String title, String detail) {
            this.code = code;
            this.title = title;
            this.detail = detail.replace(" :", "\u00a0:").replace(" ;", "\u202f;");
        }

        static Said of(int status, String message) {
            if (status == 404) {
                return PAGE_INCONNUE;
            }
            if (status == 413) {
                return TROP_VOLUMINEUX;
            }
            if (status == 403 && OVER_HTTPS.equals(message)) {
                return EN_CLAIR;
            }
            return status < 500 ? REFUSEE : INTERNE;
        }
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        Said said = Said.of(status, message);
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        boolean browser = accept != null && accept.contains("text/html");
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, browser ? "text/html;charset=utf-8" : "application/problem+json");
        // What is refused before it is a request passes no threshold.
        headers.complete(response.getHeaders(), false);
        response.write(true, StandardCharsets.UTF_8.encode(browser ? page(said) : problem(said, status)), callback);
    }

    private static String problem(Said said, int status) {
        return "{\"type\":\"about:blank\",\"title\":\"" + said.title + "\",\"status\":" + status + ",\"code\":\""
                + said.code + "\",\"detail\":\"" + said.detail + "\"}";
    }

    private static String page(Said said) {
        return "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>" + said.title
                + "</title></head><body><h1>" + said.title + "</h1><p>" + said.detail
                + "</p><p><a href=\"/\">Retour à l’accueil</a></p></body></html>";
    }
}
