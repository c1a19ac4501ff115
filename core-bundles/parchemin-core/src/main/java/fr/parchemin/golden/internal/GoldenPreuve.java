package fr.parchemin.golden.internal;

import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.branche.PreuveAdmission;
import fr.parchemin.golden.GoldenCases;
import fr.parchemin.golden.GoldenCases.Resultat;
import fr.parchemin.regle.ReglesBranche;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A branch proves itself on its own golden cases before it is admitted: on a thread of their own, within a time budget, so
 * that cases that never end cost their branch and not the thread that admits all of them.
 */
@Component
public final class GoldenPreuve implements PreuveAdmission {

    private static final Logger LOG = LoggerFactory.getLogger(GoldenPreuve.class);

    /** The branches that ship need less than a tenth of a second. */
    private static final Duration BUDGET = Duration.ofSeconds(10);

    /** More would be read by nobody. */
    private static final int MOTIFS_MAXIMUM = 50;

    private final BiFunction<DefinitionBranche, ReglesBranche, Stream<Resultat>> cases;
    private final Duration budget;

    @Activate
    public GoldenPreuve() {
        this(GoldenCases::stream, BUDGET);
    }

    GoldenPreuve(BiFunction<DefinitionBranche, ReglesBranche, Stream<Resultat>> cases, Duration budget) {
        this.cases = cases;
        this.budget = budget;
    }

    @Override
    public List<MotifErreur> prove(DefinitionBranche definition, ReglesBranche regles) {
        AtomicReference<Resultat> last = new AtomicReference<>();
        FutureTask<List<MotifErreur>> run = new FutureTask<>(() -> run(definition, regles, last));
        Thread thread = new Thread(
                run, "parchemin-cas-de-reference-" + definition.branche().code());
        thread.setDaemon(true); // one that nothing stops must not keep the platform from stopping
        thread.start();
        try {
            return run.get(budget.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            thread.interrupt();
            LOG.warn(
                    "golden cases of branch {} given up after {}",
                    definition.branche().code(),
                    budget);
            return List.of(tooLong(last.get()));
        } catch (ExecutionException surprise) {
            LOG.error("golden cases of branch {} failed", definition.branche().code(), surprise.getCause());
            return List.of(stopped(
                    last.get(),
                    "l’exécution des cas de référence a échoué ("
                            + surprise.getCause().getClass().getSimpleName() + ")"));
        } catch (InterruptedException stopping) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return List.of(
                    stopped(last.get(), "la plateforme s’arrête, les cas de référence n’ont pas tous été joués"));
        }
    }

    private List<MotifErreur> run(DefinitionBranche definition, ReglesBranche regles, AtomicReference<Resultat> last) {
        List<MotifErreur> motifs = new ArrayList<>();
        cases.apply(definition, regles)
                .takeWhile(resultat -> !Thread.currentThread().isInterrupted())
                .forEach(resultat -> {
                    last.set(resultat);
                    resultat.motif().ifPresent(motifs::add);
                });
        int more = motifs.size() - MOTIFS_MAXIMUM;
        if (more <= 0) {
            return motifs;
        }
        List<MotifErreur> told = new ArrayList<>(motifs.subList(0, MOTIFS_MAXIMUM));
        told.add(MotifErreur.of(
                MotifErreur.Code.CAS_GOLDEN_ECHOUE,
                "et " + more + " cas de référence échouent encore, qui ne sont pas cités ici"));
        return told;
    }

    private MotifErreur tooLong(Resultat last) {
        return stopped(last, "les cas de référence n’ont pas fini en " + budget.toSeconds() + " secondes");
    }

    /** The place of the last case that came to an end: the one at fault is the next. */
    private static MotifErreur stopped(Resultat last, String what) {
        return last == null
                ? MotifErreur.of(MotifErreur.Code.CAS_GOLDEN_ECHOUE, what + ", le premier cas compris")
                : new MotifErreur(
                        MotifErreur.Code.CAS_GOLDEN_ECHOUE,
                        what + " ; le dernier cas joué est « " + last.cas() + " », voyez celui qui le suit",
                        last.fichier(),
                        last.ligne(),
                        "cas[" + last.rang() + "]");
    }
}
