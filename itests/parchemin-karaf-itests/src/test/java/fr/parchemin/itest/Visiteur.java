package fr.parchemin.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser without a script: keeps cookies, sends forms, goes on where a page says so. */
final class Visiteur {
    private static final Pattern TOKEN = Pattern.compile("name=\"jeton\" value=\"([^\"]+)\"");
    private static final Pattern KEYCLOAK_FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    /** By host and port, the names and values of their cookies. */
    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    private final String plateforme;
    private HttpResponse<String> page;

    Visiteur(String plateforme) {
        this.plateforme = plateforme;
    }

    /** Opens a page of the platform. */
    Visiteur opens(String path) {
        return goes(URI.create(plateforme + path));
    }

    private Visiteur goes(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /** As browsers do, takes this machine for a safe place: its cookies marked Secure go over plain HTTP. */
    private Visiteur send(HttpRequest.Builder request) {
        Map<String, String> kept =
                cookies.computeIfAbsent(request.build().uri().getAuthority(), authority -> new LinkedHashMap<>());
        if (!kept.isEmpty()) {
            request.header(
                    "Cookie",
                    kept.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            page = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            for (String header : page.headers().allValues("Set-Cookie")) {
                String[] cookie = header.split(";", 2)[0].split("=", 2);
                if (cookie[1].isEmpty() || header.contains("Max-Age=0")) {
                    kept.remove(cookie[0]);
                } else {
                    kept.put(cookie[0], cookie[1]);
                }
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a form of the platform, with the token of the page that is open; names and values in turn. */
    Visiteur sends(String path, String... fields) {
        return posts(URI.create(plateforme + path), "jeton=" + token(), fields);
    }

    private Visiteur posts(URI address, String first, String... fields) {
        StringBuilder body = new StringBuilder(first);
        for (int i = 0; i < fields.length; i += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** What the forms of the open page carry; good for every form of the session. */
    String token() {
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new AssertionError("no form on " + page.uri() + ": " + page.body());
        }
        return token.group(1);
    }

    /** Sends fields to an address with a token got before, whatever page is open. */
    Visiteur sends(String token, String path, Map<String, String> fields) {
        return posts(
                URI.create(plateforme + path),
                "jeton=" + token,
                fields.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    /** The page that is open, as it was sent. */
    String body() {
        return page.body();
    }

    /** Goes on where the page leads by itself: redirections, and pages that refresh at once. */
    Visiteur goesOn() {
        String next = next();
        while (next != null) {
            goes(page.uri().resolve(next));
            next = next();
        }
        return this;
    }

    private String next() {
        return page.headers()
                .firstValue("Location")
                .or(() -> page.headers().firstValue("Refresh").map(refresh -> refresh.substring("0;url=".length())))
                .orElse(null);
    }

    /** Signs in on the page of Keycloak that is open. */
    Visiteur provesTo(String username) {
        Matcher form = KEYCLOAK_FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no sign-in page of Keycloak: " + page.uri() + " " + page.body());
        }
        return posts(
                        URI.create(form.group(1).replace("&amp;", "&")),
                        "",
                        "username",
                        username,
                        "password",
                        Keycloak.PASSWORD)
                .goesOn();
    }

    /** Signs in on the page of Keycloak that is open; the path on the platform that the answer would go to. */
    String answerOf(String username) {
        Matcher form = KEYCLOAK_FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no sign-in page of Keycloak: " + page.uri());
        }
        posts(URI.create(form.group(1).replace("&amp;", "&")), "", "username", username, "password", Keycloak.PASSWORD);
        URI answer = URI.create(header("Location"));
        return answer.getRawPath() + "?" + answer.getRawQuery();
    }

    /** Ends the session at the provider, from a page of the provider. */
    void endsAt(String issuer) {
        goes(URI.create(issuer + "/protocol/openid-connect/logout"));
        Matcher form = KEYCLOAK_FORM.matcher(page.body());
        Matcher code =
                Pattern.compile("name=\"session_code\" value=\"([^\"]+)\"").matcher(page.body());
        if (!form.find() || !code.find()) {
            throw new AssertionError("no sign-out page of Keycloak: " + page.body());
        }
        posts(
                page.uri().resolve(form.group(1).replace("&amp;", "&")),
                "",
                "session_code",
                code.group(1),
                "confirmLogout",
                "Logout");
    }

    /** Asks for one address, and goes nowhere. */
    int statusOf(String path) {
        return opens(path).status();
    }

    int status() {
        return page.statusCode();
    }

    URI address() {
        return page.uri();
    }

    String header(String name) {
        return page.headers().firstValue(name).orElse(null);
    }

    /** The text of the page that is open, without tags and with plain spaces. */
    String text() {
        return page.body()
                .replaceAll("(?s)<[^>]+>", " ")
                .replace("&nbsp;", " ")
                .replace("&#8239;", " ")
                .replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }
}
