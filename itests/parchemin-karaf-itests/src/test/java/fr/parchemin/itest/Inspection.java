package fr.parchemin.itest;

import fr.parchemin.itest.Browser.Screen;
import fr.parchemin.itest.Browser.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at the page that the browser shows, at each width and in each theme, and keeps what nobody should meet there. */
final class Inspection {
    private static final List<Screen> SCREENS = Stream.of(Theme.values())
            .flatMap(theme -> Stream.of(390, 768, 1440).map(width -> new Screen(width, theme)))
            .toList();

    /** What reaches further right than the page is wide, innermost first; nothing as long as the page does not scroll. */
    private static final String OVERFLOWING =
            """
            const page = document.scrollingElement;
            if (page.scrollWidth <= page.clientWidth) return [];
            const wide = [...document.body.querySelectorAll('*')]
                .filter(e => e.getBoundingClientRect().right > page.clientWidth + 0.5)
                .map(e => e.outerHTML.slice(0, 120));
            return [page.scrollWidth + ' px wide'].concat(wide.slice(-3));
            """;

    /** Folded parts are read too. */
    private static final String UNFOLD = "document.querySelectorAll('details').forEach(part => part.open = true)";

    private final Browser browser;
    /** Where each complaint was met, at which screens. */
    private final Map<String, List<Screen>> complaints = new LinkedHashMap<>();

    private int pages;

    Inspection(Browser browser) {
        this.browser = browser;
    }

    /** {@code who} looks at the page, which is meant to have been answered with this status. */
    void look(String who, int status) {
        String page = who + ", " + browser.address().getPath() + query();
        pages++;
        if (browser.status() != status) {
            complain(page, "answered " + browser.status() + " instead of " + status, null);
        }
        browser.run(UNFOLD);
        for (Screen screen : SCREENS) {
            browser.show(screen);
            List<?> overflowing = (List<?>) browser.run(OVERFLOWING);
            if (!overflowing.isEmpty()) {
                complain(page, "scrolls sideways: " + overflowing, screen);
            }
            for (Axe.Finding finding : Axe.findings(browser)) {
                complain(page, finding.toString(), screen);
            }
            capture(who, screen);
        }
        for (String line : browser.console()) {
            // The browser writes down the status of the page itself when it is one of an error.
            if (!(status >= 400
                    && line.startsWith(browser.address().toString())
                    && line.contains("status of " + status))) {
                complain(page, "console: " + line, null);
            }
        }
    }

    private String query() {
        String query = browser.address().getRawQuery();
        return query == null ? "" : "?" + query;
    }

    private void complain(String page, String what, Screen screen) {
        List<Screen> screens = complaints.computeIfAbsent(page + "\n    " + what, key -> new ArrayList<>());
        if (screen != null) {
            screens.add(screen);
        }
    }

    /** Pictures of all that is looked at, for human eyes, where the property names a folder for them. */
    private void capture(String who, Screen screen) {
        String folder = System.getProperty("parchemin.captures", "");
        if (!folder.isEmpty()) {
            String page = browser.address().getPath().replaceAll("[^A-Za-z0-9]+", "-");
            browser.capture(
                    Path.of(folder, "%s-%03d%s %s.png".formatted(who, pages, page.replaceAll("-$", ""), screen)));
        }
    }

    /** A text for each complaint; empty when there is nothing to mend. */
    List<String> complaints() {
        List<String> texts = new ArrayList<>();
        complaints.forEach((text, screens) -> texts.add(screens.isEmpty() ? text : text + "\n      at " + screens));
        return texts;
    }
}
