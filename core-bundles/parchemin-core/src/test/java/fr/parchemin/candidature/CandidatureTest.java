package fr.parchemin.candidature;

import static fr.parchemin.exemple.Exemple.acquises;
import static fr.parchemin.exemple.Exemple.binaire;
import static fr.parchemin.exemple.Exemple.bloc;
import static fr.parchemin.exemple.Exemple.code;
import static fr.parchemin.exemple.Exemple.competence;
import static fr.parchemin.exemple.Exemple.detail;
import static fr.parchemin.exemple.Exemple.epreuve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.acte.Outcome;
import fr.parchemin.exemple.Exemple;
import fr.parchemin.referentiel.Prerequis;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.Voie;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidatureTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final UUID JURY = new UUID(7, 7);

    private static final Prerequis COMPULSORY = prerequis("OBL", true);
    private static final Prerequis OPTIONAL = prerequis("OPT", false);

    private static final Referentiel REFERENTIEL = Exemple.withCertification(
            Exemple.referentiel(
                    bloc("B", acquises(), List.of(competence("C", binaire("a"))), List.of(epreuve("A", 2, "C")))),
            Exemple.certification(COMPULSORY, OPTIONAL));

    private static Prerequis prerequis(String code, boolean compulsory) {
        return new Prerequis(
                code, "Prérequis " + code, Prerequis.Type.CONDITION, compulsory, null, null, null, null, null);
    }

    private static Candidature in(EtatCandidature etat) {
        return new Candidature(
                UUID.randomUUID(),
                "C-2026-000001",
                "essai",
                "ESSAI",
                "Essai",
                "1.0.0",
                "0".repeat(64),
                Voie.FORMATION,
                etat,
                new Candidat("Durand", null, "Alix", Candidat.Sexe.F, LocalDate.of(1990, 1, 1), "Lens", null),
                null,
                null,
                List.of(),
                Map.of(),
                Set.of(),
                "organisme",
                Instant.EPOCH,
                3);
    }

    private static ConstatPrerequis constat(String code, boolean met, LocalDate until) {
        return new ConstatPrerequis(code, met, null, null, until, null, "secretariat", Instant.EPOCH);
    }

    private static Outcome<Candidature> establish(Candidature file, ConstatPrerequis constat) {
        return file.establish(REFERENTIEL.certification(), constat, TODAY);
    }

    // ---- prerequisites

    @Test
    void isRecevableOnceEveryCompulsoryPrerequisiteIsMet() {
        Candidature file = in(new EtatCandidature.Deposee());

        assertThat(establish(file, constat("OPT", true, null))
                        .orElseThrow()
                        .etat()
                        .code())
                .isEqualTo("DEPOSEE");
        assertThat(establish(file, constat("OBL", true, null))
                        .orElseThrow()
                        .etat()
                        .code())
                .isEqualTo("RECEVABLE");
        assertThat(establish(file, constat("OBL", false, null))
                        .orElseThrow()
                        .etat()
                        .code())
                .isEqualTo("IRRECEVABLE");
        assertThat(establish(file, constat("OPT", false, null))
                        .orElseThrow()
                        .etat()
                        .code())
                .as("what is optional does not stop anybody")
                .isEqualTo("DEPOSEE");
    }

    @Test
    void anIrrecevableFileIsMended() {
        Candidature file = establish(in(new EtatCandidature.Deposee()), constat("OBL", false, null))
                .orElseThrow();

        assertThat(establish(file, constat("OBL", true, null))
                        .orElseThrow()
                        .etat()
                        .code())
                .isEqualTo("RECEVABLE");
    }

    @Test
    void aFileIsRecevableAtOnceWhereNothingIsAskedFor() {
        assertThat(in(new EtatCandidature.Deposee())
                        .assess(Exemple.certification(), TODAY)
                        .etat()
                        .code())
                .isEqualTo("RECEVABLE");
    }

    @Test
    void aPrerequisiteThatLapsedSinceItWasCheckedStopsTheDesignation() {
        Candidature file = establish(in(new EtatCandidature.Deposee()), constat("OBL", true, TODAY))
                .orElseThrow();

        assertThat(file.designate(REFERENTIEL, Set.of("e1", "e2"), TODAY).isDone())
                .isTrue();
        Outcome<Candidature> lapsed = file.designate(REFERENTIEL, Set.of("e1", "e2"), TODAY.plusDays(1));
        assertThat(code(lapsed)).isEqualTo(CodeRefus.PREREQUIS_MANQUANTS);
        assertThat(detail(lapsed)).contains("Prérequis OBL").doesNotContain("Prérequis OPT");
    }

    @Test
    void attestationsAreThoseHeldOnTheDay() {
        Candidature file = establish(in(new EtatCandidature.Deposee()), constat("OPT", true, TODAY))
                .orElseThrow();

        assertThat(file.attestationsOn(TODAY)).containsExactly("OPT");
        assertThat(file.attestationsOn(TODAY.plusDays(1))).isEmpty();
    }

    // ---- évaluateurs

    @Test
    void asksForAsManyEvaluateursAsTheGridNeeds() {
        Candidature file = in(new EtatCandidature.EnEvaluation());

        Outcome<Candidature> refused = file.designate(REFERENTIEL, Set.of("e1"), TODAY);

        assertThat(code(refused)).isEqualTo(CodeRefus.EVALUATEURS_INSUFFISANTS);
        assertThat(detail(refused)).contains("2 évaluateurs différents ; 1 désigné");
        assertThat(file.designate(REFERENTIEL, Set.of("e1", "e2", "e3"), TODAY)
                        .orElseThrow()
                        .evaluateurs())
                .containsExactly("e1", "e2", "e3");
    }

    // ---- the walk through the states

    /** What may be asked of a file, and what it refuses with when it is not the time. */
    enum Demande {
        CONSTATER,
        CONSTATER_NON_SATISFAIT,
        DESIGNER,
        PRESENTER,
        DECIDER,
        AJOURNER,
        DELIVRER
    }

    private static final Map<Demande, Function<Candidature, Outcome<Candidature>>> GESTES =
            new EnumMap<>(Demande.class);

    static {
        GESTES.put(Demande.CONSTATER, file -> establish(file, constat("OBL", true, null)));
        GESTES.put(Demande.CONSTATER_NON_SATISFAIT, file -> establish(file, constat("OBL", false, null)));
        GESTES.put(Demande.DESIGNER, file -> file.designate(REFERENTIEL, Set.of("e1", "e2"), TODAY));
        GESTES.put(Demande.PRESENTER, file -> file.present(JURY));
        GESTES.put(Demande.DECIDER, file -> Outcome.done(file.decided()));
        GESTES.put(Demande.AJOURNER, file -> Outcome.done(file.postponed()));
        GESTES.put(Demande.DELIVRER, file -> Outcome.done(file.delivered()));
    }

    /** From each state, the requests that are granted and where they lead. */
    private static final Map<String, Map<Demande, String>> PERMIS = Map.of(
            "DEPOSEE", Map.of(Demande.CONSTATER, "RECEVABLE", Demande.CONSTATER_NON_SATISFAIT, "IRRECEVABLE"),
            "IRRECEVABLE", Map.of(Demande.CONSTATER, "RECEVABLE", Demande.CONSTATER_NON_SATISFAIT, "IRRECEVABLE"),
            "RECEVABLE",
                    Map.of(
                            Demande.CONSTATER, "RECEVABLE",
                            Demande.CONSTATER_NON_SATISFAIT, "IRRECEVABLE",
                            Demande.DESIGNER, "EN_EVALUATION"),
            "EN_EVALUATION",
                    Map.of(
                            Demande.CONSTATER, "EN_EVALUATION",
                            Demande.CONSTATER_NON_SATISFAIT, "EN_EVALUATION",
                            Demande.DESIGNER, "EN_EVALUATION",
                            Demande.PRESENTER, "PRESENTEE"),
            "PRESENTEE", Map.of(Demande.DECIDER, "DECIDEE", Demande.AJOURNER, "AJOURNEE"),
            "AJOURNEE", Map.of(Demande.PRESENTER, "PRESENTEE"),
            "DECIDEE", Map.of(Demande.DELIVRER, "DELIVREE"),
            "DELIVREE", Map.of());

    /** A file in each state, reached by acts only. */
    private static Map<String, Candidature> states() {
        Map<String, Candidature> reached = new LinkedHashMap<>();
        List<Candidature> open = new ArrayList<>(List.of(in(new EtatCandidature.Deposee())));
        while (!open.isEmpty()) {
            Candidature file = open.remove(0);
            if (reached.putIfAbsent(file.etat().code(), file) == null) {
                PERMIS.get(file.etat().code())
                        .keySet()
                        .forEach(d -> open.add(GESTES.get(d).apply(file).orElseThrow()));
            }
        }
        return reached;
    }

    @Test
    void everyStateIsReachedFromAnApplication() {
        assertThat(states().keySet()).isEqualTo(PERMIS.keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DEPOSEE",
                "IRRECEVABLE",
                "RECEVABLE",
                "EN_EVALUATION",
                "PRESENTEE",
                "AJOURNEE",
                "DECIDEE",
                "DELIVREE"
            })
    void eachStateGrantsItsActsAndNoOther(String etat) {
        Candidature file = states().get(etat);
        for (Demande demande : Demande.values()) {
            String next = PERMIS.get(etat).get(demande);
            Function<Candidature, Outcome<Candidature>> geste = GESTES.get(demande);
            if (next != null) {
                Candidature after = geste.apply(file).orElseThrow();
                assertThat(after.etat().code()).as("%s in %s", demande, etat).isEqualTo(next);
                assertThat(after.revision()).isEqualTo(file.revision());
                assertThat(after.empreinte()).isEqualTo(file.empreinte());
            } else if (demande == Demande.DECIDER || demande == Demande.AJOURNER || demande == Demande.DELIVRER) {
                assertThatThrownBy(() -> geste.apply(file))
                        .as("%s in %s", demande, etat)
                        .isInstanceOf(IllegalStateException.class);
            } else {
                assertThat(code(geste.apply(file)))
                        .as("%s in %s", demande, etat)
                        .isIn(CodeRefus.ETAT_INCOMPATIBLE, CodeRefus.PREREQUIS_MANQUANTS);
            }
        }
    }

    @Test
    void marksAreOpenDuringTheEvaluationOnly() {
        states().forEach((etat, file) ->
                assertThat(file.marksClosed().isEmpty()).as(etat).isEqualTo(etat.equals("EN_EVALUATION")));
    }

    @Test
    void theStateOfAFileIsNamedInWordsWhenAnActIsRefused() {
        assertThat(detail(states().get("DECIDEE").present(JURY)))
                .isEqualTo(
                        "La candidature est à l’état « décidée » ; cet acte demande l’état « en évaluation » ou « ajournée »."
                                + " Vérifiez où en est le dossier.");
    }

    @Test
    void theJuryIsKnownFromThePresentationOn() {
        states().forEach((etat, file) -> assertThat(file.etat().jury())
                .as(etat)
                .isEqualTo(EtatCandidature.APRES_PRESENTATION.contains(etat) ? JURY : null));
    }

    @Test
    void aStateIsReadBackFromItsName() {
        states().values().forEach(file -> assertThat(
                        EtatCandidature.of(file.etat().code(), file.etat().jury()))
                .isEqualTo(file.etat()));
        assertThatThrownBy(() -> EtatCandidature.of("PERDUE", null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDecisionClosesTheFile() {
        states().forEach((etat, file) -> assertThat(file.etat().isClosed())
                .as(etat)
                .isEqualTo(Set.of("DECIDEE", "DELIVREE").contains(etat)));
    }

    @Property
    void whateverIsAskedInWhateverOrderAFileNeverLeavesItsPath(@ForAll @Size(max = 40) List<Demande> demandes) {
        Candidature file = in(new EtatCandidature.Deposee());
        Set<String> before = new HashSet<>();
        for (Demande demande : demandes) {
            String next = PERMIS.get(file.etat().code()).get(demande);
            before.add(file.etat().code());
            try {
                Candidature was = file;
                file = GESTES.get(demande).apply(file).fold(Function.identity(), refus -> was);
            } catch (IllegalStateException notNow) {
                assertThat(next).isNull();
            }
            if (next != null) {
                assertThat(file.etat().code()).isEqualTo(next);
            }
        }
        if (file.etat().code().equals("DELIVREE")) {
            assertThat(before).contains("RECEVABLE", "EN_EVALUATION", "PRESENTEE", "DECIDEE");
        }
    }

    @Test
    void whatMayComeNextIsGranted() {
        Map<String, Demande> words = Map.of(
                "CONSTATER_PREREQUIS", Demande.CONSTATER,
                "DESIGNER_EVALUATEURS", Demande.DESIGNER,
                "PRESENTER", Demande.PRESENTER,
                "DECIDER", Demande.DECIDER,
                "DELIVRER", Demande.DELIVRER);
        states().forEach((etat, file) -> file.nextActs(true).stream()
                .filter(act -> !act.equals("NOTER"))
                .forEach(act ->
                        assertThat(PERMIS.get(etat)).as("%s in %s", act, etat).containsKey(words.get(act))));
        assertThat(states().get("EN_EVALUATION").nextActs(true)).contains("NOTER");
    }

    @Test
    void aCertificateIsOfferedOnADecisionThatOpensItOnly() {
        assertThat(states().get("DECIDEE").nextActs(true)).containsExactly("DELIVRER");
        assertThat(states().get("DECIDEE").nextActs(false)).isEmpty();
    }

    // ---- who sees it

    @Test
    void isSeenByItsBranchAndByThoseWhoHaveAPartInIt() {
        Candidature open = in(new EtatCandidature.EnEvaluation())
                .designate(REFERENTIEL, Set.of("e1", "e2"), TODAY)
                .orElseThrow();
        Candidature presented = open.present(JURY).orElseThrow();

        assertThat(open.isVisibleTo(acteur("x", Role.SECRETARIAT, "essai"))).isTrue();
        assertThat(open.isVisibleTo(acteur("x", Role.CERTIFICATEUR, "essai"))).isTrue();
        assertThat(open.isVisibleTo(acteur("organisme", Role.ORGANISME, "essai")))
                .isTrue();
        assertThat(open.isVisibleTo(acteur("autre", Role.ORGANISME, "essai"))).isFalse();
        assertThat(open.isVisibleTo(acteur("e1", Role.EVALUATEUR, "essai"))).isTrue();
        assertThat(open.isVisibleTo(acteur("e3", Role.EVALUATEUR, "essai"))).isFalse();
        assertThat(open.isVisibleTo(acteur("x", Role.JURY, "essai"))).isFalse();
        assertThat(presented.isVisibleTo(acteur("x", Role.JURY, "essai"))).isTrue();
        for (Role role : Role.values()) {
            if (role.reaches(Portee.Etendue.BRANCHE)) {
                assertThat(presented.isVisibleTo(acteur("e1", role, "temoin"))).isFalse();
            }
        }
        assertThat(presented.isVisibleTo(
                        new Acteur("admin", "Admin", Set.of(Habilitation.ofPlatform(Role.ADMINISTRATEUR)))))
                .as("the administrator of the platform sees no file")
                .isFalse();
    }

    private static Acteur acteur(String identifiant, Role role, String branche) {
        return new Acteur(identifiant, "Nom", Set.of(new Habilitation(role, branche)));
    }
}
