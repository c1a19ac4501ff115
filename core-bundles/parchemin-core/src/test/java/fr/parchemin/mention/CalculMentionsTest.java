package fr.parchemin.mention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.DefinitionReader.Lecture;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.exemple.Exemple;
import fr.parchemin.mention.MentionsPossibles.Explication;
import fr.parchemin.mention.MentionsPossibles.Resultat;
import fr.parchemin.mention.MentionsPossibles.Verdict;
import fr.parchemin.mention.SituationMention.Detenue;
import fr.parchemin.mention.SituationMention.Detenue.Statut;
import fr.parchemin.referentiel.Mention.Emplacement;
import fr.parchemin.referentiel.Reference;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.regle.ReglesBranche;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of the eight kinds of mention, on a made-up référentiel that has them all. */
class CalculMentionsTest {

    private static final Reference CERTIFICAT = new Reference(null, "CPL-GUI", null, null, null);
    private static final LocalDate JOUR = LocalDate.of(2026, 9, 1);

    private final Referentiel referentiel = ((Lecture.Valide)
                    DefinitionReader.standalone().read(Plateforme.definition("complete")))
            .definition()
            .referentiel("CPL-GUI", "2.0.0")
            .orElseThrow()
            .referentiel();

    private MentionsPossibles mentions(SituationMention situation) {
        return CalculMentions.of(referentiel, situation, ReglesBranche.absentes());
    }

    private static SituationMention holder(LocalDate le, List<Detenue> detenues, String... blocs) {
        return new SituationMention(
                "complete",
                le,
                List.of(CERTIFICAT),
                Set.of(blocs),
                Set.of("SEC"),
                Set.of("CARTE"),
                6,
                detenues,
                Set.of());
    }

    private Verdict verdict(String code, SituationMention situation) {
        return mentions(situation).mention(code).orElseThrow().verdict();
    }

    @Test
    void theCertificateOfAnotherCertificationDoesNotCount() {
        SituationMention other = new SituationMention(
                "complete",
                JOUR,
                List.of(new Reference("ailleurs", "CPL-GUI", null, null, null)),
                Set.of(),
                Set.of("SEC"),
                Set.of(),
                0,
                List.of(),
                Set.of());

        assertThat(verdict("SECOURS", other)).isEqualTo(Verdict.NON_ACCORDABLE);
        assertThat(verdict("SECOURS", holder(JOUR, List.of()))).isEqualTo(Verdict.ACCORDABLE);
    }

    @Test
    void everyConditionIsTold() {
        Resultat chef = mentions(holder(JOUR, List.of())).mention("CHEF").orElseThrow();

        assertThat(chef.explications())
                .extracting(Explication::libelle)
                .map(Exemple::plain)
                .containsExactly(
                        "certificat obtenu : complete/CPL-GUI",
                        "titre d’exercice en cours : Carte de guide",
                        "6 mois de pratique au moins");
        assertThat(chef.verdict()).isEqualTo(Verdict.ACCORDABLE);
    }

    @Test
    void whatIsGrantedLastsAsLongAsItIsSaid() {
        assertThat(mentions(holder(JOUR, List.of()))
                        .mention("SECOURS")
                        .orElseThrow()
                        .expireLe())
                .isEqualTo(LocalDate.of(2028, 9, 1));
    }

    @Test
    void aWiderScopeLostLeavesTheNarrowerOneUnlessItIsSaidOtherwise() {
        Detenue lost = new Detenue("AVEC", Statut.RETIREE, null);

        assertThat(verdict("SANS", holder(JOUR, List.of(lost)))).isEqualTo(Verdict.INCLUSE);
        assertThat(verdict("AVEC", holder(JOUR, List.of(lost), "GUI-B1", "GUI-B2")))
                .isEqualTo(Verdict.ACCORDABLE);
    }

    @Test
    void anExpiredMentionIsNoLongerHeld() {
        Detenue expired = new Detenue("CRYPTE", Statut.ACTIVE, JOUR.minusDays(1));

        assertThat(verdict("CLOCHER", holder(JOUR, List.of(expired), "GUI-B2"))).isEqualTo(Verdict.ACCORDABLE);
        assertThat(verdict("CLOCHER", holder(JOUR.minusDays(1), List.of(expired), "GUI-B2")))
                .isEqualTo(Verdict.NON_ACCORDABLE);
    }

    @Test
    void aGroupThatIsFullTakesNoMore() {
        List<Detenue> one = List.of(new Detenue("ROCHE", Statut.ACTIVE, null));

        assertThat(verdict("GLACE", holder(JOUR, one, "GUI-OPT"))).isEqualTo(Verdict.ACCORDABLE);
        assertThat(mentions(holder(JOUR, one)).certificatPossible()).isTrue();
        assertThat(mentions(holder(JOUR, List.of())).manques())
                .map(Exemple::plain)
                .containsExactly("le certificat suppose au moins 1 mention(s) du groupe « Terrains », 0 possible(s)");
    }

    @Test
    void aSpecialityStandsOnTheCertificateWhileTheTitleIsNotRegistered() {
        LocalDate before = LocalDate.of(2026, 6, 30);

        assertThat(mentions(holder(before, List.of()))
                        .mention("CRYPTE")
                        .orElseThrow()
                        .emplacement())
                .isEqualTo(Emplacement.CERTIFICAT);
        assertThat(mentions(holder(JOUR, List.of()))
                        .mention("CRYPTE")
                        .orElseThrow()
                        .emplacement())
                .isEqualTo(Emplacement.ATTESTATION_ANNEXE);
    }
}
