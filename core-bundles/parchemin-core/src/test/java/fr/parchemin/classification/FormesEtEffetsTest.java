package fr.parchemin.classification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.DefinitionReader.Lecture;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.exemple.Copie;
import fr.parchemin.exemple.Exemple;
import fr.parchemin.golden.GoldenCases;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shape of grid and every kind of effect, in definitions whose expected values come from the domain pages. */
class FormesEtEffetsTest {

    private static final List<String> CRITERES =
            List.of("CONNAISSANCES", "TECHNICITE", "AUTONOMIE", "EQUIPE", "COMMUNICATION");
    private static final int[] DEGRES = {7, 10, 9, 9, 7};
    private static final Path DEFINITIONS = Path.of("src/test/resources/definitions");

    @TempDir
    private Path folder;

    private static DefinitionBranche definition(String name) {
        try {
            Lecture lecture = DefinitionReader.standalone()
                    .read(DEFINITIONS
                            .resolve(name)
                            .resolve("branche.yaml")
                            .toUri()
                            .toURL());
            assertThat(lecture).isInstanceOfSatisfying(Lecture.Valide.class, valide -> {});
            return ((Lecture.Valide) lecture).definition();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Classification grid(String name, String code) {
        return definition(name).classificationsByCode().get(code);
    }

    private List<String> objections(Copie copie) {
        Lecture lecture = DefinitionReader.standalone().read(copie.url());
        return lecture instanceof Lecture.Invalide invalide
                ? invalide.motifs().stream()
                        .map(MotifErreur::phrase)
                        .map(Exemple::plain)
                        .toList()
                : List.of();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accords", "bureaux-etudes", "domicile", "services"})
    void theTextsComeOutOfTheDefinitions(String name) {
        List<GoldenCases.Resultat> results = GoldenCases.run(definition(name));

        assertThat(results).hasSizeGreaterThan(4);
        assertThat(results)
                .allSatisfy(r -> assertThat(r.difference()).as(r.cas()).isEmpty());
    }

    // ---- computed wages

    /** numerique.md §2.1: the eight rows of the table, and the values of 2022. */
    @ParameterizedTest
    @CsvSource({
        "etam-2023, 1.1, 1715", "etam-2023, 1.2, 1745", "etam-2023, 2.1, 1775", "etam-2023, 2.2, 1831",
        "etam-2023, 2.3, 1971", "etam-2023, 3.1, 2111", "etam-2023, 3.2, 2266", "etam-2023, 3.3, 2415",
        "etam-2022, 1.1, 1635", "etam-2022, 1.2, 1643", "etam-2022, 1.3, 1659", "etam-2022, 2.1, 1726",
        "ic-2022, 1.1, 2033", "ic-2022, 1.2, 2140", "ic-2022, 2.2, 2774", "ic-2022, 2.3, 3201"
    })
    void aFormulaGivesTheWagesOfTheTable(String code, String cle, int euros) {
        Classification grid = grid("bureaux-etudes", code);
        LocalDate day = code.equals("etam-2022") ? LocalDate.of(2022, 6, 1) : LocalDate.of(2026, 3, 1);

        assertThat(MinimumSalaire.of(grid, grid.position(cle).orElseThrow(), null, null, day))
                .hasValueSatisfying(m -> assertThat(m.montant()).isEqualByComparingTo(BigDecimal.valueOf(euros)));
    }

    /** numerique.md §2.1: position 1.2 is 240 before 2023 and 250 after. */
    @Test
    void aPositionIsNothingWithoutItsDate() {
        Map<LocalDate, Integer> coefficients = new HashMap<>();
        for (LocalDate day : List.of(LocalDate.of(2022, 12, 31), LocalDate.of(2023, 1, 1))) {
            GrillesConvention.inForce(definition("bureaux-etudes").classifications(), "1486", null, day).stream()
                    .filter(g -> "ETAM".equals(g.population()))
                    .forEach(g -> coefficients.put(
                            day, g.position("1.2").orElseThrow().coefficient()));
        }
        assertThat(coefficients)
                .containsOnly(Map.entry(LocalDate.of(2022, 12, 31), 240), Map.entry(LocalDate.of(2023, 1, 1), 250));
    }

    /** tertiaire.md §B4: a fixed part exists that is not known, so nothing is computed. */
    @Test
    void anUnknownFixedPartGivesNoAmount() {
        Classification grid = grid("services", "commune");

        assertThat(MinimumSalaire.of(grid, grid.position("C120").orElseThrow(), null, null, LocalDate.of(2026, 3, 1)))
                .isEmpty();
    }

    /** sanitaire-social.md §2.4: 22 100 € + 55 € × pesée. */
    @Test
    void aWeighingGivesATotalAndAWageWithoutAPosition() {
        Classification grid = grid("domicile", "lien-social-2024");
        Map<String, Integer> degres = grid.emploi("animateur").orElseThrow().degres();

        assertThat(Cotation.rate(grid, degres).orElseThrow()).satisfies(c -> {
            assertThat(c.total()).isEqualTo(4 * 12 + 4 * 5);
            assertThat(c.position()).isNull();
        });
        assertThat(MinimumSalaire.ofTotal(grid, 68, LocalDate.of(2024, 1, 1))
                        .orElseThrow()
                        .montant())
                .isEqualByComparingTo("25840");
    }

    // ---- totals

    private static Cotation rated(Classification grid, int... degres) {
        Map<String, Integer> given = new HashMap<>();
        for (int i = 0; i < degres.length; i++) {
            given.put(CRITERES.get(i), degres[i]);
        }
        return Cotation.rate(grid, given).orElseThrow();
    }

    /** tertiaire.md §B3: 25+20+20+10+20 = 95 gives 140. */
    @Test
    void theIllustrationOfTheTextComesOut() {
        Cotation cotation = rated(grid("services", "centres-appels"), 2, 2, 2, 1, 2);

        assertThat(cotation.total()).isEqualTo(95);
        assertThat(cotation.position().cle()).isEqualTo("C140");
        assertThat(cotation.avertissement()).isNull();
    }

    /** tertiaire.md §B3: 155 stands in two rows, the highest wins; 45 in none, the next lower row with a warning. */
    @Test
    void declaredOverlapsAndHolesAreResolvedWithAWarning() {
        Classification grid = grid("services", "centres-appels");
        Cotation both = rated(grid, 4, 4, 1, 2, 1);
        assertThat(both.total()).isEqualTo(155);
        assertThat(both.position().cle()).isEqualTo("C160");
        assertThat(both.avertissement()).contains("155");

        Cotation hole = rated(grid, 1, 1, 1, 1, 1);
        assertThat(hole.total()).isEqualTo(45);
        assertThat(hole.position().cle()).isEqualTo("C120");
        assertThat(hole.avertissement()).contains("aucune position");
    }

    @Property(tries = 500)
    void aGridWithoutDeclaredHolesMapsEachTotalToOnePosition(
            @ForAll @IntRange(min = 0, max = 999) int a,
            @ForAll @IntRange(min = 0, max = 999) int b,
            @ForAll @IntRange(min = 0, max = 999) int c,
            @ForAll @IntRange(min = 0, max = 999) int d,
            @ForAll @IntRange(min = 0, max = 999) int e) {
        int[] drawn = {a, b, c, d, e};
        int[] degres = new int[DEGRES.length];
        for (int i = 0; i < degres.length; i++) {
            degres[i] = 1 + drawn[i] % DEGRES[i];
        }
        Classification grid = COMMUNE;
        Cotation cotation = rated(grid, degres);

        assertThat(cotation.avertissement()).isNull();
        assertThat(grid.positions().stream().filter(p -> p.isRated(cotation.total())))
                .containsExactly(cotation.position());
    }

    private static final Classification COMMUNE = grid("services", "commune");

    @Test
    void aThresholdKeepsAJobOutOfAPositionWhateverItsTotal() {
        Copie copie = Copie.of("services", folder)
                .replace(
                        "classification/commune.yaml",
                        "coefficient: 130, cotationMin: 65",
                        "coefficient: 130, seuils: { AUTONOMIE: 3 }, cotationMin: 65");
        Classification grid = ((Lecture.Valide) DefinitionReader.standalone().read(copie.url()))
                .definition()
                .classificationsByCode()
                .get("commune");

        assertThat(rated(grid, 3, 1, 1, 1, 1).position().cle()).isEqualTo("C120");
        assertThat(rated(grid, 3, 1, 1, 1, 1).avertissement()).contains("AUTONOMIE");
        assertThat(rated(grid, 1, 1, 3, 1, 1).position().cle()).isEqualTo("C130");
    }

    @Test
    void aGridThatDoesNotRateRefuses() {
        assertThat(Exemple.code(Cotation.rate(grid("domicile", "particuliers-2020"), Map.of())))
                .isEqualTo(CodeRefus.COTATION_INVALIDE);
    }

    /** tertiaire.md §B1: one IDCC, several grids by sector; the sector's own wins over the common one. */
    @Test
    void theGridOfASectorWinsOverTheCommonOne() {
        List<Classification> grids = definition("services").classifications();
        LocalDate day = LocalDate.of(2026, 3, 1);

        assertThat(GrillesConvention.inForce(grids, "2098", "CENTRES-APPELS", day))
                .extracting(Classification::code)
                .containsExactly("centres-appels");
        assertThat(GrillesConvention.inForce(grids, "2098", "ACCUEIL", day))
                .extracting(Classification::code)
                .containsExactly("commune");
        assertThat(GrillesConvention.inForce(grids, "2098", null, day)).hasSize(2);
        assertThat(GrillesConvention.inForce(grids, "2098", "CENTRES-APPELS", LocalDate.of(2000, 1, 1)))
                .extracting(Classification::code)
                .containsExactly("commune");
    }

    // ---- properties of effects

    private static Effet effet(String name, String certification, ContexteEmploi contexte) {
        DefinitionBranche definition = definition(name);
        return CalculEffet.of(
                definition.referentiel(certification, "1.0.0").orElseThrow().referentiel(),
                definition.classificationsByCode(),
                contexte);
    }

    private static final DefinitionBranche ACCORDS = definition("accords");

    @Property(tries = 300)
    void aGuaranteeNeverLowers(@ForAll @IntRange(min = 1, max = 900) int held) {
        Effet effet = CalculEffet.of(
                ACCORDS.referentiel("ACC-ANI", "1.0.0").orElseThrow().referentiel(),
                ACCORDS.classificationsByCode(),
                new ContexteEmploi(LocalDate.of(2026, 3, 1), null, List.of("vendeur-animalerie"), held));

        assertThat(effet.coefficient()).isGreaterThanOrEqualTo(held).isGreaterThanOrEqualTo(330);
    }

    @Property(tries = 300)
    void moreSeniorityNeverLowersAMinimum(
            @ForAll @IntRange(min = 0, max = 60) int less, @ForAll @IntRange(min = 0, max = 60) int more) {
        assertThat(coefficient(Math.max(less, more))).isGreaterThanOrEqualTo(coefficient(Math.min(less, more)));
    }

    private static int coefficient(int months) {
        return CalculEffet.of(
                        ACCORDS.referentiel("ACC-APS", "1.0.0").orElseThrow().referentiel(),
                        ACCORDS.classificationsByCode(),
                        new ContexteEmploi(
                                LocalDate.of(2026, 3, 1),
                                null,
                                List.of("agent-qualifie"),
                                null,
                                null,
                                null,
                                null,
                                months,
                                null,
                                null,
                                null,
                                null,
                                null))
                .coefficient();
    }

    @Test
    void whatIsNotKnownIsSaid() {
        assertThat(Exemple.plain(effet("accords", "ACC-APS", ContexteEmploi.on(LocalDate.of(2026, 3, 1)))
                        .explication()))
                .isEqualTo("Cet effet vaut à partir de 6 mois d’ancienneté : l’ancienneté n’est pas indiquée.");
        assertThat(Exemple.plain(effet("bureaux-etudes", "BET-ARC", ContexteEmploi.on(LocalDate.of(2026, 3, 1)))
                        .explication()))
                .endsWith(
                        "Le coefficient dépend de l’âge ou de l’ancienneté : 105 jusqu’à 25 ans, 115 à partir de 26 ans.");
    }

    @Test
    void onlyWhatTheEffectsDependOnIsAsked() {
        DefinitionBranche domicile = definition("domicile");
        assertThat(ChampContexte.of(
                        domicile.referentiel("DOM-GAR", "1.0.0").orElseThrow().referentiel(),
                        domicile.classificationsByCode()))
                .containsExactly(ChampContexte.EMPLOI);
        DefinitionBranche etudes = definition("bureaux-etudes");
        assertThat(ChampContexte.of(
                        etudes.referentiel("BET-ARC", "1.0.0").orElseThrow().referentiel(),
                        etudes.classificationsByCode()))
                .containsExactly(ChampContexte.POSITION_ACTUELLE, ChampContexte.COEFFICIENT_ACTUEL, ChampContexte.AGE);
        assertThat(ChampContexte.of(
                        ACCORDS.referentiel("ACC-ANP", "1.0.0").orElseThrow().referentiel(),
                        ACCORDS.classificationsByCode()))
                .containsExactly(ChampContexte.POSITION_ACTUELLE, ChampContexte.EXIGE_PAR_EMPLOYEUR);
    }

    // ---- mistakes, each with its place

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "services|classification/commune.yaml|cotationMin: 95, cotationMax: 120|cotationMin: 100, cotationMax: 120|positions[2].cotationMin : les cotations doivent se suivre : 91 attendu",
                "services|classification/centres-appels.yaml|de: 260, a: 274|de: 261, a: 274|positions[6].cotationMin : les cotations doivent se suivre : 256 attendu",
                "services|classification/centres-appels.yaml|de: 155, a: 155|de: 156, a: 156|chevauchements[0] : aucun total de cet intervalle n’a deux positions : ce chevauchement n’existe pas",
                "services|classification/centres-appels.yaml|de: 766, a: 770|de: 741, a: 770|trous[2] : une position couvre un total de cet intervalle",
                "services|classification/centres-appels.yaml|de: 40, a: 64|de: 40, a: 44|trous[0] : aucun total de cet intervalle n’est sans position : ce trou n’existe pas",
                "services|classification/immobilier-2022.yaml|statut: VRP }|statut: VRPX }|emplois[0].statut : le statut « VRPX » n’existe pas dans la grille",
                "services|classification/immobilier-2022.yaml|Négociateur VRP, statut: VRP }|Négociateur VRP }|emplois[0] : la clé « position » est obligatoire, ou « statut » pour un emploi hors grille",
                "services|referentiels/relation-client.yaml|secteurs: [CENTRES-APPELS]|secteurs: [CENTRES]|effets[0].conditions.secteurs[0] : le secteur « CENTRES » n’est dans aucune classification",
                "services|referentiels/relation-client.yaml|avecOption: { N2: C150 }|avecOption: { N3: C150 }|effets[0].avecOption.N3 : l’option « N3 » n’est pas une mention de ce référentiel, qui déclare N2",
                "services|referentiels/relation-client.yaml|secteurs: [CENTRES-APPELS] }|secteurs: [CENTRES-APPELS], options: [N2, NX] }|effets[0].conditions.options[1] : l’option « NX » n’est pas une mention de ce référentiel, qui déclare N2",
                "services|golden/relation-client.yaml|options: [N2]|options: [N9]|cas[0].effet.options[0] : l’option « N9 » n’est pas une mention de ce référentiel",
                "accords|referentiels/cap-aps.yaml|ancienneteMoisMax: 5|ancienneteMoisMax: 5, options: [NUIT]|effets[1].conditions.options[0] : l’option « NUIT » n’est pas une mention de ce référentiel, qui n’en déclare aucune (clé « mentions »)",
                "services|referentiels/accueil.yaml|entree: C140|entree: C160|effets[0].entree : la position d’entrée est plus haute que celle de sortie",
                "services|referentiels/accueil.yaml|sortie: C150|sortie: C155|effets[0].sortie : la position « C155 » n’existe pas",
                "services|referentiels/accueil.yaml|du: 2011-11-23|du: 1990-01-01|effets[0].du : la grille « commune » ne commence que le 1999-08-13, après cet effet",
                "domicile|classification/aide-domicile-2021.yaml|{ CATEGORIE: TAM, DEGRE: \"3\" }|{ CATEGORIE: TAM, DEGRE: \"3\", ECHELON: \"1\" }|positions : aucune position pour CATEGORIE TAM, DEGRE 3, ECHELON 2 : donnez-la, ou déclarez la combinaison dans « trous »",
                "domicile|classification/aide-domicile-2021.yaml|{ CATEGORIE: TAM, DEGRE: \"3\" }|{ CATEGORIE: TAM, DEGRE: \"4\" }|trous[1].axes.DEGRE : la valeur « 4 » n’existe pas sur l’axe « DEGRE »",
                "domicile|referentiels/garde-enfants.yaml|positions: [V, VI]|positions: [IV, V, VI]|effets[1].tranches[1].du : une autre tranche vaut déjà à cette date pour une même position",
                "domicile|referentiels/garde-enfants.yaml|taux: 3, du: 2020-10-01, au|taux: 3, au|effets[1].tranches[0] : la clé « du » est obligatoire",
                "domicile|referentiels/garde-enfants.yaml|taux: 3, du|montant: 3, du|effets[1].tranches[0] : il faut « taux », ou « montant » avec « unite », pas les deux",
                "bureaux-etudes|classification/ic-2022.yaml|ageMin: 26|ageMin: 27|positions[2].variantes : aucune variante à 26 ans et 0 mois d’ancienneté : il en faut exactement une",
                "bureaux-etudes|classification/ic-2022.yaml|ageMin: 26|ageMin: 25|positions[2].variantes : 2 variantes à 25 ans et 0 mois d’ancienneté : il en faut exactement une",
                "bureaux-etudes|classification/ic-2022.yaml|population: IC|population: ETAM|du : la grille « etam-2022 » vaut aussi à cette date pour l’IDCC 1486 : distinguez-les par leurs dates, « secteurs » ou « population »",
                "bureaux-etudes|classification/etam-2023.yaml|\"1.3\": \"1.2\",||remplace.positions : que deviennent les positions 1.3 de « etam-2022 » ?",
                "bureaux-etudes|classification/etam-2023.yaml|\"1.3\": \"1.2\"|\"1.3\": \"1.9\"|remplace.positions.1.3 : la position « 1.9 » n’existe pas dans la grille",
                "bureaux-etudes|classification/etam-2022.yaml|au: 2022-12-31|au: 2023-01-01|remplace.classification : la grille « etam-2022 » doit finir (« au ») avant que celle-ci commence, le 2023-01-01",
                "accords|referentiels/cap-aps.yaml|ancienneteMoisMax: 5|ancienneteMoisMax: 6|effets[1] : un autre effet est en vigueur au même moment, un seul est appliqué",
                "accords|referentiels/evs.yaml|emplois: [evs]|emplois: [evs-x]|effets[0].emplois[0] : l’emploi-repère « evs-x » n’existe pas"
            })
    void aMistakeIsToldInFrenchWithItsPath(String name, String file, String before, String after, String expected) {
        Copie copie = Copie.of(name, folder).replace(file, before, after == null ? "" : after);

        assertThat(objections(copie)).anySatisfy(o -> assertThat(o).contains(expected));
    }

    @Test
    void gridsThatReplaceEachOtherInACircleAreRefused() {
        Copie copie = Copie.of("bureaux-etudes", folder)
                .replace(
                        "classification/etam-2022.yaml",
                        "positions:\n  - {",
                        "remplace: { classification: etam-2023, article: x, positions: { \"1.1\": \"1.1\" } }\npositions:\n  - {");

        assertThat(objections(copie)).anySatisfy(o -> assertThat(o).contains("les grilles se remplacent en rond"));
    }

    @Test
    void twoEffectsOfOneNatureAddUpOnlyWhenTheySaySo() {
        String second =
                """
                  - type: GARANTIE_MINIMALE
                    classification: animalerie
                    position: IV-1
                    cumul: true
                    article: accord bis
                    du: 2011-01-01
                """;
        Copie copie = Copie.of("accords", folder);
        copie.write(
                "referentiels/vendeur-animalerie.yaml", copie.text("referentiels/vendeur-animalerie.yaml") + second);
        DefinitionBranche definition =
                ((Lecture.Valide) DefinitionReader.standalone().read(copie.url())).definition();

        Effet effet = CalculEffet.of(
                definition.referentiel("ACC-ANI", "1.0.0").orElseThrow().referentiel(),
                definition.classificationsByCode(),
                new ContexteEmploi(LocalDate.of(2026, 3, 1), null, List.of("vendeur-animalerie"), null));
        assertThat(effet.position()).isEqualTo("IV-1");
        assertThat(effet.autres()).isEmpty();

        copie.replace("referentiels/vendeur-animalerie.yaml", "    cumul: true\n", "");
        assertThat(objections(copie)).anySatisfy(o -> assertThat(o).contains("un autre effet est en vigueur"));
    }
}
