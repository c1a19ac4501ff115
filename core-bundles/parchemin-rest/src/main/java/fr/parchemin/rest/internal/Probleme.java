package fr.parchemin.rest.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Refus;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/**
 * A problem document (RFC 9457).
 *
 * @param code stable, for machines
 * @param detail in French: what is wrong and how to mend it
 * @param reference number under which the log of the platform tells more, for errors of ours only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Probleme(
        String type, String title, int status, String code, String detail, String instance, String reference) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Response response(Refus refus, String instance, String reference) {
        CodeRefus code = refus.code();
        int status = status(code);
        Probleme probleme = new Probleme(
                "urn:parchemin:probleme:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                code.titre(),
                status,
                code.name(),
                refus.detail(),
                instance,
                reference);
        Response.ResponseBuilder response =
                Response.status(status).type(MEDIA_TYPE).entity(probleme).header("Cache-Control", "no-store");
        if (status == 401) {
            response.header("WWW-Authenticate", "Bearer realm=\"Parchemin\"");
        }
        return response.build();
    }

    private static int status(CodeRefus code) {
        if (code == CodeRefus.JSON_INVALIDE || code == CodeRefus.CHAMP_INCONNU) {
            return 400;
        }
        return switch (code.nature()) {
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
}
