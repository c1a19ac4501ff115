package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@link Inspection} is for is found on a page made wrong, and nothing on one made right. */
@ExtendWith(BrowserSession.class)
class InspectionIT {
    private static final String RIGHT =
            """
            <!doctype html><html lang="fr"><head><title>Juste</title><link rel="icon" href="data:,"></head>
            <body><main><h1>Juste</h1><p>Rien à redire.</p></main></body></html>
            """;

    private HttpServer server;
    private String page = RIGHT;
    private int status = 200;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders()
                    .set(
                            "Content-Security-Policy",
                            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aPageMadeRightHasNoComplaint(Browser browser) {
        assertThat(complaints(browser, 200)).isEmpty();
    }

    @Test
    void anExpectedErrorIsNoComplaintAndAnotherOneIs(Browser browser) {
        status = 404;
        assertThat(complaints(browser, 404)).isEmpty();
        assertThat(complaints(browser, 200)).anyMatch(text -> text.contains("answered 404 instead of 200"));
    }

    @Test
    void textThatIsTooPaleInOneThemeOnlyIsFoundThere(Browser browser) {
        page = RIGHT.replace(
                "</head>",
                "<style>@media (prefers-color-scheme: dark) { body { background: #222; } p, h1 { color: #333; } }</style></head>");
        assertThat(complaints(browser, 200))
                .isNotEmpty()
                .allMatch(text -> text.contains("color-contrast")
                        && text.endsWith("at [390 px dark, 768 px dark, 1440 px dark]"));
    }

    @Test
    void whatAReaderOfScreensCannotNameIsFoundEvenWhenItIsFolded(Browser browser) {
        page = RIGHT.replace(
                "</main>", "<details><summary>Plus</summary><form><input name=\"x\"></form></details></main>");
        assertThat(complaints(browser, 200)).anyMatch(text -> text.contains("[critical] label"));
    }

    @Test
    void aPageWiderThanATelephoneIsFound(Browser browser) {
        page = RIGHT.replace("<p>", "<p style=\"width: 500px\">");
        assertThat(complaints(browser, 200))
                .singleElement()
                .asString()
                .contains("scrolls sideways", "<p style")
                .endsWith("at [390 px light, 390 px dark]");
    }

    @Test
    void whatThePolicyForbidsIsFoundInTheConsole(Browser browser) {
        page = RIGHT.replace("</main>", "</main><script>document.title = 'autre'</script>");
        assertThat(complaints(browser, 200))
                .singleElement()
                .asString()
                .contains("console: ", "Content Security Policy");
    }

    private List<String> complaints(Browser browser, int expected) {
        Inspection inspection = new Inspection(browser);
        browser.console();
        browser.open(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
        inspection.look("quelqu’un", expected);
        return inspection.complaints();
    }
}
