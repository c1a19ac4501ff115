package fr.parchemin.jury;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Refus;
import fr.parchemin.exemple.Exemple;
import fr.parchemin.referentiel.RegleJury;
import fr.parchemin.referentiel.RegleJury.College;
import fr.parchemin.referentiel.RegleJury.Effet;
import fr.parchemin.referentiel.RegleJury.Motif;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CompositionJuryTest {

    private static final RegleJury PARITAIRE = Exemple.paritaire();

    /** The composition of the sécurité privée: no parity, two professionals of two years' practice. */
    private static final LocalDate JOUR = LocalDate.of(2026, 6, 15);

    private static final RegleJury PROFESSIONNELS = new RegleJury(
            RegleJury.Pouvoir.DECIDE,
            List.of(new College("PRO", "Professionnels", 0)),
            2,
            false,
            RegleJury.Presidence.DESIGNEE,
            RegleJury.Majorite.SIMPLE,
            RegleJury.Egalite.VOIX_PRESIDENT,
            2,
            true,
            List.of(),
            null);

    private static final LiensCandidat AUCUN = new LiensCandidat(Set.of(), Set.of(), List.of(), null, null);

    private static MembreJury president(String college) {
        return membre("Présidente", college, null, null, 5, true);
    }

    private static MembreJury membre(String college) {
        return membre("Membre", college, null, null, 5, false);
    }

    private static MembreJury membre(
            String nom, String college, String identifiant, String employeur, Integer pratique, boolean president) {
        return new MembreJury(UUID.randomUUID(), nom, college, identifiant, employeur, pratique, president);
    }

    private static CodeRefus code(Optional<Refus> refus) {
        return refus.map(Refus::code).orElse(null);
    }

    private static String detail(Optional<Refus> refus) {
        return refus.map(Refus::detail).map(Exemple::plain).orElse(null);
    }

    private static Optional<Refus> check(RegleJury regle, MembreJury... membres) {
        return CompositionJury.check(regle, List.of(membres), Optional.empty(), JOUR);
    }

    @Test
    void acceptsBothCollegesWithOnePresident() {
        assertThat(check(PARITAIRE, president("EMPLOYEURS"), membre("SALARIES")))
                .isEmpty();
        assertThat(check(PARITAIRE, membre("EMPLOYEURS"), membre("EMPLOYEURS"), president("SALARIES")))
                .as("unequal numbers are no offence: weights make the parity")
                .isEmpty();
    }

    @Test
    void refusesAMissingCollegeByItsName() {
        Optional<Refus> refus = check(PARITAIRE, president("EMPLOYEURS"), membre("EMPLOYEURS"));

        assertThat(code(refus)).isEqualTo(CodeRefus.JURY_COLLEGE_INCOMPLET);
        assertThat(detail(refus)).contains("au moins 1 du « Collège des salariés », il y en a 0");
    }

    @Test
    void refusesACollegeThatTheRuleDoesNotKnow() {
        Optional<Refus> refus = check(PARITAIRE, president("EMPLOYEURS"), membre("SALARIES"), membre("EXPERTS"));

        assertThat(code(refus)).isEqualTo(CodeRefus.JURY_COLLEGE_INCONNU);
        assertThat(detail(refus)).contains("« EXPERTS »", "EMPLOYEURS, SALARIES");
    }

    @Test
    void refusesTheSameAccountTwice() {
        Optional<Refus> refus = check(
                PARITAIRE,
                membre("Anne", "EMPLOYEURS", "anne", null, 5, true),
                membre("Anne bis", "SALARIES", "anne", null, 5, false));

        assertThat(code(refus)).isEqualTo(CodeRefus.JURY_INCOMPATIBILITE);
        assertThat(detail(refus)).contains("« Anne bis » ne peut pas siéger : son compte figure déjà dans ce jury");
    }

    @Test
    void refusesTooFewMembersInAll() {
        Optional<Refus> refus = check(PROFESSIONNELS, president("PRO"));

        assertThat(code(refus)).isEqualTo(CodeRefus.JURY_EFFECTIF_INSUFFISANT);
        assertThat(detail(refus)).contains("au moins 2 en tout, il y en a 1");
    }

    @Test
    void refusesNobodyAtAll() {
        assertThat(code(check(PARITAIRE))).isEqualTo(CodeRefus.JURY_COLLEGE_INCOMPLET);
        assertThat(code(check(PROFESSIONNELS))).isEqualTo(CodeRefus.JURY_EFFECTIF_INSUFFISANT);
    }

    @Test
    void asksForYearsOfPracticeWhereTheRuleDoes() {
        assertThat(check(
                        PROFESSIONNELS,
                        membre("A", "PRO", null, null, 2, true),
                        membre("B", "PRO", null, null, 2, false)))
                .isEmpty();
        for (Integer tooFew : new Integer[] {1, 0, null}) {
            Optional<Refus> refus =
                    check(PROFESSIONNELS, president("PRO"), membre("Nina Novice", "PRO", null, null, tooFew, false));

            assertThat(code(refus)).isEqualTo(CodeRefus.JURY_PRATIQUE_INSUFFISANTE);
            assertThat(detail(refus)).contains("« Nina Novice »", "2 ans");
        }
    }

    @Test
    void asksForExactlyOnePresidentWhateverThePresidency() {
        for (RegleJury regle : List.of(PARITAIRE, PROFESSIONNELS)) {
            String one = regle.colleges().get(0).code();
            String other = regle.colleges().get(regle.colleges().size() - 1).code();

            assertThat(code(check(regle, membre(one), membre(other)))).isEqualTo(CodeRefus.JURY_PRESIDENCE);
            assertThat(code(check(regle, president(one), president(other)))).isEqualTo(CodeRefus.JURY_PRESIDENCE);
        }
    }

    @Test
    void thePresidencyAlternatesFromOneJuryToTheNext() {
        List<MembreJury> membres = List.of(president("EMPLOYEURS"), membre("SALARIES"));

        Optional<Refus> refus = CompositionJury.check(PARITAIRE, membres, Optional.of("EMPLOYEURS"), JOUR);

        assertThat(code(refus)).isEqualTo(CodeRefus.JURY_PRESIDENCE);
        assertThat(detail(refus)).contains("« Collège des employeurs »");
        assertThat(CompositionJury.check(PARITAIRE, membres, Optional.of("SALARIES"), JOUR))
                .isEmpty();
    }

    @Test
    void aDesignatedPresidencyDoesNotAlternate() {
        assertThat(CompositionJury.check(
                        PROFESSIONNELS, List.of(president("PRO"), membre("PRO")), Optional.of("PRO"), JOUR))
                .isEmpty();
    }

    @Test
    void thePresentMustMakeAJuryWithItsPresident() {
        MembreJury employeur = president("EMPLOYEURS");
        MembreJury salarie = membre("SALARIES");
        MembreJury autre = membre("EMPLOYEURS");

        assertThat(CompositionJury.quorum(PARITAIRE, List.of(employeur, salarie)))
                .isEmpty();
        assertThat(detail(CompositionJury.quorum(PARITAIRE, List.of(employeur, autre))))
                .isEqualTo(
                        "Le jury ne peut pas délibérer : il en faut au moins 1 du « Collège des salariés », il y en a 0."
                                + " Reportez la séance ou complétez les présences.");
        assertThat(detail(CompositionJury.quorum(PARITAIRE, List.of(autre, salarie))))
                .contains("le président du jury est absent");
        assertThat(code(CompositionJury.quorum(PARITAIRE, List.of()))).isEqualTo(CodeRefus.QUORUM_NON_ATTEINT);
    }

    @Test
    void excludesTheEvaluateurByAccountOrByName() {
        LiensCandidat liens = new LiensCandidat(Set.of("e1"), Set.of("Émile Premier"), List.of(), null, null);

        assertThat(excluded(liens, membre("X", "SALARIES", "e1", null, 5, false)))
                .contains("il a évalué ce candidat");
        assertThat(excluded(liens, membre("PREMIER Emile", "SALARIES", null, null, 5, false)))
                .contains("« PREMIER Emile »");
        assertThat(excluded(liens, membre("X", "SALARIES", "e2", null, 5, false)))
                .isNull();
    }

    @Test
    void excludesTheTrainerByName() {
        LiensCandidat liens = new LiensCandidat(Set.of(), Set.of(), List.of("Maud Formatrice"), null, null);

        assertThat(excluded(liens, membre("FORMATRICE Maud", "SALARIES", null, null, 5, false)))
                .contains("il a formé ce candidat");
    }

    @Test
    void excludesTheStaffOfTheTrainingBody() {
        LiensCandidat liens = new LiensCandidat(Set.of(), Set.of(), List.of(), null, "Centre Boréal");

        assertThat(excluded(liens, membre("X", "SALARIES", null, "CENTRE BOREAL", 5, false)))
                .contains("organisme de formation");
        assertThat(excluded(liens, membre("X", "SALARIES", null, null, 5, false)))
                .isNull();
    }

    @Test
    void whoWorksWithTheCandidateSitsWithoutAVote() {
        LiensCandidat liens = new LiensCandidat(Set.of(), Set.of(), List.of(), "Atelier Zénith", null);
        MembreJury colleague = membre("X", "SALARIES", null, "atelier zenith", 5, false);

        assertThat(excluded(liens, colleague)).isNull();
        assertThat(CompositionJury.votes(PARITAIRE, colleague, liens)).isFalse();
        assertThat(CompositionJury.votes(PARITAIRE, membre("SALARIES"), liens)).isTrue();
        assertThat(CompositionJury.votes(PARITAIRE, colleague, AUCUN)).isTrue();
    }

    @Test
    void twoPeopleWithoutAKnownHouseAreNotOfTheSame() {
        LiensCandidat blank = new LiensCandidat(Set.of(), Set.of(), List.of(), "-", "-");

        assertThat(CompositionJury.votes(PARITAIRE, membre("X", "SALARIES", null, " ", 5, false), blank))
                .isTrue();
        assertThat(excluded(blank, membre("X", "SALARIES", null, "?", 5, false)))
                .isNull();
    }

    @Test
    void onlyTheTiesThatTheRuleNamesMatter() {
        RegleJury lenient = new RegleJury(
                RegleJury.Pouvoir.DECIDE,
                PARITAIRE.colleges(),
                2,
                true,
                RegleJury.Presidence.ALTERNEE,
                RegleJury.Majorite.SIMPLE,
                RegleJury.Egalite.AJOURNEMENT,
                null,
                false,
                List.of(Exemple.incompatible(Motif.FORMATEUR_DU_CANDIDAT, Effet.SANS_VOTE)),
                null);
        LiensCandidat liens = new LiensCandidat(Set.of("e1"), Set.of(), List.of("Maud"), null, null);

        assertThat(CompositionJury.excluded(lenient, List.of(membre("Maud", "SALARIES", "e1", null, 5, false)), liens))
                .isEmpty();
        assertThat(CompositionJury.votes(lenient, membre("Maud", "SALARIES", null, null, 5, false), liens))
                .isFalse();
    }

    private static String excluded(LiensCandidat liens, MembreJury membre) {
        return detail(CompositionJury.excluded(PARITAIRE, List.of(membre), liens));
    }

    /** Employers with two voices each, employees with one, tutors who attend; three present are enough. */
    private static RegleJury declared() {
        return new RegleJury(
                RegleJury.Pouvoir.DECIDE,
                List.of(
                        new College("EMP", "Employeurs", 1, 2, 2),
                        new College("SAL", "Salariés", 3, null, null),
                        new College("TUT", "Tuteurs", 0, null, 0)),
                4,
                false,
                RegleJury.Presidence.ALTERNEE_ANNUELLE,
                RegleJury.Majorite.SIMPLE,
                RegleJury.Egalite.AJOURNEMENT,
                null,
                false,
                6,
                new RegleJury.Quorum(RegleJury.Quorum.Preuve.PRESENCE, 3, Map.of("EMP", 1), null),
                List.of(),
                new RegleJury.PresidenceAnnuelle(2025, "SAL", null),
                null,
                null,
                false,
                false,
                List.of(),
                null,
                null,
                List.of(),
                null);
    }

    @Test
    void aDeclaredQuorumTakesThePlaceOfTheComposition() {
        MembreJury president = president("EMP");

        assertThat(CompositionJury.quorum(declared(), List.of(president, membre("SAL"), membre("SAL"))))
                .isEmpty();
        assertThat(detail(CompositionJury.quorum(declared(), List.of(president, membre("SAL"), membre("TUT")))))
                .contains("il en faut au moins 3 en tout, il y en a 2");
    }

    @Test
    void thePresidencyOfTheYearFollowsTheOrderOfTheCollegesThatVote() {
        assertThat(declared().presidingCollege(LocalDate.of(2025, 12, 31)).map(College::code))
                .contains("SAL");
        assertThat(declared().presidingCollege(LocalDate.of(2026, 1, 1)).map(College::code))
                .contains("EMP");
        assertThat(declared().presidingCollege(LocalDate.of(2024, 1, 1)).map(College::code))
                .contains("EMP");
    }

    @Test
    void whoAttendsOnlyHasNoVoice() {
        assertThat(CompositionJury.votes(
                        declared(), membre("TUT"), new LiensCandidat(Set.of(), Set.of(), List.of(), null, null)))
                .isFalse();
    }
}
