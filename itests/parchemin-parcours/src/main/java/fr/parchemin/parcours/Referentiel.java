package fr.parchemin.parcours;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The little a scenario must know of a référentiel, read from the server. */
public record Referentiel(
        String intitule,
        String version,
        Map<String, String> blocOfEpreuve,
        Set<String> replacements,
        Set<String> replaced,
        Map<String, Prerequis> prerequis,
        RegleJury jury) {

    public record Prerequis(String code, String type, boolean numbered, int validiteMois) {}

    public record RegleJury(
            List<College> colleges,
            int membresMin,
            boolean alternee,
            boolean ajourneEnCasDEgalite,
            boolean validationCertificateur) {}

    public record College(String code, int min) {}

    public static Referentiel read(ParcheminClient client, String branche, String certification, String version) {
        JsonNode json = client.get("/certifications/" + branche + "/" + certification + "?version=" + version)
                .expect(200)
                .body();
        return of(json);
    }

    static Referentiel of(JsonNode json) {
        Map<String, String> blocs = new LinkedHashMap<>();
        Set<String> replacements = new LinkedHashSet<>();
        Set<String> replaced = new LinkedHashSet<>();
        for (JsonNode bloc : json.path("blocs")) {
            for (JsonNode epreuve : bloc.path("epreuves")) {
                String code = epreuve.path("code").asText();
                blocs.put(code, bloc.path("code").asText());
                for (JsonNode other : epreuve.path("remplace")) {
                    replacements.add(code);
                    replaced.add(other.asText());
                }
            }
        }
        JsonNode certification = json.path("certification");
        Map<String, Prerequis> prerequis = new LinkedHashMap<>();
        for (JsonNode node : certification.path("prerequis")) {
            String code = node.path("code").asText();
            prerequis.put(
                    code,
                    new Prerequis(
                            code,
                            node.path("type").asText(),
                            node.path("motifNumero").isTextual(),
                            node.path("validiteMois").asInt(0)));
        }
        return new Referentiel(
                certification.path("intitule").asText(),
                json.path("version").asText(),
                blocs,
                replacements,
                replaced,
                prerequis,
                regleJury(json.path("jury")));
    }

    private static RegleJury regleJury(JsonNode json) {
        List<College> colleges = new ArrayList<>();
        for (JsonNode college : json.path("colleges")) {
            colleges.add(new College(
                    college.path("code").asText(), college.path("min").asInt(1)));
        }
        return new RegleJury(
                colleges,
                json.path("membresMin").asInt(2),
                json.path("presidence").asText().equals("ALTERNEE"),
                json.path("egalite").asText().equals("AJOURNEMENT"),
                json.path("validationCertificateur").asBoolean(false));
    }

    /**
     * Whether this épreuve is sat. Where one épreuve stands for another, a candidate sits one of the two: the
     * reconstituted one without a workplace, the other one with.
     */
    public boolean sits(String epreuve, Profil profil) {
        if (!profil.sits(blocOfEpreuve.getOrDefault(epreuve, ""))) {
            return false;
        }
        if (replacements.contains(epreuve)) {
            return profil.reconstituee();
        }
        return !(replaced.contains(epreuve) && profil.reconstituee());
    }
}
