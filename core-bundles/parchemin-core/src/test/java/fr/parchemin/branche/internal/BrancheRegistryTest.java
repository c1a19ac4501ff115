package fr.parchemin.branche.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.branche.ArtefactRefuse;
import fr.parchemin.branche.BrancheConnue;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.EtatBranche;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.branche.MotifErreur.Code;
import fr.parchemin.branche.PreuveAdmission;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.branche.VueBranche.Extension;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.BranchesConnuesEnMemoire;
import fr.parchemin.enmemoire.Executeur;
import fr.parchemin.enmemoire.JournalEnMemoire;
import fr.parchemin.enmemoire.Pendule;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.enmemoire.SnapshotsEnMemoire;
import fr.parchemin.exemple.Copie;
import fr.parchemin.exemple.Exemple;
import fr.parchemin.golden.internal.GoldenPreuve;
import fr.parchemin.referentiel.Snapshot;
import fr.parchemin.regle.GardeRegles;
import fr.parchemin.spi.BranchePlugin;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrancheRegistryTest {

    @TempDir
    private Path folder;

    private final Pendule clock = new Pendule(LocalDate.of(2026, 6, 15));
    private final Base base = new Base();
    private final SnapshotsEnMemoire snapshots = new SnapshotsEnMemoire(base);
    private final BranchesConnuesEnMemoire connues = new BranchesConnuesEnMemoire(base);
    private final JournalEnMemoire journal = new JournalEnMemoire(base);
    private final Executeur executor = new Executeur();
    private Registre registre = registry(new GoldenPreuve());
    private Catalogue catalogue = registre.catalogue();

    private Registre registry(PreuveAdmission preuve) {
        return new Registre(preuve, GardeRegles.standalone(), base, snapshots, connues, journal, clock, executor);
    }

    private void arrive(long id, URL definition) {
        arrive(id, "essai", () -> definition);
    }

    private void arrive(long id, String code, BranchePlugin plugin) {
        registre.arrive(id, code, plugin);
        executor.runAll();
    }

    private void depart(long id) {
        registre.depart(id);
        executor.runAll();
    }

    /** The platform stops and starts: the stores stay, the registry is new. */
    private void restart() {
        registre = registry(new GoldenPreuve());
        catalogue = registre.catalogue();
        registre.start();
        executor.runAll();
    }

    private Copie essai() {
        return Copie.of("essai", folder);
    }

    /** The next version of the référentiel, beside the first or in its place. */
    private Copie next(boolean beside) {
        Copie copie = essai();
        copie.write("referentiels/ope-1.1.0.yaml", copie.text("referentiels/ope-1.0.0.yaml"))
                .replace("referentiels/ope-1.1.0.yaml", "version: \"1.0.0\"", "version: \"1.1.0\"")
                .replace("referentiels/ope-1.1.0.yaml", "alias: [Essayeur]", "alias: [Essayeur, Testeur]");
        if (beside) {
            return copie.replace(
                    "branche.yaml",
                    "[referentiels/ope-1.0.0.yaml]",
                    "[referentiels/ope-1.0.0.yaml, referentiels/ope-1.1.0.yaml]");
        }
        return copie.replace("branche.yaml", "ope-1.0.0", "ope-1.1.0")
                .replace("golden/ope.yaml", "version: \"1.0.0\"", "version: \"1.1.0\"");
    }

    private VueBranche vue() {
        return catalogue.branche("essai").orElseThrow();
    }

    private String version() {
        return vue().referentiels().get(0).referentiel().version();
    }

    private List<Code> codes() {
        return motifs(vue()).stream().map(MotifErreur::code).toList();
    }

    private static List<MotifErreur> motifs(VueBranche vue) {
        return ((EtatBranche.EnErreur) vue.etat()).motifs();
    }

    private static URL first() {
        return Plateforme.definition("essai");
    }

    @Test
    void admitsABranchThatComesWithItsSnapshotAndALineInTheJournal() {
        arrive(1, first());

        assertThat(vue().etat()).isEqualTo(new EtatBranche.Active(clock.instant()));
        assertThat(vue().nom()).isEqualTo("Branche d’essai");
        assertThat(base.read(() -> snapshots.references("essai")))
                .extracting(Snapshot.Reference::certification, Snapshot.Reference::version)
                .containsExactly(tuple("ESS-OPE", "1.0.0"));
        assertThat(base.read(() -> journal.about("branche/essai", 10)))
                .extracting(Acte::nature, Acte::acteur)
                .containsExactly(tuple(Acte.Nature.BRANCHE_ADMISE, "plateforme"));
    }

    @Test
    void saysWhichExtensionCarriesABranchAsLongAsItDoes() {
        Extension carrier = new Extension("fr.parchemin.branche.essai", "1.2.3");
        registre.arrive(1, "essai", carrier, BrancheRegistryTest::first);
        executor.runAll();
        assertThat(vue().extension()).contains(carrier);

        depart(1);
        assertThat(vue().extension()).isEmpty();

        Extension spoilt = new Extension("fr.parchemin.branche.essai", "1.2.4");
        registre.arrive(2, "essai", spoilt, () -> null);
        executor.runAll();
        assertThat(vue().etat()).isInstanceOf(EtatBranche.EnErreur.class);
        assertThat(vue().extension()).contains(spoilt);
    }

    private List<Acte.Nature> journal() {
        return base.read(() -> journal.about("branche/essai", 10)).stream()
                .map(Acte::nature)
                .toList();
    }

    @Test
    void theJournalTellsADepartureAndAReturn() {
        arrive(1, first());
        depart(1);
        arrive(2, first());

        assertThat(journal())
                .containsExactlyInAnyOrder(
                        Acte.Nature.BRANCHE_ADMISE, Acte.Nature.BRANCHE_PARTIE, Acte.Nature.BRANCHE_ADMISE);
    }

    @Test
    void aRestartOfThePlatformIsNeitherADepartureNorAReturn() {
        arrive(1, first());
        restart();
        arrive(1, first());
        executor.advance(Duration.ofHours(1));

        assertThat(vue().isActive()).isTrue();
        assertThat(journal()).containsExactly(Acte.Nature.BRANCHE_ADMISE);
    }

    private void arrive(String bundles, URL definition) {
        registre.arriveWith(bundles, 1, "essai", () -> definition);
        executor.runAll();
    }

    /** A definition that would be refused, were it read. */
    private URL spoilt() {
        return essai().replace("branche.yaml", "format: 1", "format: 2").url();
    }

    @Test
    void aBranchThatTheSameBundlesProvedIsNotExaminedAgainAtTheNextStart() {
        arrive("plugin@1 core@1", first());
        restart();

        arrive("plugin@1 core@1", spoilt());

        assertThat(vue().etat()).isEqualTo(new EtatBranche.Active(clock.instant()));
        assertThat(version()).isEqualTo("1.0.0");
    }

    @Test
    void aPluginOrAPlatformThatIsAnotherIsExaminedAtTheNextStart() {
        arrive("plugin@1 core@1", first());
        restart();

        arrive("plugin@1 core@2", spoilt());

        assertThat(codes()).containsExactly(Code.SCHEMA_NON_RESPECTE);
    }

    @Test
    void whatWasProvedHoldsForOneComingOnly() {
        arrive("plugin@1 core@1", first());
        restart();
        arrive("plugin@1 core@1", first());
        depart(1);

        arrive("plugin@1 core@1", spoilt());

        assertThat(codes()).containsExactly(Code.SCHEMA_NON_RESPECTE);
    }

    @Test
    void aBranchThatHadLeftBeforeTheStopIsExaminedWhenItComes() {
        arrive("plugin@1 core@1", first());
        depart(1);
        restart();

        arrive("plugin@1 core@1", spoilt());

        assertThat(codes()).containsExactly(Code.SCHEMA_NON_RESPECTE);
    }

    @Test
    void aBranchThatDoesNotComeBackWithThePlatformHasLeft() {
        arrive(1, first());
        restart();
        executor.advance(Duration.ofSeconds(59));
        assertThat(journal()).containsExactly(Acte.Nature.BRANCHE_ADMISE);

        executor.advance(Duration.ofSeconds(1));

        assertThat(journal()).containsExactlyInAnyOrder(Acte.Nature.BRANCHE_ADMISE, Acte.Nature.BRANCHE_PARTIE);
        assertThat(base.read(connues::all))
                .singleElement()
                .extracting(BrancheConnue::absenteDepuis)
                .isEqualTo(clock.instant());
    }

    @Test
    void aBranchThatChangedWhileThePlatformWasStoppedIsNews() {
        arrive(1, first());
        restart();
        arrive(1, next(false).url());

        assertThat(journal()).containsExactly(Acte.Nature.BRANCHE_ADMISE, Acte.Nature.BRANCHE_ADMISE);
    }

    @Test
    void theHashOfTheViewIsThatOfTheSnapshot() {
        arrive(1, first());

        Snapshot kept =
                base.read(() -> snapshots.find("essai", "ESS-OPE", "1.0.0")).orElseThrow();
        assertThat(vue().referentiels().get(0).empreinte())
                .isEqualTo(kept.empreinte())
                .isEqualTo(CanonicalJson.sha256(kept.contenu()));
    }

    @Test
    void aBranchThatLeavesIsAbsentAndStillDescribed() {
        arrive(1, first());
        clock.advance(Duration.ofHours(1));
        depart(1);

        assertThat(vue().etat()).isEqualTo(new EtatBranche.Absente(clock.instant()));
        assertThat(vue().identite()).isPresent();
        assertThat(vue().referentiels()).hasSize(1);
        assertThat(vue().classifications()).containsKey("essai-2024");
        assertThat(catalogue.certifications("")).singleElement().satisfies(f -> assertThat(f.disponible())
                .isFalse());
        assertThat(Exemple.code(catalogue.active("essai"))).isEqualTo(CodeRefus.BRANCHE_ABSENTE);
        assertThat(Exemple.detail(catalogue.active("essai"))).contains("« Branche d’essai »", "15 juin 2026 à 11:00");
        assertThat(base.read(connues::all))
                .singleElement()
                .extracting(BrancheConnue::absenteDepuis)
                .isEqualTo(clock.instant());
    }

    @Test
    void aBranchThatComesBackIsActiveAgainAndAddsNoSnapshot() {
        arrive(1, first());
        depart(1);
        arrive(2, first());

        assertThat(vue().isActive()).isTrue();
        assertThat(base.read(() -> snapshots.references("essai"))).hasSize(1);
        assertThat(base.read(connues::all))
                .singleElement()
                .extracting(BrancheConnue::absenteDepuis)
                .isNull();
    }

    @Test
    void aNewerVersionIsServedAndTheOlderStaysReadable() {
        arrive(1, first());
        depart(1);
        arrive(2, next(false).url());

        assertThat(version()).isEqualTo("1.1.0");
        assertThat(catalogue
                        .certification("essai", "ESS-OPE", null)
                        .orElseThrow()
                        .versions())
                .containsExactly("1.0.0", "1.1.0");
        assertThat(catalogue
                        .certification("essai", "ESS-OPE", "1.0.0")
                        .orElseThrow()
                        .referentiel()
                        .certification()
                        .alias())
                .containsExactly("Essayeur");
    }

    @Test
    void versionsAreListedInTheirOrderWhateverThatOfTheirAdmission() {
        Copie copie = next(true);
        copie.replace("referentiels/ope-1.1.0.yaml", "version: \"1.1.0\"", "version: \"0.10.0\"");
        arrive(1, copie.url());
        depart(1);
        arrive(2, next(true).url());

        assertThat(catalogue
                        .certification("essai", "ESS-OPE", null)
                        .orElseThrow()
                        .versions())
                .containsExactly("0.10.0", "1.0.0", "1.1.0");
    }

    @Test
    void ofTwoVersionsInForceTheHigherIsServed() {
        arrive(1, next(true).url());

        assertThat(version()).isEqualTo("1.1.0");
    }

    @Test
    void aVersionIsServedFromTheDayItComesIntoForce() {
        Copie copie =
                next(true).replace("referentiels/ope-1.1.0.yaml", "enVigueurDu: 2024-01-01", "enVigueurDu: 2026-07-01");
        arrive(1, copie.url());
        assertThat(version()).isEqualTo("1.0.0");

        clock.setTo(LocalDate.of(2026, 7, 1));

        assertThat(version()).isEqualTo("1.1.0");
    }

    @Test
    void theDayChangesAtMidnightInParis() {
        Copie copie =
                next(true).replace("referentiels/ope-1.1.0.yaml", "enVigueurDu: 2024-01-01", "enVigueurDu: 2026-07-01");
        arrive(1, copie.url());

        clock.setTo(Instant.parse("2026-06-30T21:59:59Z"));
        assertThat(version()).isEqualTo("1.0.0");
        clock.setTo(Instant.parse("2026-06-30T22:00:00Z"));
        assertThat(version()).isEqualTo("1.1.0");
    }

    @Test
    void aCertificationThatIsNotInForceIsShownButNotOpen() {
        arrive(
                1,
                essai().replace("referentiels/ope-1.0.0.yaml", "enVigueurDu: 2024-01-01", "enVigueurDu: 2026-07-01")
                        .url());

        assertThat(catalogue.certifications("")).singleElement().satisfies(f -> assertThat(f.disponible())
                .isFalse());
        clock.setTo(LocalDate.of(2026, 7, 1));
        assertThat(catalogue.certifications("")).singleElement().satisfies(f -> assertThat(f.disponible())
                .isTrue());
    }

    @Test
    void aKnownVersionWithOtherContentPutsTheBranchInErrorAndKeepsWhatWasAdmitted() {
        arrive(1, first());
        String before = vue().referentiels().get(0).empreinte();
        depart(1);
        arrive(
                2,
                essai().replace("referentiels/ope-1.0.0.yaml", "seuil: 12 }", "seuil: 10 }")
                        .url());

        assertThat(codes()).containsExactly(Code.VERSION_MODIFIEE);
        assertThat(motifs(vue()).get(0).phrase()).contains("referentiels/ope-1.0.0.yaml", "ESS-OPE 1.0.0");
        assertThat(vue().referentiels().get(0).empreinte()).isEqualTo(before);
        assertThat(base.read(() -> snapshots.references("essai")))
                .extracting(Snapshot.Reference::empreinte)
                .containsExactly(before);
        assertThat(Exemple.code(catalogue.active("essai"))).isEqualTo(CodeRefus.BRANCHE_EN_ERREUR);
    }

    @Test
    void aBranchInErrorThatIsMendedBecomesActive() {
        arrive(
                1,
                essai().replace("branche.yaml", "couleur: \"#204060\"", "couleur: bleu")
                        .url());
        assertThat(codes()).containsExactly(Code.SCHEMA_NON_RESPECTE);
        depart(1);
        assertThat(Exemple.code(catalogue.branche("essai")))
                .as("a branch that was never admitted leaves nothing behind")
                .isEqualTo(CodeRefus.BRANCHE_INCONNUE);

        arrive(2, first());

        assertThat(vue().isActive()).isTrue();
    }

    @Test
    void aBranchThatFailsItsOwnGoldenCasesIsNotAdmittedAndSaysWhich() {
        Copie copie = essai().replace("golden/ope.yaml", "proposition: TOTALE", "proposition: REFUS");
        arrive(1, copie.url());

        assertThat(codes()).containsExactly(Code.CAS_GOLDEN_ECHOUE);
        assertThat(Exemple.plain(motifs(vue()).get(0).phrase()))
                .contains("golden/ope.yaml, ligne " + copie.line("golden/ope.yaml", "tout est acquis"))
                .contains("cas « tout est acquis » : proposition attendue REFUS, obtenue TOTALE");
        assertThat(base.read(() -> snapshots.references("essai"))).isEmpty();
        assertThat(base.read(connues::all)).isEmpty();
    }

    @Test
    void aCodeThatIsTakenIsRefusedToTheSecondAndFreedByTheFirst() {
        arrive(1, first());
        arrive(2, next(false).url());

        assertThat(version()).isEqualTo("1.0.0");
        VueBranche rival = catalogue.branche("extension-2").orElseThrow();
        assertThat(motifs(rival)).extracting(MotifErreur::code).containsExactly(Code.CODE_DEJA_PRIS);
        assertThat(catalogue.branches()).hasSize(2);

        depart(1);

        assertThat(version()).isEqualTo("1.1.0");
        assertThat(vue().isActive()).isTrue();
        assertThat(catalogue.branches()).hasSize(1);
    }

    @Test
    void aRivalThatLeavesChangesNothingForTheHolder() {
        arrive(1, first());
        arrive(2, next(false).url());
        depart(2);

        assertThat(vue().isActive()).isTrue();
        assertThat(catalogue.branches()).hasSize(1);
    }

    @Test
    void aServiceWithoutACodeIsShownUnderItsNumber() {
        arrive(7, null, BrancheRegistryTest::first);

        assertThat(motifs(catalogue.branche("extension-7").orElseThrow()))
                .extracting(MotifErreur::code)
                .containsExactly(Code.CODE_DISCORDANT);
        depart(7);
        assertThat(catalogue.branches()).isEmpty();
    }

    @Test
    void aServiceThatAnnouncesAnotherCodeThanItsDefinitionIsInError() {
        arrive(1, "autre", BrancheRegistryTest::first);

        assertThat(motifs(catalogue.branche("autre").orElseThrow()))
                .extracting(MotifErreur::code)
                .containsExactly(Code.CODE_DISCORDANT);
        assertThat(Exemple.code(catalogue.branche("essai"))).isEqualTo(CodeRefus.BRANCHE_INCONNUE);
    }

    @Test
    void aPluginThatThrowsOrGivesNothingIsInErrorAndDisturbsNobody() {
        arrive(1, first());
        arrive(2, "deux", () -> {
            throw new IllegalStateException("broken");
        });
        arrive(3, "trois", () -> null);
        arrive(4, "quatre", () -> {
            throw new NoClassDefFoundError("gone");
        });

        assertThat(motifs(catalogue.branche("trois").orElseThrow()))
                .extracting(MotifErreur::code)
                .containsExactly(Code.DEFINITION_INTROUVABLE);
        for (String code : List.of("deux", "quatre")) {
            assertThat(motifs(catalogue.branche(code).orElseThrow()))
                    .singleElement()
                    .satisfies(m -> assertThat(m.code()).isEqualTo(Code.EXTENSION_DEFAILLANTE))
                    .satisfies(m -> assertThat(m.phrase()).contains("la méthode definition()"));
        }
        assertThat(vue().isActive()).isTrue();
        assertThat(executor.scheduled()).isZero();
    }

    @Test
    void aDefinitionThatTripsThePlatformIsNotTriedAgainAndAgain() {
        registre = registry((definition, regles) -> {
            throw new IllegalArgumentException("our own fault");
        });
        catalogue = registre.catalogue();

        arrive(1, first());

        assertThat(codes()).containsExactly(Code.ADMISSION_IMPOSSIBLE);
        assertThat(executor.scheduled()).isZero();
    }

    @Test
    void aStoreThatIsDownIsTriedAgainUntilItComesBack() {
        base.goDown();
        arrive(1, first());
        assertThat(codes()).containsExactly(Code.ADMISSION_IMPOSSIBLE);

        executor.advance(Duration.ofSeconds(10));
        assertThat(codes()).containsExactly(Code.ADMISSION_IMPOSSIBLE);

        base.comeBack();
        executor.advance(Duration.ofSeconds(10));

        assertThat(vue().isActive()).isTrue();
        assertThat(executor.scheduled()).isZero();
    }

    @Test
    void aPluginThatLeftIsNotTriedAgain() {
        base.goDown();
        arrive(1, first());
        depart(1);
        base.comeBack();

        executor.advance(Duration.ofMinutes(1));

        assertThat(Exemple.code(catalogue.branche("essai"))).isEqualTo(CodeRefus.BRANCHE_INCONNUE);
    }

    @Test
    void aBranchThatLeavesWhileTheStoreIsDownIsAbsentAllTheSame() {
        arrive(1, first());
        base.goDown();
        depart(1);

        assertThat(vue().etat()).isInstanceOf(EtatBranche.Absente.class);
    }

    @Test
    void branchesOfBeforeAreRecalledAsAbsentUntilTheirPluginComes() {
        arrive(1, first());
        String hash = vue().referentiels().get(0).empreinte();
        depart(1);
        Instant left = clock.instant();
        clock.advance(Duration.ofDays(30));

        restart();

        assertThat(vue().etat()).isEqualTo(new EtatBranche.Absente(left));
        assertThat(vue().referentiels().get(0).empreinte()).isEqualTo(hash);
        assertThat(vue().classifications()).containsKey("essai-2024");

        arrive(5, first());
        assertThat(vue().isActive()).isTrue();
    }

    @Test
    void aBrokenPluginOfAKnownBranchLeavesWhatWasKnownReadable() {
        arrive(1, first());
        restart();
        arrive(2, essai().delete("classification/essai-2024.yaml").url());

        assertThat(codes()).containsExactly(Code.DEFINITION_INTROUVABLE);
        assertThat(vue().identite()).isPresent();
        assertThat(vue().referentiels()).hasSize(1);
    }

    @Test
    void branchesOfBeforeAreRecalledOnceTheStoreComesBack() {
        arrive(1, first());
        base.goDown();
        restart();
        assertThat(catalogue.branches()).isEmpty();

        base.comeBack();
        executor.advance(Duration.ofSeconds(10));

        assertThat(vue().etat()).isInstanceOf(EtatBranche.Absente.class);
    }

    @Test
    void aBranchInErrorIsRecalledWithItsErrorOnceTheStoreComesBack() {
        arrive(1, first());
        base.goDown();
        restart();
        arrive(
                2,
                essai().replace("branche.yaml", "couleur: \"#204060\"", "couleur: bleu")
                        .url());
        assertThat(vue().identite()).isEmpty();

        base.comeBack();
        executor.advance(Duration.ofSeconds(10));

        assertThat(vue().identite()).isPresent();
        assertThat(codes()).containsExactly(Code.SCHEMA_NON_RESPECTE);
    }

    @Test
    void aVersionWithNumbersBeyondMeasureDoesNotHarmTheCatalogue() {
        String huge = "99999999999999999999.0.0";
        Copie copie =
                next(true).replace("referentiels/ope-1.1.0.yaml", "version: \"1.1.0\"", "version: \"" + huge + "\"");
        arrive(1, copie.url());

        assertThat(version()).isEqualTo(huge);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0, 1.0.0, 0",
        "1.0.0, 1.0.1, -1",
        "1.10.0, 1.9.0, 1",
        "2.0.0, 10.0.0, -1",
        "1.2.3, 1.2.30, -1",
        "99999999999999999999.0.0, 9.0.0, 1"
    })
    void ordersVersionsNumberByNumber(String left, String right, int sign) {
        assertThat(Integer.signum(BrancheEnMemoire.compareVersions(left, right)))
                .isEqualTo(sign);
        assertThat(Integer.signum(BrancheEnMemoire.compareVersions(right, left)))
                .isEqualTo(-sign);
    }

    @Test
    void eachChangeMakesTheGenerationGrowAndReadingDoesNot() {
        long before = catalogue.generation();
        arrive(1, first());
        long active = catalogue.generation();
        assertThat(active).isGreaterThan(before);

        catalogue.branches();
        catalogue.certifications("essai");
        clock.setTo(LocalDate.of(2027, 1, 1));
        catalogue.branches();
        assertThat(catalogue.generation()).isEqualTo(active);

        depart(1);
        assertThat(catalogue.generation()).isGreaterThan(active);
    }

    @Test
    void whatAViewGivesCannotBeChanged() {
        arrive(1, first());
        VueBranche vue = vue();

        assertThatThrownBy(() -> vue.referentiels().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> vue.classifications().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> vue.referentiels().get(0).referentiel().blocs().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> catalogue.branches().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aViewInHandStaysAsItWasWhenTheBranchLeaves() {
        arrive(1, first());
        VueBranche inHand = vue();
        depart(1);

        assertThat(inHand.isActive()).isTrue();
        assertThat(vue().isActive()).isFalse();
    }

    @Test
    void searchesTitleAliasCodeJobAndBranchWhateverAccentsAndCase() {
        arrive(1, first());
        arrive(2, "temoin", () -> Plateforme.definition("temoin"));

        for (String words :
                List.of("operateur", "ESSAYEUR", "ess-ope", "d'essai opérateur", "conduit des essais", "cqpe")) {
            assertThat(catalogue.certifications(words))
                    .as(words)
                    .singleElement()
                    .satisfies(f ->
                            assertThat(f.referentiel().certification().code()).isEqualTo("ESS-OPE"));
        }
        assertThat(catalogue.certifications("opérateur témoin")).isEmpty();
        assertThat(catalogue.certifications(" ")).hasSize(2);
        assertThat(catalogue.certifications("!")).hasSize(2);
        assertThat(catalogue.certifications(null)).hasSize(2);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        arrive(1, first());

        assertThat(Exemple.code(catalogue.branche("inconnue"))).isEqualTo(CodeRefus.BRANCHE_INCONNUE);
        assertThat(Exemple.code(catalogue.active("inconnue"))).isEqualTo(CodeRefus.BRANCHE_INCONNUE);
        assertThat(Exemple.code(catalogue.certification("inconnue", "ESS-OPE", null)))
                .isEqualTo(CodeRefus.BRANCHE_INCONNUE);
        assertThat(Exemple.code(catalogue.certification("essai", "AUTRE", null)))
                .isEqualTo(CodeRefus.CERTIFICATION_INCONNUE);
        assertThat(Exemple.code(catalogue.certification("essai", "ESS-OPE", "9.9.9")))
                .isEqualTo(CodeRefus.VERSION_INCONNUE);
        assertThat(Exemple.detail(catalogue.certification("essai", "ESS-OPE", "9.9.9")))
                .contains("1.0.0");
        assertThat(Exemple.code(catalogue.classification("essai", "autre"))).isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
        assertThat(catalogue.classification("essai", "essai-2024").isDone()).isTrue();
    }

    // ---- what was dropped and is no branch

    private static ArtefactRefuse refused(String branche) {
        return new ArtefactRefuse(
                "essai.zip", branche, List.of(MotifErreur.of(Code.ARTEFACT_REFUSE, "archive abîmée")));
    }

    private void refuse(long id, ArtefactRefuse artefact) {
        registre.refuse(id, artefact);
        executor.runAll();
    }

    private void forgive(long id) {
        registre.forgive(id);
        executor.runAll();
    }

    @Test
    void aRefusedArtefactShowsUnderItsNameForAsLongAsItLiesThere() {
        refuse(1, refused(null));

        VueBranche shown = catalogue.branche("essai.zip").orElseThrow();
        assertThat(motifs(shown)).extracting(MotifErreur::code).containsExactly(Code.ARTEFACT_REFUSE);

        forgive(1);
        assertThat(catalogue.branches()).isEmpty();
    }

    @Test
    void aRefusedArtefactInPlaceOfAKnownBranchPutsThatBranchInErrorAndLeavesItReadable() {
        arrive(1, first());
        depart(1);

        refuse(2, refused("essai"));

        assertThat(codes()).containsExactly(Code.ARTEFACT_REFUSE);
        assertThat(vue().referentiels()).hasSize(1);
        assertThat(catalogue.branches()).hasSize(1);

        forgive(2);
        assertThat(vue().etat()).isEqualTo(new EtatBranche.Absente(clock.instant()));
    }

    @Test
    void aRefusedArtefactDoesNotTouchABranchThatAnotherPluginHolds() {
        arrive(1, first());

        refuse(2, refused("essai"));

        assertThat(vue().isActive()).isTrue();
        assertThat(catalogue.branche("essai.zip").isDone()).isTrue();
    }

    @Test
    void aRefusedArtefactTakesThePlaceOfItsBranchOnceTheBundleIsGoneToo() {
        arrive(1, first());
        refuse(2, refused("essai"));

        depart(1);

        assertThat(codes()).containsExactly(Code.ARTEFACT_REFUSE);
        assertThat(catalogue.branches()).hasSize(1);
    }

    @Test
    void aRefusedArtefactThatLeavesDoesNotTakeAwayTheBranchThatCameMeanwhile() {
        arrive(1, first());
        depart(1);
        refuse(2, refused("essai"));
        arrive(3, first());
        assertThat(catalogue.branche("essai.zip").isDone()).isTrue();

        forgive(2);

        assertThat(vue().isActive()).isTrue();
        assertThat(catalogue.branche("essai.zip").isDone()).isFalse();
    }

    @Test
    void ofTwoArtefactsWithOneCodeTheSecondIsInErrorUnderItsNameAndNamesTheFirst() {
        registre.arrive(1, "essai", new VueBranche.Extension("a.zip", null), BrancheRegistryTest::first);
        registre.arrive(2, "essai", new VueBranche.Extension("b.zip", null), BrancheRegistryTest::first);
        executor.runAll();

        assertThat(vue().isActive()).isTrue();
        MotifErreur motif = motifs(catalogue.branche("b.zip").orElseThrow()).get(0);
        assertThat(motif.code()).isEqualTo(Code.CODE_DEJA_PRIS);
        assertThat(motif.message().replace('\u00a0', ' ')).contains("« a.zip »");

        depart(1);
        assertThat(vue().isActive()).isTrue();
        assertThat(catalogue.branche("b.zip").isDone()).isFalse();
    }
}
