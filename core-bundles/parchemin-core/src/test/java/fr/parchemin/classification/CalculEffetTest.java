package fr.parchemin.classification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.classification.Classification.EmploiRepere;
import fr.parchemin.classification.Classification.Position;
import fr.parchemin.exemple.Exemple;
import fr.parchemin.referentiel.EffetCertification;
import fr.parchemin.referentiel.Provenance;
import fr.parchemin.referentiel.Referentiel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalculEffetTest {

    private static final LocalDate LE = LocalDate.of(2026, 3, 1);
    private static final Provenance SOURCE = new Provenance(Provenance.Statut.source, "Convention, article cité");

    /** As in sécurité privée: 150 is two positions, some have no coefficient. */
    private static final Classification COEFFICIENTS = new Classification(
            "coefficients",
            "Grille",
            "1351",
            null,
            null,
            Classification.Forme.COEFFICIENTS,
            null,
            List.of(
                    position("AE-I-1", null),
                    position("AE-II-2", 120),
                    position("AE-III-1", 130),
                    position("AE-III-3", 150),
                    position("AM-I-1", 150)),
            List.of(
                    new EmploiRepere("qualifie", "Agent qualifié", null, "AE-II-2", null, null),
                    new EmploiRepere("confirme", "Agent confirmé", null, "AE-III-1", null, null),
                    new EmploiRepere("filtrage", "Opérateur filtrage", null, "AE-III-3", null, null),
                    new EmploiRepere("chef", "Chef d’équipe", null, "AM-I-1", null, null),
                    new EmploiRepere("sans", "Emploi sans coefficient", null, "AE-I-1", null, null)),
            null,
            null);

    private static final Classification COTATION = new Classification(
            "cotation",
            "Grille cotée",
            "3248",
            null,
            null,
            Classification.Forme.COTATION,
            null,
            List.of(position("C6", null), position("F11", null)),
            null,
            null,
            null);

    private static final Map<String, Classification> GRILLES =
            Map.of("coefficients", COEFFICIENTS, "cotation", COTATION);

    private static final EffetCertification PLANCHER = new EffetCertification.PlancherSiNiveauExige(
            "cotation", "art. 62.5", Map.of("5", "C6", "7", "F11"), LocalDate.of(2024, 1, 1), null, SOURCE);

    private static final EffetCertification MINIMUM = new EffetCertification.MinimumEmploiRepere(
            "coefficients", "annexe II", List.of("qualifie"), LocalDate.of(2016, 9, 26), null, SOURCE);

    private static Position position(String cle, Integer coefficient) {
        return new Position(
                cle, "Position " + cle, null, null, null, null, "X", null, null, coefficient, List.of(), null);
    }

    private static Referentiel with(EffetCertification... effets) {
        return Exemple.withEffets(Exemple.referentiel(), effets);
    }

    private static Effet of(EffetCertification effet, ContexteEmploi contexte) {
        return CalculEffet.of(with(effet), GRILLES, contexte);
    }

    private static ContexteEmploi level(Integer niveau) {
        return new ContexteEmploi(LE, niveau, List.of(), null);
    }

    private static ContexteEmploi jobs(Integer coefficient, String... emplois) {
        return new ContexteEmploi(LE, null, List.of(emplois), coefficient);
    }

    @Test
    void aCertificateGivesNoRightToAClassByItself() {
        Effet effet = of(PLANCHER, ContexteEmploi.on(LE));

        assertThat(effet.type()).isEqualTo(Effet.Type.AUCUN);
        assertThat(effet.position()).isNull();
        assertThat(effet.article()).isEqualTo("art. 62.5");
        assertThat(effet.provenance()).isEqualTo(SOURCE);
        assertThat(effet.explication()).contains("C’est l’emploi qui est classé, jamais la personne");
    }

    @ParameterizedTest
    @CsvSource({"5, C6", "7, F11"})
    void anOfferThatRequiresALevelGivesTheLowestClass(int niveau, String cle) {
        Effet effet = of(PLANCHER, level(niveau));

        assertThat(effet.type()).isEqualTo(Effet.Type.PLANCHER);
        assertThat(effet.position()).isEqualTo(cle);
        assertThat(effet.explication())
                .contains("niveau " + niveau, "au moins " + cle)
                .doesNotContain(" :");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 6, 8})
    void noOtherLevelGivesAClass(int niveau) {
        assertThat(of(PLANCHER, level(niveau)).type()).isEqualTo(Effet.Type.AUCUN);
    }

    @Test
    void anEffectHoldsBetweenItsDatesIncluded() {
        EffetCertification dated = new EffetCertification.PlancherSiNiveauExige(
                "cotation",
                "art. 62.5",
                Map.of("5", "C6"),
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 12, 31),
                SOURCE);

        assertThat(on(dated, LocalDate.of(2023, 12, 31)).type()).isEqualTo(Effet.Type.AUCUN);
        assertThat(on(dated, LocalDate.of(2024, 1, 1)).type()).isEqualTo(Effet.Type.PLANCHER);
        assertThat(on(dated, LocalDate.of(2024, 12, 31)).type()).isEqualTo(Effet.Type.PLANCHER);
        assertThat(on(dated, LocalDate.of(2025, 1, 1)).type()).isEqualTo(Effet.Type.AUCUN);
        assertThat(on(dated, LocalDate.of(2025, 1, 1)).article()).isNull();
    }

    private static Effet on(EffetCertification effet, LocalDate day) {
        return of(effet, new ContexteEmploi(day, 5, List.of(), null));
    }

    @Test
    void theEffectInForceOnTheDayIsApplied() {
        EffetCertification before = new EffetCertification.PlancherSiNiveauExige(
                "cotation", "ancien", Map.of("5", "F11"), null, LocalDate.of(2023, 12, 31), SOURCE);
        Referentiel both = with(before, PLANCHER);

        assertThat(CalculEffet.of(both, GRILLES, new ContexteEmploi(LocalDate.of(2023, 6, 1), 5, null, null))
                        .article())
                .isEqualTo("ancien");
        assertThat(CalculEffet.of(both, GRILLES, level(5)).article()).isEqualTo("art. 62.5");
    }

    @Test
    void noEffectIsSaidWithItsArticle() {
        Effet effet = of(new EffetCertification.Aucun(null, "art. 4", null, null, SOURCE), ContexteEmploi.on(LE));

        assertThat(effet.type()).isEqualTo(Effet.Type.AUCUN);
        assertThat(effet.article()).isEqualTo("art. 4");
    }

    @Test
    void aBranchThatDeclaresNothingIsSaidToDeclareNothing() {
        assertThat(CalculEffet.of(with(), GRILLES, ContexteEmploi.on(LE)).explication())
                .contains("ne déclare aucun effet");
    }

    @Test
    void aJobHeldIsDueItsLowestPosition() {
        Effet effet = of(MINIMUM, jobs(null, "qualifie"));

        assertThat(effet.type()).isEqualTo(Effet.Type.MINIMUM);
        assertThat(effet.position()).isEqualTo("AE-II-2");
        assertThat(effet.coefficient()).isEqualTo(120);
        assertThat(Exemple.plain(effet.explication()))
                .isEqualTo("L’emploi « Agent qualifié » est tenu : le minimum est Position AE-II-2, coefficient 120.");
    }

    @Test
    void withoutTheJobThereIsNoEffectButTheAccessIsNamed() {
        for (ContexteEmploi contexte : List.of(ContexteEmploi.on(LE), jobs(null, "chef"), jobs(null, "inconnu"))) {
            Effet effet = of(MINIMUM, contexte);

            assertThat(effet.type()).isEqualTo(Effet.Type.AUCUN);
            assertThat(effet.position()).isNull();
            assertThat(Exemple.plain(effet.explication())).contains("donne accès à « Agent qualifié »");
        }
    }

    @Test
    void ofSeveralJobsTheHighestCoefficientHolds() {
        Effet effet = of(MINIMUM, jobs(null, "qualifie", "filtrage", "confirme"));

        assertThat(effet.position()).isEqualTo("AE-III-3");
        assertThat(effet.explication()).contains("Plusieurs emplois tenus");
    }

    @ParameterizedTest
    @CsvSource({"filtrage, chef", "chef, filtrage"})
    void ofTwoPositionsOfTheSameCoefficientTheHigherInTheGridHoldsWhicheverIsNamedFirst(String one, String two) {
        assertThat(of(MINIMUM, jobs(null, "qualifie", one, two)).position()).isEqualTo("AM-I-1");
    }

    @Test
    void aHigherCoefficientAlreadyHeldIsNeverLowered() {
        Effet effet = of(MINIMUM, jobs(150, "qualifie"));

        assertThat(effet.type()).isEqualTo(Effet.Type.MINIMUM);
        assertThat(effet.coefficient()).isEqualTo(150);
        assertThat(effet.position()).as("a coefficient is no key").isNull();
        assertThat(effet.explication()).contains("n’est jamais réduit");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 120})
    void aCoefficientBelowOrAtTheMinimumGivesTheMinimum(int held) {
        assertThat(of(MINIMUM, jobs(held, "qualifie")).position()).isEqualTo("AE-II-2");
    }

    @Property
    void theCoefficientDueIsNeverBelowTheOneHeldNorTheMinimum(@ForAll @IntRange(min = 1, max = 400) int held) {
        assertThat(of(MINIMUM, jobs(held, "qualifie", "confirme")).coefficient())
                .isEqualTo(Math.max(130, held));
    }

    @Test
    void aPositionWithoutACoefficientInventsNone() {
        EffetCertification odd = new EffetCertification.MinimumEmploiRepere(
                "coefficients", "annexe II", List.of("sans"), null, null, SOURCE);

        Effet effet = of(odd, jobs(140, "sans"));

        assertThat(effet.position()).isEqualTo("AE-I-1");
        assertThat(effet.coefficient()).isNull();
        assertThat(effet.explication()).doesNotContain("null", ", coefficient");
    }

    @Test
    void aGridThatTheBranchHasDroppedIsSaidNotThrown() {
        for (Effet effet : List.of(
                CalculEffet.of(with(PLANCHER), Map.of(), level(5)),
                CalculEffet.of(with(MINIMUM), Map.of(), ContexteEmploi.on(LE)),
                CalculEffet.of(with(MINIMUM), Map.of(), jobs(null, "qualifie")))) {
            assertThat(effet.type()).isEqualTo(Effet.Type.AUCUN);
            assertThat(effet.libelle()).as("nobody knows that there is none").isEqualTo("Effet non calculé");
            assertThat(effet.article()).isNotNull();
        }
    }

    @Test
    void aPositionThatTheBranchHasDroppedIsSaidNotThrown() {
        EffetCertification gone = new EffetCertification.PlancherSiNiveauExige(
                "cotation", "art. 62.5", Map.of("5", "Z99"), null, null, SOURCE);

        assertThat(of(gone, level(5)).libelle()).isEqualTo("Effet non calculé");
    }
}
