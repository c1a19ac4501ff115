package fr.parchemin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.ParcheminClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The platform, unpacked for the bench on ports of its own. */
final class Parchemin implements AutoCloseable {

    private final Installation installation;
    private final ParcheminClient client;

    Parchemin(Path archive, Path folder) {
        installation = new Installation(archive, folder);
        int port = Installation.freePort();
        installation.set("org.ops4j.pax.web.cfg", "org.osgi.service.http.port", String.valueOf(port));
        installation.set("org.ops4j.pax.web.cfg", "org.ops4j.pax.web.listening.addresses", "127.0.0.1");
        client = new ParcheminClient(URI.create("http://127.0.0.1:" + port));
    }

    Installation installation() {
        return installation;
    }

    ParcheminClient client() {
        return client;
    }

    /** Whether the REST interface answers 200 to the public list of branches. */
    boolean answers() {
        try {
            return client.get("/branches").status() == 200;
        } catch (UncheckedIOException e) {
            // nobody listens yet
            return false;
        }
    }

    boolean isActive(String branche) {
        return "ACTIVE".equals(etats().get(branche));
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
