package fr.parchemin.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionBranche.FichierGolden;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.DefinitionReader.Lecture;
import fr.parchemin.exemple.Copie;
import fr.parchemin.exemple.Exemple;
import fr.parchemin.referentiel.DefinitionJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of case comes out as the rule says, and tells the difference when its author expects something else. */
class EspecesDeCasTest {

    private static final String CAS = "golden/ope.yaml";
    private static final String DOSSIER = "le: 2026-06-15, voie: FORMATION, naissance: 2000-01-01";

    @TempDir
    private Path folder;

    private List<String> differences(String situation, String attendu) {
        Copie copie = Copie.of("essai", folder);
        copie.write(
                CAS,
                copie.text(CAS) + "  - nom: le cas\n    reference: essai\n    " + situation + "\n    attendu: "
                        + attendu + "\n");
        Lecture lecture = DefinitionReader.standalone().read(copie.url());
        assertThat(lecture).as("%s", lecture).isInstanceOf(Lecture.Valide.class);
        return GoldenCases.run(((Lecture.Valide) lecture).definition()).stream()
                .flatMap(r -> r.difference().stream())
                .map(Exemple::plain)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "validite: { bloc: OPE-B1, le: 2026-06-15 }|{ validite: \"2028-06-15\" }",
                "validite: { bloc: OPE-B1, competences: true, le: 2026-06-15 }|{ validite: NON_CONSERVEES }",
                "recevabilite: { DOSSIER, constats: [ { prerequis: AUT, numero: AUT-1234, delivreLe: 2025-12-15 } ] }|{ recevabilite: RECEVABLE }",
                "recevabilite: { DOSSIER, constats: [ { prerequis: AUT, numero: AUT-1234, delivreLe: 2025-12-14 } ] }|{ recevabilite: PREREQUIS_INVALIDE }",
                "recevabilite: { DOSSIER, constats: [ { prerequis: AUT, satisfait: false } ] }|{ recevabilite: IRRECEVABLE }",
                "recevabilite: { DOSSIER }|{ recevabilite: A_COMPLETER }",
                "recevabilite: { le: 2026-06-15, voie: CANDIDAT_LIBRE, naissance: 2000-01-01 }|{ recevabilite: VOIE_FERMEE }",
                "recevabilite: { le: 2023-12-31, voie: VAE, naissance: 2000-01-01 }|{ recevabilite: VERSION_HORS_VIGUEUR }",
                "saisie: [ { evaluateur: e1, epreuve: B2-QCM, notes: { C2.1-q: 20 } } ]|{ saisie: ACCEPTEE }",
                "saisie: [ { evaluateur: e1, epreuve: B2-QCM, notes: { C2.1-q: 20.5 } } ]|{ saisie: NOTE_HORS_ECHELLE }",
                "saisie: [ { evaluateur: e1, epreuve: B2-MSP, toutes: ACQUIS, notes: { C2.2-m: 14 } } ]|{ saisie: EPREUVE_NON_OUVERTE }",
                "attente: [ { evaluateur: e1, epreuve: B1-R, toutes: ACQUIS }, { evaluateur: e2, epreuve: B1-R, toutes: ACQUIS } ]|{ attente: [B2-QCM] }",
                "vote: { membres: [ { college: EMPLOYEURS, president: true, vote: POUR }, { college: SALARIES, vote: POUR } ] }|{ vote: VALIDATION_TOTALE }",
                "vote: { membres: [ { college: EMPLOYEURS, president: true, vote: POUR } ] }|{ vote: QUORUM_NON_ATTEINT }",
                "enregistrement: { le: 2020-01-01 }|{ enregistrement: TRANSMIS }",
                "enregistrement: { le: 2019-12-31 }|{ enregistrement: AUCUN }",
                "tableau: { de: PREREQUIS }|{ tableau: { AGE: { age: 18, validiteMois: null }, AUT: { validiteMois: 6 }, SEC: { obligatoire: false } } }"
            })
    void comesOutAsTheRuleSays(String situation, String attendu) {
        assertThat(differences(situation.replace("DOSSIER", DOSSIER), attendu)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "validite: { bloc: OPE-B1, le: 2026-06-15 }|{ validite: A_VIE }|validité attendue A_VIE, obtenu 2028-06-15",
                "validite: { bloc: OPE-B9, le: 2026-06-15 }|{ validite: A_VIE }|le bloc « OPE-B9 » n’existe pas",
                "recevabilite: { DOSSIER }|{ recevabilite: RECEVABLE }|recevabilité attendue RECEVABLE, obtenu A_COMPLETER",
                "recevabilite: { DOSSIER, constats: [ { prerequis: ZZZ } ] }|{ recevabilite: RECEVABLE }|prérequis « ZZZ »",
                "saisie: [ { evaluateur: e1, epreuve: B2-QCM, notes: { C2.1-q: 21 } }, { evaluateur: e1, epreuve: B1-A, toutes: ACQUIS } ]|{ saisie: NOTE_HORS_ECHELLE }|seule la dernière grille peut être refusée",
                "attente: []|{ attente: [B2-QCM] }|épreuves attendues B2-QCM, obtenu B1-A",
                "vote: { membres: [ { college: EMPLOYEURS, president: true, vote: POUR }, { college: SALARIES, vote: CONTRE } ] }|{ vote: REFUS }|décision attendue REFUS, obtenu AJOURNEMENT",
                "cotation: { classification: nulle, degres: { } }|{ cotation: A1 }|la classification « nulle » n’existe pas",
                "enregistrement: { le: 2026-06-15 }|{ enregistrement: RNCP99999 }|enregistrement attendu RNCP99999, obtenu TRANSMIS",
                "transition: { depuis: '0.9.0', le: 2026-06-15 }|{ transition: { delivrance: OUVERTE } }|cette version ne déclare pas de transition depuis la version 0.9.0",
                "tableau: { de: VAE }|{ tableau: { BRANCHE: { juryMois: 3 } } }|la ligne « BRANCHE » n’existe pas",
                "tableau: { de: PREREQUIS }|{ tableau: { AGE: { age: 17 }, AUT: { type: AUTORISATION }, ZZZ: { age: 1 } } }|AGE.age attendu 17, obtenu 18 ; la ligne « ZZZ » n’existe pas ; la ligne « SEC » n’est pas attendue"
            })
    void tellsWhatWasExpectedAndWhatCame(String situation, String attendu, String difference) {
        assertThat(differences(situation.replace("DOSSIER", DOSSIER), attendu))
                .singleElement()
                .asString()
                .contains(difference);
    }

    @Test
    void aCaseThatMakesTheRulesThemselvesFailIsADifferenceAndTheOthersAreRun() {
        DefinitionBranche definition = ((Lecture.Valide) DefinitionReader.standalone()
                        .read(Copie.of("essai", folder).url()))
                .definition();
        // No schema lets a case without an expected value through: it stands for any surprise inside the rules.
        JsonNode cases = DefinitionJson.read(
                """
                { "certification": "ESS-OPE", "version": "1.0.0", "cas": [
                  { "nom": "surprise", "reference": "essai", "evaluations": [] },
                  { "nom": "suivant", "reference": "essai", "validite": { "bloc": "OPE-B1", "le": "2026-06-15" },
                    "attendu": { "validite": "2028-06-15" } } ] }
                """,
                JsonNode.class);

        assertThat(GoldenCases.run(new DefinitionBranche(
                        definition.branche(),
                        definition.referentiels(),
                        definition.classifications(),
                        List.of(new FichierGolden(CAS, cases, List.of(4, 5))))))
                .extracting(r -> r.motif().map(m -> Exemple.plain(m.phrase())))
                .containsExactly(
                        Optional.of(
                                "golden/ope.yaml, ligne 4, cas[0] : cas « surprise » : son exécution a échoué (NullPointerException) ; la cause est au journal technique"),
                        Optional.empty());
    }
}
