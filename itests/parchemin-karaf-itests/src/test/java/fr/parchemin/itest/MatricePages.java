package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Lien;
import fr.parchemin.acces.Portee;
import fr.parchemin.acces.Role;
import fr.parchemin.itest.Routes.Route;
import fr.parchemin.parcours.Candidat;
import fr.parchemin.parcours.Deliberation;
import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.Jury;
import fr.parchemin.parcours.Parcours;
import fr.parchemin.parcours.Profil;
import fr.parchemin.parcours.Profil.Arret;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Every route of the pages, asked by every role: tied to the file, beside it in the same branch, in another branch, and by
 * nobody. What the table of rights says is what the running pages answer; a refusal is 403 or 404 and says nothing of the
 * file, and what was refused wrote no act into the journal.
 *
 * <p>A new route is in here by itself. When its address has a variable that nothing stands for yet, the failure says which
 * line to add to {@link #samples()}. A form that must be filled for the act to be near enough to happen goes into
 * {@link #forms()}.
 */
final class MatricePages {
    private static final String OMI = "MET-OMI";
    private static final String HERE = "metallurgie";
    private static final String ELSEWHERE = "securite-privee";
    private static final String CONFIRMATION = "name=\"confirmation.motDePasse\"";

    /** Lines of the journal that are no acts on what the branch has: who came, and who looked. */
    private static final Set<String> COMINGS = Set.of(
            "CONNEXION_OUVERTE",
            "CONNEXION_REFUSEE",
            "SESSION_FERMEE",
            "CANDIDATURE_CONSULTEE",
            "CERTIFICAT_CONSULTE",
            "JOURNAL_CONSULTE");

    /** Where an account stands. */
    private enum Place {
        /** In the branch of the file, tied to it as its role can be. */
        TIED,
        /** In the same branch, by another file. */
        BESIDE,
        /** In another branch. */
        ELSEWHERE
    }

    /**
     * What stands for the variable that ends a part of an address.
     *
     * @param ours whether only the branch of the file has it
     * @param there whether there is such a thing at all
     */
    private record Sample(String value, boolean ours, boolean there) {
        static Sample ours(String value) {
            return new Sample(value, true, true);
        }

        static Sample open(String value) {
            return new Sample(value, false, true);
        }

        static Sample nothing(String value) {
            return new Sample(value, false, false);
        }
    }

    /**
     * What would be sent by who may not, on things whose state lets the act happen.
     *
     * @param path the address, {@code null} for that of the samples
     * @param ours whether the fields name what only the branch of the file has
     */
    private record Envoi(String path, boolean ours, Map<String, String> fields) {}

    private record Account(Role role, Place place, Visiteur visiteur, String token) {
        @Override
        public String toString() {
            return role + " " + place;
        }
    }

    private final Platform platform;
    private final List<Route> routes;
    private final Scene scene;
    private final Dossier delivered;
    private final Dossier evaluated;
    private final Dossier presented;
    private final Dossier decided;
    private final Dossier beside;
    private final Jury jury;
    private final Jury waiting;
    private final Map<String, Sample> samples;
    private final Map<String, Envoi> forms;
    private final List<String> wrong = new ArrayList<>();

    MatricePages(Platform platform, Routes routes, String name) {
        this.platform = platform;
        // What ends a session comes last.
        this.routes = routes.all().stream()
                .sorted(Comparator.comparing(route -> route.path().startsWith("/deconnexion")))
                .toList();
        platform.requireBranch(HERE);
        platform.requireBranch(ELSEWHERE);
        scene = Scene.of(platform, HERE, name);
        Parcours parcours = scene.parcours;
        delivered = parcours.instruct(scene.demande(OMI), Profil.reussite());
        decided = parcours.instruct(scene.demande(OMI), Profil.reussite());
        presented = parcours.instruct(scene.demande(OMI), Profil.reussite());
        evaluated = parcours.instruct(scene.demande(OMI), Profil.reussite().until(Arret.EVALUATION));
        beside = parcours.submit(scene.demande(OMI), Profil.reussite());
        jury = parcours.convene(OMI, delivered.referentiel());
        parcours.present(jury, List.of(delivered, decided, presented));
        parcours.decide(jury, delivered, Deliberation.SUIT_LA_PROPOSITION, "");
        parcours.decide(jury, decided, Deliberation.SUIT_LA_PROPOSITION, "");
        parcours.deliver(delivered);
        waiting = parcours.convene(OMI, evaluated.referentiel());
        samples = samples();
        forms = forms();
    }

    /**
     * What stands for each variable, under the part of the address that it ends. Who may is asked as well, with nothing
     * filled: where that would break what others need, a branch removed for instance, nothing real stands there.
     */
    private Map<String, Sample> samples() {
        Map<String, Sample> all = new LinkedHashMap<>();
        all.put("/candidatures/{id}", Sample.ours(delivered.id()));
        all.put("/candidatures/{id}/prerequis/{code}", Sample.ours(prerequis()));
        all.put("/candidatures/{id}/epreuves/{epreuve}", Sample.ours(epreuve()));
        // No other file of the scene resembles that of the samples.
        all.put("/candidatures/{id}/ressemblances/{autre}", Sample.nothing(beside.id()));
        all.put("/mon-parcours/partages/{partage}", Sample.nothing(new UUID(0, 5).toString()));
        all.put("/mon-parcours/questions/{question}", Sample.nothing("inconnue"));
        all.put("/candidatures/{id}/notes/{note}", Sample.nothing(new UUID(0, 6).toString()));
        all.put("/candidatures/{id}/liens/{lien}", Sample.nothing(new UUID(0, 7).toString()));
        all.put("/vues/{id}", Sample.nothing(new UUID(0, 10).toString()));
        all.put("/notifications/{rang}", Sample.nothing("999999999"));
        all.put("/administration/branches/{branche}", Sample.nothing("inconnue"));
        all.put("/administration/branches/retires/{retrait}", Sample.nothing("inconnu"));
        String compte = "/administration/comptes/{compte}";
        all.put(compte, Sample.nothing("personne-de-tel"));
        all.put(compte + "/sessions/{session}", Sample.nothing(new UUID(0, 8).toString()));
        all.put(compte + "/jetons/{jeton}", Sample.nothing(new UUID(0, 9).toString()));
        all.put(compte + "/attributions/{rang}", Sample.nothing("999999999"));
        all.put("/jurys/{id}", Sample.ours(jury.id()));
        all.put("/jurys/{id}/candidatures/{candidature}", Sample.ours(delivered.id()));
        all.put("/certificats/{numero}", Sample.ours(Parcours.numeroCertificat(delivered)));
        all.put("/branches/{branche}", Sample.ours(HERE));
        all.put("/branches/{branche}/parametres/{id}", Sample.nothing(new UUID(0, 1).toString()));
        all.put("/certifications/{branche}", Sample.open(HERE));
        all.put("/certifications/{branche}/{code}", Sample.open(OMI));
        all.put("/classifications/{branche}", Sample.open(HERE));
        all.put("/classifications/{branche}/{code}", Sample.nothing("inconnue"));
        all.put(
                "/v/{code}",
                Sample.open(delivered.certificat().path("codeVerification").asText()));
        all.put("/acces/{secret}", Sample.nothing("perime"));
        all.put("/lien/{secret}", Sample.nothing("lnk_perime"));
        all.put("/rattachement/{secret}", Sample.nothing("perime"));
        all.put("/connexion/oidc/{fournisseur}", Sample.nothing("inconnu"));
        all.put("/compte/identites/oidc/{fournisseur}", Sample.nothing("inconnu"));
        all.put("/compte/identites/{id}", Sample.nothing(new UUID(0, 2).toString()));
        all.put("/compte/sessions/{id}", Sample.nothing(new UUID(0, 3).toString()));
        all.put("/compte/jetons/{id}", Sample.nothing(new UUID(0, 4).toString()));
        all.put("/compte/cles/{cle}", Sample.nothing("inconnue"));
        return all;
    }

    /** What comes with the forms of the routes; of the others nothing is filled. */
    private Map<String, Envoi> forms() {
        Map<String, Envoi> all = new LinkedHashMap<>();
        Candidat stranger = scene.candidat();
        all.put(
                "POST /candidatures/nouvelle",
                new Envoi(
                        null,
                        true,
                        Map.of(
                                "branche",
                                HERE,
                                "certification",
                                OMI,
                                "voie",
                                "FORMATION",
                                "nomNaissance",
                                stranger.nomNaissance(),
                                "prenoms",
                                stranger.prenoms(),
                                "sexe",
                                "F",
                                "dateNaissance",
                                stranger.dateNaissance().toString(),
                                "lieuNaissance",
                                stranger.lieuNaissance())));
        String open = "/candidatures/" + evaluated.id();
        all.put(
                "POST /candidatures/{id}/prerequis/{code}",
                new Envoi(open + "/prerequis/" + prerequis(), true, Map.of("satisfait", "oui")));
        all.put(
                "POST /candidatures/{id}/evaluateurs",
                new Envoi(
                        open + "/evaluateurs",
                        true,
                        Map.of("evaluateur", scene.credentials("evaluateur1").get("identifiant"))));
        all.put(
                "POST /candidatures/{id}/epreuves/{epreuve}",
                new Envoi(open + "/epreuves/" + epreuve(), true, Map.of("presence", "ABSENT")));
        all.put(
                "POST /candidatures/{id}/delivrance",
                new Envoi("/candidatures/" + decided.id() + "/delivrance", true, Map.of("lieu", "Lyon")));
        all.put("POST /candidatures/{id}/migration", new Envoi(open + "/migration", true, Map.of("version", "9.0.0")));
        all.put(
                "POST /jurys/nouveau",
                new Envoi(
                        null,
                        true,
                        Map.of(
                                "branche",
                                HERE,
                                "certification",
                                OMI,
                                "date",
                                LocalDate.now().toString(),
                                "lieu",
                                "Lyon")));
        all.put(
                "POST /jurys/{id}/candidatures",
                new Envoi("/jurys/" + waiting.id() + "/candidatures", true, Map.of("candidature", evaluated.id())));
        Map<String, String> verdict = new LinkedHashMap<>();
        for (JsonNode bloc : presented.blocs()) {
            verdict.put("bloc." + bloc.path("code").asText(), "VALIDE");
        }
        all.put(
                "POST /jurys/{id}/candidatures/{candidature}",
                new Envoi("/jurys/" + jury.id() + "/candidatures/" + presented.id(), true, verdict));
        all.put(
                "POST /branches/{branche}/parametres",
                new Envoi(
                        null,
                        true,
                        Map.of("cle", "SIGNATAIRE", "qualite", "La présidente", "motif", "Pour la matrice")));
        return all;
    }

    private String prerequis() {
        return delivered.candidature().path("prerequis").path(0).path("code").asText();
    }

    private String epreuve() {
        return scene.secretariat()
                .get("/candidatures/" + delivered.id() + "/grille")
                .expect(200)
                .body()
                .path("epreuves")
                .path(0)
                .path("code")
                .asText();
    }

    /** Asks everything by everybody: first all that is not theirs, which must leave no trace; then the rest. */
    void holds() {
        nothingIsWithoutASample();
        List<Account> accounts = new ArrayList<>();
        for (Role role : Role.values()) {
            for (Place place : Place.values()) {
                if (place == Place.TIED || !role.isOfPlatform()) {
                    accounts.add(account(role, place));
                }
            }
        }
        long before = lastRank();
        accounts.forEach(this::isRefusedWhatIsNotTheirs);
        nobodyIsLedToSignIn();
        assertThat(actsSince(before))
                .as("what the journal says was done by those who may not")
                .isEmpty();
        accounts.forEach(this::isGivenWhatIsTheirs);
        assertThat(wrong).isEmpty();
    }

    private void nothingIsWithoutASample() {
        Set<String> missing = new TreeSet<>();
        for (Route route : routes) {
            for (String part : variables(route)) {
                if (!samples.containsKey(part)) {
                    missing.add(part + " (" + route + ")");
                }
            }
        }
        assertThat(missing)
                .as("addresses with a variable that nothing stands for: add a line for each to MatricePages.samples()")
                .isEmpty();
    }

    /** The parts of the address that end with a variable. */
    private static List<String> variables(Route route) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String segment : route.path().substring(1).split("/", -1)) {
            part.append('/').append(segment);
            if (segment.startsWith("{")) {
                parts.add(part.toString());
            }
        }
        return parts;
    }

    private String path(Route route) {
        StringBuilder part = new StringBuilder();
        StringBuilder path = new StringBuilder();
        for (String segment : route.path().substring(1).split("/", -1)) {
            part.append('/').append(segment);
            path.append('/')
                    .append(
                            segment.startsWith("{")
                                    ? samples.get(part.toString()).value()
                                    : segment);
        }
        return path.toString();
    }

    /** By its address alone; what a form names comes from who sends it. */
    private boolean namesOurs(Route route) {
        return variables(route).stream().anyMatch(part -> samples.get(part).ours());
    }

    private boolean isOurs(Route route) {
        return namesOurs(route)
                || forms.containsKey(route.toString())
                        && forms.get(route.toString()).ours();
    }

    private boolean isThere(Route route) {
        return variables(route).stream().allMatch(part -> samples.get(part).there());
    }

    /** What the table of rights says of that account and the things that are asked about. */
    private boolean mustBeRefused(Account account, Route route) {
        Droit droit = route.droit();
        if (droit.isForEverybodySignedIn()) {
            return false;
        }
        Optional<Lien> lien = droit.lien(account.role());
        if (lien.isEmpty()) {
            return true;
        }
        boolean wholeBranch = account.role().reaches(Portee.Etendue.BRANCHE)
                && (lien.get() == Lien.AUCUN || lien.get() == Lien.PRESENTE);
        return isOurs(route) && (account.place() == Place.ELSEWHERE || account.place() == Place.BESIDE && !wholeBranch);
    }

    private void isRefusedWhatIsNotTheirs(Account account) {
        for (Route route : routes) {
            if (mustBeRefused(account, route)) {
                Visiteur answer = asks(account, route, forms.get(route.toString()));
                if (answer.status() != 403 && answer.status() != 404) {
                    wrong.add(account + " should not: " + route + " -> " + said(answer));
                }
                told(answer, namesOurs(route))
                        .ifPresent(marker -> wrong.add(account + " is told « " + marker + " » by a refusal: " + route
                                + " -> " + said(answer)));
            }
        }
    }

    private void isGivenWhatIsTheirs(Account account) {
        for (Route route : routes) {
            boolean givesAway = route.droit().isPublic() && route.method().equals("POST");
            if (givesAway || mustBeRefused(account, route)) {
                continue; // what needs no account is sent once, by nobody: each try would count as a failed sign-in
            }
            Visiteur answer = asks(account, route, null);
            // 401 is a wrong password or code on a page that was given: who is not signed in is led elsewhere.
            boolean refused = answer.status() == 403 && !answer.body().contains(CONFIRMATION)
                    || answer.status() == 303 && answer.header("Location").startsWith("/connexion");
            boolean missing = answer.status() == 404
                    && route.method().equals("GET")
                    && account.place() == Place.TIED
                    && isThere(route);
            if (refused || missing || answer.status() >= 500) {
                wrong.add(account + " should: " + route + " -> " + said(answer));
            }
            if (account.place() == Place.ELSEWHERE && !route.droit().isPublic()) {
                told(answer, false)
                        .ifPresent(marker ->
                                wrong.add(account + " is told « " + marker + " »: " + route + " -> " + said(answer)));
            }
        }
    }

    private void nobodyIsLedToSignIn() {
        Visiteur nobody = new Visiteur(platform.pages().toString());
        String token = nobody.opens("/connexion").token();
        for (Route route : routes) {
            Visiteur answer = route.method().equals("GET")
                    ? nobody.opens(path(route))
                    : nobody.sends(
                            token,
                            path(route),
                            Optional.ofNullable(forms.get(route.toString()))
                                    .map(Envoi::fields)
                                    .orElse(Map.of()));
            boolean toSignIn =
                    answer.status() == 303 && answer.header("Location").startsWith("/connexion?retour=");
            if (!route.droit().isPublic() && !toSignIn || answer.status() >= 500) {
                wrong.add("nobody should be led to sign in: " + route + " -> " + said(answer));
            }
        }
    }

    private Visiteur asks(Account account, Route route, Envoi envoi) {
        String path = envoi == null || envoi.path() == null ? path(route) : envoi.path();
        return route.method().equals("GET")
                ? account.visiteur().opens(path)
                : account.visiteur().sends(account.token(), path, envoi == null ? Map.of() : envoi.fields());
    }

    private static String said(Visiteur answer) {
        return answer.status() + " "
                + Stream.of(answer.text().split(" ")).limit(40).reduce("", (before, word) -> before + " " + word);
    }

    /**
     * The first thing the page says of one of the files.
     *
     * @param ofTheFile whether that it is for a certification which the catalogue shows to everybody counts as well
     */
    private Optional<String> told(Visiteur answer, boolean ofTheFile) {
        List<String> markers = new ArrayList<>();
        for (Dossier file : List.of(delivered, decided, presented, evaluated, beside)) {
            markers.add(file.numero());
            markers.add(file.demande().candidat().prenoms());
        }
        markers.add(jury.numero());
        markers.add(Parcours.numeroCertificat(delivered));
        if (ofTheFile) {
            markers.add(delivered.candidature().path("intitule").asText());
        }
        assertThat(markers).noneMatch(String::isBlank);
        String text = answer.text();
        return markers.stream().filter(text::contains).findFirst();
    }

    private long lastRank() {
        return journal("").path("elements").path(0).path("rang").asLong();
    }

    private List<String> actsSince(long rank) {
        List<String> acts = new ArrayList<>();
        JsonNode page = journal("");
        while (true) {
            for (JsonNode line : page.path("elements")) {
                if (line.path("rang").asLong() <= rank) {
                    return acts;
                }
                if (!COMINGS.contains(line.path("acte").asText())) {
                    acts.add(line.path("acteur").asText() + ": "
                            + line.path("acte").asText() + " "
                            + line.path("objet").asText());
                }
            }
            if (!page.path("suivant").isNumber()) {
                return acts;
            }
            page = journal("&avant=" + page.path("suivant").asLong());
        }
    }

    private JsonNode journal(String rest) {
        return platform.administrator()
                .get("/journal?limite=100" + rest)
                .expect(200)
                .body();
    }

    private Account account(Role role, Place place) {
        Map<String, String> credentials = place == Place.TIED ? ofTheScene(role).orElse(null) : null;
        if (credentials == null) {
            credentials = made(role, place);
        }
        Visiteur visiteur = new Visiteur(platform.pages().toString());
        visiteur.opens("/connexion")
                .sends(
                        "/connexion",
                        "identifiant",
                        credentials.get("identifiant"),
                        "motDePasse",
                        credentials.get("motDePasse"));
        assertThat(visiteur.status()).as(role + " signs in").isEqualTo(303);
        return new Account(role, place, visiteur, visiteur.opens("/compte").token());
    }

    private Optional<Map<String, String>> ofTheScene(Role role) {
        return switch (role) {
            case SECRETARIAT -> Optional.of(scene.credentials("secretariat"));
            case ORGANISME -> Optional.of(scene.credentials("organisme"));
            case EVALUATEUR -> Optional.of(scene.credentials("evaluateur1"));
            case JURY -> Optional.of(scene.credentials("jury"));
            case CERTIFICATEUR -> Optional.of(scene.credentials("certificateur"));
            default -> Optional.empty();
        };
    }

    private Map<String, String> made(Role role, Place place) {
        String motDePasse = UUID.randomUUID().toString();
        String identifiant = ("p-" + role.name() + "-" + place + "-" + motDePasse.substring(0, 8))
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
        for (String cible : reached(role, place)) {
            Map<String, Object> attribution = new LinkedHashMap<>();
            attribution.put("role", role.name());
            if (!role.isOfPlatform()) {
                attribution.put("branche", place == Place.ELSEWHERE ? ELSEWHERE : HERE);
                if (!cible.isEmpty()) {
                    attribution.put("etendue", Portee.Etendue.DOSSIER.name());
                    attribution.put("cible", cible);
                }
            }
            platform.administrator()
                    .post("/comptes/" + identifiant + "/attributions", attribution)
                    .expect(201);
        }
        return Map.of("identifiant", identifiant, "motDePasse", motDePasse);
    }

    /** The files that a role is held for, or one blank for a role that reaches further. */
    private List<String> reached(Role role, Place place) {
        if (role.isOfPlatform() || role.reaches(Portee.Etendue.BRANCHE)) {
            return List.of("");
        }
        return switch (place) {
            case TIED ->
                Stream.of(delivered, decided, presented, evaluated)
                        .map(Dossier::id)
                        .toList();
            case BESIDE -> List.of(beside.id());
            case ELSEWHERE -> List.of(UUID.randomUUID().toString());
        };
    }
}
