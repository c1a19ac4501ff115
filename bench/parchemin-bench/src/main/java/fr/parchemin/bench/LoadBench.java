package fr.parchemin.bench;

import fr.parchemin.bench.Load.Request;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Requests a second of two reads and one write, each beside the bare servlet on the same Jetty in the same JVM, with a
 * body of the same size. The rounds are interleaved, so that whatever slows the machine slows both.
 */
final class LoadBench {

    /** One operation of the platform and what the bare servlet does instead. */
    record Pair(
            String name,
            int bytes,
            Supplier<Request> ours,
            Supplier<Request> bare,
            int status,
            Series oursRate,
            Series bareRate) {
        double ratio() {
            return oursRate.median() / bareRate.median();
        }
    }

    static final int CALLERS = 8;

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1965, 1, 1);
    private static final int BIRTHDAYS = 40 * 365;

    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration ROUND = Duration.ofSeconds(4);

    final List<Pair> pairs = new ArrayList<>();

    private final Bench.Inputs inputs;
    private final PrintStream out;

    LoadBench(Bench.Inputs inputs, PrintStream out) {
        this.inputs = inputs;
        this.out = out;
    }

    void run(int rounds) throws IOException, InterruptedException {
        try (Parchemin parchemin =
                        new Parchemin(inputs.archive(), inputs.folder().resolve("parchemin"));
                Load load = new Load(CALLERS)) {
            Installation server = parchemin.installation();
            parchemin.withDemoAccounts();
            inputs.branches().values().forEach(jar -> server.drop(jar, "branches"));
            server.drop(inputs.servlet(), "branches");
            long start = server.start();
            Wait.millisSince(start, server, "REST 200", parchemin::answers);
            Wait.millisSince(start, server, "branches ACTIVE", () -> inputs.branches().keySet().stream()
                    .allMatch(parchemin::isActive));
            prepare(parchemin);
            for (Pair pair : pairs) {
                load.run(pair.bare(), pair.status(), WARM_UP);
                load.run(pair.ours(), pair.status(), WARM_UP);
            }
            for (int round = 0; round < rounds; round++) {
                for (Pair pair : pairs) {
                    pair.bareRate().add(load.run(pair.bare(), pair.status(), ROUND));
                    pair.oursRate().add(load.run(pair.ours(), pair.status(), ROUND));
                }
            }
            pairs.forEach(pair -> out.printf(
                    "%s: %s requests/s against %s%n",
                    pair.name(), pair.oursRate().summary(), pair.bareRate().summary()));
        }
    }

    private void prepare(Parchemin parchemin) throws IOException {
        URI root = parchemin.client().server();
        read(root, "/api/branches");
        read(root, "/api/certifications/metallurgie/MET-OMI");
        write(root, parchemin.signIn("organisme-metallurgie"));
    }

    private void read(URI root, String path) throws IOException {
        Request ours = Request.get(root.resolve(path));
        int bytes = Load.send(ours, 200).length;
        Request bare = Request.get(root.resolve("/bench?octets=" + bytes));
        pairs.add(new Pair("GET " + path, bytes, () -> ours, () -> bare, 200, new Series(), new Series()));
    }

    private void write(URI root, String jeton) {
        URI ours = root.resolve("/api/candidatures");
        URI bare = root.resolve("/bench");
        AtomicInteger persons = new AtomicInteger();
        pairs.add(new Pair(
                "POST /api/candidatures",
                demande(0).getBytes(StandardCharsets.UTF_8).length,
                () -> new Request(ours, demande(persons.incrementAndGet()), jeton),
                () -> new Request(bare, demande(persons.incrementAndGet()), null),
                201,
                new Series(),
                new Series()));
    }

    /**
     * Each time somebody else: one person may not have two open files for a certification. Born on the days of forty years,
     * as the persons of a branch are: who is born the same day is looked at for being the same person.
     */
    private static String demande(int person) {
        return String.format(
                """
                {"branche": "metallurgie", "certification": "MET-OMI", "voie": "FORMATION", "candidat": {
                "nomNaissance": "Inventée-%07d", "prenoms": "Métronome", "sexe": "F",
                "dateNaissance": "%s", "lieuNaissance": "Sèvres (92)"}}""",
                person, FIRST_BIRTH.plusDays(person * 7919L % BIRTHDAYS));
    }
}
