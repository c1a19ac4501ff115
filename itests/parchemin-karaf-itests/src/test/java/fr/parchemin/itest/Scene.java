package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.Acteurs;
import fr.parchemin.parcours.Answer;
import fr.parchemin.parcours.Candidat;
import fr.parchemin.parcours.Demande;
import fr.parchemin.parcours.Inventions;
import fr.parchemin.parcours.ParcheminClient;
import fr.parchemin.parcours.Parcours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The people of one branch, with accounts made for one test class, and candidates whom nobody else has. */
final class Scene {
    /** What the platform keeps of a branch as far as an account of its secretariat can tell. */
    record Trace(List<JsonNode> candidatures, List<JsonNode> jurys, List<JsonNode> dossiers) {}

    final String branche;
    final Acteurs acteurs;
    final Parcours parcours;
    private final String name;
    private final String motDePasse;
    private final AtomicInteger candidates = new AtomicInteger();

    private Scene(String branche, String name, String motDePasse, Acteurs acteurs) {
        this.branche = branche;
        this.name = name;
        this.motDePasse = motDePasse;
        this.acteurs = acteurs;
        this.parcours = new Parcours(acteurs);
    }

    /** Makes the accounts; {@code name}, letters only, tells them from those of other scenes. */
    static Scene of(Platform platform, String branche, String name) {
        String motDePasse = UUID.randomUUID().toString();
        return new Scene(
                branche, name, motDePasse, Acteurs.register(platform.administrator(), branche, name, motDePasse));
    }

    /** What the account of this role signs in with. */
    Map<String, String> credentials(String role) {
        return Map.of("identifiant", role + "-" + name, "motDePasse", motDePasse);
    }

    ParcheminClient secretariat() {
        return acteurs.secretariat();
    }

    Candidat candidat() {
        int rank = candidates.getAndIncrement();
        List<Candidat> invented = Inventions.candidats();
        Candidat model = invented.get(rank % invented.size());
        return new Candidat(
                model.nomNaissance(),
                model.nomUsage(),
                model.prenoms() + " " + Character.toUpperCase(name.charAt(0)) + name.substring(1),
                model.sexe(),
                model.dateNaissance().minusDays(rank / invented.size()),
                model.lieuNaissance(),
                model.courriel());
    }

    Demande demande(String certification) {
        return Demande.simple(candidat(), branche, certification);
    }

    JsonNode candidature(String id) {
        return secretariat().get("/candidatures/" + id).expect(200).body();
    }

    JsonNode journal(String id) {
        return secretariat().get("/candidatures/" + id + "/journal").expect(200).body();
    }

    /** The lists of the branch, and these files whole, with what was entered and their journals. */
    Trace trace(String... ids) {
        List<JsonNode> dossiers = new ArrayList<>();
        for (String id : ids) {
            dossiers.add(candidature(id));
            dossiers.add(journal(id));
            dossiers.add(secretariat()
                    .get("/candidatures/" + id + "/grille")
                    .expect(200)
                    .body());
        }
        return new Trace(all("/candidatures"), all("/jurys"), dossiers);
    }

    /** What is attempted is refused so, and of all that the secretariat can see nothing has changed. */
    void refused(Supplier<Answer> attempt, List<String> dossiers, int status, String code, String... said) {
        String[] ids = dossiers.toArray(String[]::new);
        Trace before = trace(ids);
        Refusals.assertRefused(attempt.get(), status, code, said);
        assertThat(trace(ids)).isEqualTo(before);
    }

    /** Every element of a list that comes in pages. */
    List<JsonNode> all(String path) {
        List<JsonNode> found = new ArrayList<>();
        String apres = "";
        do {
            JsonNode page = secretariat()
                    .get(path + "?branche=" + branche + "&limite=100" + apres)
                    .expect(200)
                    .body();
            page.path("elements").forEach(found::add);
            apres = page.path("suivant").isTextual()
                    ? "&apres=" + page.path("suivant").asText()
                    : "";
        } while (!apres.isEmpty());
        return found;
    }

    /** Where the presidency alternates: the collège whose turn it is, of these two. */
    String presidency(String one, String other) {
        JsonNode jurys = secretariat()
                .get("/jurys?branche=" + branche + "&limite=1")
                .expect(200)
                .body()
                .path("elements");
        if (jurys.isEmpty()) {
            return one;
        }
        JsonNode last = secretariat()
                .get("/jurys/" + jurys.path(0).path("id").asText())
                .expect(200)
                .body();
        return stream(last.path("membres"))
                        .anyMatch(membre -> membre.path("president").asBoolean()
                                && membre.path("college").asText().equals(one))
                ? other
                : one;
    }

    /** A member to be; further fields as pairs of name and value. */
    static Map<String, Object> membre(String nom, String college, boolean president, Object... more) {
        Map<String, Object> membre = new LinkedHashMap<>();
        membre.put("nom", nom);
        membre.put("college", college);
        membre.put("president", president);
        for (int i = 0; i < more.length; i += 2) {
            membre.put((String) more[i], more[i + 1]);
        }
        return membre;
    }

    /** The votes on one bloc: what each member says. */
    static Map<String, Object> votes(String bloc, Map<String, String> senses) {
        return Map.of(
                "bloc",
                bloc,
                "votes",
                senses.entrySet().stream()
                        .map(vote -> Map.of("membre", vote.getKey(), "sens", vote.getValue()))
                        .toList());
    }

    /** The explanation of a bloc, a line each: depth, rule, sentence. */
    static List<String> explanations(JsonNode bloc) {
        return stream(bloc.path("explications"))
                .map(line -> line.path("profondeur").asInt() + " "
                        + line.path("regle").asText() + " "
                        + line.path("libelle").asText().replace('\u00a0', ' '))
                .toList();
    }

    Map<String, Object> jury(String certification, List<Map<String, Object>> membres) {
        return new LinkedHashMap<>(Map.of(
                "branche",
                branche,
                "certification",
                certification,
                "date",
                LocalDate.now().toString(),
                "lieu",
                "Salle des essais",
                "membres",
                membres));
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<String> texts(JsonNode array, String field) {
        return stream(array).map(element -> element.path(field).asText()).toList();
    }

    /** The member of that name. */
    static String membreId(JsonNode jury, String nom) {
        return stream(jury.path("membres"))
                .filter(membre -> membre.path("nom").asText().equals(nom))
                .map(membre -> membre.path("id").asText())
                .findFirst()
                .orElseThrow();
    }
}
