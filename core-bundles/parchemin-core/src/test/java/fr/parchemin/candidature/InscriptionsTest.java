package fr.parchemin.candidature;

import static fr.parchemin.exemple.Exemple.code;
import static fr.parchemin.exemple.Exemple.detail;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acces.Habilitation;
import fr.parchemin.acces.Role;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.candidature.Inscriptions.Constat;
import fr.parchemin.candidature.Inscriptions.Depot;
import fr.parchemin.candidature.Inscriptions.Page;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.exemple.Copie;
import fr.parchemin.referentiel.Voie;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InscriptionsTest {

    private final Plateforme p = new Plateforme();

    private Depot depot(String branche, String certification, String version, Voie voie) {
        return new Depot(branche, certification, version, voie, Plateforme.candidat("Durand"), null, null, List.of());
    }

    @Test
    void refusesWhatTheCatalogueDoesNotHave() {
        assertThat(code(p.inscriptions.submit(p.secretariat, depot("inconnue", "ESS-OPE", null, Voie.FORMATION))))
                .isEqualTo(CodeRefus.BRANCHE_INCONNUE);
        assertThat(code(p.inscriptions.submit(p.secretariat, depot("essai", "AUTRE", null, Voie.FORMATION))))
                .isEqualTo(CodeRefus.CERTIFICATION_INCONNUE);
        assertThat(code(p.inscriptions.submit(p.secretariat, depot("essai", "ESS-OPE", "0.9.0", Voie.FORMATION))))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
        assertThat(p.inscriptions
                        .submit(p.secretariat, depot("essai", "ESS-OPE", "1.0.0", Voie.FORMATION))
                        .isDone())
                .isTrue();
    }

    @Test
    void refusesAWayInThatIsClosedAndNamesThoseThatAreOpen() {
        String detail =
                detail(p.inscriptions.submit(p.secretariat, depot("essai", "ESS-OPE", null, Voie.CANDIDAT_LIBRE)));

        assertThat(detail).contains("« candidat libre »", "formation, validation des acquis de l’expérience");
    }

    @Test
    void refusesABranchInErrorAndSaysWhy(@TempDir Path folder) {
        p.depart(1);
        p.registre.arrive(9, "essai", () -> Copie.of("essai", folder)
                .replace("branche.yaml", "couleur: \"#204060\"", "couleur: bleu")
                .url());
        p.executeur.runAll();

        assertThat(detail(p.inscriptions.submit(p.organisme, p.depot(Plateforme.candidat("Durand")))))
                .contains("« Branche d’essai » est en erreur", "branche.yaml, ligne", "couleur");
    }

    @Test
    void opensNothingWhileAnApprovalThatBlocksIsNotHeld(@TempDir Path folder) {
        p.depart(1);
        p.registre.arrive(9, "essai", () -> Copie.of("essai", folder)
                .replace(
                        "branche.yaml",
                        "signataire:",
                        "agrements: [{ code: A, certification: ESS-OPE, intitule: Agrément des essais, autorite: Ministre des essais, etat: OBTENU, du: 2026-07-01, au: 2026-07-31, bloqueOuverture: true }]\nsignataire:")
                .url());
        p.executeur.runAll();

        assertThat(detail(p.inscriptions.submit(p.organisme, p.depot(Plateforme.candidat("Durand")))))
                .contains("« Agrément des essais » (Ministre des essais) n’est pas en vigueur");
        p.clock.setTo(LocalDate.of(2026, 7, 31));
        assertThat(p.inscriptions
                        .submit(p.organisme, p.depot(Plateforme.candidat("Durand")))
                        .isDone())
                .isTrue();
        assertThat(p.catalogue.certifications("").stream().filter(Catalogue.Fiche::disponible))
                .hasSize(2);
        p.clock.setTo(LocalDate.of(2026, 8, 1));
        assertThat(p.catalogue.certifications("").stream().filter(Catalogue.Fiche::disponible))
                .hasSize(1);
    }

    @Test
    void opensNothingOnAVersionThatIsNotInForce(@TempDir Path folder) {
        p.depart(1);
        p.registre.arrive(9, "essai", () -> Copie.of("essai", folder)
                .replace("branche.yaml", "referentiels/ope-1.0.0.yaml", "referentiels/ope-2.0.0.yaml")
                .write(
                        "referentiels/ope-2.0.0.yaml",
                        Copie.of("essai", folder)
                                .text("referentiels/ope-1.0.0.yaml")
                                .replace("version: \"1.0.0\"", "version: \"2.0.0\"")
                                .replace("enVigueurDu: 2024-01-01", "enVigueurDu: 2026-09-01"))
                .replace("golden/ope.yaml", "version: \"1.0.0\"", "version: \"2.0.0\"")
                .url());
        p.executeur.runAll();

        assertThat(code(p.inscriptions.submit(p.organisme, p.depot(Plateforme.candidat("Durand")))))
                .isEqualTo(CodeRefus.VERSION_HORS_VIGUEUR);
        assertThat(detail(p.inscriptions.submit(p.organisme, p.depot(Plateforme.candidat("Durand")))))
                .contains("sa version 2.0.0 est en vigueur à partir du 1er septembre 2026");
        p.clock.setTo(LocalDate.of(2026, 9, 1));
        assertThat(p.inscriptions
                        .submit(p.organisme, p.depot(Plateforme.candidat("Durand")))
                        .isDone())
                .isTrue();
    }

    @Test
    void filesInCourseKeepTheVersionTheyStartedWith(@TempDir Path folder) {
        Candidature before = p.enEvaluation("Durand");
        p.depart(1);
        Copie next = Copie.of("essai", folder);
        next.write(
                        "referentiels/ope-2.0.0.yaml",
                        next.text("referentiels/ope-1.0.0.yaml")
                                .replace("version: \"1.0.0\"", "version: \"2.0.0\"")
                                .replace("seuil: 12", "seuil: 18"))
                .replace("branche.yaml", "ope-1.0.0", "ope-2.0.0")
                .replace("golden/ope.yaml", "version: \"1.0.0\"", "version: \"2.0.0\"")
                .replace("golden/ope.yaml", "C2.1-q: 12", "C2.1-q: 18")
                .replace("golden/ope.yaml", "C2.2-m: 14", "C2.2-m: 18")
                .replace("golden/ope.yaml", "C2.2-m: 10", "C2.2-m: 18");
        p.registre.arrive(9, "essai", next::url);
        p.executeur.runAll();

        Candidature after = p.deposee("Martin");

        assertThat(after.version()).isEqualTo("2.0.0");
        assertThat(p.find(before.id()).version()).isEqualTo("1.0.0");
        assertThat(p.mark(p.evaluateur1, before.id(), "B2-QCM", "C2.1-q=12").isDone())
                .isTrue();
        assertThat(p.mark(p.evaluateur1, before.id(), "B2-MSP", "C2.2-m=12", "C2.2-d=ACQUIS")
                        .isDone())
                .as("its own gate, at 12, is passed")
                .isTrue();
    }

    @Test
    void onePersonHasOneOpenFileForACertificationHoweverTheNameIsTyped() {
        Candidature first = p.deposee("Durand");

        assertThat(detail(p.inscriptions.submit(p.organisme, p.depot(Plateforme.candidat(" DURAND ")))))
                .contains(first.numero());
        assertThat(detail(p.inscriptions.submit(p.autreOrganisme, p.depot(Plateforme.candidat("Dürand")))))
                .as("another organisme does not hear the number of the file")
                .contains("déposé par un autre organisme")
                .doesNotContain(first.numero());
    }

    @Test
    void whoAppliedTooYoungGoesOnOnceOldEnough() {
        Candidat young = new Candidat(
                "Jeune",
                null,
                "Alix",
                Candidat.Sexe.F,
                p.clock.today().minusYears(18).plusDays(3),
                "Lens",
                null);
        Candidature file = p.inscriptions.submit(p.organisme, p.depot(young)).orElseThrow();
        Constat ofAge = new Constat(true, null, null, null, null);

        assertThat(file.etat().code()).isEqualTo("IRRECEVABLE");
        assertThat(detail(p.inscriptions.establishPrerequis(p.organisme, file.id(), "AGE", ofAge)))
                .contains("17 ans, il en faut 18");
        p.clock.setTo(p.clock.today().plusDays(3));
        assertThat(p.inscriptions
                        .establishPrerequis(p.organisme, file.id(), "AGE", ofAge)
                        .orElseThrow()
                        .etat()
                        .code())
                .isEqualTo("DEPOSEE");
    }

    @Test
    void refusesAPrerequisiteThatTheCertificationDoesNotAskFor() {
        assertThat(detail(p.inscriptions.establishPrerequis(
                        p.secretariat, p.deposee("Durand").id(), "CACES", new Constat(true, null, null, null, null))))
                .contains("« CACES »", "AGE, AUT, SEC");
    }

    @Test
    void designatesOnlyEvaluateursOfTheBranchWhoDidNotTrainTheCandidate() {
        UUID id = p.recevable("Durand").id();
        p.account("maud", "FORMATRICE Maud", new Habilitation(Role.EVALUATEUR, "essai"));

        assertThat(code(p.inscriptions.designateEvaluateurs(p.secretariat, id, Set.of("e1", "personne"))))
                .isEqualTo(CodeRefus.EVALUATEUR_INCONNU);
        assertThat(code(p.inscriptions.designateEvaluateurs(p.secretariat, id, Set.of("e1", "jury"))))
                .isEqualTo(CodeRefus.EVALUATEUR_INCONNU);
        assertThat(code(p.inscriptions.designateEvaluateurs(p.secretariat, id, Set.of("e1", "etranger"))))
                .isEqualTo(CodeRefus.EVALUATEUR_INCONNU);
        assertThat(code(p.inscriptions.designateEvaluateurs(p.secretariat, id, Set.of("e1", "maud"))))
                .isEqualTo(CodeRefus.EVALUATEUR_INCOMPATIBLE);
        assertThat(code(p.inscriptions.designateEvaluateurs(p.secretariat, id, Set.of("e1"))))
                .isEqualTo(CodeRefus.EVALUATEURS_INSUFFISANTS);
        assertThat(p.find(id).etat().code()).isEqualTo("RECEVABLE");
    }

    @Test
    void whoHasMarkedStaysDesignated() {
        UUID id = p.enEvaluation("Durand").id();
        assertThat(p.inscriptions
                        .designateEvaluateurs(p.secretariat, id, Set.of("e2", "e3"))
                        .isDone())
                .as("nobody has marked yet")
                .isTrue();
        p.mark(p.evaluateur2, id, "B1-A", "C1.1-a=ACQUIS", "C1.1-b=ACQUIS").orElseThrow();

        assertThat(detail(p.inscriptions.designateEvaluateurs(p.secretariat, id, Set.of("e1", "e3"))))
                .contains("« Édith Seconde » a déjà noté ce candidat");
        assertThat(p.inscriptions
                        .designateEvaluateurs(p.secretariat, id, Set.of("e1", "e2"))
                        .orElseThrow()
                        .evaluateurs())
                .containsExactly("e1", "e2");
    }

    @Test
    void anAuthorisationThatLapsedSinceItWasCheckedIsAskedForAgain() {
        UUID id = p.recevable("Durand").id();
        p.clock.setTo(p.clock.today().plusMonths(7));

        assertThat(detail(p.inscriptions.designateEvaluateurs(p.secretariat, id, Set.of("e1", "e2"))))
                .contains("Autorisation d’essayer")
                .doesNotContain("18 ans");
        p.inscriptions
                .establishPrerequis(
                        p.secretariat, id, "AUT", new Constat(true, "AUT-9999", p.clock.today(), null, null))
                .orElseThrow();
        assertThat(p.inscriptions
                        .designateEvaluateurs(p.secretariat, id, Set.of("e1", "e2"))
                        .isDone())
                .isTrue();
    }

    @Test
    void listsEvaluateursOfTheBranchByName() {
        p.account("e4", "Zoé Dernière", new Habilitation(Role.EVALUATEUR, "essai"));

        assertThat(p.inscriptions.evaluateurs(p.secretariat, "essai").orElseThrow())
                .extracting(Acteur::nom)
                .containsExactly("Édith Seconde", "Élie Tiers", "Émile Premier", "Zoé Dernière");
    }

    // ---- lists

    private List<String> listed(Acteur by, String etat) {
        return p.inscriptions.list(by, "essai", etat, null, 100).orElseThrow().elements().stream()
                .map(c -> c.candidat().nomNaissance())
                .toList();
    }

    @Test
    void eachAccountListsWhatItMaySee() {
        p.deposee("Un");
        p.enEvaluation("Deux");
        p.presentee("Trois", p.juryParitaire(), true, true);
        p.inscriptions
                .submit(p.autreOrganisme, p.depot(Plateforme.candidat("Quatre")))
                .orElseThrow();

        assertThat(listed(p.secretariat, null)).containsExactly("Quatre", "Trois", "Deux", "Un");
        assertThat(listed(p.certificateur, null)).containsExactly("Quatre", "Trois", "Deux", "Un");
        assertThat(listed(p.organisme, null)).containsExactly("Trois", "Deux", "Un");
        assertThat(listed(p.autreOrganisme, null)).containsExactly("Quatre");
        assertThat(listed(p.evaluateur1, null)).containsExactly("Trois", "Deux");
        assertThat(listed(p.evaluateur3, null)).isEmpty();
        assertThat(listed(p.jury, null)).containsExactly("Trois");
        assertThat(listed(p.jury, "DEPOSEE")).isEmpty();
        assertThat(listed(p.jury, "PRESENTEE")).containsExactly("Trois");
        assertThat(listed(p.secretariat, "EN_EVALUATION")).containsExactly("Deux");
        assertThat(code(p.inscriptions.list(p.admin, "essai", null, null, 10))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(p.inscriptions.list(p.etranger, "essai", null, null, 10)))
                .isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(p.inscriptions.list(p.admin, "inconnue", null, null, 10)))
                .isEqualTo(CodeRefus.BRANCHE_INCONNUE);
        assertThat(p.inscriptions
                        .list(p.admin, null, null, null, 10)
                        .orElseThrow()
                        .elements())
                .isEmpty();
    }

    @Test
    void anAccountWithSeveralRolesListsWhatEachOfThemSees() {
        Acteur both = p.account(
                "double",
                "Double Casquette",
                new Habilitation(Role.EVALUATEUR, "essai"),
                new Habilitation(Role.JURY, "essai"),
                new Habilitation(Role.SECRETARIAT, "temoin"));
        UUID marked = p.recevable("Un").id();
        p.inscriptions
                .designateEvaluateurs(p.secretariat, marked, Set.of("e1", "double"))
                .orElseThrow();
        p.presentee("Deux", p.juryParitaire(), true, true);
        p.deposee("Trois");
        p.inscriptions
                .submit(
                        p.etranger,
                        new Depot(
                                "temoin",
                                "TEM-AGT",
                                null,
                                Voie.FORMATION,
                                Plateforme.candidat("Quatre"),
                                null,
                                null,
                                List.of()))
                .orElseThrow();

        Page all = p.inscriptions.list(both, null, null, null, 100).orElseThrow();

        assertThat(all.elements())
                .extracting(c -> c.candidat().nomNaissance())
                .containsExactlyInAnyOrder("Quatre", "Deux", "Un");
        assertThat(all.elements())
                .allSatisfy(c -> assertThat(c.isVisibleTo(both)).isTrue());
        assertThat(p.inscriptions
                        .list(both, "essai", "EN_EVALUATION", null, 100)
                        .orElseThrow()
                        .elements())
                .hasSize(1);
    }

    @Test
    void pagesHoldEachFileOnce() {
        for (int i = 0; i < 7; i++) {
            p.deposee("Personne " + (char) ('A' + i));
        }
        List<String> seen = new ArrayList<>();
        String after = null;
        int pages = 0;
        do {
            Page page =
                    p.inscriptions.list(p.secretariat, "essai", null, after, 3).orElseThrow();
            page.elements().forEach(c -> seen.add(c.numero()));
            after = page.suivant().orElse(null);
            pages++;
        } while (after != null);

        assertThat(pages).isEqualTo(3);
        assertThat(seen)
                .containsExactly(
                        "C-2026-000007",
                        "C-2026-000006",
                        "C-2026-000005",
                        "C-2026-000004",
                        "C-2026-000003",
                        "C-2026-000002",
                        "C-2026-000001");
    }

    @Test
    void aPageIsNeitherEmptyNorEndless() {
        p.deposee("Un");
        p.deposee("Deux");

        assertThat(p.inscriptions
                        .list(p.secretariat, "essai", null, null, 0)
                        .orElseThrow()
                        .elements())
                .hasSize(1);
        assertThat(p.inscriptions
                        .list(p.secretariat, "essai", null, null, Integer.MAX_VALUE)
                        .orElseThrow()
                        .suivant())
                .isEmpty();
    }
}
