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

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        if (accept != null && accept.contains("text/html")) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
            write(response, page(status), callback);
        } else {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
            write(response, problem(status), callback);
        }
    }

    private static void write(Response response, String body, Callback callback) {
        response.write(true, StandardCharsets.UTF_8.encode(body), callback);
    }

    private static String problem(int status) {
        return "{\"type\":\"about:blank\",\"title\":\"" + title(status) + "\",\"status\":" + status + ",\"code\":\""
                + code(status) + "\"}";
    }

    private static String page(int status) {
        String title = title(status);
        return "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title></head><body><h1>" + title
                + "</h1><p><a href=\"/\">Retour à l’accueil</a></p></body></html>";
    }

    private static String title(int status) {
        if (status == 404) {
            return "Page inconnue";
        }
        return status < 500 ? "Requête refusée" : "Erreur interne";
    }

    private static String code(int status) {
        if (status == 404) {
            return "RESSOURCE_INCONNUE";
        }
        return status < 500 ? "REQUETE_REFUSEE" : "ERREUR_INTERNE";
    }
}
