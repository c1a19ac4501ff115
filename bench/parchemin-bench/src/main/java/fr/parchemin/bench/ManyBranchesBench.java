package fr.parchemin.bench;

import fr.parchemin.parcours.BrancheJar;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What each branch adds to a warm start and to the memory: branches of ten certifications, each certification as large
 * as MET-OMI of métallurgie with its golden cases and grid, since a toy would flatter.
 */
final class ManyBranchesBench {

    static final int CERTIFICATIONS = 10;

    private static final String MODEL = "metallurgie";
    private static final String REFERENTIEL = "referentiels/met-omi-1.0.0.yaml";
    private static final String GOLDEN = "golden/met-omi.yaml";

    /** What was measured with so many branches. */
    record Point(Series boot, Series heap) {
        Point() {
            this(new Series(), new Series());
        }
    }

    final Map<Integer, Point> points = new LinkedHashMap<>();

    private final Bench.Inputs inputs;
    private final PrintStream out;

    ManyBranchesBench(Bench.Inputs inputs, PrintStream out) {
        this.inputs = inputs;
        this.out = out;
    }

    /** Starts with each of these numbers of branches, so many times warm; the numbers take turns. */
    void run(int rounds, int... numbers) {
        Map<Integer, Parchemin> installed = new LinkedHashMap<>();
        for (int number : numbers) {
            points.put(number, new Point());
            Parchemin parchemin =
                    new Parchemin(inputs.archive(), inputs.folder().resolve("essaim-" + number));
            for (int i = 0; i < number; i++) {
                write(parchemin.installation().folder().resolve("branches/essaim-" + i + ".jar"), i);
            }
            boot(parchemin, number, new Point()); // the first start installs; the ones after it are warm
            installed.put(number, parchemin);
        }
        for (int round = 0; round < rounds; round++) {
            installed.forEach((number, parchemin) -> boot(parchemin, number, points.get(number)));
        }
        points.forEach((number, point) -> out.printf(
                Locale.ROOT,
                "%d branches of %d certifications: all ACTIVE after %s ms, heap %s MB%n",
                number,
                CERTIFICATIONS,
                point.boot().summary(),
                point.heap().summary()));
    }

    private static void boot(Parchemin parchemin, int number, Point point) {
        try (Installation server = parchemin.installation()) {
            start(parchemin, server, number, point);
        }
    }

    private static void start(Parchemin parchemin, Installation server, int number, Point point) {
        long start = server.start();
        Wait.millisSince(start, server, "REST 200", parchemin::answers);
        point.boot()
                .add(Wait.millisSince(start, server, number + " branches ACTIVE", () -> allActive(parchemin, number)));
        try (Inside inside = new Inside(server)) {
            point.heap().add(inside.afterCollection().heapMegabytes());
        }
    }

    private static boolean allActive(Parchemin parchemin, int number) {
        Collection<String> etats = parchemin.etats().values();
        if (etats.contains("EN_ERREUR")) {
            throw new IllegalStateException("A branch of the bench is refused, see the log of the platform");
        }
        return etats.stream().filter("ACTIVE"::equals).count() == number;
    }

    /** Milliseconds of boot that each branch adds, between these numbers of branches. */
    double millisPerBranch(int few, int many) {
        return (points.get(many).boot().median() - points.get(few).boot().median()) / (many - few);
    }

    double megabytesPerBranch(int few, int many) {
        return (points.get(many).heap().median() - points.get(few).heap().median()) / (many - few);
    }

    private static void write(Path jar, int number) {
        String code = "essaim-" + number;
        BrancheJar branche = BrancheJar.shipped(MODEL)
                .header("Bundle-SymbolicName", "fr.parchemin.branche." + code)
                .replace(".MetallurgieBranche.xml", "value=\"" + MODEL + "\"", "value=\"" + code + "\"")
                .replace("branche.yaml", "code: " + MODEL, "code: " + code)
                .replace("branche.yaml", "prefixe: MET", "prefixe: ES" + number)
                .without("met-tsa-1.0.0.yaml")
                .without("met-tsa.yaml");
        for (int i = 0; i < CERTIFICATIONS; i++) {
            // The first keeps its code: equivalences of the branch lead to it.
            String certification = i == 0 ? "MET-OMI" : "MET-C" + i;
            branche = branche.with(
                            referentiel(i),
                            branche.text(REFERENTIEL).replace("code: MET-OMI", "code: " + certification))
                    .with(
                            golden(i),
                            branche.text(GOLDEN).replace("certification: MET-OMI", "certification: " + certification));
        }
        branche =
                branche.without(REFERENTIEL).without(GOLDEN).with("branche.yaml", lists(branche.text("branche.yaml")));
        try {
            Files.write(jar, branche.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The main file with the ten certifications in the place of those of the model. */
    private static String lists(String main) {
        StringBuilder text = new StringBuilder();
        boolean skipping = false;
        for (String line : main.lines().toList()) {
            if (line.startsWith("referentiels:") || line.startsWith("golden:")) {
                skipping = true;
            } else if (!line.startsWith(" ") && !line.startsWith("-")) {
                skipping = false;
            }
            if (!skipping) {
                text.append(line).append('\n');
            }
        }
        return text.append("referentiels: [")
                .append(files(ManyBranchesBench::referentiel))
                .append("]\n")
                .append("golden: [")
                .append(files(ManyBranchesBench::golden))
                .append("]\n")
                .toString();
    }

    private static String files(IntFunction<String> file) {
        return IntStream.range(0, CERTIFICATIONS).mapToObj(file).collect(Collectors.joining(", "));
    }

    private static String referentiel(int number) {
        return "referentiels/c" + number + "-1.0.0.yaml";
    }

    private static String golden(int number) {
        return "golden/c" + number + ".yaml";
    }
}
