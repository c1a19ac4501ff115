package fr.parchemin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.regle.ReglesBranche;
import fr.parchemin.spi.BranchePlugin;
import fr.parchemin.testkit.EpreuveMutations.Sort;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** What the tool changes, and that it tells what no case sees. */
class EpreuveMutationsTest {

    @TempDir
    Path folder;

    private static EpreuveMutations run(BranchePlugin plugin, Map<String, String> equivalents) {
        return EpreuveMutations.of(
                DefinitionReader.open(plugin.definition(), Set.of()).orElseThrow(),
                ReglesBranche.absentes(),
                equivalents);
    }

    private List<String> survivors(Brouillon brouillon) {
        return run(brouillon, Map.of()).survivors().stream()
                .map(s -> s.replace('\u00a0', ' ').replace('\u202f', ' '))
                .toList();
    }

    private List<String> survivors() {
        return survivors(new Brouillon(folder));
    }

    @Test
    void aThresholdThatNoCaseTouchesSurvivesAndOneThatCasesTouchDoesNot() {
        assertThat(survivors())
                // 11,99 and 12 are both shown for the questionnaire; 10,5 and 10,49 for the oral.
                .noneMatch(s -> s.contains("seuil : "));
        assertThat(survivors(new Brouillon(folder.resolve("moins"))
                        .with("golden.yaml", "notes: { C3-q: 11.99 }", "notes: { C3-q: 5 }")))
                .contains("referentiel.yaml, ligne 63, blocs[1].regle.regles[1].regles[0].seuil : seuil : 12 → 11.99");
    }

    @Test
    void flagsDurationsJuriesPrerequisitesAndRowsAreChanged() {
        assertThat(survivors())
                .contains(
                        "referentiel.yaml, ligne 21, blocs[0].validiteMois : validiteMois : 60 → 61",
                        "referentiel.yaml, ligne 9, certification.prerequis[0].age : age : 18 → 19",
                        "referentiel.yaml, ligne 9, certification.prerequis[0].obligatoire : obligatoire : true → false",
                        "referentiel.yaml, ligne 71, jury.parite : parite : true → false",
                        "coefficients.yaml, ligne 9, positions[1].minima[0].montant : montant : 1800.50 → 1800.51");
    }

    @Test
    void aFlagAndTheRuleThatGoesWithItAreChangedTogether() {
        assertThat(survivors())
                .contains(
                        "referentiel.yaml, ligne 31, blocs[0].competences[1].criteres[0].eliminatoire : C2-a devient éliminatoire",
                        "referentiel.yaml, ligne 27, blocs[0].competences[0].criteres[1].eliminatoire : C1-d n’est plus éliminatoire");
        // One évaluateur against the other: only an eliminatory criterion settles that without the jury.
        assertThat(survivors(new Brouillon(folder.resolve("divergence"))
                        .with(
                                "golden.yaml",
                                """
                                - { evaluateur: e1, epreuve: B1-REEL, toutes: ACQUIS, notes: { C1-d: NON_ACQUIS } }
                                """
                                        .strip(),
                                "- { evaluateur: e1, epreuve: B1-REEL, toutes: ACQUIS }")))
                .noneMatch(s -> s.contains("C1-d n’est plus éliminatoire"));
    }

    @Test
    void theDaysOfARegistrationAreChangedAndThoseOfATransmissionAreNot() {
        assertThat(survivors()).noneMatch(s -> s.contains("enregistrements"));

        String row = "referentiel.yaml, ligne 6, certification.enregistrements[0]";
        assertThat(survivors(registered("inscrit")))
                .contains(
                        row + ".du : du : « 2024-01-01 » → « 2024-01-02 »",
                        row + ".du : du : « 2024-01-01 » → « 2023-12-31 »",
                        row + ".au : au : « 2028-12-31 » → « 2029-01-01 »",
                        row + ".au : au : « 2028-12-31 » → « 2028-12-30 »");
        // Three years under the RNCP, five before and after.
        assertThat(
                        survivors(
                                registered("prouve")
                                        .with(
                                                "golden.yaml",
                                                "cas:\n",
                                                """
                                cas:
                                  - { nom: "premier jour", reference: r, validite: { bloc: B1, le: 2024-01-01 }, attendu: { validite: "2027-01-01" } }
                                  - { nom: "veille", reference: r, validite: { bloc: B1, le: 2023-12-31 }, attendu: { validite: "2028-12-31" } }
                                  - { nom: "dernier jour", reference: r, validite: { bloc: B1, le: 2028-12-31 }, attendu: { validite: "2031-12-31" } }
                                  - { nom: "lendemain", reference: r, validite: { bloc: B1, le: 2029-01-01 }, attendu: { validite: "2034-01-01" } }
                                """)))
                .anyMatch(s -> s.contains("jury.parite")) // the cases hold: otherwise they would see everything
                .noneMatch(s -> s.contains("enregistrements"));
        // Where no bloc depends on the status, the table is what sees it.
        assertThat(
                        survivors(
                                registered("relu")
                                        .with(
                                                "golden.yaml",
                                                "cas:\n",
                                                """
                                cas:
                                  - nom: "les périodes de l’enregistrement"
                                    reference: r
                                    tableau: { de: ENREGISTREMENTS }
                                    attendu: { tableau: { RNCP12345: { statut: RNCP, du: "2024-01-01", au: "2028-12-31" } } }
                                """)))
                .anyMatch(s -> s.contains("jury.parite")) // the cases hold: otherwise they would see everything
                .noneMatch(s -> s.contains("enregistrements"));
    }

    private Brouillon registered(String name) {
        return new Brouillon(folder.resolve(name))
                .with("referentiel.yaml", "statut: TRANSMIS, code: null", "statut: RNCP, code: RNCP12345")
                .with(
                        "referentiel.yaml",
                        "validiteMois: 60\n",
                        "validiteMois: 60\n    validiteMoisParStatut: { RNCP: 36 }\n");
    }

    @Test
    void aChangeThatIsSaidEquivalentIsNoSurvivorAndHasItsReasonInTheReport() {
        EpreuveMutations mutations = run(
                new Brouillon(folder),
                Map.of(
                        "referentiel.yaml jury.membresMin membresMin : 2 → 1", "deux collèges, un membre chacun",
                        "referentiel.yaml blocs[1].regle.regles[1].regles[0].seuil*", "rien ne la justifie"));

        assertThat(mutations.count(Sort.EQUIVALENT)).isEqualTo(1);
        assertThat(mutations.idle()).containsExactly("referentiel.yaml blocs[1].regle.regles[1].regles[0].seuil*");
        assertThat(mutations.report("exemple").replace('\u00a0', ' '))
                .contains("jury.membresMin : membresMin : 2 → 1 — deux collèges, un membre chacun");
    }

    @Test
    void theContractFailsOnWhatNoCaseSeesAndAYoungBranchMayAskLess() {
        Brouillon brouillon = new Brouillon(folder);

        assertThatThrownBy(contract(brouillon, 100)::goldenCasesSeeEveryChangeOfAParameter)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Aucun cas de référence ne voit ces changements")
                .hasMessageContaining("validiteMois");
        contract(brouillon, 0).goldenCasesSeeEveryChangeOfAParameter();
        assertThat(Path.of("target", "mutations-exemple.txt")).exists();
    }

    @Test
    void whileACaseFailsAnywayNothingIsSaidOfTheChanges() {
        Brouillon brouillon =
                new Brouillon(folder).with("golden.yaml", "notes: { C3-q: 11.99 }", "notes: { C3-q: 12 }");

        assertThatThrownBy(contract(brouillon, 100)::goldenCasesSeeEveryChangeOfAParameter)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("un cas de référence échoue déjà");
    }

    private static DefinitionContract contract(BranchePlugin plugin, double required) {
        return new DefinitionContract() {
            @Override
            protected BranchePlugin plugin() {
                return plugin;
            }

            @Override
            protected double mutationsSeenRequired() {
                return required;
            }
        };
    }
}
