package fr.parchemin.itest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** axe-core, which finds what keeps people from reading or using a page. */
final class Axe {
    /** One element that breaks one rule, with what axe says of it. */
    record Finding(String impact, String rule, String target, String html, String why) {
        @Override
        public String toString() {
            return "[" + impact + "] " + rule + " at " + target + "\n      " + html + "\n      "
                    + why.replace("\n", "\n      ");
        }
    }

    private static final String SCRIPT = read();

    // All the rules of axe as it comes, and the size of targets, which WCAG 2.2 asks for and axe leaves off.
    private static final String RUN =
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}).then(
                results => done(results.violations
                    .filter(rule => rule.impact === 'serious' || rule.impact === 'critical')
                    .flatMap(rule => rule.nodes.map(node => ({
                        impact: rule.impact,
                        rule: rule.id + ' (' + rule.help + ')',
                        target: node.target.join(' '),
                        html: node.html.slice(0, 200),
                        why: node.failureSummary
                    })))),
                error => done([{impact: 'critical', rule: 'axe', target: '', html: '', why: String(error)}]));
            """;

    private Axe() {}

    /** What is serious or critical on the page as it is shown now. */
    static List<Finding> findings(Browser browser) {
        if (browser.run("return typeof axe").equals("undefined")) {
            browser.run(SCRIPT);
        }
        List<?> found = (List<?>) browser.runAsync(RUN);
        return found.stream()
                .map(each -> (Map<?, ?>) each)
                .map(each -> new Finding(
                        text(each, "impact"),
                        text(each, "rule"),
                        text(each, "target"),
                        text(each, "html"),
                        text(each, "why")))
                .toList();
    }

    private static String text(Map<?, ?> finding, String name) {
        return String.valueOf(finding.get(name));
    }

    private static String read() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
