package fr.parchemin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes RESULTS.md: the numbers of one run, how to repeat it, what it does not say. */
final class Report {

    private static final double WARM_BOOT_LIMIT = 2.0;
    private static final double ARRIVAL_LIMIT_MILLIS = 1_000 + HotDeployBench.POLL_MILLIS;
    private static final double ARRIVAL_RATIO_LIMIT = 2.0;
    private static final double ACCESS_LIMIT_MILLIS = 1;
    private static final double BRANCH_BOOT_LIMIT_MILLIS = 30;
    private static final double BRANCH_HEAP_LIMIT_MEGABYTES = 1;

    /** What a heap of this size differs by when nothing was kept, from one collection to the next. */
    private static final double HEAP_NOISE_MEGABYTES = 2;

    /** Proxies and accessors that the JDK makes when it pleases. */
    private static final int CLASS_NOISE = 50;

    private static final int FEW = 0;
    private static final int HALF = 50;
    private static final int MANY = 100;

    private final BootBench boot;
    private final HotDeployBench hotDeploy;
    private final LoadBench load;
    private final AccessBench access;
    private final CycleBench cycles;
    private final ManyBranchesBench swarm;
    private final EngineBench engine;

    Report(
            BootBench boot,
            HotDeployBench hotDeploy,
            LoadBench load,
            AccessBench access,
            CycleBench cycles,
            ManyBranchesBench swarm,
            EngineBench engine) {
        this.boot = boot;
        this.hotDeploy = hotDeploy;
        this.load = load;
        this.access = access;
        this.cycles = cycles;
        this.swarm = swarm;
        this.engine = engine;
    }

    /** What must hold, what was measured, and whether it does. */
    private record Rule(String rule, String measured, boolean holds) {}

    boolean holds() {
        return rules().stream().allMatch(Rule::holds);
    }

    private List<Rule> rules() {
        return List.of(
                new Rule(
                        "warm boot to the first REST 200 at most 2 × the plain Karaf's own boot",
                        format("%.2f ×", warmRatio()),
                        warmRatio() <= WARM_BOOT_LIMIT),
                new Rule(
                        format(
                                "a dropped branch is visible at most 1 s after the polling interval (%d ms)",
                                HotDeployBench.POLL_MILLIS),
                        format("%.0f ms at worst, limit %.0f ms", hotDeploy.arrival.max(), ARRIVAL_LIMIT_MILLIS),
                        hotDeploy.arrival.max() <= ARRIVAL_LIMIT_MILLIS),
                new Rule(
                        "and in at most 2 × the time of an empty bundle in a plain Karaf",
                        format("%.2f ×", arrivalRatio()),
                        arrivalRatio() <= ARRIVAL_RATIO_LIMIT),
                new Rule(
                        format(
                                "%d cycles of arrival, upgrade, removal: no request to another branch fails or takes more than 1 s",
                                cycles.cycles()),
                        format(
                                "%d answers, %d failed, %d delayed, slowest %.0f ms",
                                cycles.answers.get(),
                                cycles.failures.size(),
                                cycles.delayed.get(),
                                cycles.slowestMillis()),
                        cycles.failures.isEmpty() && cycles.delayed.get() == 0),
                new Rule(
                        "no bundle outside the drop folder changes state meanwhile",
                        format("%d changes", cycles.movements.size()),
                        cycles.movements.isEmpty()),
                new Rule(
                        format(
                                "nothing stays behind: heap and loaded classes after collection, over the last %d cycles",
                                cycles.measuredCycles()),
                        format("%+.1f MB, %+d classes", cycles.heapGrowth(), cycles.classGrowth()),
                        cycles.heapGrowth() <= HEAP_NOISE_MEGABYTES && cycles.classGrowth() <= CLASS_NOISE),
                new Rule(
                        format(
                                "%d branches of %d certifications: less than 30 ms of warm boot a branch",
                                MANY, ManyBranchesBench.CERTIFICATIONS),
                        format(
                                "%.1f ms (%.1f for the first %d, %.1f for the next)",
                                swarm.millisPerBranch(FEW, MANY),
                                swarm.millisPerBranch(FEW, HALF),
                                HALF,
                                swarm.millisPerBranch(HALF, MANY)),
                        swarm.millisPerBranch(FEW, MANY) < BRANCH_BOOT_LIMIT_MILLIS),
                new Rule(
                        "and less than 1 MB of heap a branch",
                        format("%.2f MB", swarm.megabytesPerBranch(FEW, MANY)),
                        swarm.megabytesPerBranch(FEW, MANY) < BRANCH_HEAP_LIMIT_MEGABYTES),
                new Rule(
                        "identity and rights add less than 1 ms at the median to a request",
                        format("%.2f ms", access.added()),
                        access.added() < ACCESS_LIMIT_MILLIS),
                new Rule(
                        format("at least %.0f proposals a second on one core", EngineBench.LIMITE),
                        engine.propositions.summary(),
                        engine.holds()));
    }

    private double arrivalRatio() {
        return hotDeploy.arrival.median() / hotDeploy.vanillaArrival.median();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
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
                %s

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

                ## Coming and going (%d cycles, folder looked at every %d ms, %d readers without a pause)

                A cycle is a branch at 1.0.0 in the folder until it is ACTIVE, 1.1.0 in its place until it is offered, the jar
                away until the branch is: %s ms. The first %d cycles are left out of the growth: they load what is loaded once.
                Heap at the end: %.0f MB.

                ## Many branches (%d warm starts each, in turns)

                | Branches of %d certifications | from the start to all ACTIVE, ms | heap after collection, MB |
                |---|---|---|
                %s
                Each certification is as large as MET-OMI of métallurgie, with its golden cases; each branch has its grid.

                ## Throughput (requests a second, %d rounds, %d callers)

                | Operation | body, bytes | Parchemin | bare servlet | ratio |
                |---|---|---|---|---|
                %s
                The bare servlet runs on the same Jetty in the same JVM; it answers a fixed text of the same size, or the
                body it was sent. No routing, no access control, no validation, no database: a ratio of 1 is out of reach.

                ## Identity and rights (ms a request: median, then what 95 %% do not exceed; %d of each in turns, one caller)

                | Request | time |
                |---|---|
                %s

                Both are answered without a read of their own. The difference is what it takes to look up the session and the roles in
                force, in the database at each request so that what is revoked ends at once, and to find the row of the table.

                ## Proposals (a second of processor time)

                | Measure | engine, with its explanations | a loop that only looks at each mark | ratio |
                |---|---|---|---|
                %s

                Five blocs of six compétences of three criteria, two évaluateurs: 180 marks a candidate. Processor time of the whole
                JVM, collector and compiler included.

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
                rules().stream()
                        .map(rule ->
                                "| " + rule.rule() + " | " + rule.measured() + " | " + yesOrNo(rule.holds()) + " |\n")
                        .collect(Collectors.joining()),
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
                arrivalRatio(),
                hotDeploy.departure.summary(),
                hotDeploy.vanillaDeparture.summary(),
                hotDeploy.departure.median() / hotDeploy.vanillaDeparture.median(),
                HotDeployBench.POLL_MILLIS,
                HotDeployBench.POLL_MILLIS,
                2 * HotDeployBench.POLL_MILLIS,
                HotDeployBench.POLL_MILLIS * 3 / 2,
                cycles.cycles(),
                CycleBench.POLL_MILLIS,
                CycleBench.READERS,
                cycles.cycle.summary(),
                cycles.cycles() - cycles.measuredCycles(),
                cycles.heapAtEnd(),
                swarm.points.get(MANY).boot().size(),
                ManyBranchesBench.CERTIFICATIONS,
                swarm.points.entrySet().stream()
                        .map(point -> "| " + point.getKey() + " | "
                                + point.getValue().boot().summary() + " | "
                                + point.getValue().heap().summary() + " |\n")
                        .collect(Collectors.joining()),
                load.pairs.get(0).oursRate().size(),
                LoadBench.CALLERS,
                rates,
                access.identified.size(),
                access.row(),
                engine.row());
    }

    private static String yesOrNo(boolean holds) {
        return holds ? "yes" : "**no**";
    }
}
