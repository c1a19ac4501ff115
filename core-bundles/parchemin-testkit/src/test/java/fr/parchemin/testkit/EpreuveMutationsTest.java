package fr.parchemin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.regle.GardeRegles;
import fr.parchemin.regle.ReglesBranche;
import fr.parchemin.spi.Avis;
import fr.parchemin.spi.BranchePlugin;
import fr.parchemin.spi.RegleEnCode;
import fr.parchemin.spi.RegleMention;
import fr.parchemin.testkit.EpreuveMutations.Sort;
import java.net.URL;
import java.nio.charset.StandardCharsets;
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
    void theDaysOfATransmissionAreChangedAndTheDayBeforeAndAfterSeeThem() {
        String row = "referentiel.yaml, ligne 6, certification.enregistrements[0]";
        assertThat(survivors())
                .contains(
                        row + ".du : du : « 2024-01-01 » → « 2024-01-02 »",
                        row + ".au : au : « 2028-12-31 » → « 2028-12-30 »");
        assertThat(
                        survivors(
                                new Brouillon(folder.resolve("jours"))
                                        .with(
                                                "golden.yaml",
                                                "cas:\n",
                                                """
                                cas:
                                  - { nom: "premier jour", reference: r, enregistrement: { le: 2024-01-01 }, attendu: { enregistrement: TRANSMIS } }
                                  - { nom: "veille", reference: r, enregistrement: { le: 2023-12-31 }, attendu: { enregistrement: AUCUN } }
                                  - { nom: "dernier jour", reference: r, enregistrement: { le: 2028-12-31 }, attendu: { enregistrement: TRANSMIS } }
                                  - { nom: "lendemain", reference: r, enregistrement: { le: 2029-01-01 }, attendu: { enregistrement: AUCUN } }
                                """)))
                .anyMatch(s -> s.contains("jury.parite")) // the cases hold: otherwise they would see everything
                .noneMatch(s -> s.contains("enregistrements"));
    }

    @Test
    void anUnknownFirstDayOfATransmissionIsNoParameterOfIt() {
        assertThat(survivors(new Brouillon(folder)
                        .with(
                                "referentiel.yaml",
                                "code: null, du: 2024-01-01, au: 2028-12-31",
                                "code: null, du: null, au: null")))
                .noneMatch(s -> s.contains("enregistrements[0].du"))
                .anyMatch(s -> s.contains("enregistrements[0].au : au : null → "));
    }

    @Test
    void theDaysOfARegistrationAreChanged() {
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

    @Test
    void delaysAndConditionsOfAVaeAreChangedAndItsTableSeesThem() {
        String vae =
                """
                vae:
                  route: BRANCHE
                  conditions: [Une lettre]
                  recevabiliteJours: 45
                  silence: REFUS
                  accompagnement: Par qui veut
                regle:""";
        Brouillon brouillon = new Brouillon(folder)
                .with("referentiel.yaml", "voies: [FORMATION", "voies: [VAE, FORMATION")
                .with("referentiel.yaml", "\nregle:", "\n" + vae);

        assertThat(survivors(brouillon))
                .anyMatch(s -> s.endsWith("vae.recevabiliteJours : recevabiliteJours : 45 → 46"))
                .anyMatch(s -> s.endsWith("vae.silence : silence : « REFUS » → « ACCEPTATION »"))
                .anyMatch(s -> s.endsWith("vae.conditions[0] : conditions : « Une lettre » retiré"))
                .noneMatch(s -> s.contains("accompagnement"));
        assertThat(
                        survivors(
                                brouillon.with(
                                        "golden.yaml",
                                        "cas:\n",
                                        """
                                        cas:
                                          - nom: "la VAE de la branche"
                                            reference: r
                                            tableau: { de: VAE }
                                            attendu: { tableau: { BRANCHE: { recevabiliteJours: 45, silence: REFUS, conditions: [Une lettre] } } }
                                        """)))
                .anyMatch(s -> s.contains("jury.parite")) // the cases hold: otherwise they would see everything
                .noneMatch(s -> s.contains("vae"));
    }

    @Test
    void theLastDayAndTheCorrespondencesOfATransitionAreChangedAndItsCasesSeeThem() {
        Brouillon brouillon = new Brouillon(folder);
        String before = brouillon.read("referentiel.yaml").replace("version: \"1.0.0\"", "version: \"0.9.0\"");
        brouillon
                .write("avant.yaml", before.getBytes(StandardCharsets.UTF_8))
                .with("branche.yaml", "referentiel.yaml", "referentiel.yaml\n  - avant.yaml")
                .with(
                        "referentiel.yaml",
                        "\nregle:",
                        """

                        transitions:
                          - depuis: "0.9.0"
                            delivranceJusquAu: 2030-06-30
                            blocs: [{ de: B1, vers: [B1], complement: Un oral }, { de: B2, vers: [B2, B1] }]
                        regle:""");

        assertThat(survivors(brouillon))
                .anyMatch(s -> s.startsWith("referentiel.yaml")
                        && s.endsWith("delivranceJusquAu : « 2030-06-30 » → « 2030-07-01 »"))
                .anyMatch(s -> s.endsWith("transitions[0].blocs[1].vers[1] : vers : « B1 » retiré"))
                .noneMatch(s -> s.contains("complement"));
        assertThat(
                        survivors(
                                brouillon.with(
                                        "golden.yaml",
                                        "cas:\n",
                                        """
                                        cas:
                                          - nom: "dernier jour"
                                            reference: r
                                            transition: { depuis: "0.9.0", le: 2030-06-30 }
                                            attendu: { transition: { delivrance: OUVERTE, blocs: { B1: [B1], B2: [B1, B2] } } }
                                          - nom: "lendemain"
                                            reference: r
                                            transition: { depuis: "0.9.0", le: 2030-07-01 }
                                            attendu: { transition: { delivrance: FERMEE } }
                                        """)))
                .anyMatch(s -> s.contains("jury.parite")) // the cases hold: otherwise they would see everything
                .noneMatch(s -> s.contains("transitions"));
    }

    @Test
    void theRuleInCodeOfAMentionIsTakenAwayAndACaseWhereItRefusesSeesIt() {
        Brouillon brouillon = new Brouillon(folder)
                .with(
                        "referentiel.yaml",
                        "\nregle:",
                        "\nmentions: [{ code: TUT, intitule: Tuteur, type: SPECIALITE, regle: tutorat }]\nregle:")
                .with(
                        "golden.yaml",
                        "cas:\n",
                        """
                        cas:
                          - { nom: "douze mois", reference: r, mention: { le: 2026-06-15, experienceMois: 12 }, attendu: { mentions: { TUT: ACCORDABLE } } }
                        """);
        BranchePlugin plugin = new BranchePlugin() {
            @Override
            public URL definition() {
                return brouillon.definition();
            }

            @Override
            public List<RegleEnCode> regles() {
                return List.of(RegleMention.of(
                        "tutorat", d -> d.experienceMois() < 12 ? Avis.defavorable("douze mois") : Avis.favorable()));
            }
        };

        String removed = "mentions[0].regle : regle retiré";
        assertThat(survivorsInCode(plugin)).anyMatch(s -> s.endsWith(removed));
        brouillon.with(
                "golden.yaml",
                "cas:\n",
                """
                cas:
                  - { nom: "onze mois", reference: r, mention: { le: 2026-06-15, experienceMois: 11 }, attendu: { mentions: { TUT: NON_ACCORDABLE } } }
                """);
        assertThat(survivorsInCode(plugin))
                .anyMatch(s -> s.contains("jury.parite")) // the cases hold: otherwise they would see everything
                .noneMatch(s -> s.endsWith(removed));
    }

    private static List<String> survivorsInCode(BranchePlugin plugin) {
        try (GardeRegles.Essai essai = GardeRegles.standalone().examine("exemple", plugin)) {
            return EpreuveMutations.of(
                            DefinitionReader.open(essai.definition().orElseThrow(), essai.noms())
                                    .orElseThrow(),
                            essai.regles(),
                            Map.of())
                    .survivors()
                    .stream()
                    .map(s -> s.replace('\u00a0', ' ').replace('\u202f', ' '))
                    .toList();
        }
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
