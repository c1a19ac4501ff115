package fr.parchemin.jury;

import static fr.parchemin.exemple.Exemple.code;
import static fr.parchemin.exemple.Exemple.detail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.exemple.Copie;
import fr.parchemin.jury.Deliberations.Composition;
import fr.parchemin.jury.Deliberations.Deliberation;
import fr.parchemin.jury.Deliberations.Membre;
import fr.parchemin.jury.Deliberations.Page;
import fr.parchemin.referentiel.Voie;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliberationsTest {

    private static final Map<String, Boolean> ALL = Map.of("OPE-B1", true, "OPE-B2", true);

    private final Plateforme p = new Plateforme();

    private Composition composition(List<Membre> membres, LocalDate date, String lieu) {
        return new Composition("essai", "ESS-OPE", date, lieu, membres);
    }

    private static Membre membre(String nom, String college, String identifiant, boolean president) {
        return new Membre(nom, college, identifiant, null, 5, president);
    }

    private Jury compose(Membre... membres) {
        return p.deliberations
                .compose(p.secretariat, composition(List.of(membres), p.clock.today(), "Lille"))
                .orElseThrow();
    }

    // ---- composing

    @Test
    void refusesACompositionWithFieldsLeftOut() {
        List<Membre> membres = p.composition("EMPLOYEURS").membres();
        assertThat(detail(p.deliberations.compose(p.secretariat, composition(membres, null, "Lille"))))
                .contains("« date »");
        assertThat(detail(p.deliberations.compose(p.secretariat, composition(membres, p.clock.today(), " "))))
                .contains("« lieu »");
        assertThat(detail(p.deliberations.compose(
                        p.secretariat,
                        composition(List.of(membre(null, "SALARIES", null, true)), p.clock.today(), "Lille"))))
                .contains("« membres[0].nom »");
        assertThat(detail(p.deliberations.compose(
                        p.secretariat,
                        composition(
                                List.of(
                                        membre("A", "SALARIES", null, true),
                                        new Membre("B", "EMPLOYEURS", null, null, -1, false)),
                                p.clock.today(),
                                "Lille"))))
                .contains("membres[1].pratiqueAnnees");
        assertThat(code(p.deliberations.compose(
                        p.secretariat,
                        composition(
                                Collections.nCopies(61, membre("A", "SALARIES", null, false)),
                                p.clock.today(),
                                "Lille"))))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void refusesAJuryWithoutACollege() {
        assertThat(code(p.deliberations.compose(
                        p.secretariat,
                        composition(
                                List.of(membre("A", "EMPLOYEURS", null, true), membre("B", "EMPLOYEURS", null, false)),
                                p.clock.today(),
                                "Lille"))))
                .isEqualTo(CodeRefus.JURY_COLLEGE_INCOMPLET);
    }

    @Test
    void refusesAJuryConvenedTooLate(@TempDir Path folder) {
        p.depart(1);
        p.registre.arrive(9, "essai", () -> Copie.of("essai", folder)
                .replace("branche.yaml", "ope-1.0.0", "ope-2.0.0")
                .write(
                        "referentiels/ope-2.0.0.yaml",
                        Copie.of("essai", folder)
                                .text("referentiels/ope-1.0.0.yaml")
                                .replace("version: \"1.0.0\"", "version: \"2.0.0\"")
                                .replace("  egalite: AJOURNEMENT", "  egalite: AJOURNEMENT\n  convocationJours: 15"))
                .replace("golden/ope.yaml", "version: \"1.0.0\"", "version: \"2.0.0\"")
                .url());
        p.executeur.runAll();
        List<Membre> membres = p.composition("EMPLOYEURS").membres();

        assertThat(code(p.deliberations.compose(
                        p.secretariat, composition(membres, p.clock.today().plusDays(14), "Lille"))))
                .isEqualTo(CodeRefus.JURY_CONVOCATION_TARDIVE);
        assertThat(p.deliberations
                        .compose(
                                p.secretariat,
                                composition(membres, p.clock.today().plusDays(15), "Lille"))
                        .isDone())
                .isTrue();
    }

    @Test
    void refusesACertificationThatTheBranchDoesNotHave() {
        assertThat(code(p.deliberations.compose(
                        p.secretariat, new Composition("essai", "AUTRE", p.clock.today(), "Lille", List.of()))))
                .isEqualTo(CodeRefus.CERTIFICATION_INCONNUE);
    }

    @Test
    void tidiesWhatIsTyped() {
        Jury jury = compose(
                membre("  Anne   Employeuse ", "EMPLOYEURS", " E3 ", true), membre("Sam", "SALARIES", " ", false));

        assertThat(jury.membres())
                .extracting(MembreJury::nom, MembreJury::identifiant)
                .containsExactly(tuple("Anne Employeuse", "e3"), tuple("Sam", null));
    }

    // ---- presenting

    @Test
    void presentsAllOrNone() {
        Jury jury = p.juryParitaire();
        UUID ready = p.evaluee("Un", true, true).id();
        UUID notReady = p.enEvaluation("Deux").id();

        assertThat(detail(p.deliberations.present(p.secretariat, jury.id(), Set.of(ready, notReady))))
                .contains(p.find(notReady).numero(), "B1-A, B2-QCM");
        assertThat(p.find(ready).etat().code()).isEqualTo("EN_EVALUATION");
    }

    @Test
    void refusesFilesThatAreNotOfThisJury() {
        Jury jury = p.juryParitaire();
        UUID foreign = p.inscriptions
                .submit(
                        p.etranger,
                        new Inscriptions.Depot(
                                "temoin",
                                "TEM-AGT",
                                null,
                                Voie.FORMATION,
                                Plateforme.candidat("Un"),
                                null,
                                null,
                                List.of()))
                .orElseThrow()
                .id();

        assertThat(code(p.deliberations.present(p.secretariat, jury.id(), Set.of(foreign))))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(code(p.deliberations.present(
                        p.secretariat, jury.id(), Set.of(p.deposee("Deux").id()))))
                .isEqualTo(CodeRefus.ETAT_INCOMPATIBLE);
    }

    @Test
    void refusesAJuryThatCouldNotSitWithoutThoseWhoMayNot() {
        UUID id = p.evaluee("Durand", true, true).id();
        Jury few = compose(membre("A", "EMPLOYEURS", null, true), membre("Émile Premier", "SALARIES", null, false));

        assertThat(detail(p.deliberations.present(p.secretariat, few.id(), Set.of(id))))
                .as("the évaluateur is known by name, without an account")
                .contains("« Émile Premier » ne peut pas siéger : il a évalué ce candidat");

        Jury enough = compose(
                membre("S", "SALARIES", null, true),
                membre("Émile Premier", "SALARIES", null, false),
                membre("E", "EMPLOYEURS", null, false));
        assertThat(p.deliberations
                        .present(p.secretariat, enough.id(), Set.of(id))
                        .isDone())
                .isTrue();
        assertThat(code(p.decide(enough, id, ALL, null))).isEqualTo(CodeRefus.JURY_INCOMPATIBILITE);
        Set<UUID> without =
                Set.of(enough.membres().get(0).id(), enough.membres().get(2).id());
        assertThat(p.deliberations
                        .decide(p.jury, enough.id(), id, new Deliberation(without, Map.of(), ALL, null))
                        .isDone())
                .isTrue();
    }

    @Test
    void whatMayBePresentedIsMarkedWholeAndOfTheCertification() {
        Jury jury = p.juryParitaire();
        p.deposee("Un");
        p.enEvaluation("Deux");
        Candidature ready = p.evaluee("Trois", true, false);
        p.presentee("Quatre", jury, true, true);

        assertThat(p.deliberations.presentables(p.secretariat, jury.id()).orElseThrow())
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.candidature().id()).isEqualTo(ready.id());
                    assertThat(d.proposition().bloc("OPE-B1")).isPresent();
                });
    }

    // ---- deciding

    @Test
    void aDecisionIsTakenOnce() {
        Jury jury = p.juryParitaire();
        UUID id = p.presentee("Durand", jury, true, true).id();
        p.decide(jury, id, ALL, null).orElseThrow();

        assertThat(detail(p.decide(jury, id, Map.of("OPE-B1", false, "OPE-B2", false), "autre avis")))
                .contains("(validation totale, le 15 juin 2026)");
        assertThat(p.base.read(Base.TOUT, () -> p.decisions.lastOf(id))
                        .orElseThrow()
                        .issue())
                .isEqualTo(Decision.Issue.VALIDATION_TOTALE);
    }

    @Test
    void aJuryDecidesOnlyOnWhatIsBeforeIt() {
        Jury one = p.juryParitaire();
        Jury other = p.juryParitaire();
        UUID id = p.presentee("Durand", one, true, true).id();

        assertThat(code(p.decide(other, id, ALL, null))).isEqualTo(CodeRefus.CANDIDATURE_NON_PRESENTEE);
        assertThat(code(p.decide(one, p.evaluee("Martin", true, true).id(), ALL, null)))
                .isEqualTo(CodeRefus.CANDIDATURE_NON_PRESENTEE);
        assertThat(code(p.decide(one, UUID.randomUUID(), ALL, null))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
    }

    @Test
    void aJuryDoesNotDecideBeforeItsDay() {
        Composition tomorrow = composition(
                p.composition("EMPLOYEURS").membres(), p.clock.today().plusDays(1), "Lille");
        Jury jury = p.deliberations.compose(p.secretariat, tomorrow).orElseThrow();
        UUID id = p.presentee("Durand", jury, true, true).id();

        assertThat(detail(p.decide(jury, id, ALL, null))).contains("siège le 16 juin 2026");
        p.clock.setTo(p.clock.today().plusDays(1));
        assertThat(p.decide(jury, id, ALL, null).isDone()).isTrue();
    }

    @Test
    void aReasonHasAnEnd() {
        Jury jury = p.juryParitaire();
        UUID id = p.presentee("Durand", jury, true, true).id();

        assertThat(code(p.decide(jury, id, ALL, "x".repeat(2001)))).isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void aDecisionKeepsWhatWasProposedWhoSatAndHowTheyVoted() {
        Jury jury = p.juryParitaire();
        UUID id = p.presentee("Durand", jury, true, false).id();

        Decision decision = p.decide(jury, id, Map.of("OPE-B1", true, "OPE-B2", true), "Rapport repris devant le jury")
                .orElseThrow();

        assertThat(decision.proposition()
                        .bloc("OPE-B2")
                        .orElseThrow()
                        .resultat()
                        .name())
                .isEqualTo("NON_VALIDE");
        assertThat(decision.presents()).hasSize(4);
        assertThat(decision.votes().get("OPE-B2")).hasSize(4);
        assertThat(decision.motif()).isEqualTo("Rapport repris devant le jury");
        assertThat(decision.par()).isEqualTo("jury");
        assertThat(p.deliberations.decision(p.organisme, id).orElseThrow()).contains(decision);
        assertThat(p.deliberations.find(p.jury, jury.id()).orElseThrow().dossiers())
                .singleElement()
                .satisfies(d -> assertThat(d.decision()).contains(decision));
    }

    // ---- lists

    @Test
    void listsJuriesNewestFirstPageByPage() {
        for (int i = 0; i < 5; i++) {
            p.juryParitaire();
        }
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Page page = p.deliberations.list(p.jury, null, after, 2).orElseThrow();
            page.elements().forEach(j -> seen.add(j.numero()));
            after = page.suivant().orElse(null);
        } while (after != null);

        assertThat(seen)
                .containsExactly("J-2026-00005", "J-2026-00004", "J-2026-00003", "J-2026-00002", "J-2026-00001");
        assertThat(p.deliberations
                        .list(p.etranger, null, null, 10)
                        .orElseThrow()
                        .elements())
                .isEmpty();
        assertThat(code(p.deliberations.list(p.etranger, "essai", null, 10))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(p.deliberations.list(p.jury, "inconnue", null, 10))).isEqualTo(CodeRefus.BRANCHE_INCONNUE);
    }

    @Test
    void anEvaluateurWithAnAccountIsKnownByIt() {
        p.account("double", "Nom Changé", new Habilitation(Role.JURY, "essai"));
        UUID id = p.evaluee("Durand", true, true).id();
        Jury jury = compose(membre("A", "EMPLOYEURS", null, true), membre("Autre Nom", "SALARIES", "E1", false));

        assertThat(code(p.deliberations.present(p.secretariat, jury.id(), Set.of(id))))
                .isEqualTo(CodeRefus.JURY_INCOMPATIBILITE);
    }
}
