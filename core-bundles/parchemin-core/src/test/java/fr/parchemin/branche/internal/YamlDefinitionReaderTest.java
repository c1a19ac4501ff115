package fr.parchemin.branche.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.DefinitionReader.Lecture;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.branche.MotifErreur.Code;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.exemple.Copie;
import fr.parchemin.exemple.Exemple;
import fr.parchemin.golden.GoldenCases;
import fr.parchemin.referentiel.DefinitionJson;
import fr.parchemin.referentiel.Referentiel;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDefinitionReaderTest {

    private static final String REFERENTIEL = "referentiels/ope-1.0.0.yaml";
    private static final String GRILLE = "classification/essai-2024.yaml";

    @TempDir
    private Path folder;

    private final DefinitionReader reader = new YamlDefinitionReader();

    private Copie essai() {
        return Copie.of("essai", folder);
    }

    private List<MotifErreur> motifs(Copie copie) {
        Lecture lecture = reader.read(copie.url());
        assertThat(lecture).isInstanceOf(Lecture.Invalide.class);
        return ((Lecture.Invalide) lecture).motifs();
    }

    private DefinitionBranche valid(URL url) {
        Lecture lecture = reader.read(url);
        assertThat(lecture).isInstanceOf(Lecture.Valide.class);
        return ((Lecture.Valide) lecture).definition();
    }

    private static List<String> phrases(List<MotifErreur> motifs) {
        return motifs.stream().map(MotifErreur::phrase).map(Exemple::plain).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"essai", "temoin", "baremes"})
    void readsAWholeDefinitionThatHoldsWhatItsGoldenCasesSay(String branche) {
        DefinitionBranche definition = valid(Plateforme.definition(branche));

        assertThat(definition.branche().code()).isEqualTo(branche);
        assertThat(GoldenCases.run(definition)).isNotEmpty().allSatisfy(r -> assertThat(r.difference())
                .isEmpty());
    }

    @Test
    void whatASnapshotKeepsReadsAsTheSameReferentiel() {
        DefinitionBranche.VersionDefinie version =
                valid(Plateforme.definition("essai")).referentiels().get(0);

        assertThat(DefinitionJson.read(version.contenu(), Referentiel.class)).isEqualTo(version.referentiel());
        assertThat(version.empreinte()).matches("[0-9a-f]{64}");
    }

    @Test
    void theHashHangsOnWhatIsSaidNotOnHowItIsWritten() {
        String before =
                valid(Plateforme.definition("essai")).referentiels().get(0).empreinte();
        Copie rewritten = essai().replace(REFERENTIEL, "seuil: 12 }", "seuil: 12.0 }")
                .replace(
                        REFERENTIEL,
                        "  intitule: Opérateur d’essai\n  alias: [Essayeur]\n",
                        "  # commentaire\n  alias: [Essayeur]\n  intitule: \"Opérateur d’essai\"\n");
        Copie changed = essai().replace(REFERENTIEL, "alias: [Essayeur]", "alias: [Essayeuse]");

        assertThat(valid(rewritten.url()).referentiels().get(0).empreinte()).isEqualTo(before);
        assertThat(valid(changed.url()).referentiels().get(0).empreinte()).isNotEqualTo(before);
    }

    @Test
    void saysLinePathAndWhatIsWrongWithAThreshold() {
        Copie copie = essai().replace(
                        REFERENTIEL,
                        "{ type: NOTE_MINIMALE, epreuve: B2-MSP, seuil: 12 }",
                        "{ type: NOTE_MINIMALE, epreuve: B2-MSP, seuil: 120 }");

        assertThat(phrases(motifs(copie)))
                .containsExactly(REFERENTIEL + ", ligne " + copie.line(REFERENTIEL, "seuil: 120")
                        + ", blocs[1].regle.regles[1].seuil : 120 dépasse le barème de 20");
    }

    @Test
    void refusesAKeyThatDoesNotExistAndShowsWhere() {
        Copie copie = essai().replace(REFERENTIEL, "evaluateurs: 1,", "evaluateurs: 1, evaluatuers: 2,");

        assertThat(motifs(copie)).anySatisfy(motif -> {
            assertThat(motif.code()).isEqualTo(Code.SCHEMA_NON_RESPECTE);
            assertThat(motif.ligne()).isEqualTo(copie.line(REFERENTIEL, "evaluatuers"));
            assertThat(motif.chemin()).isEqualTo("blocs[1].epreuves[0].evaluatuers");
            assertThat(Exemple.plain(motif.message())).isEqualTo("la clé « evaluatuers » n’existe pas ici");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evaluateurs: 2, competences: [C1.1] }|evaluateurs: deux, competences: [C1.1] }|blocs[0].epreuves[0].evaluateurs|entier",
                "version: \"1.0.0\"|version: 1.0|version|doit être une version entre guillemets",
                "enVigueurDu: 2024-01-01|enVigueurDu: 2024-02-30|enVigueurDu|date",
                "enVigueurDu: 2024-01-01|enVigueurDu: demain|enVigueurDu|doit être une date au format AAAA-MM-JJ",
                "bareme: 20 }|bareme: 0 }|blocs[1].competences[0].criteres[0].bareme|supérieur à 0",
                "modalite: QUESTIONNAIRE|modalite: DICTEE|blocs[1].epreuves[0].modalite|DICTEE",
                "regle: { type: TOUS_BLOCS }|regle: { type: TOUS }|regle.type|TOUS_BLOCS",
                "validiteMois: 6|validiteMois: -6|certification.prerequis[1].validiteMois|-6",
            })
    void saysInFrenchWhatTheSchemaExpects(String before, String after, String chemin, String word) {
        Copie copie = essai().replace(REFERENTIEL, before, after);

        assertThat(motifs(copie)).anySatisfy(motif -> {
            assertThat(motif.fichier()).isEqualTo(REFERENTIEL);
            assertThat(motif.chemin()).isEqualTo(chemin);
            assertThat(motif.ligne()).isEqualTo(copie.line(REFERENTIEL, after));
            assertThat(Exemple.plain(motif.message())).contains(word);
        });
    }

    @Test
    void saysWhichKeyIsLeftOut() {
        Copie copie = essai().replace(REFERENTIEL, "  intitule: Opérateur d’essai\n", "");

        assertThat(phrases(motifs(copie)))
                .containsExactly(REFERENTIEL + ", ligne 1, certification : la clé « intitule » est obligatoire");
    }

    @Test
    void saysEverythingThatIsWrongNotOnlyTheFirst() {
        Copie copie = essai().replace(REFERENTIEL, "modalite: QUESTIONNAIRE", "modalite: DICTEE")
                .replace(GRILLE, "cotationMin: 4,", "cotationMin: quatre,")
                .replace("branche.yaml", "couleur: \"#204060\"", "couleur: bleu");

        assertThat(motifs(copie)).extracting(MotifErreur::fichier).contains("branche.yaml");
        assertThat(motifs(copie.replace("branche.yaml", "couleur: bleu", "couleur: \"#204060\"")))
                .extracting(MotifErreur::fichier)
                .contains(REFERENTIEL, GRILLE);
    }

    @Test
    void refusesAFileThatIsNotThereAndSaysWhoNamesIt() {
        Copie copie = essai().delete(GRILLE);

        assertThat(motifs(copie)).singleElement().satisfies(motif -> {
            assertThat(motif.code()).isEqualTo(Code.DEFINITION_INTROUVABLE);
            assertThat(motif.message()).contains(GRILLE);
            assertThat(motif.ligne()).isEqualTo(copie.line("branche.yaml", GRILLE));
        });
    }

    @Test
    void refusesADefinitionThatIsNotThere() {
        assertThat(motifs(essai().delete("branche.yaml")))
                .singleElement()
                .extracting(MotifErreur::code)
                .isEqualTo(Code.DEFINITION_INTROUVABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.yaml",
                "referentiels/../../secret.yaml",
                "/etc/passwd.yaml",
                "file:///etc/passwd.yaml",
                "referentiels//ope.yaml",
                "referentiels/./ope.yaml",
                "..%2fsecret.yaml",
                ".cache.yaml"
            })
    void refusesAPathThatLeadsOutOfTheDefinition(String path) {
        Copie copie = essai().replace("branche.yaml", "[referentiels/ope-1.0.0.yaml]", "[\"" + path + "\"]");

        assertThat(motifs(copie)).isNotEmpty().allSatisfy(motif -> {
            assertThat(motif.fichier()).isEqualTo("branche.yaml");
            assertThat(motif.chemin()).startsWith("referentiels");
        });
    }

    @Test
    void refusesAFileNamedTwice() {
        Copie copie = essai().replace(
                        "branche.yaml", "classifications: [", "classifications: [referentiels/ope-1.0.0.yaml, ");

        assertThat(phrases(motifs(copie))).anyMatch(p -> p.contains("est nommé deux fois"));
    }

    @Test
    void refusesAFileThatIsNotUtf8() {
        Copie copie = essai();
        copie.write(REFERENTIEL, copie.text(REFERENTIEL).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(motifs(copie)).singleElement().satisfies(motif -> {
            assertThat(motif.code()).isEqualTo(Code.YAML_INVALIDE);
            assertThat(motif.message()).contains("UTF-8");
            assertThat(motif.fichier()).isEqualTo(REFERENTIEL);
        });
    }

    @Test
    void refusesAFileThatIsTooLongWithoutReadingItToItsEnd() {
        Copie copie = essai().write(REFERENTIEL, "# " + "é".repeat(5_000_000));

        assertThat(motifs(copie)).singleElement().satisfies(motif -> {
            assertThat(motif.code()).isEqualTo(Code.YAML_INVALIDE);
            assertThat(motif.message()).contains("dépasse");
        });
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(motifs(essai().write(REFERENTIEL, "")))
                .extracting(MotifErreur::code)
                .containsExactly(Code.YAML_INVALIDE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"just some text", "[1, 2]", "42", "null"})
    void refusesAFileOfAnotherShape(String text) {
        assertThat(motifs(essai().write("branche.yaml", text))).isNotEmpty().allSatisfy(m -> assertThat(m.code())
                .isEqualTo(Code.SCHEMA_NON_RESPECTE));
    }

    @Test
    void refusesANumberThatNoRecordHolds() {
        Copie copie = essai().replace(GRILLE, "groupe: B, classe: 2", "groupe: B, classe: 99999999999");

        assertThat(motifs(copie)).singleElement().satisfies(motif -> {
            assertThat(motif.code()).isEqualTo(Code.SCHEMA_NON_RESPECTE);
            assertThat(motif.chemin()).isEqualTo("positions[1].classe");
            assertThat(motif.ligne()).isEqualTo(copie.line(GRILLE, "99999999999"));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "effet: { le: 2026-01-01|effet: { coefficientActuel: 99999999999, le: 2026-01-01|.effet.coefficientActuel",
                "type: PLANCHER,|type: PLANCHER, coefficient: 99999999999,|.attendu.effet.coefficient",
            })
    void refusesANumberOfAGoldenCaseThatNoRecordHolds(String before, String after, String chemin) {
        Copie copie = essai().replace("golden/ope.yaml", before, after);

        assertThat(motifs(copie)).singleElement().satisfies(motif -> {
            assertThat(motif.code()).isEqualTo(Code.SCHEMA_NON_RESPECTE);
            assertThat(motif.chemin()).endsWith(chemin);
            assertThat(motif.ligne()).isEqualTo(copie.line("golden/ope.yaml", "99999999999"));
            assertThat(Exemple.plain(motif.message())).contains("100000");
        });
    }

    @Test
    void anAddressThatFailsIsAReasonNotAnException() throws Exception {
        URL broken = new URL(null, "bundle://gone/branche.yaml", new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                    @Override
                    public void connect() {}

                    @Override
                    public InputStream getInputStream() throws IOException {
                        throw new IllegalStateException("bundle uninstalled");
                    }
                };
            }
        });

        assertThat(reader.read(broken)).isInstanceOf(Lecture.Invalide.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "competences: [C2.1] }|competences: [C9.9] }|la compétence « C9.9 » n’existe pas dans le bloc",
                "remplace: [B1-A]|remplace: [B1-Z]|n’est pas une autre épreuve du bloc",
                "activites: [A1]\\n    validiteMois: 24|activites: [A9]\\n    validiteMois: 24|l’activité « A9 » n’existe pas",
                "ouvre: [B2-MSP]|ouvre: [B2-QCM]|n’est pas une autre épreuve du bloc",
                "critere: C2.2-d|critere: C2.2-m|n’est pas BINAIRE",
                "classification: essai-2024|classification: essai-1999|n’existe pas",
                "\"5\": C3|\"5\": C9|la position « C9 » n’existe pas",
                "epreuve: B2-MSP, seuil: 12|epreuve: B9, seuil: 12|l’épreuve « B9 » n’existe pas dans le bloc",
                "code: C2.1-q|code: C1.1-a|sert déjà dans ce référentiel",
                "role: DECIDE|role: PROPOSE|pas encore pris en charge",
                "enVigueurAu: null|enVigueurAu: 2020-01-01|avant de commencer",
                "\"^AUT-[0-9]{4}$\"|\"^AUT-[0-9\"|expression"
            })
    void refusesWhatIsIncoherentBetweenItsParts(String before, String after, String word) {
        Copie copie = essai().replace(REFERENTIEL, before.replace("\\n", "\n"), after.replace("\\n", "\n"));

        assertThat(phrases(motifs(copie))).anyMatch(p -> p.contains(word));
    }

    @Test
    void refusesGridsWithAHole() {
        Copie copie = essai().replace(GRILLE, "cotationMin: 5, cotationMax: 6", "cotationMin: 6, cotationMax: 6");

        assertThat(motifs(copie)).isNotEmpty();
    }

    @Test
    void writesPathsAsPeopleReadThem() {
        assertThat(YamlDefinitionReader.path("/blocs/2/epreuves/0/seuil")).isEqualTo("blocs[2].epreuves[0].seuil");
        assertThat(YamlDefinitionReader.path("")).isEmpty();
        assertThat(YamlDefinitionReader.path("/a~1b/~0c")).isEqualTo("a/b.~c");
    }
}
