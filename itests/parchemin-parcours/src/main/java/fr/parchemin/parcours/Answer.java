package fr.parchemin.parcours;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What the server answered to one request. The body is a missing node when there was none or when it was not JSON, so
 * that a caller may always navigate in it.
 */
public record Answer(String request, int status, JsonNode body, Map<String, List<String>> headers) {

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    public Problem problem() {
        return Problem.of(status, body);
    }

    public boolean refusedWith(String code) {
        return !succeeded() && problem().code().equals(code);
    }

    /** This answer, once its status is known to be the one the scenario needs to go on. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new UnexpectedAnswer(this, String.valueOf(expected));
        }
        return this;
    }

    public Answer expectSuccess() {
        if (!succeeded()) {
            throw new UnexpectedAnswer(this, "2xx");
        }
        return this;
    }

    public String text(String field) {
        return body.path(field).asText("");
    }
}
