package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Keys;

/** Somebody at the browser who has no mouse, and who must see at each step where they are. */
final class Keyboard {
    private static final int MOST_STOPS = 150;

    /**
     * The name of what has the focus; whether it looks different from when it has not; whether it is inside the window with
     * nothing lying over it.
     */
    private static final String STOP =
            """
            const stop = document.activeElement;
            if (stop === document.body || stop === document.documentElement) return {name: '', marked: true, inView: true};
            const labels = [...(stop.labels ?? [])];
            const looks = () => [stop, ...labels].map(part => {
                const style = getComputedStyle(part);
                return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.borderColor]
                    .join(' ');
            }).join('|');
            const focused = looks();
            stop.blur();
            const plain = looks();
            stop.focus({preventScroll: true, focusVisible: true});
            const box = stop.getClientRects()[0];
            const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            const name = stop.getAttribute('aria-label')
                ?? (labels.length ? labels.map(label => label.textContent).join(' ') : stop.textContent);
            return {
                name: name.replace(/\\s+/g, ' ').trim(),
                marked: focused !== plain,
                inView: above !== null && (stop.contains(above) || labels.some(label => label.contains(above)))
            };
            """;

    private final Browser browser;

    Keyboard(Browser browser) {
        this.browser = browser;
    }

    /** Goes on from stop to stop until one that is named so; each on the way must be seen to have the focus. */
    void tabTo(String name) {
        List<String> stops = new ArrayList<>();
        String reached;
        do {
            reached = tab();
            stops.add(reached);
            assertThat(stops)
                    .as("stops on the way to « %s » on %s", name, browser.address())
                    .hasSizeLessThan(MOST_STOPS);
        } while (!reached.contains(name));
    }

    /** One stop further; gives its name. */
    String tab() {
        browser.press(Keys.TAB);
        Map<?, ?> stop = (Map<?, ?>) browser.run(STOP);
        assertThat(stop.get("marked"))
                .as("« %s » shows that it has the focus, on %s", stop.get("name"), browser.address())
                .isEqualTo(true);
        assertThat(stop.get("inView"))
                .as("« %s » is in view when it has the focus, on %s", stop.get("name"), browser.address())
                .isEqualTo(true);
        return (String) stop.get("name");
    }

    void type(String text) {
        browser.type(text);
    }

    void enter() {
        browser.press(Keys.ENTER);
    }

    /** Enter, on what leads to another page. */
    void enterAndFollow() {
        browser.follow(this::enter);
    }
}
