package fr.parchemin.candidature;

import static fr.parchemin.exemple.Exemple.code;
import static fr.parchemin.exemple.Exemple.detail;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.candidature.Inscriptions.Constat;
import fr.parchemin.referentiel.Prerequis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControleDepotTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final Instant NOW = Instant.parse("2026-06-15T08:00:00Z");

    private static final Prerequis AGE =
            new Prerequis("AGE", "Avoir 18 ans", Prerequis.Type.AGE_MINIMUM, true, null, null, null, 18, null);

    /** The number of a CNAPS authorisation: PRE, then digits, with or without dashes. */
    private static final Prerequis CNAPS = new Prerequis(
            "CNAPS",
            "Autorisation préalable",
            Prerequis.Type.AUTORISATION,
            true,
            "CNAPS",
            "^PRE[0-9-]*[0-9]$",
            6,
            null,
            null);

    private static final Prerequis FRANCAIS =
            new Prerequis("FRANCAIS", "Français B1", Prerequis.Type.CONDITION, true, null, null, null, null, null);

    private static Candidat born(LocalDate birth) {
        return new Candidat("Durand", null, "Alix", Candidat.Sexe.F, birth, "Lens", null);
    }

    private static Candidat withNames(String naissance, String usage, String prenoms, String lieu, String courriel) {
        return new Candidat(naissance, usage, prenoms, Candidat.Sexe.M, LocalDate.of(1990, 1, 1), lieu, courriel);
    }

    private static CodeRefus candidat(Candidat candidat) {
        return ControleDepot.candidat(candidat, TODAY).map(Refus::code).orElse(null);
    }

    // ---- the person

    @Test
    void acceptsAPerson() {
        assertThat(candidat(withNames("N’Guyên-Ôtto", "d’Aÿ", "Jean Élie", "Saint-Denis (974)", "a.b+c@exemple.fr")))
                .isNull();
    }

    @Test
    void tidiesWhatPeopleType() {
        Candidat tidied = withNames("  Le   Goff ", "  ", " Jean \u00a0Élie", " Lens ", " ");

        assertThat(tidied.nomNaissance()).isEqualTo("Le Goff");
        assertThat(tidied.nomUsage()).as("a blank name in use is none").isNull();
        assertThat(tidied.prenoms()).isEqualTo("Jean Élie");
        assertThat(tidied.courriel()).isNull();
    }

    @Test
    void asksForNamesAndBirthPlace() {
        assertThat(candidat(withNames(" ", null, "Jean", "Lens", null))).isEqualTo(CodeRefus.CHAMP_MANQUANT);
        assertThat(candidat(withNames("Durand", null, "\u00a0", "Lens", null))).isEqualTo(CodeRefus.CHAMP_MANQUANT);
        assertThat(candidat(withNames("Durand", null, "Jean", "", null))).isEqualTo(CodeRefus.CHAMP_MANQUANT);
    }

    @Test
    void refusesNamesWithoutEndOrWithControlCharacters() {
        assertThat(candidat(withNames("D".repeat(121), null, "Jean", "Lens", null)))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(candidat(withNames("Du\nrand", null, "Jean", "Lens", null))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(candidat(withNames("Durand", "Du\u0000rand", "Jean", "Lens", null)))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"personne", "a@b", "@exemple.fr", "a b@exemple.fr", "a@exemple.", "a@@exemple.fr"})
    void refusesWhatIsNoElectronicAddress(String courriel) {
        assertThat(candidat(withNames("Durand", null, "Jean", "Lens", courriel)))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void refusesABirthThatIsToComeOrLongPast() {
        assertThat(candidat(born(TODAY))).isNull();
        assertThat(candidat(born(TODAY.plusDays(1)))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(candidat(born(TODAY.minusYears(110)))).isNull();
        assertThat(candidat(born(TODAY.minusYears(111)))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void writesTheWholeNameAsItIsPrinted() {
        assertThat(withNames("Durand", "Martin", "Alix", "Lens", null).nomComplet())
                .isEqualTo("Alix DURAND (nom d’usage\u00a0: MARTIN)");
        assertThat(withNames("Durand", "durand", "Alix", "Lens", null).nomComplet())
                .isEqualTo("Alix DURAND");
        assertThat(withNames("Durand", "", "Alix", "Lens", null).nomComplet()).isEqualTo("Alix DURAND");
    }

    // ---- houses and trainers

    @Test
    void refusesAHouseWithoutANameOrWithAWrongSiret() {
        assertThat(ControleDepot.tiers("organisme", null)).isEmpty();
        assertThat(ControleDepot.tiers("organisme", new Tiers("Centre", null))).isEmpty();
        assertThat(ControleDepot.tiers("organisme", new Tiers("Centre", "732 829 320 00074")))
                .as("a SIRET is written with spaces")
                .isEmpty();
        assertThat(ControleDepot.tiers("organisme", new Tiers(" ", null)).map(Refus::code))
                .contains(CodeRefus.CHAMP_MANQUANT);
        assertThat(ControleDepot.tiers("organisme", new Tiers("Centre", "73282932000075"))
                        .map(Refus::detail))
                .hasValueSatisfying(d -> assertThat(d).contains("organisme.siret"));
    }

    @Test
    void refusesTrainersWithoutANameOrWithoutNumber() {
        assertThat(ControleDepot.formateurs(List.of())).isEmpty();
        assertThat(ControleDepot.formateurs(List.of("Maud"))).isEmpty();
        assertThat(ControleDepot.formateurs(Arrays.asList("Maud", null)).map(Refus::detail))
                .hasValueSatisfying(d -> assertThat(d).contains("formateurs[1]"));
        assertThat(ControleDepot.formateurs(Collections.nCopies(21, "Maud")).map(Refus::code))
                .contains(CodeRefus.CHAMP_INVALIDE);
    }

    // ---- age

    @ParameterizedTest
    @CsvSource({
        "2008-06-15, true", // eighteen today
        "2008-06-16, false", // eighteen tomorrow
        "2008-06-14, true",
        "1960-01-01, true"
    })
    void computesTheAgeOnTheDay(LocalDate birth, boolean met) {
        assertThat(ControleDepot.computed(AGE, born(birth), TODAY, NOW)).hasValueSatisfying(c -> {
            assertThat(c.satisfait()).isEqualTo(met);
            assertThat(c.par()).isEqualTo("plateforme");
            assertThat(c.observation()).contains("ans le 15 juin 2026");
        });
    }

    @Test
    void whoIsBornOnTheTwentyNinthOfFebruaryIsOfAgeOnTheFirstOfMarch() {
        Candidat leap = born(LocalDate.of(2008, 2, 29));

        assertThat(age(leap, LocalDate.of(2026, 2, 28))).isFalse();
        assertThat(age(leap, LocalDate.of(2026, 3, 1))).isTrue();
    }

    private static boolean age(Candidat candidat, LocalDate day) {
        return ControleDepot.computed(AGE, candidat, day, NOW).orElseThrow().satisfait();
    }

    @Test
    void nothingElseIsComputed() {
        assertThat(ControleDepot.computed(CNAPS, born(TODAY), TODAY, NOW)).isEqualTo(Optional.empty());
    }

    @Test
    void anAgeIsComputedAgainWhateverIsSaid() {
        Candidat young = born(LocalDate.of(2008, 6, 16));
        Constat said = new Constat(true, null, null, null, "il a l’air majeur");

        Outcome<ConstatPrerequis> refused = ControleDepot.constat(AGE, young, said, TODAY, "secretariat", NOW);

        assertThat(code(refused)).isEqualTo(CodeRefus.PREREQUIS_INVALIDE);
        assertThat(detail(refused)).contains("la personne a 17 ans, il en faut 18");
        assertThat(ControleDepot.constat(AGE, young, said, TODAY.plusDays(1), "secretariat", NOW)
                        .orElseThrow()
                        .satisfait())
                .isTrue();
        assertThat(code(ControleDepot.constat(
                        AGE,
                        born(LocalDate.of(1990, 1, 1)),
                        new Constat(false, null, null, null, null),
                        TODAY,
                        "secretariat",
                        NOW)))
                .isEqualTo(CodeRefus.PREREQUIS_INVALIDE);
    }

    // ---- documents

    private static Outcome<ConstatPrerequis> constat(Prerequis prerequis, Constat constat) {
        return ControleDepot.constat(prerequis, born(LocalDate.of(1990, 1, 1)), constat, TODAY, "secretariat", NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRE0592031", "PRE-059-2031-04-12-20260412345", " PRE-1 "})
    void acceptsANumberOfTheRightShape(String numero) {
        ConstatPrerequis kept = constat(CNAPS, new Constat(true, numero, TODAY.minusDays(1), null, null))
                .orElseThrow();

        assertThat(kept.numero()).isEqualTo(numero.trim());
        assertThat(kept.par()).isEqualTo("secretariat");
        assertThat(kept.le()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRE", "PRE-", "pre-059", "FOR-059-1", "PRE-059-1x"})
    void refusesANumberOfAnotherShape(String numero) {
        Outcome<?> refused = constat(CNAPS, new Constat(true, numero, TODAY, null, null));

        assertThat(code(refused)).isEqualTo(CodeRefus.PREREQUIS_INVALIDE);
        assertThat(detail(refused)).contains("« " + numero + " »", "« Autorisation préalable »");
    }

    @Test
    void asksForTheNumberWhereThereIsAShape() {
        assertThat(detail(constat(CNAPS, new Constat(true, " ", TODAY, null, null))))
                .contains("son numéro est obligatoire");
        assertThat(constat(FRANCAIS, new Constat(true, null, null, null, null)).isDone())
                .isTrue();
    }

    @Test
    void computesTheEndOfValidityFromTheDelivery() {
        assertThat(constat(CNAPS, new Constat(true, "PRE-1", LocalDate.of(2026, 3, 31), null, null))
                        .orElseThrow()
                        .valideJusquAu())
                .isEqualTo(LocalDate.of(2026, 9, 30));
    }

    @Test
    void keepsAnEndThatIsWrittenOnTheDocument() {
        assertThat(constat(CNAPS, new Constat(true, "PRE-1", null, LocalDate.of(2026, 8, 1), null))
                        .orElseThrow()
                        .valideJusquAu())
                .isEqualTo(LocalDate.of(2026, 8, 1));
    }

    @Test
    void asksForADateWhereTheDocumentLapses() {
        assertThat(detail(constat(CNAPS, new Constat(true, "PRE-1", null, null, null))))
                .contains("date de délivrance ou sa fin de validité est obligatoire");
    }

    @ParameterizedTest
    @CsvSource({"2025-12-15, true", "2025-12-14, false"})
    void theLastDayOfValidityIsIncluded(LocalDate delivery, boolean accepted) {
        Outcome<ConstatPrerequis> outcome = constat(CNAPS, new Constat(true, "PRE-1", delivery, null, null));

        assertThat(outcome.isDone()).isEqualTo(accepted);
        if (!accepted) {
            assertThat(detail(outcome)).contains("périmé depuis le 15 juin 2026");
        }
    }

    @Test
    void refusesDatesThatCannotBe() {
        assertThat(detail(constat(CNAPS, new Constat(true, "PRE-1", TODAY.plusDays(1), null, null))))
                .contains("dans le futur");
        assertThat(detail(constat(FRANCAIS, new Constat(true, null, TODAY, TODAY.minusDays(1), null))))
                .contains("précède sa délivrance");
    }

    @Test
    void whatIsNotMetNeedsNoDocument() {
        ConstatPrerequis kept = constat(CNAPS, new Constat(false, null, null, null, "Refus du CNAPS"))
                .orElseThrow();

        assertThat(kept.satisfait()).isFalse();
        assertThat(kept.observation()).isEqualTo("Refus du CNAPS");
    }

    @Test
    void refusesTextsWithoutEnd() {
        assertThat(code(constat(FRANCAIS, new Constat(true, "9".repeat(121), null, null, null))))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(code(constat(FRANCAIS, new Constat(false, null, null, null, "x".repeat(2001)))))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }
}
