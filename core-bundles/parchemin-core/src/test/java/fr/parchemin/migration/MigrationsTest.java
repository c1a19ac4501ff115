package fr.parchemin.migration;

import static fr.parchemin.exemple.Exemple.code;
import static fr.parchemin.exemple.Exemple.detail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.evaluation.Evaluations;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.exemple.Copie;
import fr.parchemin.jury.Jury;
import fr.parchemin.migration.Apercu.Objet;
import fr.parchemin.migration.Apercu.Sort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {

    private static final String BLOCS =
            "blocs: [{ de: OPE-B1, vers: [OPE-N1], complement: une visite du banc }, { de: OPE-B2, vers: [OPE-B2] }]";

    private final Plateforme p = new Plateforme();
    private long service = 1;

    @TempDir
    private Path folder;

    /** The first bloc, its épreuve and one criterion have new names; the report is marked on one criterion more. */
    private static String second(String first) {
        return first.replace("version: \"1.0.0\"", "version: \"2.0.0\"")
                        .replace("OPE-B1", "OPE-N1")
                        .replace("B1-A", "N1-A")
                        .replace("C1.1-a", "K1-a")
                        .replace(
                                "          - { code: C2.2-d,",
                                "          - { code: C2.2-z, intitule: Cite ses sources, echelle: BINAIRE }\n"
                                        + "          - { code: C2.2-d,")
                + "transitions: [{ depuis: \"1.0.0\", delivranceJusquAu: null, " + BLOCS
                + ", epreuves: [{ de: B1-A, vers: [N1-A] }], criteres: [{ de: C1.1-a, vers: [K1-a] }] }]\n";
    }

    private void comes(String... versions) {
        p.depart(service);
        service += 10;
        Copie copy = Copie.of("essai", folder);
        StringBuilder names = new StringBuilder("[referentiels/ope-1.0.0.yaml");
        for (int i = 0; i < versions.length; i++) {
            copy.write("referentiels/ope-" + (i + 2) + ".0.0.yaml", versions[i]);
            names.append(", referentiels/ope-").append(i + 2).append(".0.0.yaml");
        }
        copy.replace(
                "branche.yaml",
                "[referentiels/ope-1.0.0.yaml]",
                names.append("]").toString());
        long id = service;
        p.registre.arrive(id, "essai", copy::url);
        p.executeur.runAll();
        assertThat(p.catalogue.branche("essai").orElseThrow().isActive()).isTrue();
    }

    private String first() {
        return Copie.of("essai", folder).text("referentiels/ope-1.0.0.yaml");
    }

    private void secondComes() {
        comes(second(first()));
    }

    private Apercu migrated(UUID id) {
        return p.migrations.migrate(p.secretariat, id, null).orElseThrow();
    }

    private List<Saisie> marks(UUID id) {
        return p.base.read(Base.TOUT, () -> p.saisies.of(id));
    }

    @Test
    void tellsWhatBecomesOfEachPart() {
        UUID id = p.evaluee("Durand", true, true).id();
        secondComes();

        Apercu apercu = p.migrations.preview(p.secretariat, id, null).orElseThrow();

        assertThat(apercu.deVersion()).isEqualTo("1.0.0");
        assertThat(apercu.versVersion()).isEqualTo("2.0.0");
        assertThat(apercu.lignes())
                .filteredOn(l -> l.objet() == Objet.BLOC)
                .extracting(Apercu.Ligne::de, Apercu.Ligne::vers, Apercu.Ligne::sort, Apercu.Ligne::motif)
                .containsExactly(
                        tuple("OPE-B1", List.of("OPE-N1"), Sort.RENOMME, "une visite du banc"),
                        tuple("OPE-B2", List.of("OPE-B2"), Sort.GARDE, null));
        assertThat(apercu.reprises())
                .extracting(s -> s.epreuve() + " " + s.evaluateur())
                .containsExactly("B2-QCM e1", "N1-A e1", "N1-A e2");
        assertThat(apercu.reprises().get(1).notes()).containsOnlyKeys("K1-a", "C1.1-b");
        assertThat(apercu.misesDeCote())
                .extracting(m -> m.saisie().epreuve() + " " + m.saisie().evaluateur() + " : " + m.motif())
                .containsExactly(
                        "B2-MSP e1 : l’épreuve « B2-MSP » demande de noter aussi C2.2-z",
                        "B2-MSP e2 : l’épreuve « B2-MSP » demande de noter aussi C2.2-z");
        assertThat(apercu.etatApres()).isEqualTo("EN_EVALUATION");
    }

    @Test
    void theActDoesWhatThePreviewTold() {
        UUID id = p.evaluee("Durand", true, true).id();
        secondComes();
        Apercu told = p.migrations.preview(p.secretariat, id, null).orElseThrow();
        assertThat(p.find(id).version()).isEqualTo("1.0.0");

        assertThat(migrated(id)).isEqualTo(told);

        Candidature after = p.find(id);
        assertThat(after.version()).isEqualTo("2.0.0");
        assertThat(after.empreinte()).isEqualTo(told.versEmpreinte());
        assertThat(after.etat().code()).isEqualTo(told.etatApres());
        assertThat(marks(id)).isEqualTo(told.reprises());
        assertThat(p.migrations
                        .history(p.secretariat, id)
                        .orElseThrow()
                        .faites()
                        .get(0)
                        .misesDeCote())
                .isEqualTo(told.misesDeCote());
    }

    @Test
    void bothVersionsAndHashesAreInTheJournal() {
        Candidature before = p.evaluee("Durand", true, true);
        secondComes();
        migrated(before.id());

        assertThat(p.inscriptions.journal(p.secretariat, before.id()).orElseThrow())
                .last()
                .satisfies(a -> assertThat(a.nature()).isEqualTo(Acte.Nature.CANDIDATURE_MIGREE))
                .satisfies(a -> assertThat(a.detail())
                        .contains(
                                "1.0.0",
                                before.empreinte().substring(0, 12),
                                "2.0.0",
                                p.find(before.id()).empreinte().substring(0, 12)));
    }

    /** Files at every step, with marks as they fall: to migrate and to undo gives back the very file. */
    @Test
    void toMigrateAndUndoChangesNothing() {
        Random random = new Random(42);
        List<UUID> files = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String nom = "Essai " + (char) ('a' + i / 26) + (char) ('a' + i % 26);
            files.add(
                    switch (random.nextInt(4)) {
                        case 0 -> p.deposee(nom).id();
                        case 1 -> p.recevable(nom).id();
                        case 2 -> someMarks(p.enEvaluation(nom).id(), random);
                        default ->
                            p.evaluee(nom, random.nextBoolean(), random.nextBoolean())
                                    .id();
                    });
        }
        secondComes();
        for (UUID id : files) {
            ContenuDossier before = ContenuDossier.of(p.find(id), marks(id));
            Apercu told = p.migrations.preview(p.secretariat, id, null).orElseThrow();
            assertThat(migrated(id)).isEqualTo(told);
            assertThat(marks(id)).isEqualTo(told.reprises());

            p.migrations.undo(p.secretariat, id).orElseThrow();

            assertThat(ContenuDossier.of(p.find(id), marks(id))).isEqualTo(before);
        }
    }

    private UUID someMarks(UUID id, Random random) {
        if (random.nextBoolean()) {
            p.mark(p.evaluateur1, id, "B1-A", "C1.1-a=ACQUIS", "C1.1-b=NON_OBSERVE")
                    .orElseThrow();
        }
        if (random.nextBoolean()) {
            p.evaluations
                    .mark(p.evaluateur2, id, "B1-R", new Evaluations.Entree(Presence.ABSENT, Map.of(), "en retard"))
                    .orElseThrow();
        }
        if (random.nextBoolean()) {
            p.mark(p.evaluateur1, id, "B2-QCM", "C2.1-q=" + random.nextInt(21)).orElseThrow();
        }
        return id;
    }

    @Test
    void isUndoneUntilSomebodyMarks() {
        UUID id = p.evaluee("Durand", true, true).id();
        secondComes();
        migrated(id);
        assertThat(p.migrations.history(p.secretariat, id).orElseThrow().nonAnnulable())
                .isEmpty();
        p.mark(p.evaluateur1, id, "B2-MSP", "C2.2-m=14", "C2.2-z=ACQUIS", "C2.2-d=ACQUIS")
                .orElseThrow();

        assertThat(detail(p.migrations.undo(p.secretariat, id))).contains("des notes ont été saisies depuis");
        assertThat(p.find(id).version()).isEqualTo("2.0.0");
    }

    @Test
    void isUndoneOnce() {
        UUID id = p.enEvaluation("Durand").id();
        assertThat(code(p.migrations.undo(p.secretariat, id))).isEqualTo(CodeRefus.MIGRATION_NON_ANNULABLE);
        secondComes();
        migrated(id);
        p.migrations.undo(p.secretariat, id).orElseThrow();

        assertThat(code(p.migrations.undo(p.secretariat, id))).isEqualTo(CodeRefus.MIGRATION_NON_ANNULABLE);
        assertThat(migrated(id).versVersion()).isEqualTo("2.0.0");
    }

    @Test
    void isUndoneWhileTheBranchIsAway() {
        UUID id = p.evaluee("Durand", true, true).id();
        secondComes();
        migrated(id);
        p.depart(service);

        assertThat(p.migrations.undo(p.secretariat, id).orElseThrow().version()).isEqualTo("1.0.0");
    }

    @Test
    void versionsAreGoneThroughOneByOne() {
        UUID id = p.evaluee("Durand", true, true).id();
        String second = second(first());
        String third = second.substring(0, second.indexOf("transitions:"))
                        .replace("version: \"2.0.0\"", "version: \"3.0.0\"")
                        .replace("N1-A", "M1-A")
                + "transitions: [{ depuis: \"2.0.0\", delivranceJusquAu: null, blocs: [{ de: OPE-N1, vers: [OPE-N1] },"
                + " { de: OPE-B2, vers: [] }], epreuves: [{ de: N1-A, vers: [M1-A] }] }]\n";
        comes(second, third);

        Apercu apercu = migrated(id);

        assertThat(apercu.etapes()).containsExactly("2.0.0", "3.0.0");
        assertThat(marks(id)).extracting(Saisie::epreuve).containsExactly("M1-A", "M1-A");
        assertThat(apercu.lignes())
                .filteredOn(l -> l.objet() == Objet.BLOC)
                .extracting(Apercu.Ligne::sort)
                .containsExactly(Sort.RENOMME, Sort.PERDU, Sort.NOUVEAU);
        assertThat(apercu.misesDeCote()).extracting(m -> m.saisie().epreuve()).containsOnly("B2-MSP", "B2-QCM");
    }

    @Test
    void aCompulsoryPrerequisiteNewlyAskedIsEstablishedBeforeMarksGoOn() {
        UUID id = p.evaluee("Durand", true, true).id();
        comes(
                second(first())
                        .replace(
                                "  prerequis:\n",
                                """
                  prerequis:
                    - { code: HAB, intitule: Habilitation, type: CONDITION, obligatoire: true }
                """));

        assertThat(migrated(id).etatApres()).isEqualTo("DEPOSEE");
        assertThat(code(p.mark(p.evaluateur1, id, "B2-QCM", "C2.1-q=1"))).isEqualTo(CodeRefus.ETAT_INCOMPATIBLE);

        p.inscriptions
                .establishPrerequis(p.secretariat, id, "HAB", new Inscriptions.Constat(true, null, null, null, null))
                .orElseThrow();
        p.inscriptions
                .designateEvaluateurs(p.secretariat, id, Set.of("e1", "e2"))
                .orElseThrow();
        assertThat(p.mark(p.evaluateur1, id, "B2-QCM", "C2.1-q=1").isDone()).isTrue();
        assertThat(detail(p.migrations.undo(p.secretariat, id))).contains("des notes ont été saisies depuis");
    }

    @Test
    void isRefusedBeforeTheJuryAndOnceClosed() {
        Jury before = p.juryParitaire();
        UUID presented = p.presentee("Durand", before, true, true).id();
        UUID decided = p.decidee("Martin", true, true).id();
        secondComes();

        assertThat(code(p.migrations.preview(p.secretariat, presented, null))).isEqualTo(CodeRefus.ETAT_INCOMPATIBLE);
        assertThat(code(p.migrations.migrate(p.secretariat, decided, null))).isEqualTo(CodeRefus.ETAT_INCOMPATIBLE);
    }

    @Test
    void isRefusedWithoutADeclaredTransition() {
        UUID id = p.enEvaluation("Durand").id();
        assertThat(code(p.migrations.preview(p.secretariat, id, null))).isEqualTo(CodeRefus.MIGRATION_SANS_OBJET);
        assertThat(code(p.migrations.preview(p.secretariat, id, "9.0.0"))).isEqualTo(CodeRefus.VERSION_INCONNUE);
        String second = second(first());
        comes(second.substring(0, second.indexOf("transitions:")));

        assertThat(code(p.migrations.preview(p.secretariat, id, null))).isEqualTo(CodeRefus.MIGRATION_SANS_TRANSITION);
    }

    @Test
    void isRefusedWhileTheBranchIsAway() {
        UUID id = p.enEvaluation("Durand").id();
        secondComes();
        p.depart(service);

        assertThat(code(p.migrations.preview(p.secretariat, id, null))).isEqualTo(CodeRefus.BRANCHE_ABSENTE);
        assertThat(code(p.migrations.migrate(p.secretariat, id, null))).isEqualTo(CodeRefus.BRANCHE_ABSENTE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void isCompulsoryAfterTheLastDayOfTheAward(int daysOver) {
        UUID id = p.enEvaluation("Durand").id();
        String last = p.clock.today().minusDays(daysOver).toString();
        comes(second(first()).replace("delivranceJusquAu: null", "delivranceJusquAu: " + last));

        Apercu apercu = p.migrations.preview(p.secretariat, id, null).orElseThrow();

        assertThat(apercu.delivranceJusquAu()).hasToString(last);
        assertThat(apercu.obligatoire()).isEqualTo(daysOver > 0);
    }

    @Test
    void isForTheSecretariatOfTheBranch() {
        UUID id = p.enEvaluation("Durand").id();
        secondComes();

        assertThat(code(p.migrations.preview(p.organisme, id, null))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(p.migrations.migrate(p.evaluateur1, id, null))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(p.migrations.undo(p.certificateur, id))).isEqualTo(CodeRefus.ACCES_REFUSE);
        assertThat(code(p.migrations.history(p.etranger, id))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(code(p.migrations.census(p.organisme, "essai", "ESS-OPE"))).isEqualTo(CodeRefus.ACCES_REFUSE);
    }

    @Test
    void openFilesAreCountedByVersion() {
        Candidature moved = p.enEvaluation("Durand");
        p.deposee("Martin");
        p.decidee("Petit", true, true);
        secondComes();
        p.deposee("Thomas");
        migrated(moved.id());

        assertThat(p.migrations.census(p.secretariat, "essai", "ESS-OPE").orElseThrow())
                .containsExactly(
                        new Migrations.Denombrement("1.0.0", 1, false, true, null),
                        new Migrations.Denombrement("2.0.0", 2, true, false, null));
    }

    /** Marks, jury, decision and certificate need what the file keeps; a new file needs the branch. */
    @Test
    void aFileIsFinishedWhileItsBranchIsAway() {
        UUID id = p.enEvaluation("Durand").id();
        p.depart(service);
        for (var evaluateur : List.of(p.evaluateur1, p.evaluateur2)) {
            p.mark(evaluateur, id, "B1-A", "C1.1-a=ACQUIS", "C1.1-b=ACQUIS").orElseThrow();
        }
        p.mark(p.evaluateur1, id, "B2-QCM", "C2.1-q=15").orElseThrow();
        for (var evaluateur : List.of(p.evaluateur1, p.evaluateur2)) {
            p.mark(evaluateur, id, "B2-MSP", "C2.2-m=14", "C2.2-d=ACQUIS").orElseThrow();
        }
        Jury jury = p.juryParitaire();
        p.deliberations.present(p.secretariat, jury.id(), Set.of(id)).orElseThrow();
        p.decide(jury, id, Map.of("OPE-B1", true, "OPE-B2", true), null).orElseThrow();

        assertThat(p.delivrances.deliver(p.certificateur, id, "Lille").isDone()).isTrue();
        assertThat(code(p.inscriptions.submit(p.organisme, p.depot(Plateforme.candidat("Martin")))))
                .isEqualTo(CodeRefus.BRANCHE_ABSENTE);
    }
}
