package fr.parchemin.testkit;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.DefinitionReader.Lecture;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.golden.GoldenCases;
import fr.parchemin.regle.GardeRegles;
import fr.parchemin.spi.BranchePlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * What every branch owes the platform; extend it in the tests of the plugin. The definition is read and its golden cases are
 * run by the code that will admit the branch, so that what passes here is admitted there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DefinitionContract {

    private GardeRegles.Essai essai;
    private Lecture lecture;

    /** The plugin under test, made as the platform would find it. */
    protected abstract BranchePlugin plugin();

    /** The fewest golden cases that prove one version of one certification. */
    protected int goldenCasesRequired() {
        return 12;
    }

    /**
     * The share, in percents, of the changes of one parameter that a golden case has to see. A young branch may ask less in its
     * own test, and raise it as its cases come; 0 leaves the report and asks nothing.
     */
    protected double mutationsSeenRequired() {
        return 100;
    }

    /**
     * Changes that no case can see because they change nothing, each with the reason, in French. The key is the line of the
     * report from the file on, without its line number: {@code "referentiels/x.yaml jury.membresMin membresMin : 2 → 1"}; a
     * star stands for any text. One that a case sees after all fails the test, for the reason is then wrong.
     */
    protected Map<String, String> mutantsEquivalents() {
        return Map.of();
    }

    /** The definition, for what a branch wants to check beyond the contract; a failure when it is not valid. */
    protected final DefinitionBranche definition() {
        if (lecture() instanceof Lecture.Valide valide) {
            return valide.definition();
        }
        return refuse("La plateforme refuserait cette définition", refusals());
    }

    private Lecture lecture() {
        if (lecture == null) {
            Optional<URL> url = essai().definition();
            if (url.isEmpty()) {
                return refuse("Le plugin ne donne pas l’adresse de sa définition", essai().objections());
            }
            refuseUnlessEmpty("La plateforme refuserait les règles en code de ce plugin", essai().objections());
            lecture = DefinitionReader.standalone().read(url.get(), essai().noms());
        }
        return lecture;
    }

    /** The plugin called as the platform will call it: each method and each rule within its time. */
    private GardeRegles.Essai essai() {
        if (essai == null) {
            BranchePlugin plugin = plugin();
            essai = GardeRegles.standalone().examine(plugin.getClass().getSimpleName(), plugin);
        }
        return essai;
    }

    @AfterAll
    void closeThePlugin() {
        if (essai != null) {
            essai.close();
        }
    }

    private List<String> refusals() {
        return lecture() instanceof Lecture.Invalide invalide
                ? invalide.motifs().stream().map(MotifErreur::phrase).toList()
                : List.of();
    }

    /** The definition for a test that has nothing to say of an invalid one, for another test says why it is not. */
    private DefinitionBranche assumedValid() {
        assumeTrue(refusals().isEmpty(), "la définition n’est pas valide");
        return definition();
    }

    @Test
    void theDefinitionIsValid() {
        refuseUnlessEmpty("La plateforme refuserait cette définition", refusals());
    }

    @Test
    void theServiceBearsTheCodeOfTheDefinition() {
        String code = assumedValid().branche().code();
        refuseUnlessEmpty(
                "La plateforme ne reconnaîtrait pas ce plugin", ServiceAnnonce.objections(plugin().getClass(), code));
    }

    @TestFactory
    Stream<DynamicTest> goldenCases() {
        return GoldenCases.run(assumedValid(), essai().regles()).stream()
                .map(resultat -> DynamicTest.dynamicTest(
                        resultat.certification() + " " + resultat.version() + ", " + resultat.cas(),
                        () -> resultat.motif().ifPresent(motif -> fail(motif.phrase()))));
    }

    @Test
    void goldenCasesAreEnough() {
        refuseUnlessEmpty(
                "Les cas de référence sont trop peu nombreux",
                CouvertureGolden.of(assumedValid(), essai().regles()).tooFew(goldenCasesRequired()));
    }

    @Test
    void goldenCasesShowEveryRuleHoldAndFail() {
        refuseUnlessEmpty(
                "Des règles ne sont prouvées par aucun cas de référence",
                CouvertureGolden.of(assumedValid(), essai().regles()).unproven());
    }

    /**
     * Changes each parameter of the definition in turn: a golden case has to fail each time. The report is left in
     * {@code target/mutations-<code>.txt}.
     */
    @Test
    void goldenCasesSeeEveryChangeOfAParameter() {
        String code = assumedValid().branche().code();
        // A case that fails anyway would seem to see every change, and what is said of them would mislead the author.
        assumeTrue(
                GoldenCases.run(definition(), essai().regles()).stream()
                        .allMatch(resultat -> resultat.motif().isEmpty()),
                "un cas de référence échoue déjà, voyez-le d’abord");
        EpreuveMutations mutations = EpreuveMutations.of(
                DefinitionReader.open(essai().definition().orElseThrow(), essai().noms())
                        .orElseThrow(),
                essai().regles(),
                mutantsEquivalents());
        Path report = write(Path.of("target", "mutations-" + code + ".txt"), mutations.report(code));
        refuseUnlessEmpty(
                "Des changements sont dits sans effet, mais un cas de référence les voit ou personne ne peut les faire ; retirez-les de mutantsEquivalents()",
                mutations.idle());
        if (mutations.percent() < mutationsSeenRequired()) {
            refuse(
                    String.format(
                            "Aucun cas de référence ne voit ces changements, ajoutez-en (%.1f %% sont vus, %.1f %% sont demandés ; rapport : %s)",
                            mutations.percent(), mutationsSeenRequired(), report),
                    mutations.survivors());
        }
    }

    private static Path write(Path report, String text) {
        try {
            Files.createDirectories(report.getParent());
            return Files.writeString(report, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void refuseUnlessEmpty(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            refuse(title, lines);
        }
    }

    private static <T> T refuse(String title, List<String> lines) {
        return fail(lines.isEmpty() ? title : title + "\u00a0:\n- " + String.join("\n- ", lines));
    }
}
