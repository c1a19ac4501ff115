package fr.parchemin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.ParcheminClient;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The platform, unpacked for the bench on ports of its own. */
final class Parchemin implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 1000;

    private final Installation installation;
    private final ParcheminClient client;
    private final URI branches;
    private String motDePasse;

    Parchemin(Path archive, Path folder) {
        installation = new Installation(archive, folder);
        int port = Installation.freePort();
        installation.set("org.ops4j.pax.web.cfg", "org.osgi.service.http.port", String.valueOf(port));
        installation.set("org.ops4j.pax.web.cfg", "org.ops4j.pax.web.listening.addresses", "127.0.0.1");
        // One address and a few accounts ask as all of them together would.
        for (String cadence : List.of("connexion", "verification", "publique", "compte")) {
            installation.set("fr.parchemin.cadences.cfg", cadence + ".reserve", "0");
        }
        client = new ParcheminClient(URI.create("http://127.0.0.1:" + port));
        branches = URI.create("http://127.0.0.1:" + port + "/api/branches");
    }

    Installation installation() {
        return installation;
    }

    /** Before the start: the accounts of the demonstration, with a password drawn for the occasion. */
    void withDemoAccounts() {
        byte[] drawn = new byte[12];
        new SecureRandom().nextBytes(drawn);
        motDePasse = HexFormat.of().formatHex(drawn);
        installation.write("fr.parchemin.demo.cfg", "motDePasse = " + motDePasse + "\n");
    }

    /** The token of a session of one of these accounts. */
    String signIn(String identifiant) {
        return client.post("/jetons", Map.of("identifiant", identifiant, "motDePasse", motDePasse))
                .expect(201)
                .text("jeton");
    }

    ParcheminClient client() {
        return client;
    }

    /**
     * Whether the REST interface answers 200 to the public list of branches, soon: a request that meets the server while it
     * starts may stay unanswered, and the next one must not wait for it.
     */
    boolean answers() {
        HttpURLConnection connection = null;
        try {
            connection = (HttpURLConnection) branches.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }

    boolean isActive(String branche) {
        return "ACTIVE".equals(etats().get(branche));
    }

    /** Whether the branch is ACTIVE and its one certification stands at that version. */
    boolean offers(String branche, String version) {
        for (JsonNode listed : client.get("/branches").expect(200).body()) {
            if (listed.path("code").asText().equals(branche)) {
                return listed.path("etat").asText().equals("ACTIVE")
                        && listed.path("certifications")
                                .path(0)
                                .path("version")
                                .asText()
                                .equals(version);
            }
        }
        return false;
    }

    Map<String, String> etats() {
        Map<String, String> etats = new TreeMap<>();
        for (JsonNode branche : client.get("/branches").expect(200).body()) {
            etats.put(branche.path("code").asText(), branche.path("etat").asText());
        }
        return etats;
    }

    @Override
    public void close() {
        installation.close();
    }
}
