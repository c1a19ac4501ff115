package fr.parchemin.web.internal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Identite;
import fr.parchemin.acces.Origine;
import fr.parchemin.acte.Refus;
import fr.parchemin.web.internal.view.Announcement;
import fr.parchemin.web.internal.view.Form;
import fr.parchemin.web.internal.view.PageContext;
import fr.parchemin.web.internal.view.Vives;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** One request: what was asked, by whom. */
final class Exchange {
    /** What was sent cannot be read; the answer is 400. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(Throwable cause) {
            super(cause);
        }
    }

    /** What was asked for is not there; the answer is 404. */
    static final class NotFound extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What the fields that prove who one is begin with. */
    static final String CONFIRMATION = "confirmation.";

    /** A file as it was sent: under which name, and what is in it. */
    record Fichier(String nom, byte[] contenu) {}

    private final HttpServletRequest request;
    private final Map<String, String> variables;
    private final Sessions.Visitor visitor;
    private final Assets assets;
    private final Palette palette;
    private final ToIntFunction<Acteur> unread;
    private Map<String, String[]> parameters;
    private OptionalLong retryAfterSeconds = OptionalLong.empty();

    Exchange(
            HttpServletRequest request,
            Map<String, String> variables,
            Sessions.Visitor visitor,
            Assets assets,
            Palette palette,
            ToIntFunction<Acteur> unread) {
        this.request = request;
        this.variables = variables;
        this.visitor = visitor;
        this.assets = assets;
        this.palette = palette;
        this.unread = unread;
    }

    /** Who is signed in; asked only where the route says that somebody is. */
    Acteur acteur() {
        return visitor.acteur().orElseThrow(() -> new IllegalStateException("route without identity"));
    }

    /** The same, with how they are there. */
    Identite identite() {
        return visitor.identite().orElseThrow(() -> new IllegalStateException("route without identity"));
    }

    Origine origine() {
        return new Origine(request.getRemoteAddr(), request.getHeader("User-Agent"));
    }

    /** Everything that was sent but the tokens of the form and what proves who one is, to be sent again. */
    List<Map.Entry<String, String>> sentFields() {
        return parameters().entrySet().stream()
                .filter(field ->
                        !field.getKey().equals("jeton") && !field.getKey().startsWith(CONFIRMATION))
                .flatMap(field -> Arrays.stream(field.getValue()).map(value -> Map.entry(field.getKey(), value)))
                .toList();
    }

    boolean isSent() {
        return "POST".equals(request.getMethod());
    }

    Sessions.Visitor visitor() {
        return visitor;
    }

    String variable(String name) {
        return variables.get(name);
    }

    /** An identifier in the path; what is no identifier names nothing. */
    UUID id(String name) {
        try {
            return UUID.fromString(variables.get(name));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    /** A parameter without the spaces around it, {@code null} when it is missing or blank. */
    String param(String name) {
        String[] values = parameters().get(name);
        if (values == null || values[0].isBlank()) {
            return null;
        }
        return values[0].strip();
    }

    /** A rank to go on from, {@code null} when none or no number is given: then one begins with the newest. */
    Long rang(String name) {
        String given = param(name);
        return given == null || !given.matches("\\d{1,18}") ? null : Long.valueOf(given);
    }

    /** A parameter as it was typed: spaces may belong to a password. */
    String raw(String name) {
        String[] values = parameters().get(name);
        return values == null ? null : values[0];
    }

    List<String> params(String name) {
        String[] values = parameters().get(name);
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .map(String::strip)
                        .filter(v -> !v.isEmpty())
                        .toList();
    }

    /** The parameters that were given once; what is said twice is not taken. */
    Map<String, String> singles() {
        Map<String, String> singles = new LinkedHashMap<>();
        parameters().forEach((name, given) -> {
            if (given.length == 1) {
                singles.put(name, given[0]);
            }
        });
        return singles;
    }

    /** What the browser says of itself, {@code null} when nothing. */
    String agent() {
        return request.getHeader("User-Agent");
    }

    /** The file chosen in that field; empty when none was, or when the form was not sent as one that holds files. */
    Optional<Fichier> file(String name) {
        if (!isMultipart(request)) {
            return Optional.empty();
        }
        try {
            Part part = request.getPart(name);
            if (part == null
                    || part.getSubmittedFileName() == null
                    || part.getSubmittedFileName().isBlank()) {
                return Optional.empty();
            }
            try (InputStream content = part.getInputStream()) {
                return Optional.of(new Fichier(part.getSubmittedFileName(), content.readAllBytes()));
            }
        } catch (IOException | ServletException | RuntimeException e) {
            throw new Unreadable(e);
        }
    }

    boolean isMultipart() {
        return isMultipart(request);
    }

    /** Whether the request says that it may hold files; some programs keep saying so when they are led elsewhere. */
    static boolean isMultipart(HttpServletRequest request) {
        String type = "POST".equals(request.getMethod()) ? request.getContentType() : null;
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** What was sent, to show it again beside what was wrong; a password is never shown again. */
    Form form(String name) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters().forEach((key, given) -> values.put(key, List.of(given)));
        values.keySet().removeAll(List.of("motDePasse", "encore", "ancien", "nouveau", "code"));
        return new Form(name, values, Map.of());
    }

    /** The same, for a page that must not look again at what cannot be read. */
    Exchange withoutParameters() {
        Exchange bare = new Exchange(request, variables, visitor, assets, palette, unread);
        bare.parameters = Map.of();
        return bare;
    }

    private Map<String, String[]> parameters() {
        if (parameters == null) {
            try {
                parameters = request.getParameterMap();
            } catch (RuntimeException e) {
                // Each container has its own exception for a bad escape or a form beyond its limits.
                throw new Unreadable(e);
            }
        }
        return parameters;
    }

    String path() {
        return request.getRequestURI();
    }

    /** Address of the colours of the branches as they stand. */
    String branchesCss() {
        return palette.url();
    }

    /** The branches as they stand. */
    Vives vives() {
        return palette.vives();
    }

    /** In how many seconds what was refused may be asked again, empty when waiting does not mend it. */
    OptionalLong retryAfterSeconds() {
        return retryAfterSeconds;
    }

    PageContext context() {
        return context(null);
    }

    PageContext context(Refus refus) {
        return context(refus, visitor.acteur().isPresent() ? visitor.formToken() : "");
    }

    /** For a page that has a form for everybody: who is not signed in gets the cookie that its token needs. */
    PageContext publicFormContext(Refus refus) {
        return context(refus, visitor.formToken());
    }

    private PageContext context(Refus refus, String formToken) {
        return context(refus, formToken, visitor.acteur(), Announcement.of(param("fait")));
    }

    /** For a page that is all about the refusal, and so does not say it a second time above. */
    PageContext errorContext(Refus refus) {
        noteWait(refus);
        return context();
    }

    private void noteWait(Refus refus) {
        if (refus != null && refus.attente() != null) {
            retryAfterSeconds = refus.retryAfterSeconds();
        }
    }

    /** For the page that says that something broke: asks nothing of what may be broken. */
    PageContext lastResort() {
        return context(null, "", Optional.empty(), Optional.empty());
    }

    private PageContext context(
            Refus refus, String formToken, Optional<Acteur> acteur, Optional<Announcement> announcement) {
        noteWait(refus);
        return new PageContext(
                acteur,
                formToken,
                request.getRequestURI(),
                assets.url("pico.min.css"),
                assets.url("parchemin.css"),
                palette.url(),
                assets.url("htmx.min.js"),
                assets.url("parchemin.js"),
                assets.url("parchemin.svg"),
                announcement,
                Optional.ofNullable(refus),
                acteur.map(unread::applyAsInt).orElse(0),
                palette.vives());
    }
}
