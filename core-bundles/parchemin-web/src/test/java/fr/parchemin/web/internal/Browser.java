package fr.parchemin.web.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser does without a script: keeps cookies, sends forms with their hidden token, follows when asked. */
final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"jeton\" value=\"([^\"]+)\"");

    /** A page that came back. */
    record Page(int status, String body, HttpResponse<String> response) {
        String location() {
            return response.headers().firstValue("Location").orElse(null);
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** The text as it is read: without tags, with plain spaces. */
        String text() {
            return body.replaceAll("(?s)<[^>]+>", " ")
                    .replace("&nbsp;", " ")
                    .replace("&#8239;", " ")
                    .replace("&quot;", "\"")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&")
                    .replaceAll("[\\s\\u00a0\\u202f]+", " ");
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<String> cookieHeaders = new ArrayList<>();
    private String token = "";

    Browser(URI server) {
        this.server = server;
    }

    static Browser signedIn(URI server, String identifiant) {
        Browser browser = new Browser(server);
        browser.get("/connexion");
        Page answer = browser.post("/connexion", "identifiant", identifiant, "motDePasse", MemoryConnexions.PASSWORD);
        if (answer.status() != 303) {
            throw new AssertionError(answer.body());
        }
        browser.get("/");
        return browser;
    }

    Page get(String path) {
        return send(request(path).GET());
    }

    Page get(String path, String header, String value) {
        return send(request(path).header(header, value).GET());
    }

    Page head(String path) {
        return send(request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    /** Sends a form with the token of the last page that had one; names and values in turn. */
    Page post(String path, String... fields) {
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 0, fields.length);
        all[fields.length] = "jeton";
        all[fields.length + 1] = token;
        return postBare(path, all);
    }

    /** Sends exactly these fields. */
    Page postBare(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Sends a form that holds a file, with the token of the last page; names and values in turn. */
    Page postFile(String path, String field, String fileName, byte[] content, String... fields) {
        String boundary = "limite-entre-les-parties";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < fields.length; i += 2) {
            part(body, boundary, "name=\"" + fields[i] + "\"", fields[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        part(body, boundary, "name=\"jeton\"", token.getBytes(StandardCharsets.UTF_8));
        part(body, boundary, "name=\"" + field + "\"; filename=\"" + fileName + "\"", content);
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String boundary, String disposition, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Goes where the answer sends. */
    Page follow(Page answer) {
        if (answer.status() != 303) {
            throw new AssertionError("no redirection but " + answer.status() + ": " + answer.text());
        }
        return get(answer.location());
    }

    List<String> cookieHeaders() {
        return cookieHeaders;
    }

    String token() {
        return token;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(server.resolve(path));
        if (!cookies.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            cookies.forEach((name, value) -> pairs.add(name + "=" + value));
            builder.header("Cookie", String.join("; ", pairs));
        }
        return builder;
    }

    private Page send(HttpRequest.Builder builder) {
        try {
            HttpResponse<String> response =
                    client.send(builder.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            for (String header : response.headers().allValues("Set-Cookie")) {
                cookieHeaders.add(header);
                String[] pair = header.split(";", 2)[0].split("=", 2);
                if (pair[1].isEmpty() || header.contains("Max-Age=0")) {
                    cookies.remove(pair[0]);
                } else {
                    cookies.put(pair[0], pair[1]);
                }
            }
            Matcher found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = found.group(1);
            }
            return new Page(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
