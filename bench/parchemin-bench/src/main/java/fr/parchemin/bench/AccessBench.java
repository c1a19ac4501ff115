package fr.parchemin.bench;

import fr.parchemin.bench.Load.Request;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What it adds to a request to know who asks and whether it is allowed: a read of one's own account, answered from what
 * was found out to let it in, beside a public read of the same kind, answered from memory. One caller, in turns, so that
 * nothing waits for anything but the answer.
 */
final class AccessBench {

    private static final String OWN = "/api/moi";
    private static final String PUBLIC = "/api/branches";
    private static final int WARM_UP = 4_000;

    final Series identified = new Series();
    final Series visitor = new Series();

    private final Bench.Inputs inputs;
    private final PrintStream out;

    AccessBench(Bench.Inputs inputs, PrintStream out) {
        this.inputs = inputs;
        this.out = out;
    }

    void run(int requests) throws IOException {
        try (Parchemin parchemin =
                new Parchemin(inputs.archive(), inputs.folder().resolve("parchemin"))) {
            Installation server = parchemin.installation();
            parchemin.withDemoAccounts();
            for (Path jar : inputs.branches().values()) {
                server.drop(jar, "branches");
            }
            long start = server.start();
            Wait.millisSince(
                    start,
                    server,
                    "branches ACTIVE",
                    () -> parchemin.answers()
                            && inputs.branches().keySet().stream().allMatch(parchemin::isActive));
            URI root = parchemin.client().server();
            Request own = new Request(root.resolve(OWN), null, parchemin.signIn("organisme-metallurgie"));
            Request open = Request.get(root.resolve(PUBLIC));
            turns(own, open, WARM_UP, new Series(), new Series());
            turns(own, open, requests, identified, visitor);
        }
        out.printf(
                Locale.ROOT,
                "identified %.3f ms, visitor %.3f ms: identity and rights add %.3f ms at the median%n",
                identified.median(),
                visitor.median(),
                added());
    }

    /** Milliseconds at the median. */
    double added() {
        return identified.median() - visitor.median();
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| `GET %s`, a session's token | %.2f (%.2f) |%n| `GET %s`, nobody signed in | %.2f (%.2f) |",
                OWN,
                identified.median(),
                identified.quantile(0.95),
                PUBLIC,
                visitor.median(),
                visitor.quantile(0.95));
    }

    private static void turns(Request own, Request open, int times, Series identified, Series visitor)
            throws IOException {
        for (int i = 0; i < times; i++) {
            visitor.add(millis(open));
            identified.add(millis(own));
        }
    }

    private static double millis(Request request) throws IOException {
        long start = System.nanoTime();
        Load.send(request, 200);
        return (System.nanoTime() - start) / 1e6;
    }
}
