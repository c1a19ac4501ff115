package fr.parchemin.parcours;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A jury as the server answered it. */
public record Jury(String id, String numero, String etat, List<Membre> membres) {

    public record Membre(String id, String nom, String college, boolean president) {}

    public Jury {
        membres = List.copyOf(membres);
    }

    static Jury of(JsonNode json) {
        List<Membre> membres = new ArrayList<>();
        for (JsonNode membre : json.path("membres")) {
            membres.add(new Membre(
                    membre.path("id").asText(),
                    membre.path("nom").asText(),
                    membre.path("college").asText(),
                    membre.path("president").asBoolean(false)));
        }
        return new Jury(
                json.path("id").asText(),
                json.path("numero").asText(),
                json.path("etat").asText(),
                membres);
    }

    public Membre president() {
        return membres.stream()
                .filter(Membre::president)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Jury " + numero + " has no president"));
    }
}
