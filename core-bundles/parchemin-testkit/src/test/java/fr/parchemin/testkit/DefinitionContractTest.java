package fr.parchemin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.spi.BranchePlugin;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** What an author reads when a branch does not keep the contract. */
class DefinitionContractTest {

    @TempDir
    Path folder;

    private static DefinitionContract contract(BranchePlugin plugin, int cases) {
        return new DefinitionContract() {
            @Override
            protected BranchePlugin plugin() {
                return plugin;
            }

            @Override
            protected int goldenCasesRequired() {
                return cases;
            }
        };
    }

    private DefinitionContract contract(Brouillon brouillon) {
        return contract(brouillon, 7);
    }

    private static void assertToldBy(ThrowingCallable test, String... lines) {
        assertThatThrownBy(test).isInstanceOf(AssertionError.class).satisfies(failure -> assertThat(
                        failure.getMessage().replace('\u00a0', ' ').replace('\u202f', ' '))
                .isEqualTo(String.join("\n", lines)));
    }

    private static List<String> failures(DefinitionContract contract) {
        List<String> failures = new ArrayList<>();
        contract.goldenCases().map(DynamicTest::getExecutable).forEach(test -> {
            try {
                test.execute();
            } catch (AssertionError told) {
                failures.add(told.getMessage().replace('\u00a0', ' ').replace('\u202f', ' '));
            } catch (Throwable unexpected) {
                throw new AssertionError(unexpected);
            }
        });
        return failures;
    }

    @Test
    void aBranchThatKeepsTheContractPasses() {
        DefinitionContract contract = contract(new Brouillon(folder));

        assertThatCode(contract::theDefinitionIsValid).doesNotThrowAnyException();
        assertThatCode(contract::theServiceBearsTheCodeOfTheDefinition).doesNotThrowAnyException();
        assertThatCode(contract::goldenCasesAreEnough).doesNotThrowAnyException();
        assertThatCode(contract::goldenCasesShowEveryRuleHoldAndFail).doesNotThrowAnyException();
        assertThat(contract.goldenCases()).hasSize(7);
        assertThat(failures(contract)).isEmpty();
    }

    @Test
    void everyReasonOfRefusalIsALineOfOneFailure() {
        DefinitionContract contract = contract(new Brouillon(folder)
                .with("referentiel.yaml", "seuil: 12,", "seuil: 30,")
                .with("golden.yaml", "presidencePrecedente: SALARIES", "presidencePrecedente: PRESIDENTS"));

        assertToldBy(
                contract::theDefinitionIsValid,
                "La plateforme refuserait cette définition :",
                "- referentiel.yaml, ligne 63, blocs[1].regle.regles[1].regles[0].seuil : 30 dépasse le barème de 20",
                "- golden.yaml, ligne 42, cas[5].jury.presidencePrecedente : le collège « PRESIDENTS » n’existe pas, attendu EMPLOYEURS, SALARIES");
    }

    @Test
    void anInvalidDefinitionFailsOneTestAndSkipsTheOthers() {
        DefinitionContract contract =
                contract(new Brouillon(folder).with("referentiel.yaml", "seuil: 12,", "seuil: 30,"));

        assertThatThrownBy(contract::goldenCases).isInstanceOf(TestAbortedException.class);
        assertThatThrownBy(contract::goldenCasesAreEnough).isInstanceOf(TestAbortedException.class);
        assertThatThrownBy(contract::goldenCasesShowEveryRuleHoldAndFail).isInstanceOf(TestAbortedException.class);
        assertThatThrownBy(contract::definition)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("dépasse le barème");
    }

    @Test
    void aPluginWithoutDefinitionIsTold() {
        assertToldBy(
                contract(() -> null, 1)::theDefinitionIsValid, "Le plugin ne donne pas l’adresse de sa définition");
    }

    @Test
    void aGoldenCaseThatComesOutOtherwiseIsToldWithWhatWasExpectedAndWhy() {
        DefinitionContract contract =
                contract(new Brouillon(folder).with("golden.yaml", "notes: { C3-q: 11.99 }", "notes: { C3-q: 12 }"));

        assertThat(failures(contract))
                .containsExactly(
                        "golden.yaml, ligne 20, cas[2] : cas « questionnaire manqué » : proposition attendue PARTIELLE, obtenue INCOMPLETE ; "
                                + "bloc B2 attendu NON_VALIDE, obtenu INDETERMINE (Au moins 1 des règles suivantes → INDETERMINEE ; "
                                + "Certificat de sauveteur : non détenu ou périmé à la date de l’évaluation → NON_SATISFAITE ; "
                                + "Toutes les règles suivantes → INDETERMINEE ; "
                                + "Porte : 12/20 à l’épreuve B2-QCM, qui ouvre B2-ORAL, B2-ECRIT : 12/20 → SATISFAITE ; "
                                + "Note minimale : 10,5/20 à l’épreuve B2-ORAL : B2-ORAL (notes attendues) → INDETERMINEE)");
    }

    @Test
    void aGridThatNoEvaluateurCouldEnterIsToldWithItsCase() {
        DefinitionContract contract = contract(new Brouillon(folder)
                .with("golden.yaml", "{ C3-q: 11.99 }", "{ C3-q: 20.5 }")
                .with("golden.yaml", "{ C3-q: 20 }", "{ C3-z: 20 }"));

        assertThat(failures(contract))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("golden.yaml, ligne 20, cas[2] : cas « questionnaire manqué » : "
                                        + "la grille de l’épreuve B2-QCM est refusée : ")
                                .contains("20.5", "C3-q"),
                        second -> assertThat(second)
                                .startsWith("golden.yaml, ligne 27, cas[3] : ")
                                .contains("la grille de l’épreuve B2-QCM est refusée : ", "C3-z"));
    }

    @Test
    void aJuryAndAnEffectThatComeOutOtherwiseAreTold() {
        DefinitionContract contract = contract(new Brouillon(folder)
                .with("golden.yaml", "{ jury: CONFORME }", "{ jury: JURY_PRESIDENCE }")
                .with("golden.yaml", "coefficient: 120", "coefficient: 130"));

        assertThat(failures(contract))
                .containsExactly(
                        "golden.yaml, ligne 40, cas[5] : cas « la présidence alterne » : jury attendu JURY_PRESIDENCE, obtenu CONFORME",
                        "golden.yaml, ligne 44, cas[6] : cas « emploi tenu » : effet attendu MINIMUM en position II, coefficient 130, art. 2, "
                                + "obtenu MINIMUM en position II, coefficient 120, art. 2");
    }

    @Test
    void tooFewCasesAreCountedByVersionOfCertification() {
        assertToldBy(
                contract(new Brouillon(folder), 8)::goldenCasesAreEnough,
                "Les cas de référence sont trop peu nombreux :",
                "- referentiel.yaml, version : 7 cas de référence pour cette version, 8 au moins");
    }

    @Test
    void aRuleThatNoCaseFailsOrMeetsIsTold() {
        DefinitionContract contract = contract(new Brouillon(folder)
                .with("golden.yaml", "{ C3-s: 10.49 }", "{ C3-s: 10.5 }")
                .with(
                        "golden.yaml",
                        "PARTIELLE, blocs: { B1: VALIDE, B2: NON_VALIDE } }\n  - nom: un collège",
                        "TOTALE, blocs: { B1: VALIDE, B2: VALIDE } }\n  - nom: un collège")
                .with("golden.yaml", "prerequis: SST, valideJusquAu: 2026-06-15", "prerequis: AGE"));

        assertThatCode(contract::theDefinitionIsValid).doesNotThrowAnyException();
        assertToldBy(
                contract::goldenCasesShowEveryRuleHoldAndFail,
                "Des règles ne sont prouvées par aucun cas de référence :",
                "- referentiel.yaml, blocs[1].regle.regles[0] : la règle ATTESTATION de SST : aucun cas de référence ne la satisfait",
                "- referentiel.yaml, blocs[1].regle.regles[1].regles[1] : la règle NOTE_MINIMALE de B2-ORAL : aucun cas de référence ne la met en défaut");
    }

    @Test
    void juriesAndEffectsThatNoCaseShowsAreTold() {
        String golden = new Brouillon(folder).read("golden.yaml");
        Brouillon withoutThem = new Brouillon(folder.resolve("sans"))
                .with("golden.yaml", golden.substring(golden.indexOf("  - nom: un collège manque")), "");

        assertToldBy(
                contract(withoutThem)::goldenCasesShowEveryRuleHoldAndFail,
                "Des règles ne sont prouvées par aucun cas de référence :",
                "- referentiel.yaml, jury : aucun cas de référence ne montre un jury conforme",
                "- referentiel.yaml, jury : aucun cas de référence ne montre un jury refusé",
                "- referentiel.yaml, effets : aucun cas de référence ne montre l’effet du certificat");
    }

    @Test
    void aServiceOfAnotherCodeIsTold() {
        Brouillon renamed = new Brouillon(folder).with("branche.yaml", "code: exemple", "code: modele");

        assertToldBy(
                contract(renamed)::theServiceBearsTheCodeOfTheDefinition,
                "La plateforme ne reconnaîtrait pas ce plugin :",
                "- le service s’annonce « exemple » mais la définition porte le code « modele »");
    }

    @Test
    void aPluginThatAnnouncesNoServiceIsTold() {
        URL definition = new Brouillon(folder).definition();
        BranchePlugin silent = new BranchePlugin() {
            @Override
            public URL definition() {
                return definition;
            }
        };

        assertThatThrownBy(contract(silent, 1)::theServiceBearsTheCodeOfTheDefinition)
                .hasMessageContaining("n’annonce aucun service")
                .hasMessageContaining("@Component(property = BranchePlugin.CODE + \"=exemple\")");
    }
}
