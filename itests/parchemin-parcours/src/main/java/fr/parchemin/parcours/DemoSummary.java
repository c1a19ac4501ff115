package fr.parchemin.parcours;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the demonstration leaves for another program to read: {@code summary.json}. */
final class DemoSummary {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final URI server;
    private final List<Map<String, Object>> certificats = new ArrayList<>();

    DemoSummary(URI server) {
        this.server = server;
    }

    Map<String, String> adresses() {
        Map<String, String> adresses = new LinkedHashMap<>();
        adresses.put("accueil", server.resolve("/").toString());
        adresses.put("api", server.resolve("/api").toString());
        adresses.put("openapi", server.resolve("/api/openapi.json").toString());
        adresses.put("branches", server.resolve("/api/branches").toString());
        adresses.put("verification", server.resolve("/verification").toString());
        return adresses;
    }

    void certificat(Dossier dossier, Path pdf, Path releve) {
        String code = dossier.certificat().path("codeVerification").asText();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("numero", Parcours.numeroCertificat(dossier));
        json.put("codeVerification", code);
        json.put("verification", server.resolve("/v/" + code).toString());
        json.put("pdf", pdf.toString());
        json.put("releve", releve.toString());
        certificats.add(json);
    }

    Optional<String> firstCertificat() {
        return certificats.stream().map(json -> json.get("pdf").toString()).findFirst();
    }

    void write(Path file, JsonNode branches, List<Demo.Suivi> suivis, List<String> comptes, String motDePasse)
            throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("produit", "Parchemin");
        json.put("version", version());
        json.put("adresses", adresses());
        json.put("branches", branches(branches));
        json.put("candidatures", suivis.stream().map(DemoSummary::candidature).toList());
        json.put("decisions", decisions(suivis));
        json.put("certificats", certificats);
        json.put("comptes", Map.of("motDePasse", motDePasse, "identifiants", comptes));
        // The file holds the password of the demo accounts: readable by its owner only, from its first byte.
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Map<String, Object>> branches(JsonNode branches) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (JsonNode branche : branches) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("code", branche.path("code").asText());
            json.put("nom", branche.path("nom").asText());
            json.put("etat", branche.path("etat").asText());
            json.put("certifications", branche.path("certifications").findValuesAsText("code"));
            list.add(json);
        }
        return list;
    }

    private static Map<String, Object> candidature(Demo.Suivi suivi) {
        Dossier dossier = suivi.dossier();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", dossier.id());
        json.put("numero", dossier.numero());
        json.put("branche", suivi.cas().branche());
        json.put("certification", suivi.cas().certification());
        json.put("candidat", dossier.demande().candidat().fullName());
        json.put("histoire", suivi.cas().profil().libelle());
        json.put("etat", dossier.etat());
        json.put("proposition", emptyAsNull(dossier.proposition()));
        json.put("issue", emptyAsNull(dossier.issue()));
        json.put("decisions", dossier.issues());
        return json;
    }

    /** One decision per file: the one that stands. */
    private static Map<String, Integer> decisions(List<Demo.Suivi> suivis) {
        Map<String, Integer> counts = new TreeMap<>();
        suivis.stream()
                .map(suivi -> suivi.dossier().issue())
                .filter(issue -> !issue.isEmpty())
                .forEach(issue -> counts.merge(issue, 1, Integer::sum));
        return counts;
    }

    private static String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String version() {
        String version = DemoSummary.class.getPackage().getImplementationVersion();
        return version == null ? "développement" : version;
    }
}
