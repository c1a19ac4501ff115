package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.parchemin.parcours.Answer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;

/** What a refusal owes to who receives it, whatever it is about. */
final class Refusals {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Refusals() {}

    /** A problem document of this status and stable code, whose French detail says all of this. */
    static void assertRefused(Answer answer, int status, String code, String... said) {
        String path = answer.request().replaceFirst("^\\S+ ", "").replaceFirst("\\?.*$", "");
        String type = answer.headers().getOrDefault("content-type", List.of("")).get(0);
        assertRefused(answer.status(), type, answer.body(), path, status, code, said);
    }

    static void assertRefused(HttpResponse<String> response, int status, String code, String... said) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        try {
            assertRefused(
                    response.statusCode(),
                    type,
                    JSON.readTree(response.body()),
                    response.uri().getPath(),
                    status,
                    code,
                    said);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not a problem document: " + response.body(), e);
        }
    }

    private static void assertRefused(
            int actualStatus, String type, JsonNode problem, String path, int status, String code, String... said) {
        String detail = problem.path("detail").asText();
        assertThat(actualStatus + " " + problem.path("code").asText())
                .as(problem.toString())
                .isEqualTo(status + " " + code);
        assertThat(type).startsWith("application/problem+json");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText())
                .isEqualTo("urn:parchemin:probleme:"
                        + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("instance").asText()).isEqualTo(path);
        assertThat(problem.has("reference")).as("no incident of the platform").isFalse();
        assertThat(detail)
                .endsWith(".")
                .doesNotContain("Exception", "fr.parchemin.", "java.", "null")
                // A French space before these never breaks the line.
                .doesNotContainPattern(" [:;?!»]")
                .doesNotContain("« ");
        // What is quoted from a branch keeps the apostrophes of its author.
        String plain = detail.replace('\u00a0', ' ').replace('\u202f', ' ').replace('\'', '’');
        assertThat(List.of(said)).allSatisfy(part -> assertThat(plain).contains(part));
    }
}
