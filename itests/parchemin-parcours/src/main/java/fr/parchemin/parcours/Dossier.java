package fr.parchemin.parcours;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Where one scenario stands: what was asked, how it is meant to go, and what the server last said. */
public final class Dossier {

    private final Demande demande;
    private final Profil profil;
    private final Referentiel referentiel;
    private final List<String> issues = new ArrayList<>();
    private JsonNode candidature;
    private JsonNode proposition;
    private JsonNode certificat;

    Dossier(Demande demande, Profil profil, Referentiel referentiel, JsonNode candidature) {
        this.demande = demande;
        this.profil = profil;
        this.referentiel = referentiel;
        this.candidature = candidature;
    }

    public Demande demande() {
        return demande;
    }

    public Profil profil() {
        return profil;
    }

    public Referentiel referentiel() {
        return referentiel;
    }

    public String id() {
        return candidature.path("id").asText();
    }

    public String numero() {
        return candidature.path("numero").asText();
    }

    public String etat() {
        return candidature.path("etat").asText();
    }

    public JsonNode candidature() {
        return candidature;
    }

    /** TOTALE, PARTIELLE, REFUS or INCOMPLETE; empty as long as nobody asked. */
    public String proposition() {
        return proposition == null ? "" : proposition.path("proposition").asText();
    }

    /** The blocs as the proposal sees them, empty as long as nobody asked. */
    public List<JsonNode> blocs() {
        List<JsonNode> blocs = new ArrayList<>();
        if (proposition != null) {
            proposition.path("blocs").forEach(blocs::add);
        }
        return blocs;
    }

    /** Every decision taken on the file, in order: an ajournement may come before another one. */
    public List<String> issues() {
        return List.copyOf(issues);
    }

    /** The decision that stands, empty while there is none. */
    public String issue() {
        return issues.isEmpty() ? "" : issues.get(issues.size() - 1);
    }

    /** The certificate as delivered, null while there is none. */
    public JsonNode certificat() {
        return certificat;
    }

    void candidature(JsonNode latest) {
        candidature = latest;
    }

    void proposition(JsonNode latest) {
        proposition = latest;
    }

    void decided(String issue) {
        issues.add(issue);
    }

    void delivered(JsonNode latest) {
        certificat = latest;
    }
}
