package fr.parchemin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A check that nobody saw fail proves nothing: each mistake of the broken branch has to be told, and nothing else. */
class DefinitionChecksTest {

    private final DefinitionChecks checks =
            DefinitionChecks.of(DefinitionChecksTest.class.getResource("/cassee/branche.yaml"));

    @Test
    void schemaErrorsSayWhereAndWhatInFrench() {
        assertThat(plain(checks.schemaErrors()))
                .containsExactlyInAnyOrder(
                        "branche.yaml, convention.idcc : doit être un IDCC de 1 à 4 chiffres, entre guillemets",
                        "branche.yaml, cpne.provenance : une provenance « source » cite sa référence (texte, article, fiche)",
                        "referentiel.yaml, blocs[0].competences[0].criteres[0].bareme : « bareme » ne va qu'avec l'échelle POINTS",
                        "referentiel.yaml, blocs[0].regle.regles[1] : la propriété 'note' n'est pas définie dans le schéma et le schéma n'autorise pas de propriétés supplémentaires",
                        "golden.yaml, cas[2] : un cas porte sur « evaluations », « jury » ou « effet »",
                        "golden.yaml, cas[2].attendu : un cas porte sur « evaluations », « jury » ou « effet »");
    }

    @Test
    void codesUsedTwiceAreTold() {
        assertThat(plain(checks.duplicateCodes()))
                .containsExactlyInAnyOrder(
                        "referentiel.yaml, blocs[].competences[].criteres : « C1-a » est employé deux fois",
                        "classification.yaml, positions : « A1 » est employé deux fois");
    }

    @Test
    void namesOfNothingAreTold() {
        assertThat(plain(checks.unknownReferences()))
                .containsExactlyInAnyOrder(
                        "referentiel.yaml, blocs[0].activites : activité « A9 » : inconnu dans cette définition",
                        "referentiel.yaml, blocs[0].regle : critère « C9-z » : inconnu dans cette définition",
                        "referentiel.yaml, effets[0] : position « Z9 » : inconnu dans cette définition",
                        "classification.yaml, emplois[0].position : position « B2 » : inconnu dans cette définition",
                        "golden.yaml, cas[0] : critère « C1-x » hors de l'épreuve",
                        "golden.yaml, cas[1] : collège « AUTRE » : inconnu dans cette définition");
    }

    @Test
    void contradictionsAreTold() {
        assertThat(plain(checks.contradictions()))
                .containsExactlyInAnyOrder(
                        "referentiel.yaml, blocs[0] : aucune épreuve n'évalue le critère « C1-c »",
                        "referentiel.yaml, blocs[0] : le critère « C1-c » est éliminatoire dans la grille ou dans la règle, pas dans les deux",
                        "referentiel.yaml, blocs[0].regle.seuil : 120 dépasse le barème de 100",
                        "referentiel.yaml, enVigueurDu : « 2026-02-30 » n'existe pas au calendrier",
                        "classification.yaml, positions : « A1 » devrait commencer à la cotation 4",
                        "classification.yaml, positions : la grille s'arrête à 5 au lieu de 6",
                        "golden.yaml, cas[0] : « C1-b » : 101 dépasse le barème",
                        "golden.yaml, cas[0].attendu.blocs : ce ne sont pas exactement les blocs du référentiel");
    }

    private static List<String> plain(List<String> sentences) {
        return sentences.stream().map(s -> s.replace('\u00a0', ' ')).toList();
    }
}
