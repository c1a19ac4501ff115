package fr.parchemin.jury;

import static fr.parchemin.exemple.Exemple.acquises;
import static fr.parchemin.exemple.Exemple.binaire;
import static fr.parchemin.exemple.Exemple.bloc;
import static fr.parchemin.exemple.Exemple.code;
import static fr.parchemin.exemple.Exemple.competence;
import static fr.parchemin.exemple.Exemple.detail;
import static fr.parchemin.exemple.Exemple.epreuve;
import static fr.parchemin.exemple.Exemple.referentiel;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.evaluation.Proposition;
import fr.parchemin.evaluation.Proposition.PropositionBloc;
import fr.parchemin.evaluation.Proposition.Resultat;
import fr.parchemin.evaluation.Proposition.ResultatBloc;
import fr.parchemin.exemple.Exemple;
import fr.parchemin.jury.Decision.DecisionBloc;
import fr.parchemin.jury.Decision.Issue;
import fr.parchemin.jury.Deliberations.Deliberation;
import fr.parchemin.jury.Deliberer.Conclusion;
import fr.parchemin.jury.Vote.Sens;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.RegleCertificat;
import fr.parchemin.referentiel.RegleJury;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelibererTest {

    private static final LiensCandidat AUCUN = new LiensCandidat(Set.of(), Set.of(), List.of(), null, null);

    /** Members are named by a letter for their collège and a number: E1 presides. */
    private final Map<String, MembreJury> membres = new LinkedHashMap<>();

    private RegleJury.Majorite majorite = RegleJury.Majorite.SIMPLE;
    private RegleJury.Egalite egalite = RegleJury.Egalite.AJOURNEMENT;
    private boolean parite = true;
    private Integer poidsEmployeurs;
    private List<RegleJury.MajoriteCollege> majorites = List.of();
    private LiensCandidat liens = AUCUN;
    private Map<String, ResultatBloc> proposed = Map.of("B1", ResultatBloc.VALIDE, "B2", ResultatBloc.VALIDE);
    private RegleCertificat certificat = new RegleCertificat.TousBlocs(List.of(), null);

    private void sit(int employeurs, int salaries) {
        membres.clear();
        for (int i = 1; i <= employeurs; i++) {
            member("E" + i, "EMPLOYEURS", i == 1);
        }
        for (int i = 1; i <= salaries; i++) {
            member("S" + i, "SALARIES", false);
        }
    }

    private void member(String nom, String college, boolean president) {
        membres.put(
                nom,
                new MembreJury(
                        UUID.nameUUIDFromBytes(nom.getBytes()), nom, college, null, "Maison " + nom, 5, president));
    }

    private Referentiel rules() {
        RegleJury base = Exemple.paritaire();
        RegleJury regle = new RegleJury(
                base.role(),
                List.of(
                        new RegleJury.College("EMPLOYEURS", "Collège des employeurs", 1, null, poidsEmployeurs),
                        new RegleJury.College("SALARIES", "Collège des salariés", 1)),
                2,
                parite,
                base.presidence(),
                majorite,
                egalite,
                null,
                false,
                null,
                null,
                majorites,
                null,
                null,
                null,
                false,
                false,
                List.of(),
                null,
                null,
                base.incompatibilites(),
                null);
        return Exemple.withJury(
                referentiel(
                        certificat,
                        bloc("B1", acquises(), List.of(competence("C1", binaire("a"))), List.of(epreuve("A", 1, "C1"))),
                        bloc(
                                "B2",
                                acquises(),
                                List.of(competence("C2", binaire("b"))),
                                List.of(epreuve("B", 1, "C2")))),
                regle);
    }

    private Jury jury() {
        return new Jury(
                UUID.randomUUID(),
                "J-1",
                "essai",
                "ESSAI",
                "Essai",
                "1.0.0",
                LocalDate.EPOCH,
                "Lille",
                List.copyOf(membres.values()),
                "secretariat",
                Instant.EPOCH,
                null,
                null,
                0);
    }

    private Proposition proposition() {
        List<PropositionBloc> blocs = new ArrayList<>();
        for (String code : List.of("B1", "B2")) {
            blocs.add(new PropositionBloc(code, "Bloc", proposed.get(code), List.of(), List.of()));
        }
        return new Proposition(Resultat.TOTALE, blocs, "", List.of());
    }

    private Outcome<Conclusion> deliberate(Deliberation deliberation) {
        return Deliberer.deliberate(rules(), jury(), liens, proposition(), deliberation);
    }

    private Set<UUID> all() {
        Set<UUID> ids = new LinkedHashSet<>();
        membres.values().forEach(m -> ids.add(m.id()));
        return ids;
    }

    /** Votes on B1 in the order of the members: + for, - against, 0 neither, ! says nothing. */
    private Outcome<Conclusion> vote(String voices) {
        List<Vote> votes = new ArrayList<>();
        int rank = 0;
        for (MembreJury membre : membres.values()) {
            char voice = voices.charAt(rank++);
            if (voice != '!') {
                votes.add(
                        new Vote(membre.id(), voice == '+' ? Sens.POUR : voice == '-' ? Sens.CONTRE : Sens.ABSTENTION));
            }
        }
        return deliberate(new Deliberation(all(), Map.of("B1", votes), Map.of("B2", true), "motif"));
    }

    private Outcome<Conclusion> unanime(boolean b1, boolean b2, String motif) {
        return deliberate(new Deliberation(all(), Map.of(), Map.of("B1", b1, "B2", b2), motif));
    }

    private static DecisionBloc first(Outcome<Conclusion> outcome) {
        return outcome.orElseThrow().blocs().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        // employeurs, salariés, voices, pour, contre, abstention, decision
        "1, 1, ++, 2, 0, 0, VALIDE",
        "1, 1, +-, 1, 1, 0, EGALITE",
        "2, 2, ++-+, 3, 1, 0, VALIDE",
        "2, 1, ++-, 2, 2, 0, EGALITE",
        "2, 1, +-+, 3, 1, 0, VALIDE",
        "2, 1, +--, 1, 3, 0, NON_VALIDE",
        "3, 1, +++-, 3, 3, 0, EGALITE",
        "3, 2, +++--, 6, 6, 0, EGALITE",
        "3, 2, ---+-, 3, 9, 0, NON_VALIDE",
        "2, 1, 0+-, 1, 2, 1, NON_VALIDE",
        "2, 1, 00+, 2, 0, 2, VALIDE",
        "2, 2, 0000, 0, 0, 4, EGALITE"
    })
    void collegesWeighTheSameWhateverTheirNumbers(
            int employeurs, int salaries, String voices, int pour, int contre, int abstention, String decision) {
        sit(employeurs, salaries);

        DecisionBloc bloc = first(vote(voices));

        assertThat(bloc)
                .isEqualTo(new DecisionBloc(
                        "B1", "Bloc B1", DecisionBloc.Resultat.valueOf(decision), pour, contre, abstention));
    }

    @Test
    void withoutParityEachMemberIsAVoice() {
        parite = false;
        sit(2, 1);

        assertThat(first(vote("++-")))
                .isEqualTo(new DecisionBloc("B1", "Bloc B1", DecisionBloc.Resultat.VALIDE, 2, 1, 0));
    }

    @ParameterizedTest
    @CsvSource({
        // two employers of two voices each, three employees of one
        "++---, 4, 3, VALIDE",
        "+----, 2, 5, NON_VALIDE",
        "--+++, 3, 4, NON_VALIDE",
        // employers are short of their two thirds, whatever the rest
        "+-+++, 5, 2, NON_VALIDE",
    })
    void aMemberHasTheVoicesOfTheCollegeAndACollegeMayHaveToCarryTheVoteItself(
            String voices, int pour, int contre, String decision) {
        parite = false;
        poidsEmployeurs = 2;
        majorites = List.of(new RegleJury.MajoriteCollege("EMPLOYEURS", RegleJury.Fraction.DEUX_TIERS, null));
        sit(2, 3);

        assertThat(first(vote(voices)))
                .isEqualTo(new DecisionBloc("B1", "Bloc B1", DecisionBloc.Resultat.valueOf(decision), pour, contre, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "MAJORITE, 2, 4, false",
        "MAJORITE, 3, 5, true",
        "DEUX_TIERS, 2, 3, true",
        "DEUX_TIERS, 3, 5, false",
        "TROIS_QUARTS, 3, 4, true",
        "TROIS_QUARTS, 2, 3, false",
        "UNANIMITE, 3, 3, true",
        "UNANIMITE, 2, 3, false"
    })
    void aFractionIsReachedOrNot(RegleJury.Fraction fraction, int pour, int of, boolean reached) {
        assertThat(fraction.isReached(pour, of)).isEqualTo(reached);
    }

    @Test
    void anAbsoluteMajorityCountsAbstentionsAgainst() {
        parite = false;
        sit(3, 2);
        assertThat(first(vote("++-00")).decision()).isEqualTo(DecisionBloc.Resultat.VALIDE);

        majorite = RegleJury.Majorite.ABSOLUE;
        assertThat(first(vote("++-00")).decision()).isEqualTo(DecisionBloc.Resultat.NON_VALIDE);
        assertThat(first(vote("+++00")).decision()).isEqualTo(DecisionBloc.Resultat.VALIDE);
    }

    @Test
    void whoSaysNothingAbstains() {
        sit(2, 2);

        assertThat(first(vote("++!!")))
                .isEqualTo(new DecisionBloc("B1", "Bloc B1", DecisionBloc.Resultat.VALIDE, 2, 0, 2));
    }

    @Test
    void aTieOnOneBlocPutsTheFileOff() {
        sit(1, 1);

        assertThat(vote("+-").orElseThrow().issue()).isEqualTo(Issue.AJOURNEMENT);
    }

    @Test
    void thePresidentBreaksATieWhereTheRuleSaysSo() {
        egalite = RegleJury.Egalite.VOIX_PRESIDENT;
        sit(1, 1);

        assertThat(first(vote("+-")).decision()).isEqualTo(DecisionBloc.Resultat.VALIDE);
        assertThat(first(vote("-+")).decision()).isEqualTo(DecisionBloc.Resultat.NON_VALIDE);
    }

    @Test
    void aPresidentWhoAbstainsBreaksNoTie() {
        egalite = RegleJury.Egalite.VOIX_PRESIDENT;
        sit(2, 2);

        assertThat(first(vote("0+-0")).decision()).isEqualTo(DecisionBloc.Resultat.EGALITE);
        assertThat(first(vote("0000")).decision()).isEqualTo(DecisionBloc.Resultat.EGALITE);
    }

    @Test
    void aPresidentWithoutAVoteBreaksNoTie() {
        egalite = RegleJury.Egalite.VOIX_PRESIDENT;
        liens = new LiensCandidat(Set.of(), Set.of(), List.of(), "Maison E1", null);
        sit(2, 1);

        List<Vote> votes = List.of(
                new Vote(membres.get("E2").id(), Sens.POUR),
                new Vote(membres.get("S1").id(), Sens.CONTRE));

        assertThat(first(deliberate(new Deliberation(all(), Map.of("B1", votes), Map.of("B2", true), "motif")))
                        .decision())
                .isEqualTo(DecisionBloc.Resultat.EGALITE);
    }

    @Test
    void whoSitsWithoutAVoteWeighsNothing() {
        liens = new LiensCandidat(Set.of(), Set.of(), List.of(), "Maison S2", null);
        sit(1, 2);

        DecisionBloc bloc = first(unanime(true, true, null));

        assertThat(bloc.pour()).isEqualTo(2);
        assertThat(bloc.contre() + bloc.abstention()).isZero();
    }

    @Test
    void whoSitsWithoutAVoteCannotVote() {
        liens = new LiensCandidat(Set.of(), Set.of(), List.of(), "Maison S2", null);
        sit(1, 2);

        Outcome<Conclusion> refused = vote("+++");

        assertThat(code(refused)).isEqualTo(CodeRefus.VOTE_INVALIDE);
    }

    @Test
    void aCollegeThatHasNobodyLeftToVoteStopsTheDeliberation() {
        liens = new LiensCandidat(Set.of(), Set.of(), List.of(), "Maison S1", null);
        sit(2, 1);

        Outcome<Conclusion> refused = unanime(true, true, null);

        assertThat(code(refused)).isEqualTo(CodeRefus.QUORUM_NON_ATTEINT);
        assertThat(detail(refused)).contains("« Collège des salariés » n’a voix délibérative");
    }

    @Test
    void nobodyLeftToVoteStopsTheDeliberation() {
        parite = false;
        sit(1, 1);
        liens = new LiensCandidat(Set.of(), Set.of(), List.of(), "Maison E1", null);
        membres.computeIfPresent(
                "S1", (nom, m) -> new MembreJury(m.id(), nom, m.college(), null, "Maison E1", 5, false));

        assertThat(code(unanime(true, true, null))).isEqualTo(CodeRefus.QUORUM_NON_ATTEINT);
    }

    @Test
    void whoMayNotSitStopsTheDeliberationUnlessAbsent() {
        liens = new LiensCandidat(Set.of(), Set.of("S2"), List.of(), null, null);
        sit(1, 2);

        assertThat(code(unanime(true, true, null))).isEqualTo(CodeRefus.JURY_INCOMPATIBILITE);

        Set<UUID> without = all();
        without.remove(membres.get("S2").id());
        assertThat(deliberate(new Deliberation(without, Map.of(), Map.of("B1", true, "B2", true), null))
                        .isDone())
                .isTrue();
    }

    @Test
    void refusesToDeliberateWithoutAQuorum() {
        sit(2, 1);

        assertThat(code(deliberate(new Deliberation(
                        Set.of(membres.get("E1").id(), membres.get("E2").id()),
                        Map.of(),
                        Map.of("B1", true, "B2", true),
                        null))))
                .isEqualTo(CodeRefus.QUORUM_NON_ATTEINT);
        assertThat(code(deliberate(new Deliberation(Set.of(), Map.of(), Map.of("B1", true, "B2", true), null))))
                .isEqualTo(CodeRefus.QUORUM_NON_ATTEINT);
    }

    @Test
    void refusesAPresenceOfSomebodyWhoIsNotOfTheJury() {
        sit(1, 1);
        Set<UUID> strangers = all();
        strangers.add(UUID.randomUUID());

        assertThat(code(deliberate(new Deliberation(strangers, Map.of(), Map.of("B1", true, "B2", true), null))))
                .isEqualTo(CodeRefus.VOTE_INVALIDE);
    }

    @Test
    void refusesAVoteOfSomebodyWhoIsNotThere() {
        sit(1, 2);
        Set<UUID> present = Set.of(membres.get("E1").id(), membres.get("S1").id());
        List<Vote> votes = List.of(new Vote(membres.get("S2").id(), Sens.POUR));

        assertThat(code(deliberate(new Deliberation(present, Map.of("B1", votes), Map.of("B2", true), null))))
                .isEqualTo(CodeRefus.VOTE_INVALIDE);
    }

    @Test
    void refusesASecondVoteOfTheSameMember() {
        sit(1, 1);
        UUID twice = membres.get("E1").id();

        Outcome<Conclusion> refused = deliberate(new Deliberation(
                all(),
                Map.of("B1", List.of(new Vote(twice, Sens.POUR), new Vote(twice, Sens.POUR))),
                Map.of("B2", true),
                null));

        assertThat(code(refused)).isEqualTo(CodeRefus.VOTE_INVALIDE);
        assertThat(detail(refused)).contains("« E1 » vote deux fois sur le bloc B1");
    }

    @Test
    void everyBlocHasVotesOrAUnanimousDecisionNotBothNorNeither() {
        sit(1, 1);

        assertThat(detail(deliberate(new Deliberation(all(), Map.of(), Map.of("B1", true), null))))
                .contains("le bloc B2 n’a pas de vote");
        assertThat(detail(deliberate(
                        new Deliberation(all(), Map.of("B1", List.of()), Map.of("B1", true, "B2", true), null))))
                .contains("à la fois des votes et une décision unanime");
        assertThat(detail(deliberate(
                        new Deliberation(all(), Map.of(), Map.of("B1", true, "B2", true, "B9", true), null))))
                .contains("le bloc « B9 » n’existe pas", "B1, B2");
    }

    @Test
    void unanimousMeansEveryVotingMemberAndIsKeptAsTheirVotes() {
        sit(2, 1);

        Conclusion conclusion = unanime(true, false, "Bloc 2 non acquis").orElseThrow();

        assertThat(conclusion.votes().get("B1")).hasSize(3).allMatch(v -> v.sens() == Sens.POUR);
        assertThat(conclusion.votes().get("B2")).hasSize(3).allMatch(v -> v.sens() == Sens.CONTRE);
        assertThat(conclusion.issue()).isEqualTo(Issue.VALIDATION_PARTIELLE);
    }

    @Test
    void everyBlocValidatedIsATotalValidation() {
        sit(1, 1);

        assertThat(unanime(true, true, null).orElseThrow().issue()).isEqualTo(Issue.VALIDATION_TOTALE);
    }

    @Test
    void enoughBlocsAreATotalValidationWhereTheRuleSaysSo() {
        certificat = new RegleCertificat.BlocsAuMoins(1, List.of(), null);
        proposed = Map.of("B1", ResultatBloc.VALIDE, "B2", ResultatBloc.NON_VALIDE);
        sit(1, 1);

        assertThat(unanime(true, false, null).orElseThrow().issue()).isEqualTo(Issue.VALIDATION_TOTALE);
    }

    @ParameterizedTest
    @CsvSource({
        "VALIDE, true, false",
        "VALIDE, false, true",
        "NON_VALIDE, true, true",
        "NON_VALIDE, false, false",
        "INDETERMINE, true, true",
        "INDETERMINE, false, false",
        "DIVERGENT, true, false",
        "DIVERGENT, false, false"
    })
    void aReasonIsAskedForWhenTheDecisionDepartsFromTheProposal(
            ResultatBloc proposal, boolean decision, boolean asked) {
        proposed = Map.of("B1", proposal, "B2", ResultatBloc.VALIDE);
        sit(1, 1);

        assertThat(code(unanime(decision, true, null))).isEqualTo(asked ? CodeRefus.MOTIF_REQUIS : null);
        assertThat(code(unanime(decision, true, "  "))).isEqualTo(asked ? CodeRefus.MOTIF_REQUIS : null);
        assertThat(unanime(decision, true, " pesé ").orElseThrow().motif()).isEqualTo("pesé");
    }

    @Test
    void aRefusalIsAlwaysReasoned() {
        proposed = Map.of("B1", ResultatBloc.NON_VALIDE, "B2", ResultatBloc.NON_VALIDE);
        sit(1, 1);

        assertThat(code(unanime(false, false, null))).isEqualTo(CodeRefus.MOTIF_REQUIS);
        assertThat(unanime(false, false, "Trop d’écarts").orElseThrow().issue()).isEqualTo(Issue.REFUS);
    }

    /** A jury and what it says, at random. */
    record Assemblee(int employeurs, int salaries, String voices, boolean absolue, boolean president) {}

    @Property
    void noBallotCountsMoreOrLessThanTheCollegesWeigh(@ForAll("assemblees") Assemblee assemblee) {
        DelibererTest session = new DelibererTest();
        session.sit(assemblee.employeurs(), assemblee.salaries());
        session.majorite = assemblee.absolue() ? RegleJury.Majorite.ABSOLUE : RegleJury.Majorite.SIMPLE;
        session.egalite = assemblee.president() ? RegleJury.Egalite.VOIX_PRESIDENT : RegleJury.Egalite.AJOURNEMENT;

        DecisionBloc bloc = first(session.vote(assemblee.voices()));

        int each = bloc.pour() + bloc.contre() + bloc.abstention();
        assertThat(each % 2).as("both collèges weigh the same").isZero();
        int employeurs = weight(assemblee.voices().substring(0, assemblee.employeurs()), '+', each / 2);
        int salaries = weight(assemblee.voices().substring(assemblee.employeurs()), '+', each / 2);
        assertThat(bloc.pour()).isEqualTo(employeurs + salaries);
        if (bloc.pour() == 0) {
            assertThat(bloc.decision()).isNotEqualTo(DecisionBloc.Resultat.VALIDE);
        }
        if (bloc.decision() == DecisionBloc.Resultat.VALIDE) {
            assertThat(bloc.pour()).isGreaterThanOrEqualTo(bloc.contre());
        }
    }

    private static int weight(String voices, char voice, int college) {
        return (int) voices.chars().filter(c -> c == voice).count() * college / voices.length();
    }

    @Provide
    Arbitrary<Assemblee> assemblees() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 6);
        return Combinators.combine(sizes, sizes).flatAs((employeurs, salaries) -> Combinators.combine(
                        Arbitraries.strings().withChars('+', '-', '0', '!').ofLength(employeurs + salaries),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((voices, absolue, president) -> new Assemblee(employeurs, salaries, voices, absolue, president)));
    }
}
