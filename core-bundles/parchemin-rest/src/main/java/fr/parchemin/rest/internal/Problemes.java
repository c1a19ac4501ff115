package fr.parchemin.rest.internal;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Refus;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that goes wrong leaves as a problem document; nothing of the inside leaves with it. */
public final class Problemes implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(Problemes.class);

    @Context
    private UriInfo uri;

    @Context
    private Request request;

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable cause = thrown;
        // Jackson's exceptions arrive wrapped by the provider.
        while (!(cause instanceof JsonProcessingException)
                && cause instanceof WebApplicationException
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        Refus refus = refus(cause);
        if (refus.code() != CodeRefus.ERREUR_INTERNE) {
            Response response = Probleme.response(refus, instance(), null);
            refus.retryAfterSeconds()
                    .ifPresent(seconds -> response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds));
            return response;
        }
        String reference = UUID.randomUUID().toString();
        LOG.error("request failed, reference {}", reference, thrown);
        return Probleme.response(Refus.of(CodeRefus.ERREUR_INTERNE, reference), instance(), reference);
    }

    private String instance() {
        return "/api/" + uri.getPath().replaceFirst("^/", "");
    }

    private Refus refus(Throwable cause) {
        if (cause instanceof RefusException refused) {
            return refused.refus();
        }
        if (cause instanceof JsonProcessingException unreadable) {
            // What the body itself refuses while it is read comes wrapped once.
            return unreadable.getCause() instanceof RefusException refused ? refused.refus() : json(unreadable);
        }
        if (cause instanceof NoContentException) {
            return Refus.of(CodeRefus.JSON_INVALIDE, "le corps est vide");
        }
        if (cause instanceof WebApplicationException web) {
            return web(web.getResponse().getStatus());
        }
        return Refus.of(CodeRefus.ERREUR_INTERNE, "");
    }

    /** What JAX-RS itself refuses, by its status: CXF throws subclasses of its own. */
    private Refus web(int status) {
        return switch (status) {
            case 404 -> Refus.of(CodeRefus.RESSOURCE_INCONNUE, instance());
            case 405 -> Refus.of(CodeRefus.METHODE_NON_ADMISE, request.getMethod());
            case 406, 415 -> Refus.of(CodeRefus.TYPE_NON_ADMIS);
            default ->
                status < 500
                        ? Refus.of(CodeRefus.JSON_INVALIDE, "la requête n’est pas recevable (" + status + ")")
                        : Refus.of(CodeRefus.ERREUR_INTERNE, "");
        };
    }

    private static Refus json(JsonProcessingException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            return Refus.of(
                    CodeRefus.CHAMP_INCONNU,
                    path(unknown),
                    unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        if (unreadable instanceof MismatchedInputException mismatch
                && !mismatch.getPath().isEmpty()) {
            return Refus.of(CodeRefus.CHAMP_INVALIDE, path(mismatch), expected(mismatch));
        }
        JsonLocation location = unreadable.getLocation();
        return Refus.of(
                CodeRefus.JSON_INVALIDE,
                location == null
                        ? "structure inattendue"
                        : "erreur de syntaxe ligne " + location.getLineNr() + ", colonne " + location.getColumnNr());
    }

    private static String expected(MismatchedInputException mismatch) {
        Class<?> target = mismatch.getTargetType();
        String given = mismatch instanceof InvalidFormatException format
                ? "« " + format.getValue() + " » ne convient pas, "
                : "";
        if (target == null) {
            return given + "attendu une autre forme";
        }
        if (target.isEnum()) {
            return given + "attendu l’une des valeurs "
                    + Arrays.stream(target.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (target == LocalDate.class) {
            return given + "attendu une date qui existe, de la forme AAAA-MM-JJ";
        }
        if (target == Instant.class) {
            return given + "attendu un instant ISO 8601";
        }
        if (target == UUID.class) {
            return given + "attendu un identifiant UUID";
        }
        if (target == String.class) {
            return given + "attendu un texte";
        }
        if (target == boolean.class || target == Boolean.class) {
            return given + "attendu true ou false";
        }
        if (Number.class.isAssignableFrom(target) || target.isPrimitive()) {
            return given + "attendu un nombre";
        }
        return given + (List.class.isAssignableFrom(target) ? "attendu une liste" : "attendu un objet");
    }

    private static String path(JsonMappingException at) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : at.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
