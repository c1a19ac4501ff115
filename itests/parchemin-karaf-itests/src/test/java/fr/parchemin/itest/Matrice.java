package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.parcours.Answer;
import fr.parchemin.parcours.Candidat;
import fr.parchemin.parcours.Deliberation;
import fr.parchemin.parcours.Demande;
import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.Jury;
import fr.parchemin.parcours.ParcheminClient;
import fr.parchemin.parcours.Profil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Every operation of the REST interface, asked by every role in the branch of a file and in another: what the table of
 * rights says is what the running platform answers. The row of an operation is read from the bundle that serves it.
 */
final class Matrice {
    private static final String OMI = "MET-OMI";
    private static final String HERE = "metallurgie";
    private static final String ELSEWHERE = "securite-privee";

    private record Operation(String method, String path, String id) {
        /** Whether its path names something that only the branch of the file has. */
        boolean isAboutOurs() {
            return path.startsWith("/candidatures/{")
                    || path.startsWith("/jurys/{")
                    || path.startsWith("/certificats/{");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final Platform platform;
    private final Scene scene;
    private final Candidat candidat;
    private final Dossier file;
    private final Jury jury;
    private final Map<String, Droit> rows = rows();
    private final List<Operation> operations = new ArrayList<>();

    Matrice(Platform platform, String name) {
        this.platform = platform;
        platform.requireBranch(HERE);
        platform.requireBranch(ELSEWHERE);
        scene = Scene.of(platform, HERE, name);
        Demande demande = scene.demande(OMI);
        candidat = demande.candidat();
        file = scene.parcours.instruct(demande, Profil.reussite());
        jury = scene.parcours.convene(OMI, file.referentiel());
        scene.parcours.present(jury, List.of(file));
        scene.parcours.decide(jury, file, Deliberation.SUIT_LA_PROPOSITION, "");
        scene.parcours.deliver(file);
        JsonNode document = platform.visitor().get("/openapi.json").expect(200).body();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                operations.add(new Operation(
                        method.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        method.getValue().path("operationId").asText()));
            }
        }
    }

    /** The row that each operation names, by its operationId. */
    private static Map<String, Droit> rows() {
        Map<String, Droit> rows = new TreeMap<>();
        new ClassFileImporter()
                .importPackages("fr.parchemin.rest.internal").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .forEach(method -> value(method, "io.swagger.v3.oas.annotations.Operation", "operationId")
                                .ifPresent(id -> rows.put(
                                        (String) id,
                                        Droit.valueOf(((JavaEnumConstant)
                                                        value(method, "fr.parchemin.rest.internal.Exige", "value")
                                                                .orElseThrow())
                                                .name()))));
        return rows;
    }

    private static Optional<Object> value(JavaMethod method, String annotation, String property) {
        return method.tryGetAnnotationOfType(annotation)
                .flatMap(found -> found.tryGetExplicitlyDeclaredProperty(property));
    }

    /**
     * Each account, however far its role reaches, is listed just the files and the juries of the scene that it may open.
     */
    void listsWhatOpens() {
        Dossier other = scene.parcours.submit(scene.demande(OMI), Profil.reussite());
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            for (Portee.Etendue etendue : Portee.Etendue.values()) {
                if (!role.reaches(etendue) || etendue == Portee.Etendue.ORGANISME_SEUL) {
                    continue;
                }
                ParcheminClient client = narrow(role, etendue);
                JsonNode files =
                        client.get("/candidatures?limite=200").expect(200).body();
                for (Dossier one : List.of(file, other)) {
                    boolean opens = client.get("/candidatures/" + one.id()).status() == 200;
                    if (opens != files.toString().contains(one.id())) {
                        wrong.add(role + " for " + etendue + (opens ? " is not listed " : " is listed ") + one.id());
                    }
                }
                boolean opens = client.get("/jurys/" + jury.id()).status() == 200;
                JsonNode juries = client.get("/jurys?limite=200").expect(200).body();
                if (opens != juries.toString().contains(jury.id())) {
                    wrong.add(role + " for " + etendue + (opens ? " is not listed" : " is listed") + " the jury");
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(narrow(Role.CANDIDAT, Portee.Etendue.DOSSIER)
                        .get("/candidatures")
                        .expect(200)
                        .body()
                        .path("elements"))
                .hasSize(1);
        assertThat(narrow(Role.JURY, Portee.Etendue.JURY_SEUL)
                        .get("/jurys")
                        .expect(200)
                        .body()
                        .path("elements"))
                .hasSize(1);
    }

    /** An account with that role, for the branch, the file or the jury of the scene. */
    private ParcheminClient narrow(Role role, Portee.Etendue etendue) {
        return account(
                role,
                HERE,
                etendue,
                switch (etendue) {
                    case DOSSIER -> file.id();
                    case JURY_SEUL -> jury.id();
                    case SESSION -> UUID.randomUUID().toString();
                    default -> null;
                });
    }

    /** Asks everything by everybody. */
    void holds() {
        assertThat(operations).extracting(Operation::id).containsExactlyInAnyOrderElementsOf(rows.keySet());
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            ParcheminClient here = account(role, HERE, file.id());
            ParcheminClient elsewhere =
                    account(role, ELSEWHERE, UUID.randomUUID().toString());
            for (Operation operation : operations) {
                boolean granted = grants(rows.get(operation.id()), role);
                Answer answer = call(here, operation);
                if (granted && (answer.status() == 401 || answer.status() == 403 && !asksForProof(answer))) {
                    wrong.add(role + " should: " + operation + " -> " + said(answer));
                }
                if (!granted && !isRefused(answer)) {
                    wrong.add(role + " should not: " + operation + " -> " + said(answer));
                }
                Answer stranger = call(elsewhere, operation);
                boolean open = rows.get(operation.id()).isForEverybodySignedIn();
                if (operation.isAboutOurs() && !open && !isRefused(stranger)) {
                    wrong.add(role + " of another branch should not: " + operation + " -> " + said(stranger));
                }
                if (!rows.get(operation.id()).isPublic() && tells(role, stranger)) {
                    wrong.add(role + " of another branch is told of the file: " + operation + " -> " + said(stranger));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isRefused(Answer answer) {
        return answer.status() == 401 || answer.status() == 403 || answer.status() == 404;
    }

    private static boolean asksForProof(Answer answer) {
        return answer.body().path("code").asText().equals("ELEVATION_REQUISE");
    }

    private static String said(Answer answer) {
        return answer.status() + " " + answer.body().path("code").asText();
    }

    /** A role of the platform may know of a file that it is there (the journal says what was done), never whose. */
    private boolean tells(Role role, Answer answer) {
        if (isWhollyUnknown(answer)) {
            return false; // it says again what was asked about, and that it knows nothing of it
        }
        String text = answer.body().toString();
        return text.contains(candidat.nomNaissance()) && text.contains(candidat.prenoms())
                || !role.isOfPlatform() && answer.status() < 300 && text.contains(file.id());
    }

    /** An act on several files, of which each is as if it were not there. */
    private static boolean isWhollyUnknown(Answer answer) {
        JsonNode resultats = answer.body().path("resultats");
        return !resultats.isEmpty()
                && StreamSupport.stream(resultats.spliterator(), false)
                        .allMatch(r -> r.path("refus").path("code").asText().equals("RESSOURCE_INCONNUE")
                                && r.path("numero").isMissingNode());
    }

    /** The role reaches the file of the scene: it is tied to it as the accounts of the scene are. */
    private static boolean grants(Droit droit, Role role) {
        return droit.isForEverybodySignedIn() || droit.lien(role).isPresent();
    }

    private ParcheminClient account(Role role, String branche, String dossier) {
        if (branche.equals(HERE)) {
            switch (role) {
                case SECRETARIAT:
                    return scene.secretariat();
                case ORGANISME:
                    return scene.acteurs.organisme();
                case EVALUATEUR:
                    return scene.acteurs.evaluateurs().get(0).client();
                case JURY:
                    return scene.acteurs.jury();
                case CERTIFICATEUR:
                    return scene.acteurs.certificateur();
                default:
                    break;
            }
        }
        boolean whole = role.isOfPlatform() || role.reaches(Portee.Etendue.BRANCHE);
        return account(role, branche, whole ? Portee.Etendue.BRANCHE : Portee.Etendue.DOSSIER, whole ? null : dossier);
    }

    private ParcheminClient account(Role role, String branche, Portee.Etendue etendue, String cible) {
        String motDePasse = UUID.randomUUID().toString();
        String identifiant = (role.name() + "-" + branche + "-" + motDePasse.substring(0, 8))
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        platform.administrator()
                .post(
                        "/comptes",
                        Map.of(
                                "identifiant",
                                identifiant,
                                "nom",
                                "Compte " + role.libelle(),
                                "motDePasse",
                                motDePasse,
                                "roles",
                                List.of()))
                .expect(201);
        Map<String, Object> attribution = new LinkedHashMap<>();
        attribution.put("role", role.name());
        if (!role.isOfPlatform()) {
            attribution.put("branche", branche);
            if (cible != null) {
                attribution.put("etendue", etendue.name());
                attribution.put("cible", cible);
            }
        }
        platform.administrator()
                .post("/comptes/" + identifiant + "/attributions", attribution)
                .expect(201);
        return platform.visitor().as(identifiant, motDePasse);
    }

    /** Enough for the platform to look at what the act is about; with less, it would say so to anybody. */
    private Map<String, Object> body(Operation operation) {
        return switch (operation.id()) {
            case "choisirPreferencesNotifications" -> Map.of("frequence", "AUCUNE");
            case "constaterPrerequis" -> Map.of("satisfait", true);
            case "decider" -> Map.of("presents", List.of());
            case "delivrerEnLot" -> Map.of("candidatures", List.of(file.id()), "lieu", "Lens");
            case "designerEvaluateursEnLot" ->
                Map.of("candidatures", List.of(file.id()), "evaluateurs", List.of("personne"));
            case "presenterEnLot" -> Map.of("jury", jury.id(), "candidatures", List.of(file.id()));
            case "designerEvaluateurs" -> Map.of("evaluateurs", List.of());
            case "ecrireMessage" -> Map.of("cercle", "TOUS", "texte", "Bonjour");
            case "ecrireNote" -> Map.of("texte", "À vérifier");
            case "lireNotifications", "marquerMessagesLus" -> Map.of("jusqua", 0);
            case "migrerCandidature" -> Map.of("version", "9.0.0");
            case "noterEpreuve" -> Map.of("presence", "ABSENT");
            case "partagerTitres" -> Map.of("branche", ELSEWHERE);
            case "repondreRattachement" -> Map.of("miennes", true);
            case "presenterCandidatures" -> Map.of("candidatures", List.of(file.id()));
            default -> Map.of();
        };
    }

    private Answer call(ParcheminClient client, Operation operation) {
        String prefix = operation.path().split("/")[1];
        String path = operation
                .path()
                .replace("{id}", prefix.equals("jurys") ? jury.id() : file.id())
                .replace("{candidature}", file.id())
                .replace("{numero}", file.certificat().path("numero").asText())
                .replace("{branche}", HERE)
                .replace("{identifiant}", "secretariat-de-personne")
                .replaceAll("\\{[^}]*}", "inconnu");
        if (prefix.equals("branches")) {
            path = path.replace("/branches/inconnu", "/branches/" + HERE);
        }
        return switch (operation.method()) {
            case "GET" -> client.get(path);
            case "DELETE" -> client.delete(path);
            case "PUT" -> client.put(path, body(operation));
            case "POST" -> client.post(path, body(operation));
            default -> throw new IllegalStateException("no call for " + operation);
        };
    }
}
