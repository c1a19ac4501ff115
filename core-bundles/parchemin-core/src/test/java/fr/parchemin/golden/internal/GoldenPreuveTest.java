package fr.parchemin.golden.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.DefinitionReader.Lecture;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.exemple.Copie;
import fr.parchemin.exemple.Exemple;
import fr.parchemin.golden.GoldenCases;
import fr.parchemin.golden.GoldenCases.Resultat;
import fr.parchemin.regle.ReglesBranche;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases that never end, that make the rules fail or that are thousands cost their branch, and nothing else. */
class GoldenPreuveTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private DefinitionBranche definition() {
        Lecture lecture =
                DefinitionReader.standalone().read(Copie.of("essai", folder).url());
        return ((Lecture.Valide) lecture).definition();
    }

    private List<MotifErreur> prove(Function<DefinitionBranche, Stream<Resultat>> cases, Duration budget) {
        return new GoldenPreuve((definition, regles) -> cases.apply(definition), budget)
                .prove(definition(), ReglesBranche.absentes());
    }

    private static Resultat passed(int rang) {
        return resultat(rang, Optional.empty());
    }

    private static Resultat resultat(int rang, Optional<String> difference) {
        return new Resultat(
                "golden/ope.yaml", rang, rang + 10, "ESS-OPE", "1.0.0", "cas " + rang, Optional.empty(), difference);
    }

    @Test
    void casesThatNeverEndAreGivenUpWithTheirPlaceAndTheirThreadIsInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Function<DefinitionBranche, Stream<Resultat>> endless =
                d -> IntStream.range(0, 2).mapToObj(rang -> {
                    if (rang == 1) {
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException givenUp) {
                            interrupted.countDown();
                            Thread.currentThread().interrupt();
                        }
                    }
                    return passed(rang);
                });

        assertThat(prove(endless, Duration.ofMillis(200))).singleElement().satisfies(motif -> {
            assertThat(motif.code()).isEqualTo(MotifErreur.Code.CAS_GOLDEN_ECHOUE);
            assertThat(Exemple.plain(motif.message())).contains("n’ont pas fini", "le dernier cas joué est « cas 0 »");
            assertThat(motif.ligne()).isEqualTo(10);
        });
        interrupted.await();
    }

    @Test
    void anErrorThatNoCaseCatchesIsAReasonOfTheBranch() {
        Function<DefinitionBranche, Stream<Resultat>> failing = d -> {
            throw new ExceptionInInitializerError("a rule in code that does not even load");
        };

        assertThat(prove(failing, LONG)).singleElement().satisfies(motif -> assertThat(motif.message())
                .contains("a échoué (ExceptionInInitializerError)", "le premier cas compris"));
    }

    @Test
    void ofThousandsOfFailuresTheFirstAreToldAndTheOthersCounted() {
        Function<DefinitionBranche, Stream<Resultat>> thousands =
                d -> IntStream.range(0, 5_000).mapToObj(rang -> resultat(rang, Optional.of("attendu 1, obtenu 2")));

        assertThat(prove(thousands, LONG)).hasSize(51).last().satisfies(motif -> assertThat(motif.message())
                .contains("4950"));
    }

    @Test
    void casesThatComeOutAsExpectedAreNoReason() {
        assertThat(prove(definition -> GoldenCases.stream(definition, ReglesBranche.absentes()), LONG))
                .isEmpty();
    }
}
