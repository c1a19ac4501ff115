package fr.parchemin.itest;

import static fr.parchemin.itest.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The description of the interface is what a stranger works from: it must be whole, and true of what runs. */
@ExtendWith(KarafServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class OpenApiIT {
    /** One operation of the document. */
    record Operation(String method, String path, JsonNode description) {
        String id() {
            return description.path("operationId").asText();
        }

        boolean asksForIdentity() {
            return !description.path("security").isEmpty();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Karaf karaf;
    private JsonNode document;
    private List<Operation> operations;

    @BeforeAll
    void read(Karaf running) {
        karaf = running;
        document = karaf.visitor().get("/openapi.json").expect(200).body();
        operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                operations.add(
                        new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
            }
        }
    }

    @Test
    void theDocumentIsOpenApi31AndSaysHowToSignIn() {
        assertThat(document.path("openapi").asText()).startsWith("3.1.");
        assertThat(document.path("servers").path(0).path("url").asText()).isEqualTo("/api");
        JsonNode scheme = document.path("components").path("securitySchemes").path("jeton");
        assertThat(scheme.path("type").asText() + " " + scheme.path("scheme").asText())
                .isEqualTo("http bearer");
        assertThat(operations).hasSizeGreaterThan(30);
    }

    @Test
    void everyOperationHasANameOfItsOwnAndAFrenchSummary() {
        assertThat(operations).extracting(Operation::id).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id)
                .matches("[a-z][A-Za-z]+"));
        assertThat(operations).allSatisfy(operation -> assertThat(
                        operation.description().path("summary").asText())
                .as(operation.toString())
                .matches("(?U)\\p{Lu}.*[\\p{L})]")
                .doesNotContainPattern("(?i)\\b(the|of|list|get|create|returns?)\\b"));
    }

    @Test
    void everyOperationSaysWhatItAnswersWellOrIll() {
        for (Operation operation : operations) {
            JsonNode responses = operation.description().path("responses");
            List<String> successes = new ArrayList<>();
            for (Map.Entry<String, JsonNode> response : responses.properties()) {
                if (response.getKey().startsWith("2")) {
                    successes.add(response.getKey());
                    assertThat(response.getKey().equals("204")
                                    || response.getValue()
                                            .path("content")
                                            .elements()
                                            .hasNext())
                            .as("%s says what its answer is made of", operation)
                            .isTrue();
                }
            }
            assertThat(successes).as("%s succeeds in one way", operation).hasSize(1);
            JsonNode problem = responses
                    .path("default")
                    .path("content")
                    .path("application/problem+json")
                    .path("schema")
                    .path("$ref");
            // The state of health has answers of its own for when it is bad.
            if (!operation.id().equals("sante")) {
                assertThat(problem.asText()).as(operation.toString()).isEqualTo("#/components/schemas/Probleme");
            }
        }
    }

    @Test
    void theProblemDocumentIsDescribed() {
        List<String> described = new ArrayList<>();
        document.path("components")
                .path("schemas")
                .path("Probleme")
                .path("properties")
                .fieldNames()
                .forEachRemaining(described::add);
        assertThat(described)
                .containsExactlyInAnyOrder("type", "title", "status", "code", "detail", "instance", "reference");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> known = new TreeSet<>();
        document.path("components").path("schemas").fieldNames().forEachRemaining(known::add);
        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(known)
                .contains(reference.replaceFirst("^#/components/schemas/", "")));
    }

    /** What is public is said to be, and nothing else is. */
    @Test
    void withoutATokenAnOperationIsEitherPublicOrRefused() {
        for (Operation operation : operations) {
            HttpResponse<String> answer = call(operation);
            if (operation.asksForIdentity()) {
                assertRefused(answer, 401, "AUTHENTIFICATION_REQUISE", "s’identifier");
            } else {
                assertThat(answer.statusCode())
                        .as("%s: %s", operation, answer.body())
                        .isNotIn(401, 403, 405, 500);
            }
        }
    }

    @Test
    void nothingIsWrittenWithoutAnIdentityButWhatBringsItsOwnProofAndACalculation() {
        assertThat(operations)
                .filteredOn(operation -> !operation.method().equals("GET") && !operation.asksForIdentity())
                .extracting(Operation::toString)
                .containsExactlyInAnyOrder(
                        "POST /fournisseurs/{fournisseur}/deconnexion",
                        "POST /connexion/cle",
                        "POST /connexion/cle/defi",
                        "POST /jetons",
                        "POST /personnes/liens/{jeton}",
                        "POST /mots-de-passe/oubli",
                        "POST /mots-de-passe/choix",
                        "POST /classifications/{branche}/{code}/cotation");
    }

    private HttpResponse<String> call(Operation operation) {
        String path = "/api" + operation.path().replaceAll("\\{[^}]*}", "inconnu");
        return karaf.send(
                operation.method().equals("GET")
                        ? karaf.request(path).GET()
                        : karaf.request(path)
                                .header("Content-Type", "application/json")
                                .method(operation.method(), BodyPublishers.ofString("{}")));
    }
}
