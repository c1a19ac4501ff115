package fr.parchemin.bench;

import com.sun.management.OperatingSystemMXBean;
import fr.parchemin.evaluation.Appreciation;
import fr.parchemin.evaluation.Contexte;
import fr.parchemin.evaluation.Moteur;
import fr.parchemin.evaluation.Note;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.referentiel.DefinitionJson;
import fr.parchemin.referentiel.Referentiel;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * Proposals a second on one core, with their explanations, for a référentiel of five blocs of six compétences of three
 * criteria (two acquired or not, one in points), two évaluateurs each. Beside it, in turn, a loop that only looks at each
 * mark of the same candidates once.
 */
final class EngineBench {

    /** What the platform has to reach. */
    static final double LIMITE = 20_000;

    private static final int BLOCS = 5;
    private static final int COMPETENCES = 6;
    private static final int CANDIDATS = 500;
    private static final int WARM = 3;
    private static final long ROUND = Duration.ofSeconds(1).toNanos();

    private static final OperatingSystemMXBean CPU =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    final Series propositions = new Series();
    final Series marksAlone = new Series();

    private final PrintStream out;

    EngineBench(PrintStream out) {
        this.out = out;
    }

    /** Runs alone; the argument is the number of rounds. */
    public static void main(String[] args) {
        EngineBench bench = new EngineBench(System.out);
        bench.run(args.length == 0 ? 5 : Integer.parseInt(args[0]));
        System.out.println(bench.row());
    }

    void run(int rounds) {
        Moteur moteur = Moteur.of(referentiel());
        List<List<Saisie>> candidats = candidats();
        Contexte contexte = Contexte.of(Set.of());
        ToLongFunction<List<Saisie>> propose = saisies -> weight(moteur.propose("", saisies, contexte));
        for (int round = 0; round < WARM; round++) {
            rate(propose, candidats);
            rate(EngineBench::marks, candidats);
        }
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                propositions.add(rate(propose, candidats));
                marksAlone.add(rate(EngineBench::marks, candidats));
            } else {
                marksAlone.add(rate(EngineBench::marks, candidats));
                propositions.add(rate(propose, candidats));
            }
            out.printf(
                    "engine, round %d of %d: %s proposals a second, %s by the loop alone%n",
                    round + 1, rounds, propositions.summary(), marksAlone.summary());
        }
    }

    /** Table row: what, the engine, the loop over the marks, how much slower the engine is. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| propositions par seconde (un cœur) | %s | %s | %.2f |",
                propositions.summary(),
                marksAlone.summary(),
                propositions.median() / marksAlone.median());
    }

    boolean holds() {
        return propositions.median() >= LIMITE;
    }

    /**
     * Candidates a second of processor time, that of the collector and the compiler included, so that what else runs on
     * the machine takes nothing away; what was computed is used, so that nothing is left out.
     */
    private static double rate(ToLongFunction<List<Saisie>> work, List<List<Saisie>> candidats) {
        long used = 0;
        long done = 0;
        long start = CPU.getProcessCpuTime();
        long elapsed;
        do {
            for (List<Saisie> saisies : candidats) {
                used += work.applyAsLong(saisies);
            }
            done += candidats.size();
            elapsed = CPU.getProcessCpuTime() - start;
        } while (elapsed < ROUND);
        if (used == 0) {
            throw new IllegalStateException("nothing was computed");
        }
        return done * 1e9 / elapsed;
    }

    private static long weight(Proposition proposition) {
        long weight = proposition.proposition().ordinal() + 1L;
        for (Proposition.PropositionBloc bloc : proposition.blocs()) {
            weight += bloc.explications().size();
        }
        return weight;
    }

    private static long marks(List<Saisie> saisies) {
        long weight = 0;
        for (Saisie saisie : saisies) {
            for (Note note : saisie.notes().values()) {
                weight += note instanceof Note.Points points ? points.valeur().signum() : 1;
            }
        }
        return weight;
    }

    private static Referentiel referentiel() {
        StringBuilder blocs = new StringBuilder();
        for (int b = 1; b <= BLOCS; b++) {
            StringBuilder competences = new StringBuilder();
            StringBuilder termes = new StringBuilder();
            StringBuilder codes = new StringBuilder();
            for (int c = 1; c <= COMPETENCES; c++) {
                String code = "C" + b + "." + c;
                String comma = c == 1 ? "" : ",";
                competences.append(
                        """
                        %s{"code": "%s", "intitule": "Compétence %s", "criteres": [
                          {"code": "%s-a", "intitule": "Critère a", "echelle": "BINAIRE"},
                          {"code": "%s-b", "intitule": "Critère b", "echelle": "BINAIRE"},
                          {"code": "%s-p", "intitule": "Critère p", "echelle": "POINTS", "bareme": 20}]}"""
                                .formatted(comma, code, code, code, code, code));
                termes.append(comma).append("{\"critere\": \"").append(code).append("-p\"}");
                codes.append(comma).append('"').append(code).append('"');
            }
            blocs.append(
                    """
                    %s{"code": "B%d", "intitule": "Bloc %d", "competences": [%s],
                      "epreuves": [{"code": "E%d", "intitule": "Épreuve %d", "modalite": "ENTRETIEN",
                        "evaluateurs": 2, "competences": [%s]}],
                      "regle": {"type": "TOUTES", "regles": [
                        {"type": "COMPETENCES_ACQUISES"},
                        {"type": "MOYENNE", "seuil": 10, "plancher": 6, "termes": [%s]}]}}"""
                            .formatted(b == 1 ? "" : ",", b, b, competences, b, b, codes, termes));
        }
        return DefinitionJson.read(
                """
                {"version": "1.0.0", "blocs": [%s], "regle": {"type": "TOUS_BLOCS"},
                 "concordance": {"binaire": "UNANIMITE", "points": "MOYENNE"}}"""
                        .formatted(blocs),
                Referentiel.class);
    }

    /** Candidates as they come: most criteria acquired, marks around the threshold, a few disagreements and absences. */
    private static List<List<Saisie>> candidats() {
        Random random = new Random(20260615);
        List<List<Saisie>> candidats = new ArrayList<>();
        for (int i = 0; i < CANDIDATS; i++) {
            UUID id = new UUID(0, i);
            List<Saisie> saisies = new ArrayList<>();
            for (int b = 1; b <= BLOCS; b++) {
                boolean absent = random.nextInt(50) == 0;
                for (String evaluateur : List.of("e1", "e2")) {
                    saisies.add(new Saisie(
                            id,
                            "E" + b,
                            evaluateur,
                            absent ? Presence.ABSENT : Presence.PRESENT,
                            absent ? Map.of() : notes(b, random),
                            null,
                            Instant.EPOCH));
                }
            }
            candidats.add(saisies);
        }
        return candidats;
    }

    private static Map<String, Note> notes(int bloc, Random random) {
        Map<String, Note> notes = new LinkedHashMap<>();
        for (int c = 1; c <= COMPETENCES; c++) {
            String code = "C" + bloc + "." + c;
            notes.put(code + "-a", appreciee(random));
            notes.put(code + "-b", appreciee(random));
            notes.put(code + "-p", new Note.Points(BigDecimal.valueOf(600 + random.nextInt(1400), 2)));
        }
        return notes;
    }

    private static Note appreciee(Random random) {
        return new Note.Appreciee(random.nextInt(60) == 0 ? Appreciation.NON_ACQUIS : Appreciation.ACQUIS);
    }
}
