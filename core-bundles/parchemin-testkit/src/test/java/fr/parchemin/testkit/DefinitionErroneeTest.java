package fr.parchemin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.DefinitionReader.Lecture;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.branche.MotifErreur.Code;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A check that nobody saw fail proves nothing: each mistake is told with its file, its line and its place, and nothing else is. */
class DefinitionErroneeTest {

    @TempDir
    Path folder;

    private static List<MotifErreur> read(Brouillon brouillon) {
        Lecture lecture = DefinitionReader.standalone().read(brouillon.definition());
        return lecture instanceof Lecture.Invalide invalide ? invalide.motifs() : List.of();
    }

    private static List<String> plain(List<MotifErreur> motifs) {
        return motifs.stream()
                .map(m -> m.phrase().replace('\u00a0', ' ').replace('\u202f', ' '))
                .toList();
    }

    @Test
    void theExampleItselfIsValid() {
        assertThat(read(new Brouillon(folder))).isEmpty();
    }

    static Stream<Arguments> mistakesOfForm() {
        return Stream.of(
                arguments(
                        "branche.yaml",
                        "\"9999\"",
                        "9999",
                        "branche.yaml, ligne 4, convention.idcc : doit être un IDCC de 1 à 4 chiffres, entre guillemets"),
                arguments(
                        "branche.yaml",
                        "nom: Exemple\n",
                        "nom: Exemple\ndevise: exemple\n",
                        "branche.yaml, ligne 4, devise : la clé « devise » n’existe pas ici"),
                arguments(
                        "branche.yaml", "nom: Exemple\n", "", "branche.yaml, ligne 1 : la clé « nom » est obligatoire"),
                arguments(
                        "branche.yaml",
                        "statut: hypothese",
                        "statut: source",
                        "branche.yaml, ligne 4, convention.provenance : une provenance « source » cite sa référence (texte, article, fiche)"),
                arguments(
                        "branche.yaml",
                        "  - golden.yaml",
                        "  - ../golden.yaml",
                        "branche.yaml, ligne 16, golden[0] : doit être le chemin d’un fichier .yaml, relatif à branche.yaml et sans « .. »"),
                arguments(
                        "branche.yaml",
                        "  - cotation.yaml",
                        "  - cotation.yaml\n  - cotation.yaml",
                        "branche.yaml, ligne 12, classifications : la liste contient deux fois le même élément"),
                arguments(
                        "referentiel.yaml",
                        "enVigueurDu: 2024-01-01",
                        "enVigueurDu: 2024-02-30",
                        "referentiel.yaml, ligne 12, enVigueurDu : cette date n’existe pas au calendrier (valeur : 2024-02-30)"),
                arguments(
                        "referentiel.yaml",
                        "enVigueurDu: 2024-01-01",
                        "enVigueurDu: 01/01/2024",
                        "referentiel.yaml, ligne 12, enVigueurDu : doit être une date au format AAAA-MM-JJ, par exemple 2026-06-15"),
                arguments(
                        "referentiel.yaml",
                        "type: CQP\n",
                        "type: DIPLOME\n",
                        "referentiel.yaml, ligne 4, certification.type : valeur non admise (valeur : DIPLOME), attendu CQP, CQPI, TFP, CCC, CERTIFICAT_PERSONNE"),
                arguments(
                        "referentiel.yaml",
                        "niveau: 3",
                        "niveau: 9",
                        "referentiel.yaml, ligne 5, certification.niveau : trop grand (valeur : 9), maximum 8"),
                arguments(
                        "referentiel.yaml",
                        "[FORMATION]",
                        "[]",
                        "referentiel.yaml, ligne 7, certification.voies : la liste a au moins 1 élément(s)"),
                arguments(
                        "referentiel.yaml",
                        "\"^SST[0-9]+$\"",
                        "\"^SST[0-9+$\"",
                        "referentiel.yaml, ligne 10, certification.prerequis[1].motifNumero : l’expression régulière n’est pas valide (valeur : ^SST[0-9+$)"),
                arguments(
                        "referentiel.yaml",
                        "seuil: 12,",
                        "seuil: \"12\",",
                        "referentiel.yaml, ligne 63, blocs[1].regle.regles[1].regles[0].seuil : type inattendu (valeur : 12), attendu un nombre sans guillemets"),
                arguments(
                        "referentiel.yaml",
                        "{ code: C1-a, intitule: Le geste est juste, echelle: BINAIRE }",
                        "{ code: C1-a, intitule: Le geste est juste, echelle: BINAIRE, bareme: 3 }",
                        "referentiel.yaml, ligne 26, blocs[0].competences[0].criteres[0].bareme : « bareme » ne va qu’avec l’échelle POINTS"),
                arguments(
                        "referentiel.yaml",
                        "critere: C1-d }",
                        "critere: C1-d, note: 3 }",
                        "referentiel.yaml, ligne 40, blocs[0].regle.regles[1].note : la clé « note » n’existe pas ici"),
                arguments(
                        "golden.yaml",
                        "    effet: { le: 2026-03-01, emplois: [qualifie] }\n",
                        "",
                        "golden.yaml, ligne 44, cas[6] : un cas porte sur « evaluations », « jury », « mention », « effet », « validite », « recevabilite », « saisie », « attente », « vote », « cotation » ou « tableau »"),
                arguments(
                        "golden.yaml",
                        "notes: { C3-q: 11.99 }",
                        "notes: { C3-q: 11.999 }",
                        "golden.yaml, ligne 25, cas[2].evaluations[2].notes.C3-q : au plus deux décimales"),
                arguments(
                        "golden.yaml",
                        "epreuve: B2-QCM, notes: { C3-q: 11.99 }",
                        "epreuve: B2-QCM, presence: ABSENT, notes: { C3-q: 11.99 }",
                        "golden.yaml, ligne 25, cas[2].evaluations[2].notes : un candidat absent ou excusé n’a pas de notes"));
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("mistakesOfForm")
    void aMistakeOfFormIsToldInFrenchWithItsPlace(String file, String text, String mistaken, String phrase) {
        List<MotifErreur> motifs = read(new Brouillon(folder).with(file, text, mistaken));

        assertThat(plain(motifs)).containsExactly(phrase);
        assertThat(motifs).extracting(MotifErreur::code).containsExactly(Code.SCHEMA_NON_RESPECTE);
    }

    static Stream<Arguments> notYaml() {
        return Stream.of(
                arguments(
                        "nom: Exemple : deux\n",
                        "ligne 3 : ce n’est pas du YAML : « : » inattendu, mettez le texte entre guillemets ou corrigez le retrait"),
                arguments(
                        "\tnom: Exemple\n",
                        "ligne 3 : ce n’est pas du YAML : le retrait se fait avec des espaces, jamais avec une tabulation"),
                arguments("nom: \"Exemple\n", "ligne 4 : ce n’est pas du YAML : retrait ou guillemet inattendu"),
                arguments(
                        "nom: [ Exemple\n",
                        "ligne 4 : ce n’est pas du YAML : il manque une virgule, ou de quoi refermer « { » ou « [ »"),
                arguments("nom: Exemple\nExemple\n", "ligne 5 : ce n’est pas du YAML : il manque « : » après une clé"),
                arguments("nom: Exemple\nnom: Encore\n", "ligne 4 : la clé « nom » figure deux fois"),
                arguments(
                        "nom: &nom Exemple\nopco: { nom: *nom }\n",
                        "ligne 4 : les alias YAML (*nom) ne sont pas admis, répétez la valeur"),
                arguments(
                        "nom: !!binary Exemple\n",
                        "ligne 3 : les types YAML explicites (tag:yaml.org,2002:binary) ne sont pas admis"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("notYaml")
    void aTextThatIsNotAdmittedYamlIsToldWithItsLine(String mistaken, String phrase) {
        List<MotifErreur> motifs = read(new Brouillon(folder).with("branche.yaml", "nom: Exemple\n", mistaken));

        assertThat(plain(motifs)).containsExactly("branche.yaml, " + phrase);
        assertThat(motifs).extracting(MotifErreur::code).containsExactly(Code.YAML_INVALIDE);
    }

    @Test
    void aFileThatIsNotUtf8IsTold() {
        Brouillon brouillon = new Brouillon(folder);
        brouillon.write("golden.yaml", brouillon.read("golden.yaml").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(plain(read(brouillon))).containsExactly("golden.yaml : le fichier n’est pas en UTF-8");
    }

    @Test
    void aFileThatIsNotThereIsToldWhereItIsNamed() {
        List<MotifErreur> motifs = read(new Brouillon(folder).without("coefficients.yaml"));

        assertThat(plain(motifs))
                .containsExactly(
                        "branche.yaml, ligne 14, classifications[1] : le fichier « coefficients.yaml » est introuvable ou illisible dans l’extension");
        assertThat(motifs).extracting(MotifErreur::code).containsExactly(Code.DEFINITION_INTROUVABLE);
    }

    static Stream<Arguments> incoherences() {
        return Stream.of(
                // codes that name two things
                arguments(
                        "referentiel.yaml",
                        "code: A2, intitule: Seconde activité",
                        "code: A1, intitule: Seconde activité",
                        List.of(
                                "referentiel.yaml, ligne 16, activites[1].code : l’activité « A1 » figure deux fois",
                                "referentiel.yaml, ligne 43, blocs[1].activites : l’activité « A2 » n’existe pas dans le référentiel")),
                arguments(
                        "referentiel.yaml",
                        "code: SST,",
                        "code: AGE,",
                        List.of(
                                "referentiel.yaml, ligne 10, certification.prerequis[1].code : le prérequis « AGE » figure deux fois",
                                "referentiel.yaml, ligne 60, blocs[1].regle.regles[0].prerequis : le prérequis « SST » n’existe pas",
                                "golden.yaml, ligne 15, cas[1].attestations[0].prerequis : le prérequis « SST » n’existe pas")),
                arguments(
                        "referentiel.yaml",
                        "code: C3-q,",
                        "code: C1-a,",
                        List.of(
                                "referentiel.yaml, ligne 49, blocs[1].competences[0].criteres[0].code : le code « C1-a » sert déjà dans ce référentiel",
                                "referentiel.yaml, ligne 53, blocs[1].epreuves[0].criteres : le critère « C3-q » n’existe pas dans le bloc",
                                "referentiel.yaml, ligne 53, blocs[1].epreuves[0] : l’épreuve n’observe aucun critère",
                                "referentiel.yaml, ligne 49, blocs[1].competences[0].criteres[0] : le critère « C1-a » n’est observé par aucune épreuve",
                                "referentiel.yaml, ligne 63, blocs[1].regle.regles[1].regles[0].epreuve : l’épreuve « B2-QCM » n’a aucun critère noté en points")),
                arguments(
                        "referentiel.yaml",
                        "code: SALARIES,",
                        "code: EMPLOYEURS,",
                        List.of(
                                "referentiel.yaml, ligne 69, jury.colleges[1].code : le collège « EMPLOYEURS » figure deux fois",
                                "referentiel.yaml, ligne 71, jury.parite : la parité demande au moins deux collèges",
                                "referentiel.yaml, ligne 72, jury.presidence : une présidence alternée demande au moins deux collèges",
                                "golden.yaml, ligne 42, cas[5].jury.membres[1].college : le collège « SALARIES » n’existe pas, attendu EMPLOYEURS, EMPLOYEURS",
                                "golden.yaml, ligne 42, cas[5].jury.presidencePrecedente : le collège « SALARIES » n’existe pas, attendu EMPLOYEURS, EMPLOYEURS")),
                arguments(
                        "coefficients.yaml",
                        "code: exemple-coefficients",
                        "code: exemple-cotation",
                        List.of(
                                "branche.yaml, ligne 14, classifications[1] : la classification « exemple-cotation » figure deux fois",
                                "referentiel.yaml, ligne 77, effets[1].classification : la classification « exemple-coefficients » n’existe pas",
                                "golden.yaml, ligne 46, cas[6].effet.emplois[0] : l’emploi-repère « qualifie » n’est dans aucune classification nommée par les effets",
                                "golden.yaml, ligne 47, cas[6].attendu.effet.position : la position « II » n’est dans aucune classification nommée par les effets")),
                arguments(
                        "coefficients.yaml",
                        "code: debutant,",
                        "code: qualifie,",
                        List.of(
                                "coefficients.yaml, ligne 12, emplois[1].code : l’emploi « qualifie » figure deux fois",
                                "referentiel.yaml, ligne 77, effets[1].emplois[0] : la position « I » de l’emploi-repère « qualifie » n’a pas de coefficient")),
                // codes that name nothing
                one(
                        "referentiel.yaml",
                        "activites: [A1]",
                        "activites: [A9]",
                        "ligne 20, blocs[0].activites : l’activité « A9 » n’existe pas dans le référentiel"),
                one(
                        "referentiel.yaml",
                        "remplace: [B2-ORAL]",
                        "remplace: [B1-ORAL]",
                        "ligne 55, blocs[1].epreuves[2].remplace : l’épreuve « B1-ORAL » n’est pas une autre épreuve du bloc"),
                one(
                        "referentiel.yaml",
                        "{ type: COMPETENCES_ACQUISES }",
                        "{ type: COMPETENCES_ACQUISES, competences: [C1, C9] }",
                        "ligne 39, blocs[0].regle.regles[0].competences : la compétence « C9 » n’existe pas dans le bloc"),
                one(
                        "referentiel.yaml",
                        "ouvre: [B2-ORAL, B2-ECRIT]",
                        "ouvre: [B2-ORAL, B2-QCM]",
                        "ligne 63, blocs[1].regle.regles[1].regles[0].ouvre : l’épreuve « B2-QCM » n’est pas une autre épreuve du bloc"),
                one(
                        "referentiel.yaml",
                        "niveaux: { \"5\": A2 }",
                        "niveaux: { \"5\": A9 }",
                        "ligne 76, effets[0].niveaux[5] : la position « A9 » n’existe pas"),
                one(
                        "cotation.yaml",
                        "position: A1,",
                        "position: A9,",
                        "ligne 17, emplois[0].position : la position « A9 » n’existe pas dans la grille"),
                // what cannot be reached, seen or decided
                one(
                        "referentiel.yaml",
                        "seuil: 10.5",
                        "seuil: 20.5",
                        "ligne 64, blocs[1].regle.regles[1].regles[1].seuil : 20.5 dépasse le barème de 20"),
                one(
                        "referentiel.yaml",
                        "epreuve: B2-ORAL, seuil: 10.5",
                        "epreuve: B1-ORAL, seuil: 10.5",
                        "ligne 64, blocs[1].regle.regles[1].regles[1].epreuve : l’épreuve « B1-ORAL » n’existe pas dans le bloc"),
                one(
                        "referentiel.yaml",
                        "nombre: 1\n",
                        "nombre: 3\n",
                        "ligne 58, blocs[1].regle.nombre : 3 règles demandées sur 2"),
                one(
                        "referentiel.yaml",
                        "BLOCS_AU_MOINS, nombre: 2",
                        "BLOCS_AU_MOINS, nombre: 3",
                        "ligne 65, regle.nombre : 3 blocs demandés, le référentiel n’en a que 2"),
                one(
                        "referentiel.yaml",
                        "evaluateurs: 1, criteres: [C3-s]",
                        "evaluateurs: 1, criteres: [C3-q, C3-s]",
                        "ligne 64, blocs[1].regle.regles[1].regles[1].epreuve : l’épreuve « B2-ECRIT », qui peut être passée à sa place, n’a pas le même barème : 40 au lieu de 20"),
                one(
                        "referentiel.yaml",
                        "evaluateurs: 1, competences: [C2] }",
                        "evaluateurs: 1, competences: [C1] }",
                        "ligne 34, blocs[0].epreuves[1].remplace : qui passe l’épreuve « B1-RECO » à la place de « B1-REEL » n’est plus évalué sur le critère « C2-a », que la règle demande"),
                one(
                        "referentiel.yaml",
                        "{ type: ATTESTATION, prerequis: SST }",
                        "{ type: COMPETENCES_ACQUISES }",
                        "ligne 60, blocs[1].regle.regles[0] : la compétence « C3 » n’a aucun critère BINAIRE ou à NIVEAUX, la règle ne peut pas dire si elle est acquise"),
                // the grid and the rule speak of the same eliminatory criteria
                one(
                        "referentiel.yaml",
                        "echelle: BINAIRE, eliminatoire: true",
                        "echelle: BINAIRE",
                        "ligne 40, blocs[0].regle.regles[1].critere : le critère « C1-d » n’est pas signalé à l’évaluateur, il lui manque « eliminatoire: true »"),
                one(
                        "referentiel.yaml",
                        "Le compte rendu est complet, echelle: BINAIRE",
                        "Le compte rendu est complet, echelle: BINAIRE, eliminatoire: true",
                        "ligne 31, blocs[0].competences[1].criteres[0].eliminatoire : le critère « C2-a » est dit éliminatoire, mais aucune règle ELIMINATOIRE du bloc ne le nomme"),
                // time
                one(
                        "referentiel.yaml",
                        "enVigueurAu: 2029-12-31",
                        "enVigueurAu: 2023-12-31",
                        "ligne 13, enVigueurAu : la période finit le 2023-12-31, avant de commencer le 2024-01-01"),
                one(
                        "referentiel.yaml",
                        "au: 2028-12-31",
                        "au: 2023-12-31",
                        "ligne 6, certification.enregistrements[0].au : la période finit le 2023-12-31, avant de commencer le 2024-01-01"),
                one(
                        "referentiel.yaml",
                        "article: art. 2, du: 2025-01-01",
                        "article: art. 2, du: 2024-12-31",
                        "ligne 77, effets[1] : un autre effet est en vigueur au même moment, un seul est appliqué"),
                one(
                        "coefficients.yaml",
                        "au: 2024-12-31",
                        "au: 2023-12-31",
                        "ligne 9, positions[1].minima[0].au : la période finit le 2023-12-31, avant de commencer le 2024-01-01"),
                // the grid of classes
                one(
                        "cotation.yaml",
                        "{ degre: 2, libelle: beaucoup } ]\n  - code: FAIRE",
                        "{ degre: 1, libelle: beaucoup } ]\n  - code: FAIRE",
                        "ligne 9, criteres[0].degres[1].degre : le degré « 1 » figure deux fois",
                        "ligne 15, positions[1].cotationMax : la dernière position s’arrête à la cotation 4, les critères vont jusqu’à 3"),
                one(
                        "cotation.yaml",
                        "code: FAIRE",
                        "code: SAVOIR",
                        "ligne 10, criteres[1].code : le critère « SAVOIR » figure deux fois",
                        "ligne 17, emplois[0].degres : les critères cotés ne sont pas exactement ceux de la grille"),
                one(
                        "cotation.yaml",
                        "cotationMin: 4, cotationMax: 4",
                        "cotationMin: 5, cotationMax: 5",
                        "ligne 15, positions[1].cotationMin : les cotations doivent se suivre : 4 attendu",
                        "ligne 15, positions[1].cotationMax : la dernière position s’arrête à la cotation 5, les critères vont jusqu’à 4"),
                one(
                        "cotation.yaml",
                        "cotationMin: 2,",
                        "cotationMin: 1,",
                        "ligne 14, positions[0].cotationMin : les cotations doivent se suivre : 2 attendu"),
                one(
                        "cotation.yaml",
                        "{ SAVOIR: 1, FAIRE: 2 }",
                        "{ SAVOIR: 2, FAIRE: 2 }",
                        "ligne 17, emplois[0].position : l’emploi est coté 4, la position « A1 » va de 2 à 3"),
                // golden cases
                one(
                        "golden.yaml",
                        "certification: EXE-UN",
                        "certification: EXE-DEUX",
                        "ligne 1, certification : la définition n’a pas de référentiel « EXE-DEUX » en version 1.0.0"),
                one(
                        "golden.yaml",
                        "nom: questionnaire manqué",
                        "nom: tout est acquis",
                        "ligne 20, cas[2].nom : le cas « tout est acquis » figure deux fois"),
                one(
                        "golden.yaml",
                        "{ B1: VALIDE, B2: NON_VALIDE } }\n  - nom: écrit",
                        "{ B1: VALIDE } }\n  - nom: écrit",
                        "ligne 26, cas[2].attendu.blocs : le résultat attendu porte sur chaque bloc, ni plus ni moins : B1, B2"),
                one(
                        "golden.yaml",
                        "evaluateur: e2, epreuve: B2-ORAL",
                        "evaluateur: e1, epreuve: B2-ORAL",
                        "ligne 11, cas[0].evaluations[4] : l’évaluateur « e1 » a déjà noté l’épreuve « B2-ORAL » dans ce cas"),
                one(
                        "golden.yaml",
                        "presidencePrecedente: SALARIES",
                        "presidencePrecedente: SALARIE",
                        "ligne 42, cas[5].jury.presidencePrecedente : le collège « SALARIE » n’existe pas, attendu EMPLOYEURS, SALARIES"),
                one(
                        "golden.yaml",
                        "emplois: [qualifie]",
                        "emplois: [qualifie-x]",
                        "ligne 46, cas[6].effet.emplois[0] : l’emploi-repère « qualifie-x » n’est dans aucune classification nommée par les effets"),
                one(
                        "golden.yaml",
                        "position: II,",
                        "position: III,",
                        "ligne 47, cas[6].attendu.effet.position : la position « III » n’est dans aucune classification nommée par les effets"));
    }

    private static Arguments one(String file, String text, String mistaken, String... phrases) {
        return arguments(
                file,
                text,
                mistaken,
                Stream.of(phrases).map(p -> file + ", " + p).toList());
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("incoherences")
    void anIncoherenceIsToldInFrenchWithItsPlace(String file, String text, String mistaken, List<String> phrases) {
        List<MotifErreur> motifs = read(new Brouillon(folder).with(file, text, mistaken));

        assertThat(plain(motifs)).containsExactlyInAnyOrderElementsOf(phrases);
        assertThat(motifs).extracting(MotifErreur::code).containsOnly(Code.INCOHERENCE);
    }
}
