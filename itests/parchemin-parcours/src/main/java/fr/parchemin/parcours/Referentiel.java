package fr.parchemin.parcours;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The little a scenario must know of a référentiel, read from the server. */
public record Referentiel(
        String intitule,
        String version,
        Map<String, Epreuve> epreuves,
        Map<String, Prerequis> prerequis,
        RegleJury jury) {

    /**
     * @param evaluateurs how many évaluateurs must mark it
     * @param replacement it may be sat instead of another one
     * @param replaceable another one may be sat instead of it
     */
    public record Epreuve(String bloc, int evaluateurs, boolean replacement, boolean replaceable) {}

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
        return of(json.path("referentiel"));
    }

    static Referentiel of(JsonNode json) {
        Set<String> replaceable = new HashSet<>();
        for (JsonNode bloc : json.path("blocs")) {
            for (JsonNode epreuve : bloc.path("epreuves")) {
                epreuve.path("remplace").forEach(other -> replaceable.add(other.asText()));
            }
        }
        Map<String, Epreuve> epreuves = new LinkedHashMap<>();
        for (JsonNode bloc : json.path("blocs")) {
            for (JsonNode epreuve : bloc.path("epreuves")) {
                String code = epreuve.path("code").asText();
                epreuves.put(
                        code,
                        new Epreuve(
                                bloc.path("code").asText(),
                                epreuve.path("evaluateurs").asInt(1),
                                !epreuve.path("remplace").isEmpty(),
                                replaceable.contains(code)));
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
                epreuves,
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
    public boolean sits(String code, Profil profil) {
        Epreuve epreuve = epreuve(code);
        if (!profil.sits(epreuve.bloc())) {
            return false;
        }
        if (epreuve.replacement()) {
            return profil.reconstituee();
        }
        return !(epreuve.replaceable() && profil.reconstituee());
    }

    public Epreuve epreuve(String code) {
        Epreuve epreuve = epreuves.get(code);
        if (epreuve == null) {
            throw new IllegalArgumentException("The référentiel " + intitule + " has no épreuve " + code);
        }
        return epreuve;
    }
}
