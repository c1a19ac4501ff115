package fr.parchemin.evaluation;

import static fr.parchemin.exemple.Exemple.absence;
import static fr.parchemin.exemple.Exemple.acquises;
import static fr.parchemin.exemple.Exemple.binaire;
import static fr.parchemin.exemple.Exemple.bloc;
import static fr.parchemin.exemple.Exemple.competence;
import static fr.parchemin.exemple.Exemple.epreuve;
import static fr.parchemin.exemple.Exemple.niveaux;
import static fr.parchemin.exemple.Exemple.passage;
import static fr.parchemin.exemple.Exemple.pese;
import static fr.parchemin.exemple.Exemple.plain;
import static fr.parchemin.exemple.Exemple.points;
import static fr.parchemin.exemple.Exemple.referentiel;
import static fr.parchemin.exemple.Exemple.regie;
import static fr.parchemin.exemple.Exemple.saisie;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.evaluation.Proposition.PropositionBloc;
import fr.parchemin.evaluation.Proposition.Resultat;
import fr.parchemin.evaluation.Proposition.ResultatBloc;
import fr.parchemin.exemple.Exemple;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.Concordance;
import fr.parchemin.referentiel.Critere;
import fr.parchemin.referentiel.Epreuve;
import fr.parchemin.referentiel.Epreuve.Absence;
import fr.parchemin.referentiel.Epreuve.Passages;
import fr.parchemin.referentiel.NoteBloc;
import fr.parchemin.referentiel.Provenance;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Regle;
import fr.parchemin.referentiel.RegleCertificat;
import fr.parchemin.referentiel.Terme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the golden cases of the branch « baremes » do not show: explanations, disagreements, what is left out. */
class BaremesTest {

    private static final LocalDate JOUR = LocalDate.of(2026, 6, 15);

    private static PropositionBloc propose(Referentiel referentiel, Saisie... saisies) {
        return PropositionEngine.propose(referentiel, "", List.of(saisies), Set.of())
                .blocs()
                .get(0);
    }

    private static String line(PropositionBloc bloc, int line) {
        return plain(bloc.explications().get(line).libelle());
    }

    private static Terme epreuveTerme(String code, String poids) {
        return new Terme(code, null, null, null, null, new BigDecimal(poids), null, null);
    }

    private static BlocCompetences marks(Regle regle) {
        return bloc(
                "B",
                regle,
                List.of(competence("C1", points("a", "20")), competence("C2", points("b", "10"))),
                List.of(epreuve("A", 1, "C1"), epreuve("B", 1, "C2")));
    }

    private static Regle moyenne(String seuil, String plancher, Integer arrondi) {
        return new Regle.Moyenne(
                List.of(epreuveTerme("A", "1"), epreuveTerme("B", "2")),
                null,
                new BigDecimal(seuil),
                plancher == null ? null : new BigDecimal(plancher),
                arrondi,
                null);
    }

    @Test
    void aMeanBringsItsTermsToOneScaleAndSaysWhatEachGave() {
        PropositionBloc proposed = propose(
                referentiel(marks(moyenne("12", null, null))), saisie("A", "e", "a=8"), saisie("B", "e", "b=7"));

        assertThat(proposed.resultat()).isEqualTo(ResultatBloc.VALIDE);
        assertThat(line(proposed, 0)).isEqualTo("Moyenne d’au moins 12/20 : 12/20 (A 8, B 14 × 2)");
    }

    @Test
    void aMeanSaysWhichTermIsUnderItsFloor() {
        PropositionBloc proposed = propose(
                referentiel(marks(moyenne("10", "6", null))), saisie("A", "e", "a=5.99"), saisie("B", "e", "b=10"));

        assertThat(proposed.resultat()).isEqualTo(ResultatBloc.NON_VALIDE);
        assertThat(line(proposed, 0))
                .isEqualTo(
                        "Moyenne d’au moins 10/20 et aucune note sous 6 : 15,33/20 (A 5,99, sous le plancher de 6, B 20 × 2)");
    }

    @ParameterizedTest
    @CsvSource({"9.99, , NON_VALIDE", "9.99, 2, VALIDE", "9.98, 2, NON_VALIDE"})
    void aMeanIsRoundedOnlyWhereTheRuleSaysSo(String mark, Integer arrondi, ResultatBloc expected) {
        // with 10 beside, 9,99 makes 9,995 and 9,98 makes 9,99
        BlocCompetences bloc = bloc(
                "B",
                new Regle.Moyenne(
                        List.of(epreuveTerme("A", "1"), epreuveTerme("B", "1")),
                        null,
                        BigDecimal.TEN,
                        null,
                        arrondi,
                        null),
                List.of(competence("C1", points("a", "20")), competence("C2", points("b", "20"))),
                List.of(epreuve("A", 1, "C1"), epreuve("B", 1, "C2")));

        assertThat(propose(referentiel(bloc), saisie("A", "e", "a=" + mark), saisie("B", "e", "b=10"))
                        .resultat())
                .isEqualTo(expected);
    }

    @Test
    void aMeanWaitsForEachTermAndFailsOnceTheRestCannotDo() {
        Referentiel referentiel = referentiel(marks(moyenne("14", null, null)));

        PropositionBloc open = propose(referentiel, saisie("A", "e", "a=2"));
        assertThat(open.resultat()).isEqualTo(ResultatBloc.INDETERMINE);
        assertThat(open.manques()).containsExactly("B");
        assertThat(propose(referentiel, saisie("A", "e", "a=1.99")).resultat()).isEqualTo(ResultatBloc.NON_VALIDE);
        assertThat(propose(referentiel, saisie("A", "e", "a=20"), saisie("B", "e", "b=10"))
                        .manques())
                .isEmpty();
    }

    @Test
    void aLevelIsAcquiredOrNotAndBearsItsPoints() {
        Critere level = niveaux("n", "B", "D:0", "C:6", "B:14", "A:20");
        BlocCompetences acquired =
                bloc("B", acquises(), List.of(competence("C", level)), List.of(epreuve("E", 2, "C")));
        BlocCompetences marked = bloc(
                "B",
                new Regle.NoteMinimale("E", new BigDecimal("17"), null),
                List.of(competence("C", level)),
                List.of(epreuve("E", 2, "C")));

        assertThat(propose(referentiel(acquired), saisie("E", "e", "n=B"), saisie("E", "f", "n=A"))
                        .resultat())
                .isEqualTo(ResultatBloc.VALIDE);
        assertThat(propose(referentiel(acquired), saisie("E", "e", "n=C"), saisie("E", "f", "n=A"))
                        .resultat())
                .isEqualTo(ResultatBloc.DIVERGENT);
        assertThat(propose(referentiel(marked), saisie("E", "e", "n=B"), saisie("E", "f", "n=A"))
                        .resultat())
                .isEqualTo(ResultatBloc.VALIDE);
        assertThat(propose(referentiel(marked), saisie("E", "e", "n=B"), saisie("E", "f", "n=B"))
                        .resultat())
                .isEqualTo(ResultatBloc.NON_VALIDE);
    }

    @ParameterizedTest
    @CsvSource({"OUVERT, INDETERMINE", "NON_ACQUIS, NON_VALIDE", "IGNORE, VALIDE"})
    void theCriterionSaysWhatItMeansThatNobodySawIt(Critere.NonObserve meaning, ResultatBloc expected) {
        BlocCompetences bloc = bloc(
                "B",
                acquises(),
                List.of(competence("C", binaire("a"), pese(binaire("b"), "1", meaning))),
                List.of(epreuve("E", 1, "C")));

        assertThat(propose(referentiel(bloc), saisie("E", "e", "a=ACQUIS", "b=NON_OBSERVE"))
                        .resultat())
                .isEqualTo(expected);
    }

    @Test
    void aShareCountsWeightsAndSaysWhatIsMissing() {
        BlocCompetences bloc = bloc(
                "B",
                new Regle.PourcentageAcquis(
                        Regle.PourcentageAcquis.Portee.CRITERES, List.of(), new BigDecimal("70"), null),
                List.of(competence(
                        "C",
                        pese(binaire("a"), "6", null),
                        pese(binaire("b"), "1", null),
                        pese(binaire("c"), "3", null))),
                List.of(epreuve("E", 2, "C")));

        PropositionBloc disputed = propose(
                referentiel(bloc),
                saisie("E", "e", "a=ACQUIS", "b=ACQUIS", "c=NON_ACQUIS"),
                saisie("E", "f", "a=ACQUIS", "b=NON_ACQUIS", "c=NON_ACQUIS"));
        assertThat(disputed.resultat()).isEqualTo(ResultatBloc.DIVERGENT);
        assertThat(line(disputed, 0))
                .isEqualTo("Au moins 70 % des critères : 6 acquis sur 10, 1 à trancher par le jury");
    }

    @Test
    void aShareOfCompetencesTellsEach() {
        BlocCompetences bloc = bloc(
                "B",
                new Regle.PourcentageAcquis(
                        Regle.PourcentageAcquis.Portee.COMPETENCES, List.of(), new BigDecimal("50"), null),
                List.of(competence("C1", binaire("a")), competence("C2", binaire("b"))),
                List.of(epreuve("E", 1, "C1", "C2")));

        PropositionBloc proposed = propose(referentiel(bloc), saisie("E", "e", "a=ACQUIS", "b=NON_ACQUIS"));
        assertThat(proposed.resultat()).isEqualTo(ResultatBloc.VALIDE);
        assertThat(proposed.explications()).hasSize(3);
        assertThat(line(proposed, 0)).isEqualTo("Au moins 50 % des compétences : 1 acquises sur 2");
        assertThat(proposed.explications().get(1).profondeur()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"UNANIMITE, DIVERGENT, DIVERGENT", "PLUS_BASSE, NON_VALIDE, NON_VALIDE", "MAJORITE, DIVERGENT, VALIDE"})
    void opinionsMakeOneAsTheConcordanceSays(
            Concordance.Binaire binaire, ResultatBloc oneToOne, ResultatBloc twoToOne) {
        BlocCompetences bloc =
                bloc("B", acquises(), List.of(competence("C", binaire("a"))), List.of(epreuve("E", 2, "C")));
        Referentiel referentiel = Exemple.withConcordance(
                referentiel(bloc), new Concordance(binaire, Concordance.Points.MOYENNE, null, null));

        Saisie yes = saisie("E", "e", "a=ACQUIS");
        Saisie no = saisie("E", "f", "a=NON_ACQUIS");
        assertThat(propose(referentiel, yes, no).resultat()).isEqualTo(oneToOne);
        assertThat(propose(referentiel, yes, no, saisie("E", "g", "a=ACQUIS")).resultat())
                .isEqualTo(twoToOne);
    }

    @ParameterizedTest
    @CsvSource({"MOYENNE, 11", "PLUS_BASSE, 10", "PLUS_HAUTE, 12"})
    void marksMakeOneAsTheConcordanceSays(Concordance.Points points, String mark) {
        BlocCompetences bloc = bloc(
                "B",
                new Regle.NoteMinimale("E", new BigDecimal(mark), null),
                List.of(competence("C", points("a", "20"))),
                List.of(epreuve("E", 2, "C")));
        BlocCompetences higher = bloc(
                "B",
                new Regle.NoteMinimale("E", new BigDecimal(mark + ".01"), null),
                bloc.competences(),
                bloc.epreuves());
        Concordance concordance = new Concordance(Concordance.Binaire.UNANIMITE, points, null, null);
        Saisie[] given = {saisie("E", "e", "a=10"), saisie("E", "f", "a=12")};

        assertThat(propose(Exemple.withConcordance(referentiel(bloc), concordance), given)
                        .resultat())
                .isEqualTo(ResultatBloc.VALIDE);
        assertThat(propose(Exemple.withConcordance(referentiel(higher), concordance), given)
                        .resultat())
                .isEqualTo(ResultatBloc.NON_VALIDE);
    }

    private static BlocCompetences sat(Passages passages, Absence absence) {
        return bloc(
                "B",
                new Regle.NoteMinimale("E", BigDecimal.TEN, null),
                List.of(competence("C", points("a", "20"))),
                List.of(regie(epreuve("E", 1, "C"), null, passages, absence)));
    }

    @ParameterizedTest
    @CsvSource({
        "DERNIER, 12, 8, NON_VALIDE",
        "DERNIER, 8, 12, VALIDE",
        "MEILLEUR, 12, 8, VALIDE",
        "MEILLEUR, 8, 12, VALIDE",
        "MOYENNE, 12, 8, VALIDE",
        "MOYENNE, 12, 7.99, NON_VALIDE"
    })
    void thePassageThatCountsIsTheOneOfTheRegime(
            Passages.Retenu retenu, String first, String second, ResultatBloc expected) {
        Referentiel referentiel = referentiel(sat(new Passages(null, 2, retenu, null), null));
        Saisie one = saisie("E", "e", "a=" + first);
        Saisie two = passage(saisie("E", "e", "a=" + second), 2, JOUR);

        assertThat(propose(referentiel, one, two).resultat()).isEqualTo(expected);
        assertThat(propose(referentiel, two, one).resultat()).isEqualTo(expected);
    }

    @Test
    void anAbsenceAtARetakeTakesNothingAwayFromWhatWasSat() {
        Referentiel referentiel = referentiel(sat(new Passages(null, 2, Passages.Retenu.DERNIER, null), null));

        assertThat(propose(referentiel, saisie("E", "e", "a=12"), passage(absence("E", "e", Presence.ABSENT), 2, JOUR))
                        .resultat())
                .isEqualTo(ResultatBloc.VALIDE);
    }

    @Test
    void aRetakeUnderWayIsWaitedFor() {
        BlocCompetences bloc = bloc(
                "B",
                new Regle.NoteMinimale("E", BigDecimal.TEN, null),
                List.of(competence("C", points("a", "20"))),
                List.of(regie(epreuve("E", 2, "C"), null, new Passages(null, 2, Passages.Retenu.DERNIER, null), null)));

        PropositionBloc proposed = propose(
                referentiel(bloc),
                saisie("E", "e", "a=8"),
                saisie("E", "f", "a=8"),
                passage(saisie("E", "e", "a=12"), 2, JOUR));

        assertThat(proposed.resultat()).isEqualTo(ResultatBloc.INDETERMINE);
        assertThat(proposed.manques()).containsExactly("E");
    }

    @ParameterizedTest
    @CsvSource({
        "ABSENT, DEFAILLANT, DEFAILLANT, DEFAILLANT",
        "EXCUSE, DEFAILLANT, AJOURNE, AJOURNE",
        "ABSENT, ABSENT, ABSENT, ABSENT",
        "ABANDON, , ABANDON, ABANDON",
        "ABSENT, , INDETERMINE, INCOMPLETE"
    })
    void theEpreuveSaysWhatAnAbsenceMakesOfTheBloc(
            Presence presence, Absence.Suite nonExcusee, ResultatBloc bloc, Resultat certificat) {
        Absence absence = nonExcusee == null ? null : new Absence(nonExcusee, Absence.Suite.AJOURNE);
        Proposition proposed = PropositionEngine.propose(
                referentiel(sat(null, absence)), "", List.of(absence("E", "e", presence)), Set.of());

        assertThat(proposed.blocs().get(0).resultat()).isEqualTo(bloc);
        assertThat(proposed.proposition()).isEqualTo(certificat);
        assertThat(proposed.manques()).isEmpty();
    }

    @Test
    void whatAnAbsenceMeansMattersOnlyWhereTheRuleNeedsTheEpreuve() {
        Epreuve missed =
                regie(epreuve("E", 1, "C"), null, null, new Absence(Absence.Suite.DEFAILLANT, Absence.Suite.AJOURNE));
        BlocCompetences bloc = bloc(
                "B",
                new Regle.Meilleures(List.of("E", "F"), 1, null, BigDecimal.TEN, null),
                List.of(competence("C", points("a", "20")), competence("D", points("b", "20"))),
                List.of(missed, epreuve("F", 1, "D")));

        assertThat(propose(referentiel(bloc), absence("E", "e", Presence.ABSENT), saisie("F", "e", "b=12"))
                        .resultat())
                .isEqualTo(ResultatBloc.VALIDE);
    }

    @Test
    void aRuleThatTheEngineDoesNotKnowIsHandedOutAndTakenAsOneOfItsOwn() {
        record Code(String nom) implements Regle.Externe {
            @Override
            public Provenance provenance() {
                return null;
            }
        }
        BlocCompetences bloc = bloc(
                "B",
                Exemple.toutes(acquises(), new Code("maison")),
                List.of(competence("C", binaire("a"))),
                List.of(epreuve("E", 1, "C")));
        ReglesExternes externes = new ReglesExternes() {
            @Override
            public Reponse bloc(Regle.Externe regle, FaitsBloc faits) {
                boolean some = faits.saisies().stream().anyMatch(s -> s.presence() == Presence.PRESENT);
                return some
                        ? new Reponse(Verdict.SATISFAITE, regle.nom() + " : vu", Set.of())
                        : new Reponse(Verdict.INDETERMINEE, regle.nom() + " : pas vu", Set.of("E"));
            }

            @Override
            public Reponse certificat(RegleCertificat.Externe regle, FaitsCertificat faits) {
                throw new AssertionError("no such rule here");
            }
        };
        Contexte contexte = new Contexte(null, null, Set.of(), externes);

        PropositionBloc marked = PropositionEngine.propose(
                        referentiel(bloc), "", List.of(saisie("E", "e", "a=ACQUIS")), contexte)
                .blocs()
                .get(0);
        assertThat(marked.resultat()).isEqualTo(ResultatBloc.VALIDE);
        assertThat(line(marked, 3)).isEqualTo("maison : vu");
        assertThat(propose(referentiel(bloc), saisie("E", "e", "a=ACQUIS")).resultat())
                .as("nobody knows the rule")
                .isEqualTo(ResultatBloc.INDETERMINE);
    }

    @Test
    void aJuryThatFollowsAProposalByCompensationGrantsTheCertificate() {
        Regle unit = new Regle.NoteMinimale("E", BigDecimal.TEN, null);
        BlocCompetences one = withNote(sat("1", unit), "1");
        BlocCompetences two = withNote(sat("2", unit), "2");
        Referentiel referentiel = referentiel(
                new RegleCertificat.MoyenneBlocs(List.of(), null, BigDecimal.TEN, new BigDecimal("8"), null, null),
                one,
                two);
        Proposition proposed = PropositionEngine.propose(
                referentiel, "", List.of(saisie("E1", "e", "a1=9"), saisie("E2", "e", "a2=11")), Set.of());

        assertThat(proposed.proposition()).isEqualTo(Resultat.TOTALE);
        assertThat(plain(proposed.explications().get(0).libelle()))
                .isEqualTo("Moyenne des blocs d’au moins 10/20 et aucune note sous 8 : 10/20 (1 9, 2 11)");
        assertThat(CertificatVote.isReached(referentiel, proposed, Set.of("2"))).isTrue();
        Proposition refused = PropositionEngine.propose(
                referentiel, "", List.of(saisie("E1", "e", "a1=7"), saisie("E2", "e", "a2=20")), Set.of());
        assertThat(refused.proposition()).isEqualTo(Resultat.PARTIELLE);
        assertThat(CertificatVote.isReached(referentiel, refused, Set.of("2"))).isFalse();
        assertThat(CertificatVote.isReached(referentiel, refused, Set.of("1", "2")))
                .as("the jury is sovereign")
                .isTrue();
    }

    private static BlocCompetences sat(String n, Regle regle) {
        Regle own = new Regle.NoteMinimale("E" + n, ((Regle.NoteMinimale) regle).seuil(), null);
        return bloc(n, own, List.of(competence("C" + n, points("a" + n, "20"))), List.of(epreuve("E" + n, 1, "C" + n)));
    }

    private static BlocCompetences withNote(BlocCompetences bloc, String n) {
        return new BlocCompetences(
                bloc.code(),
                bloc.intitule(),
                null,
                bloc.activites(),
                bloc.validiteMois(),
                bloc.validiteMoisParStatut(),
                null,
                bloc.competences(),
                bloc.epreuves(),
                new NoteBloc(List.of(epreuveTerme("E" + n, "1")), null, null),
                bloc.regle(),
                null);
    }
}
