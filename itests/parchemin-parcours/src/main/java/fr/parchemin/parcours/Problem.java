package fr.parchemin.parcours;

import com.fasterxml.jackson.databind.JsonNode;

/** A refusal as the server words it (problem+json); every field the server left out is an empty string. */
public record Problem(String title, int status, String code, String detail, String instance, String reference) {

    static Problem of(int status, JsonNode body) {
        return new Problem(
                body.path("title").asText(""),
                body.path("status").asInt(status),
                body.path("code").asText(""),
                body.path("detail").asText(""),
                body.path("instance").asText(""),
                body.path("reference").asText(""));
    }
}
