package fr.parchemin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** Writes RESULTS.md: the numbers of one run, how to repeat it, what it does not say. */
final class Report {

    private static final double WARM_BOOT_LIMIT = 2.0;
    private static final double ARRIVAL_LIMIT_MILLIS = 1_000 + HotDeployBench.POLL_MILLIS;

    private final BootBench boot;
    private final HotDeployBench hotDeploy;
    private final LoadBench load;

    Report(BootBench boot, HotDeployBench hotDeploy, LoadBench load) {
        this.boot = boot;
        this.hotDeploy = hotDeploy;
        this.load = load;
    }

    boolean holds() {
        return warmRatio() <= WARM_BOOT_LIMIT && hotDeploy.arrival.max() <= ARRIVAL_LIMIT_MILLIS;
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text());
    }

    private double warmRatio() {
        return boot.warmRest.median() / boot.warmVanilla.median();
    }

    private String text() throws IOException {
        StringBuilder rates = new StringBuilder();
        for (LoadBench.Pair pair : load.pairs) {
            rates.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %d | %s | %s | %.2f |%n",
                    pair.name(),
                    pair.bytes(),
                    pair.oursRate().summary(),
                    pair.bareRate().summary(),
                    pair.ratio()));
        }
        return String.format(
                Locale.ROOT,
                """
                # Bench results

                Written by `./parchemin bench`, which repeats it. One run, %s, on %s.
                Every number stands beside one measured in the same run: compare the ratios, not the milliseconds.
                Cells give the median, then the least and the greatest value.

                ## Must hold

                | Rule | Measured | Holds |
                |---|---|---|
                | warm boot to the first REST 200 at most 2 × the plain Karaf's own boot | %.2f × | %s |
                | a dropped branch is visible at most 1 s after the polling interval (%d ms) | %.0f ms at worst, limit %.0f ms | %s |

                ## Boot (ms, %d rounds, alternating which goes first)

                | Boot | Parchemin, first REST 200 | Parchemin, both branches ACTIVE | plain Karaf, ssh banner | REST 200 / plain |
                |---|---|---|---|---|
                | cold (just unpacked, empty database) | %s | %s | %s | %.2f |
                | warm (second start of the same folder) | %s | %s | %s | %.2f |

                The clock starts when `bin/karaf` is called. The plain Karaf is the distribution of the same version, as it is
                downloaded.

                ## Hot deployment (ms, %d times)

                | | branch jar in `branches/` of Parchemin | empty bundle in `deploy/` of the plain Karaf | ratio |
                |---|---|---|---|
                | arrival | %s | %s | %.2f |
                | removal | %s | %s | %.2f |

                Arrival is from the file in the folder to the branch ACTIVE in `GET /api/branches` (definition validated,
                golden cases run, snapshot stored); for the empty bundle, to « Started bundle » in the log. Both folders are
                looked at every %d ms, and a file is taken once two looks found it unchanged: between %d and %d ms of
                each arrival are that wait, about %d on average. What is left is the work.

                ## Throughput (requests a second, %d rounds, %d callers)

                | Operation | body, bytes | Parchemin | bare servlet | ratio |
                |---|---|---|---|---|
                %s
                The bare servlet runs on the same Jetty in the same JVM; it answers a fixed text of the same size, or the
                body it was sent. No routing, no access control, no validation, no database: a ratio of 1 is out of reach.

                ## Limits

                - The load generator (HttpURLConnection) shares the processors with the server. It costs both sides the same, so it
                  draws the ratios towards 1; the true capacity is higher than these rates.
                - The embedded H2 database is measured, not PostgreSQL; connections are on the loopback interface.
                - The ssh banner of the plain Karaf shows before its last bundle has started, which makes the boot ratio severe
                  for Parchemin. The moment when the framework reaches start level 100 cannot be read from outside without
                  putting something inside, so it is not used.
                - One machine, one run: a difference of a few per cent means nothing.
                """,
                LocalDate.now(),
                Machine.describe(),
                warmRatio(),
                yesOrNo(warmRatio() <= WARM_BOOT_LIMIT),
                HotDeployBench.POLL_MILLIS,
                hotDeploy.arrival.max(),
                ARRIVAL_LIMIT_MILLIS,
                yesOrNo(hotDeploy.arrival.max() <= ARRIVAL_LIMIT_MILLIS),
                boot.warmRest.size(),
                boot.coldRest.summary(),
                boot.coldBranches.summary(),
                boot.coldVanilla.summary(),
                boot.coldRest.median() / boot.coldVanilla.median(),
                boot.warmRest.summary(),
                boot.warmBranches.summary(),
                boot.warmVanilla.summary(),
                warmRatio(),
                hotDeploy.arrival.size(),
                hotDeploy.arrival.summary(),
                hotDeploy.vanillaArrival.summary(),
                hotDeploy.arrival.median() / hotDeploy.vanillaArrival.median(),
                hotDeploy.departure.summary(),
                hotDeploy.vanillaDeparture.summary(),
                hotDeploy.departure.median() / hotDeploy.vanillaDeparture.median(),
                HotDeployBench.POLL_MILLIS,
                HotDeployBench.POLL_MILLIS,
                2 * HotDeployBench.POLL_MILLIS,
                HotDeployBench.POLL_MILLIS * 3 / 2,
                load.pairs.get(0).oursRate().size(),
                LoadBench.CALLERS,
                rates);
    }

    private static String yesOrNo(boolean holds) {
        return holds ? "yes" : "**no**";
    }
}
