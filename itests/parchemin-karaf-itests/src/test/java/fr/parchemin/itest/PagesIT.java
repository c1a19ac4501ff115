package fr.parchemin.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.Answer;
import fr.parchemin.parcours.BrancheEssai;
import fr.parchemin.parcours.Candidat;
import fr.parchemin.parcours.Deliberation;
import fr.parchemin.parcours.Demande;
import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.Jury;
import fr.parchemin.parcours.Parcours;
import fr.parchemin.parcours.Prestation;
import fr.parchemin.parcours.Profil;
import fr.parchemin.parcours.Profil.Arret;
import fr.parchemin.parcours.Profil.Prerequis;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page, as each account sees it, in a real browser: the states listed here, and whatever else a link leads to from the
 * home page on. An address of the router that nobody came by makes the last test fail.
 */
@ExtendWith({KarafServer.class, BrowserSession.class})
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesIT {
    private static final String METALLURGIE = "metallurgie";
    private static final String SECURITE_PRIVEE = "securite-privee";

    /** A branch of this class alone, which brings a newer version while a file is open. */
    private static final String BRANCHE = "pages";

    private static final String JAR = "branche-pages.jar";

    /** What GET answers to without being a page. */
    private static final Set<String> NO_PAGE = Set.of(
            "/catalogue/fragment",
            "/candidatures/export.csv",
            "/vives",
            "/candidatures/{id}/releve.pdf",
            "/certificats/{numero}/certificat.pdf",
            "/certificats/{numero}/releve.pdf",
            // They lead elsewhere at once; KeycloakIT walks through both.
            "/connexion/oidc/{fournisseur}/retour",
            "/deconnexion/retour");

    /** A page to look at: where it is, the status it comes with, and what is done there before looking. */
    private record Visit(String path, int status, Consumer<Browser> act) {
        static Visit to(String path) {
            return new Visit(path, 200, browser -> {});
        }

        Visit answered(int expected) {
            return new Visit(path, expected, act);
        }

        Visit sending(String form, Map<String, String> fields) {
            return new Visit(path, status, browser -> browser.submit(form, fields));
        }
    }

    private record Account(String identifiant, String motDePasse) {}

    /** Who is not signed in; what needs no account is the same for all, and looked at as they see it. */
    private static final String VISITOR = "visiteur";

    /** Who has a branch to choose first. */
    private static final String OF_TWO_BRANCHES = "secrétariat de deux branches";

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, List<Visit>> visits = new LinkedHashMap<>();
    private final Set<String> seen = new TreeSet<>();
    private final Set<String> open = new HashSet<>();
    private Karaf karaf;
    private Routes routes;

    @BeforeAll
    void prepare(Karaf running) {
        karaf = running;
        routes = Routes.of(karaf);
        karaf.requireBranch(METALLURGIE);
        karaf.requireBranch(SECURITE_PRIVEE);
        everybody();
        metallurgie();
        securitePrivee();
        migration();
    }

    @AfterAll
    void leaveNoBranch() throws IOException {
        Files.deleteIfExists(karaf.branches().resolve(JAR));
        karaf.awaitBranch(BRANCHE, "ABSENTE");
    }

    private void everybody() {
        String motDePasse = UUID.randomUUID().toString();
        karaf.administrator()
                .post(
                        "/comptes",
                        Map.of(
                                "identifiant",
                                "administrateur-pages",
                                "nom",
                                "Compte administrateur-pages",
                                "motDePasse",
                                motDePasse,
                                "roles",
                                List.of(Map.of("role", "ADMINISTRATEUR"))))
                .expectSuccess();
        accounts.put("administrateur", new Account("administrateur-pages", motDePasse));
        karaf.administrator()
                .post(
                        "/comptes",
                        Map.of(
                                "identifiant",
                                "secretariats-pages",
                                "nom",
                                "Compte secretariats-pages",
                                "motDePasse",
                                motDePasse,
                                "roles",
                                List.of(
                                        Map.of("role", "SECRETARIAT", "branche", METALLURGIE),
                                        Map.of("role", "SECRETARIAT", "branche", SECURITE_PRIVEE))))
                .expectSuccess();
        accounts.put(OF_TWO_BRANCHES, new Account("secretariats-pages", motDePasse));
        add(OF_TWO_BRANCHES, Visit.to("/branches"));

        List<Visit> visitor = new ArrayList<>();
        for (JsonNode fiche : karaf.visitor().get("/certifications").expect(200).body()) {
            if (Set.of(METALLURGIE, SECURITE_PRIVEE)
                    .contains(fiche.path("branche").asText())) {
                String page = "/certifications/" + fiche.path("branche").asText() + "/"
                        + fiche.path("code").asText();
                visitor.add(Visit.to(page));
                visitor.add(Visit.to(page + "/effet"));
            }
        }
        visitor.addAll(List.of(
                Visit.to("/?texte=zzzz"),
                Visit.to("/aide/glossaire?texte=zzzz"),
                Visit.to("/aide/glossaire#quorum"),
                Visit.to("/certifications/metallurgie/MET-OMI/effet?le=hier").answered(422),
                Visit.to("/verification").answered(422).sending("form[method=post]", Map.of()),
                Visit.to("/verification")
                        .sending("form[method=post]", Map.of("numero", "MET-2020-999999", "nom", "Nulle")),
                Visit.to("/v/00000000000000000000000000").answered(404),
                Visit.to("/connexion?retour=%2Fjurys"),
                Visit.to("/connexion")
                        .answered(401)
                        .sending("main form", Map.of("identifiant", "personne", "motDePasse", "rien de tel")),
                Visit.to("/connexion").sending("form[action='/connexion/cle']", Map.of()),
                Visit.to("/connexion/oubli"),
                Visit.to("/acces/perime").answered(404),
                Visit.to("/lien/lnk_perime").answered(404),
                Visit.to("/nulle-part").answered(404),
                Visit.to("/connexion/oidc/inconnu/retour").answered(404),
                Visit.to("/deconnexion/retour"),
                Visit.to("/rattachement/perime"),
                Visit.to("/rattachement/perime").answered(404).sending("main form", Map.of()),
                Visit.to("/deconnexion").answered(405)));
        add(VISITOR, visitor.toArray(Visit[]::new));
        add(
                "administrateur",
                Visit.to("/compte"),
                Visit.to("/compte").answered(403).sending("form[action='/compte/cles']", Map.of()),
                Visit.to("/administration/comptes/secretariats-pages"),
                Visit.to("/administration/comptes?texte=zzzz"),
                Visit.to("/administration/comptes/personne-de-ce-nom").answered(404),
                Visit.to("/administration/invitation").answered(422).sending("main form", Map.of()),
                Visit.to("/administration/attribution").answered(422).sending("main form", Map.of()),
                Visit.to("/administration/branches/" + METALLURGIE),
                Visit.to("/administration/branches/" + METALLURGIE)
                        .answered(422)
                        .sending("form[action$='/retrait']", Map.of("confirmation", "autre")),
                Visit.to("/administration/branches/" + METALLURGIE).sending("form[action$='/cas']", Map.of()),
                Visit.to("/administration/droits?role=JURY"),
                Visit.to("/administration/journal").sending("form[action$='/verification']", Map.of()));
    }

    private void metallurgie() {
        String certification = "MET-OMI";
        Scene scene = scene(METALLURGIE, "pagesmet");
        Parcours parcours = scene.parcours;
        Profil reussite = Profil.reussite();
        Dossier recevable = parcours.submit(scene.demande(certification), reussite);
        Dossier designee = parcours.submit(scene.demande(certification), reussite);
        parcours.settlePrerequis(designee);
        parcours.designateEvaluateurs(designee);
        Dossier evaluee = parcours.instruct(scene.demande(certification), reussite);
        String bloc = evaluee.blocs().get(0).path("code").asText();
        Dossier divergente =
                parcours.instruct(scene.demande(certification), reussite.with(Prestation.DIVERGENTE, bloc));
        Dossier presentee = parcours.instruct(scene.demande(certification), reussite);
        Dossier partielle =
                parcours.instruct(scene.demande(certification), reussite.with(Prestation.INSUFFISANTE, bloc));
        Dossier decidee = parcours.instruct(scene.demande(certification), reussite);
        Dossier delivree = parcours.instruct(scene.demande(certification), reussite);
        Jury jury = parcours.convene(certification, evaluee.referentiel());
        parcours.present(jury, List.of(presentee, partielle, decidee, delivree));
        for (Dossier dossier : List.of(partielle, decidee, delivree)) {
            parcours.decide(jury, dossier, Deliberation.SUIT_LA_PROPOSITION, "");
        }
        parcours.deliver(delivree);

        add(
                VISITOR,
                Visit.to(secret(scene.secretariat()
                        .post(
                                "/candidatures/" + designee.id() + "/liens",
                                Map.of("role", "TUTEUR", "nom", "Lise Tutrice", "jours", 30)))),
                Visit.to(secret(karaf.administrator()
                        .post(
                                "/comptes/invitations",
                                Map.of(
                                        "identifiant",
                                        "invitee-pages",
                                        "nom",
                                        "Ida Conviée",
                                        "courriel",
                                        "ida@exemple.test",
                                        "roles",
                                        List.of())))));

        String certificat = "/certificats/" + Parcours.numeroCertificat(delivree);
        String deliberation = "/jurys/" + jury.id() + "/candidatures/";
        String certificationChosen = "?branche=metallurgie&certification=" + certification;
        add(
                "secretariat-pagesmet",
                "/candidatures",
                "/compte/identites",
                "/candidatures?branche=&etat=DELIVREE",
                "/candidatures?etat=RETIREE");
        for (Dossier dossier :
                List.of(recevable, designee, evaluee, divergente, presentee, partielle, decidee, delivree)) {
            add("secretariat-pagesmet", file(dossier));
        }
        add("secretariat-pagesmet", file(evaluee) + "/epreuves/" + epreuve(scene, evaluee));
        add("secretariat-pagesmet", certificat, "/jurys", "/jurys/" + jury.id(), deliberation + partielle.id());
        add(
                "secretariat-pagesmet",
                Visit.to("/candidatures/nouvelle" + certificationChosen)
                        .answered(422)
                        .sending("main form", Map.of("organismeSiret", "12")),
                Visit.to("/jurys/nouveau" + certificationChosen).answered(422).sending("main form", Map.of()),
                Visit.to(file(recevable) + "/evaluateurs").answered(405),
                Visit.to("/candidatures/" + UUID.randomUUID()).answered(404),
                Visit.to(file(recevable) + "/migration").answered(409));
        String echanges = file(designee) + "/echanges";
        scene.acteurs
                .organisme()
                .post(
                        "/candidatures/" + designee.id() + "/messages",
                        Map.of("cercle", "BRANCHE", "texte", "Bonjour,\nla pièce arrive demain."))
                .expect(201);
        for (String texte : List.of("Pièce attendue mardi.", "Vu avec le candidat.")) {
            scene.secretariat()
                    .post("/candidatures/" + designee.id() + "/notes", Map.of("texte", texte))
                    .expect(201);
        }
        add(
                "secretariat-pagesmet",
                Visit.to("/notifications"),
                Visit.to(file(designee)),
                Visit.to(echanges),
                Visit.to(echanges).answered(422).sending("form[action$='/messages']", Map.of()),
                Visit.to(file(delivree) + "/fil"),
                Visit.to("/notifications?nonLues=oui"),
                Visit.to("/compte/notifications"));
        add("organisme-pagesmet", Visit.to(echanges), Visit.to("/notifications"), Visit.to(file(delivree) + "/fil"));
        add("secretariat-pagesmet", file(designee) + "/liens", "/administration/comptes/jury-pagesmet");
        add(
                "secretariat-pagesmet",
                Visit.to(file(designee) + "/liens").answered(422).sending("section form[method=post]", Map.of()),
                Visit.to(file(recevable) + "/liens")
                        .sending("section form[method=post]", Map.of("nom", "Paul Essai", "jours", "30")));
        add("organisme-pagesmet", file(recevable), file(delivree));
        add(
                "organisme-pagesmet",
                Visit.to("/candidatures?branche=securite-privee").answered(403));
        add("evaluateur1-pagesmet", file(designee), file(evaluee));
        String grille = file(designee) + "/epreuves/" + epreuve(scene, designee);
        add(
                "evaluateur1-pagesmet",
                Visit.to(grille),
                Visit.to(grille).answered(422).sending("main form", Map.of()),
                new Visit(
                        grille,
                        200,
                        browser -> browser.follow(
                                () -> browser.run("document.querySelector('[formaction=\"/brouillons\"]').click()"))),
                Visit.to(grille),
                new Visit(grille, 200, browser -> browser.run("document.querySelector('main a.terme').click()")));
        add("jury-pagesmet", "/jurys/" + jury.id(), deliberation + presentee.id(), deliberation + partielle.id());
        add(
                "jury-pagesmet",
                Visit.to(deliberation + presentee.id()).answered(422).sending("main form", Map.of()));
        add("certificateur-pagesmet", file(decidee), file(delivree), certificat);

        String instruire = "/candidatures?etat=DEPOSEE&etat=RECEVABLE&du=2026-01-01";
        String lot = "/candidatures/lot?acte=";
        add(
                "secretariat-pagesmet",
                Visit.to(instruire).sending("form[action='/vues']", Map.of("nom", "À instruire")),
                Visit.to(instruire)
                        .answered(422)
                        .sending("form[action^='/vues/']:not([action$='suppression'])", Map.of("nom", " ")),
                Visit.to("/candidatures?du=hier").answered(422),
                Visit.to("/candidatures?texte=zzzz"),
                Visit.to("/jurys?etat=VALIDE&du=2026-01-01").sending("form[action='/vues']", Map.of("nom", "Validés")),
                Visit.to(lot + "EVALUATEURS&dossier=" + recevable.id() + "&dossier=" + designee.id()),
                Visit.to(lot + "EVALUATEURS&dossier=" + recevable.id())
                        .answered(422)
                        .sending("main form", Map.of()),
                Visit.to(lot + "PRESENTATION&dossier=" + evaluee.id() + "&dossier=" + designee.id())
                        .sending("main form", Map.of("jury", jury.id())));
        add("certificateur-pagesmet", Visit.to(lot + "DELIVRANCE&dossier=" + decidee.id()));

        personne(scene, delivree);
        String code = delivree.certificat().path("codeVerification").asText();
        add(
                VISITOR,
                Visit.to("/v/" + code),
                Visit.to("/verification")
                        .sending(
                                "form[method=post]",
                                Map.of(
                                        "numero",
                                        Parcours.numeroCertificat(delivree),
                                        "nom",
                                        delivree.demande().candidat().nomNaissance())));
    }

    private void securitePrivee() {
        Scene scene = scene(SECURITE_PRIVEE, "pagessec");
        String certification = "APS";
        Dossier deposee = scene.parcours.submit(scene.demande(certification), Profil.reussite());
        Dossier irrecevable = scene.parcours.instruct(
                scene.demande(certification), Profil.reussite().with(Prerequis.UN_REFUSE));
        Dossier evaluee = scene.parcours.instruct(
                scene.demande(certification), Profil.reussite().until(Arret.EVALUATION));
        add("secretariat-pagessec", file(deposee), file(irrecevable), file(evaluee));
        String prerequis =
                deposee.candidature().path("prerequis").path(0).path("code").asText();
        add(
                "secretariat-pagessec",
                Visit.to(file(deposee)).answered(422).sending("form[action*='/prerequis/']", Map.of()));
        add("evaluateur1-pagessec", file(evaluee) + "/epreuves/" + epreuve(scene, evaluee));
    }

    /** A file under a version that has a successor. */
    private void migration() {
        karaf.drop(JAR, BrancheEssai.nextJar(BRANCHE, "PAG").bytes());
        karaf.awaitBranch(BRANCHE, "ACTIVE");
        Scene scene = scene(BRANCHE, "pagesess");
        Dossier dossier = scene.parcours.submit(scene.demande(BrancheEssai.CERTIFICATION), Profil.reussite());
        karaf.drop(JAR, BrancheEssai.jarWithTransition(BRANCHE, "PAG").bytes());
        karaf.awaitBranch(BRANCHE, "version 1.2.0 of branch " + BRANCHE, branche -> branche.toString()
                .contains("1.2.0"));
        add("secretariat-pagesess", file(dossier), file(dossier) + "/migration");
    }

    /** A person who is the candidate of two files of a branch, and whom its secretariat has asked about them. */
    private void personne(Scene scene, Dossier delivree) {
        Candidat known = delivree.demande().candidat();
        Candidat alike = new Candidat(
                known.nomNaissance(),
                known.nomUsage(),
                known.prenoms() + " Alix",
                known.sexe(),
                known.dateNaissance(),
                known.lieuNaissance(),
                known.courriel());
        Dossier other = scene.parcours.submit(Demande.simple(alike, METALLURGIE, "MET-OMI"), Profil.reussite());
        String motDePasse = UUID.randomUUID().toString();
        karaf.administrator()
                .post(
                        "/comptes",
                        Map.of(
                                "identifiant",
                                "candidat-pages",
                                "nom",
                                "Compte candidat-pages",
                                "motDePasse",
                                motDePasse,
                                "roles",
                                List.of()))
                .expectSuccess();
        for (Dossier own : List.of(delivree, other)) {
            karaf.administrator()
                    .post(
                            "/comptes/candidat-pages/attributions",
                            Map.of("role", "CANDIDAT", "branche", METALLURGIE, "etendue", "DOSSIER", "cible", own.id()))
                    .expect(201);
        }
        String resemblance = file(delivree) + "/ressemblances/" + other.id();
        scene.secretariat().post(resemblance + "/demande", Map.of()).expect(204);
        accounts.put("candidat", new Account("candidat-pages", motDePasse));
        String shares = "form[action='/mon-parcours/partages']";
        add(
                "candidat",
                Visit.to("/mon-parcours"),
                Visit.to("/mon-parcours").answered(422).sending(shares, Map.of("jusquAu", "2020-01-01")),
                Visit.to("/mon-parcours").sending(shares, Map.of("branche", SECURITE_PRIVEE)));
        add("secretariat-pagesmet", file(delivree) + "/ressemblances", resemblance);
        add("secretariat-pagesmet", file(delivree) + "/titres-ailleurs");
        Dossier automaticien = scene.parcours.submit(scene.demande("MET-TSA"), Profil.reussite());
        add("secretariat-pagesmet", file(automaticien), file(automaticien) + "/mentions");
    }

    private Scene scene(String branche, String name) {
        Scene scene = Scene.of(karaf, branche, name);
        for (String role : List.of("organisme", "secretariat", "evaluateur1", "jury", "certificateur")) {
            Map<String, String> credentials = scene.credentials(role);
            accounts.put(role + "-" + name, new Account(credentials.get("identifiant"), credentials.get("motDePasse")));
        }
        return scene;
    }

    private static String file(Dossier dossier) {
        return "/candidatures/" + dossier.id();
    }

    private static String epreuve(Scene scene, Dossier dossier) {
        return scene.secretariat()
                .get(file(dossier) + "/grille")
                .expect(200)
                .body()
                .path("epreuves")
                .path(0)
                .path("code")
                .asText();
    }

    private void add(String who, String... paths) {
        add(who, Stream.of(paths).map(Visit::to).toArray(Visit[]::new));
    }

    /** The path of a link that nobody could send, and that the answer shows for that reason. */
    private static String secret(Answer answer) {
        return URI.create(answer.expect(201).text("adresse")).getPath();
    }

    private void add(String who, Visit... more) {
        visits.computeIfAbsent(who, key -> new ArrayList<>()).addAll(List.of(more));
    }

    private Set<String> visitors() {
        return visits.keySet();
    }

    @ParameterizedTest
    @MethodSource("visitors")
    @Order(1)
    void noPageIsHardToReadToUseOrBroken(String who, Browser browser) {
        Inspection inspection = new Inspection(browser);
        if (accounts.containsKey(who)) {
            signIn(browser, accounts.get(who));
        }
        Set<String> shapes = new HashSet<>(open);
        Deque<String> links = new ArrayDeque<>();
        for (Visit visit : Stream.concat(Stream.of(Visit.to("/")), visits.get(who).stream())
                .toList()) {
            links.addAll(look(browser, who, visit, inspection, shapes));
        }
        List<String> deadEnds = new ArrayList<>();
        while (!links.isEmpty()) {
            String link = links.remove();
            URI address = at(link);
            if (routes.of(address.getPath()).isEmpty() && !address.getPath().startsWith("/api/")) {
                deadEnds.add(link);
            } else if (isPage(address) && !shapes.contains(shape(address))) {
                links.addAll(look(browser, who, Visit.to(link), inspection, shapes));
            }
        }
        if (who.equals(VISITOR)) {
            open.addAll(shapes);
        }
        assertThat(deadEnds).as("links that lead nowhere").isEmpty();
        assertThat(String.join("\n\n", inspection.complaints()))
                .as("what nobody should meet on a page")
                .isEmpty();
    }

    @Test
    @Order(2)
    void noPageWasForgotten() {
        assertThat(routes.pages()).containsAll(NO_PAGE);
        assertThat(routes.pages().stream().filter(page -> !NO_PAGE.contains(page)))
                .as("addresses that GET answers to; what was not seen belongs into the visits of this class")
                .allMatch(seen::contains);
    }

    private void signIn(Browser browser, Account account) {
        browser.open(at("/connexion"));
        browser.submit("main form", Map.of("identifiant", account.identifiant(), "motDePasse", account.motDePasse()));
        assertThat(browser.address().getPath())
                .as("where " + account.identifiant() + " is after signing in")
                .isNotEqualTo("/connexion");
    }

    /** Goes there and looks; gives the links that it found. Only a page that was given counts as seen, not its refusal. */
    private List<String> look(Browser browser, String who, Visit visit, Inspection inspection, Set<String> shapes) {
        browser.console();
        browser.open(at(visit.path()));
        visit.act().accept(browser);
        URI address = browser.address();
        if (visit.status() == 200) {
            routes.of(address.getPath()).ifPresent(seen::add);
            shapes.add(shape(address));
            shapes.add(shape(at(visit.path()))); // an address that leads elsewhere is not asked again
        }
        inspection.look(who, visit.status());
        return links(browser);
    }

    private boolean isPage(URI address) {
        return routes.of(address.getPath())
                .filter(page -> !NO_PAGE.contains(page))
                .isPresent();
    }

    /** The route and the names of what follows: of pages that differ in values only, one is looked at. */
    private String shape(URI address) {
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        return routes.of(address.getPath()).orElse("")
                + Stream.of(query.split("&"))
                        .map(part -> part.split("=", 2)[0])
                        .sorted()
                        .collect(Collectors.joining("&", "?", ""));
    }

    private List<String> links(Browser browser) {
        List<?> found = (List<?>)
                browser.run(
                        """
                return [...document.querySelectorAll('a[href]:not([href^="#"])')]
                    .filter(a => a.origin === location.origin)
                    .map(a => a.pathname + a.search)
                """);
        return found.stream().map(String::valueOf).distinct().toList();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + karaf.httpPort() + path);
    }
}
