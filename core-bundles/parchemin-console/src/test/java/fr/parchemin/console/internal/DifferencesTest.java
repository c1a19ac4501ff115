package fr.parchemin.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.console.internal.Differences.Difference;
import fr.parchemin.referentiel.DefinitionJson;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final String BEFORE =
            """
            {"version":"1.0.0","blocs":[
              {"code":"B1","intitule":"Préparer","competences":[
                {"code":"C1","criteres":[{"code":"C1-a","intitule":"Il prépare"},{"code":"C1-b","intitule":"Il range"}]}],
               "regle":{"type":"TOUTES","regles":[
                 {"type":"NOTE_MINIMALE","epreuve":"E1","seuil":10},{"type":"ELIMINATOIRE","critere":"C1-a"}]}},
              {"code":"B2","intitule":"Conduire"}],
             "jury":{"membresMin":2,"parite":true}}
            """;

    private static java.util.List<Difference> between(String before, String after) {
        return Differences.between(
                DefinitionJson.read(before, JsonNode.class), DefinitionJson.read(after, JsonNode.class));
    }

    @Test
    void theSameSaidInAnotherOrderIsNoDifference() {
        String moved =
                """
                {"version":"2.0.0","jury":{"parite":true,"membresMin":2},"blocs":[
                  {"code":"B2","intitule":"Conduire"},
                  {"code":"B1","intitule":"Préparer",
                   "regle":{"type":"TOUTES","regles":[
                     {"type":"ELIMINATOIRE","critere":"C1-a"},{"type":"NOTE_MINIMALE","epreuve":"E1","seuil":10.0}]},
                   "competences":[
                    {"code":"C1","criteres":[{"code":"C1-b","intitule":"Il range"},{"code":"C1-a","intitule":"Il prépare"}]}]}]}
                """;

        assertThat(between(BEFORE, moved)).isEmpty();
    }

    @Test
    void aThresholdIsNamedByTheRuleThatHoldsIt() {
        assertThat(between(BEFORE, BEFORE.replace("\"seuil\":10", "\"seuil\":12")))
                .containsExactly(new Difference("bloc B1 › règle › règle NOTE_MINIMALE E1 › seuil", "10", "12"));
    }

    @Test
    void aCriterionThatComesAndABlocThatGoesAreSaidAsSuch() {
        String after = BEFORE.replace(
                        "{\"code\":\"C1-b\"", "{\"code\":\"C1-c\",\"intitule\":\"Il note\"},{\"code\":\"C1-b\"")
                .replace(",\n  {\"code\":\"B2\",\"intitule\":\"Conduire\"}]", "]");

        assertThat(between(BEFORE, after))
                .containsExactly(
                        new Difference("bloc B1 › compétence C1 › critère C1-c", "", "ajouté (Il note)"),
                        new Difference("bloc B2", "retiré (Conduire)", ""));
    }

    @Test
    void aTextAndAYesOrNoAreShownBeforeAndAfter() {
        assertThat(between(BEFORE, BEFORE.replace("Il range", "Il range tout").replace("true", "false")))
                .containsExactly(
                        new Difference(
                                "bloc B1 › compétence C1 › critère C1-b › intitulé", "Il range", "Il range tout"),
                        new Difference("jury › parité", "oui", "non"));
    }
}
