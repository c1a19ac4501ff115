package fr.parchemin.itest;

import static fr.parchemin.itest.Refusals.assertRefused;
import static fr.parchemin.itest.Scene.membre;
import static fr.parchemin.itest.Scene.votes;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.Answer;
import fr.parchemin.parcours.Deliberation;
import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.Jury;
import fr.parchemin.parcours.ParcheminClient;
import fr.parchemin.parcours.Prestation;
import fr.parchemin.parcours.Profil;
import fr.parchemin.parcours.Profil.Arret;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What bad input gets: its stable code, a French sentence that says how to mend, and nothing written. One stage is set,
 * with files in every state; after each attempt the whole of it must be as it was.
 */
@ExtendWith(KarafServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class BadInputIT {
    private static final String OMI = "MET-OMI";
    private static final int HIDDEN = 0;
    private static final String MOTIF = "Le jury motive sa décision (exemple).";

    /** What is tried and what must come of it. */
    record Attempt(String rule, Supplier<Answer> request, int status, String code, String... said) {
        @Override
        public String toString() {
            return rule;
        }
    }

    private Karaf karaf;
    private Scene metal;
    private Scene surete;
    private Scene rivals;
    private Dossier deposee;
    private Dossier marked;
    private Dossier open;
    private Dossier presented;
    private Dossier partial;
    private Dossier delivered;
    private Jury jury;
    private Jury juryOfEvaluateur;
    private Jury juryOfOther;
    private List<Object> stage;

    @BeforeAll
    void setTheStage(Karaf running) {
        karaf = running;
        karaf.requireBranch("metallurgie");
        karaf.requireBranch("securite-privee");
        metal = Scene.of(karaf, "metallurgie", "refus");
        rivals = Scene.of(karaf, "metallurgie", "rival");
        surete = Scene.of(karaf, "securite-privee", "refusee");

        deposee = surete.parcours.instruct(
                surete.demande("APS"),
                Profil.reussite().with(Profil.Prerequis.EN_ATTENTE).until(Arret.DEPOT));
        open = metal.parcours.submit(metal.demande(OMI), Profil.reussite());
        metal.parcours.designateEvaluateurs(open);
        marked = metal.parcours.instruct(metal.demande(OMI), Profil.reussite());
        presented = metal.parcours.instruct(metal.demande(OMI), Profil.reussite());
        partial =
                metal.parcours.instruct(metal.demande(OMI), Profil.reussite().with(Prestation.INSUFFISANTE, "OMI-B2"));
        delivered = metal.parcours.instruct(metal.demande(OMI), Profil.reussite());
        jury = metal.parcours.convene(OMI, presented.referentiel());
        metal.parcours.present(jury, List.of(presented, partial, delivered));
        metal.parcours.decide(jury, partial, Deliberation.SUIT_LA_PROPOSITION, "");
        metal.parcours.decide(jury, delivered, Deliberation.SUIT_LA_PROPOSITION, "");
        metal.parcours.deliver(delivered);
        juryOfEvaluateur = compose(OMI, "evaluateur1-refus");
        juryOfOther = compose("MET-TSA", null);
        stage = everything();
    }

    private Jury compose(String certification, String identifiant) {
        String turn = metal.presidency("EMPLOYEURS", "SALARIES");
        Map<String, Object> salarie = membre("Basile Sixfontaines", "SALARIES", turn.equals("SALARIES"));
        if (identifiant != null) {
            salarie.put("identifiant", identifiant);
        }
        JsonNode composed = metal.secretariat()
                .post(
                        "/jurys",
                        metal.jury(
                                certification,
                                List.of(
                                        membre("Aubépine Grandvoile", "EMPLOYEURS", turn.equals("EMPLOYEURS")),
                                        salarie)))
                .expect(201)
                .body();
        return new Jury(composed.path("id").asText(), composed.path("numero").asText(), "COMPOSE", List.of());
    }

    private List<Object> everything() {
        List<Object> all = new ArrayList<>();
        all.add(metal.trace(open.id(), marked.id(), presented.id(), partial.id(), delivered.id()));
        all.add(surete.trace(deposee.id()));
        all.add(metal.secretariat().get("/jurys/" + jury.id()).expect(200).body());
        all.add(karaf.administrator().get("/comptes?limite=200").expect(200).body());
        return all;
    }

    // ---- requests

    Stream<Attempt> badRequests() {
        return Stream.of(applications(), marks(), juries(), decisions(), deliveries(), accounts(), foreigners())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void isRefusedAndNothingIsWritten(Attempt attempt) {
        Answer answer = attempt.request().get();
        if (attempt.status() == HIDDEN) {
            String code = answer.status() == 403 ? "ACCES_REFUSE" : "RESSOURCE_INCONNUE";
            assertRefused(answer, answer.status() == 403 ? 403 : 404, code);
            assertThat(answer.body().path("detail").asText()).doesNotContain("metallurgie");
        } else {
            assertRefused(answer, attempt.status(), attempt.code(), attempt.said());
        }
        if (!answer.request().startsWith("GET ")) {
            assertThat(everything()).isEqualTo(stage);
        }
    }

    private List<Attempt> applications() {
        return List.of(
                new Attempt("JSON that stops", () -> applyWith("{\"branche\": "), 400, "JSON_INVALIDE", "ligne 1"),
                new Attempt("no body", () -> applyWith(""), 400, "JSON_INVALIDE", "vide"),
                new Attempt("a body that is null", () -> applyWith("null"), 400, "JSON_INVALIDE", "vide"),
                new Attempt("a list instead of an object", () -> applyWith("[]"), 400, "JSON_INVALIDE"),
                new Attempt("two objects", () -> applyWith("{} {}"), 400, "JSON_INVALIDE"),
                application(
                        "an unknown field",
                        json -> json.put("prenom", "x"),
                        400,
                        "CHAMP_INCONNU",
                        "« prenom »",
                        "candidat, certification"),
                application(
                        "an unknown field of the person",
                        json -> person(json).put("age", 20),
                        400,
                        "CHAMP_INCONNU",
                        "« candidat.age »"),
                application("no branch", json -> json.remove("branche"), 422, "CHAMP_MANQUANT", "« branche »"),
                application("no person", json -> json.remove("candidat"), 422, "CHAMP_MANQUANT", "« candidat »"),
                application(
                        "no birth name",
                        json -> person(json).remove("nomNaissance"),
                        422,
                        "CHAMP_MANQUANT",
                        "« candidat.nomNaissance »"),
                application(
                        "a blank birth name",
                        json -> person(json).put("nomNaissance", " \t"),
                        422,
                        "CHAMP_MANQUANT",
                        "« candidat.nomNaissance »"),
                application(
                        "a person that is a text",
                        json -> json.put("candidat", "Durand"),
                        422,
                        "CHAMP_INVALIDE",
                        "« candidat »"),
                application(
                        "the 30th of February",
                        json -> person(json).put("dateNaissance", "1990-02-30"),
                        422,
                        "CHAMP_INVALIDE",
                        "« candidat.dateNaissance »",
                        "date qui existe"),
                application(
                        "a birth to come",
                        json -> person(json).put("dateNaissance", "2190-02-28"),
                        422,
                        "CHAMP_INVALIDE",
                        "futur"),
                application(
                        "a name without an end",
                        json -> person(json).put("nomNaissance", "x".repeat(121)),
                        422,
                        "CHAMP_INVALIDE",
                        "« candidat.nomNaissance »",
                        "120"),
                application(
                        "a name on two lines",
                        json -> person(json).put("prenoms", "Ada\nÈve"),
                        422,
                        "CHAMP_INVALIDE",
                        "« candidat.prenoms »"),
                application(
                        "an address that is none",
                        json -> person(json).put("courriel", "ada"),
                        422,
                        "CHAMP_INVALIDE",
                        "« candidat.courriel »"),
                application(
                        "a trainer that is null",
                        json -> json.put("formateurs", Collections.singletonList(null)),
                        422,
                        "CHAMP_INVALIDE",
                        "« formateurs[0] »"),
                application(
                        "a way that does not exist",
                        json -> json.put("voie", "STAGE"),
                        422,
                        "CHAMP_INVALIDE",
                        "« voie »",
                        "FORMATION"),
                application(
                        "an unknown branch",
                        json -> json.put("branche", "boulange"),
                        404,
                        "BRANCHE_INCONNUE",
                        "« boulange »"),
                application(
                        "an unknown certification",
                        json -> json.put("certification", "MET-ZZZ"),
                        404,
                        "CERTIFICATION_INCONNUE",
                        "« MET-ZZZ »"),
                application(
                        "the certification of another branch",
                        json -> json.put("certification", "APS"),
                        404,
                        "CERTIFICATION_INCONNUE",
                        "« APS »"),
                application(
                        "a version that is not in force",
                        json -> json.put("version", "0.9.0"),
                        422,
                        "CHAMP_INVALIDE",
                        "« version »",
                        "1.0.0"));
    }

    private Attempt application(
            String rule, Consumer<Map<String, Object>> spoil, int status, String code, String... said) {
        return new Attempt(
                rule,
                () -> {
                    Map<String, Object> json = metal.demande(OMI).asJson();
                    spoil.accept(json);
                    return metal.acteurs.organisme().post("/candidatures", json);
                },
                status,
                code,
                said);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> person(Map<String, Object> application) {
        return (Map<String, Object>) application.get("candidat");
    }

    private Answer applyWith(String text) {
        return metal.acteurs.organisme().postText("/candidatures", text);
    }

    private List<Attempt> marks() {
        ParcheminClient evaluateur = metal.acteurs.evaluateurs().get(0).client();
        return List.of(
                mark(
                        "points where the scale is acquired or not",
                        "OMI-B2-B",
                        Map.of("C2.3-a", 12),
                        "NOTE_HORS_ECHELLE",
                        "« 12 »"),
                mark("a mark that is an object", "OMI-B2-B", Map.of("C2.3-a", Map.of("x", 1)), "NOTE_HORS_ECHELLE"),
                mark(
                        "a mark in other words",
                        "OMI-B2-B",
                        Map.of("C2.3-a", "acquis"),
                        "NOTE_HORS_ECHELLE",
                        "ACQUIS, NON_ACQUIS"),
                mark(
                        "a criterion of another épreuve",
                        "OMI-B2-B",
                        Map.of("C1.1-a", "ACQUIS"),
                        "CRITERE_HORS_EPREUVE",
                        "« C1.1-a »",
                        "C2.3-a"),
                mark(
                        "an épreuve of another certification",
                        "TSA-B1-A",
                        Map.of("C1.1-a", "ACQUIS"),
                        "EPREUVE_HORS_CANDIDATURE",
                        "« TSA-B1-A »",
                        "OMI-B1-A"),
                mark(
                        "an épreuve of another branch",
                        "APS-BC1-CAS",
                        Map.of("C1.1-a", "ACQUIS"),
                        "EPREUVE_HORS_CANDIDATURE"),
                mark("a criterion left out", "OMI-B2-A2", Map.of("C2.2-a", "ACQUIS"), "NOTE_MANQUANTE", "C2.2-b"),
                mark(
                        "a mark that is null",
                        "OMI-B2-B",
                        Collections.singletonMap("C2.3-a", null),
                        "CHAMP_INVALIDE",
                        "« notes.C2.3-a »"),
                new Attempt(
                        "an absent candidate who is marked",
                        () -> evaluateur.put(
                                notes(open, "OMI-B2-B"),
                                Map.of("presence", "ABSENT", "notes", Map.of("C2.3-a", "ACQUIS"))),
                        422,
                        "CHAMP_INVALIDE",
                        "« notes »",
                        "absence"),
                new Attempt(
                        "neither present nor absent",
                        () -> evaluateur.put(notes(open, "OMI-B2-B"), Map.of("notes", Map.of("C2.3-a", "ACQUIS"))),
                        422,
                        "CHAMP_MANQUANT",
                        "« presence »"),
                new Attempt(
                        "an évaluateur of the branch who is not designated",
                        () -> rivals.acteurs.evaluateurs().get(0).client().put(notes(open, "OMI-B2-B"), improvement()),
                        403,
                        "EVALUATEUR_NON_DESIGNE",
                        "désignation"),
                new Attempt(
                        "the secretariat marks",
                        () -> metal.secretariat().put(notes(open, "OMI-B2-B"), improvement()),
                        403,
                        "ACCES_REFUSE",
                        "évaluateur. Demandez-le"),
                new Attempt(
                        "marks once the file is before the jury",
                        () -> evaluateur.put(notes(presented, "OMI-B2-B"), improvement()),
                        409,
                        "ETAT_INCOMPATIBLE",
                        "« présentée au jury »"),
                new Attempt(
                        "marks before the prerequisites, which nobody can be designated for",
                        () -> surete.acteurs
                                .evaluateurs()
                                .get(0)
                                .client()
                                .put(notes(deposee, "APS-BC1-CAS"), Map.of("presence", "ABSENT")),
                        403,
                        "EVALUATEUR_NON_DESIGNE",
                        "désignation"),
                new Attempt(
                        "évaluateurs before the prerequisites",
                        () -> designate(surete, deposee, List.of("evaluateur1-refusee", "evaluateur2-refusee")),
                        409,
                        "PREREQUIS_MANQUANTS",
                        "CNAPS"),
                new Attempt(
                        "an évaluateur who is null",
                        () -> designate(metal, open, Arrays.asList("evaluateur1-refus", null)),
                        422,
                        "CHAMP_INVALIDE",
                        "« evaluateurs[1] »"),
                new Attempt(
                        "an évaluateur of another branch",
                        () -> designate(metal, open, List.of("evaluateur1-refus", "evaluateur1-refusee")),
                        422,
                        "EVALUATEUR_INCONNU",
                        "« evaluateur1-refusee »"),
                new Attempt(
                        "an évaluateur added once the file is before the jury",
                        () -> designate(
                                metal,
                                presented,
                                List.of("evaluateur1-refus", "evaluateur2-refus", "evaluateur1-rival")),
                        409,
                        "ETAT_INCOMPATIBLE",
                        "« présentée au jury »"),
                new Attempt(
                        "an évaluateur withdrawn who has marked",
                        () -> designate(metal, marked, List.of("evaluateur1-refus", "evaluateur1-rival")),
                        409,
                        "EVALUATEUR_DEJA_NOTE",
                        "« Compte evaluateur2-refus »"));
    }

    private Attempt mark(String rule, String epreuve, Map<String, ?> notes, String code, String... said) {
        return new Attempt(
                rule,
                () -> metal.acteurs
                        .evaluateurs()
                        .get(0)
                        .client()
                        .put(notes(open, epreuve), Map.of("presence", "PRESENT", "notes", notes)),
                422,
                code,
                said);
    }

    private static Map<String, Object> improvement() {
        return Map.of("presence", "PRESENT", "notes", Map.of("C2.3-a", "ACQUIS"));
    }

    private static String notes(Dossier dossier, String epreuve) {
        return "/candidatures/" + dossier.id() + "/epreuves/" + epreuve + "/notes";
    }

    private static Answer designate(Scene scene, Dossier dossier, List<String> evaluateurs) {
        return scene.secretariat()
                .put("/candidatures/" + dossier.id() + "/evaluateurs", Map.of("evaluateurs", evaluateurs));
    }

    private List<Attempt> juries() {
        Map<String, Object> employer = membre("Aubépine Grandvoile", "EMPLOYEURS", true);
        Map<String, Object> salarie = membre("Basile Sixfontaines", "SALARIES", false);
        return List.of(
                jury("no salarié", List.of(employer), "JURY_COLLEGE_INCOMPLET", "« Collège des salariés »"),
                jury("nobody", List.of(), "JURY_COLLEGE_INCOMPLET"),
                jury(
                        "a collège that the branch does not have",
                        List.of(employer, membre("Céleste Hautbois", "PROFESSIONNELS", false)),
                        "JURY_COLLEGE_INCONNU",
                        "EMPLOYEURS, SALARIES"),
                jury(
                        "nobody presides",
                        List.of(membre("Aubépine Grandvoile", "EMPLOYEURS", false), salarie),
                        "JURY_PRESIDENCE",
                        "aucun président"),
                jury(
                        "two preside",
                        List.of(employer, membre("Basile Sixfontaines", "SALARIES", true)),
                        "JURY_PRESIDENCE",
                        "2 présidents"),
                jury("a member who is null", Arrays.asList(employer, null), "CHAMP_INVALIDE", "« membres[1] »"),
                jury(
                        "a member without a name",
                        List.of(employer, membre(null, "SALARIES", false)),
                        "CHAMP_MANQUANT",
                        "« membres[1].nom »"),
                jury(
                        "a practice of minus one year",
                        List.of(employer, membre("Basile Sixfontaines", "SALARIES", false, "pratiqueAnnees", -1)),
                        "CHAMP_INVALIDE",
                        "« membres[1].pratiqueAnnees »"),
                new Attempt(
                        "one professional alone",
                        () -> surete.secretariat()
                                .post(
                                        "/jurys",
                                        surete.jury("APS", List.of(professional("Achille Mainlevée", true, 5)))),
                        422,
                        "JURY_EFFECTIF_INSUFFISANT",
                        "au moins 2"),
                new Attempt(
                        "a professional of one year",
                        () -> surete.secretariat()
                                .post(
                                        "/jurys",
                                        surete.jury(
                                                "APS",
                                                List.of(
                                                        professional("Achille Mainlevée", true, 5),
                                                        professional("Bérénice Portefaix", false, 1)))),
                        422,
                        "JURY_PRATIQUE_INSUFFISANTE",
                        "« Bérénice Portefaix »"),
                new Attempt(
                        "a jury by the jury",
                        () -> metal.acteurs.jury().post("/jurys", metal.jury(OMI, List.of(employer, salarie))),
                        403,
                        "ACCES_REFUSE",
                        "secrétariat. Demandez-le"),
                present("a file that is not marked", jury, open, 409, "EVALUATION_INCOMPLETE", "OMI-B1-A"),
                present("a file twice", jury, presented, 409, "ETAT_INCOMPATIBLE", "« présentée au jury »"),
                present("a closed file", jury, partial, 409, "ETAT_INCOMPATIBLE", "« décidée »"),
                present(
                        "the jury of another certification",
                        juryOfOther,
                        marked,
                        422,
                        "JURY_AUTRE_CERTIFICATION",
                        juryOfOther.numero()),
                present(
                        "a jury that cannot sit without who evaluated the candidate",
                        juryOfEvaluateur,
                        marked,
                        422,
                        "JURY_INCOMPATIBILITE",
                        "« Basile Sixfontaines »"),
                present("a file of another branch", jury, deposee, 404, "RESSOURCE_INCONNUE", deposee.id()),
                new Attempt(
                        "a file that is null",
                        () -> metal.secretariat()
                                .post(
                                        "/jurys/" + jury.id() + "/candidatures",
                                        Map.of("candidatures", Arrays.asList(marked.id(), null))),
                        422,
                        "CHAMP_INVALIDE",
                        "« candidatures[1] »"),
                new Attempt(
                        "one file that may be presented and one that may not: none is",
                        () -> metal.secretariat()
                                .post(
                                        "/jurys/" + jury.id() + "/candidatures",
                                        Map.of("candidatures", List.of(marked.id(), open.id()))),
                        409,
                        "EVALUATION_INCOMPLETE",
                        open.numero()),
                new Attempt(
                        "an unknown jury",
                        () -> metal.secretariat()
                                .post(
                                        "/jurys/" + marked.id() + "/candidatures",
                                        Map.of("candidatures", List.of(marked.id()))),
                        404,
                        "RESSOURCE_INCONNUE",
                        marked.id()));
    }

    private Attempt jury(String rule, List<Map<String, Object>> membres, String code, String... said) {
        return new Attempt(
                "jury: " + rule, () -> metal.secretariat().post("/jurys", metal.jury(OMI, membres)), 422, code, said);
    }

    private static Map<String, Object> professional(String nom, boolean president, int years) {
        return membre(nom, "PROFESSIONNELS", president, "pratiqueAnnees", years);
    }

    private Attempt present(String rule, Jury before, Dossier dossier, int status, String code, String... said) {
        return new Attempt(
                "presented: " + rule,
                () -> metal.secretariat()
                        .post("/jurys/" + before.id() + "/candidatures", Map.of("candidatures", List.of(dossier.id()))),
                status,
                code,
                said);
    }

    private List<Attempt> decisions() {
        List<String> all = jury.membres().stream().map(Jury.Membre::id).toList();
        List<String> employers = jury.membres().stream()
                .filter(membre -> membre.college().equals("EMPLOYEURS"))
                .map(Jury.Membre::id)
                .toList();
        String stranger = marked.id();
        Map<String, Boolean> both = Map.of("OMI-B1", true, "OMI-B2", true);
        return List.of(
                decide(
                        "one collège away",
                        presented,
                        409,
                        "QUORUM_NON_ATTEINT",
                        List.of("« Collège des salariés »"),
                        Map.of("presents", employers, "unanime", both)),
                decide(
                        "nobody there",
                        presented,
                        409,
                        "QUORUM_NON_ATTEINT",
                        List.of(),
                        Map.of("presents", List.of(), "unanime", both)),
                decide(
                        "nobody said to be there",
                        presented,
                        422,
                        "CHAMP_MANQUANT",
                        List.of("« presents »"),
                        Map.of("unanime", both)),
                decide(
                        "a null is there",
                        presented,
                        422,
                        "CHAMP_INVALIDE",
                        List.of("« presents["),
                        Map.of("presents", with(all, null), "unanime", both)),
                decide(
                        "a stranger is there",
                        presented,
                        422,
                        "VOTE_INVALIDE",
                        List.of(stranger),
                        Map.of("presents", with(all, stranger), "unanime", both)),
                decide(
                        "a stranger votes",
                        presented,
                        422,
                        "VOTE_INVALIDE",
                        List.of(stranger),
                        Map.of(
                                "presents",
                                all,
                                "unanime",
                                Map.of("OMI-B2", true),
                                "blocs",
                                List.of(votes("OMI-B1", Map.of(stranger, "POUR"))))),
                decide(
                        "a member votes twice",
                        presented,
                        422,
                        "VOTE_INVALIDE",
                        List.of("deux fois"),
                        Map.of(
                                "presents",
                                all,
                                "unanime",
                                Map.of("OMI-B2", true),
                                "blocs",
                                List.of(Map.of(
                                        "bloc",
                                        "OMI-B1",
                                        "votes",
                                        List.of(
                                                Map.of("membre", all.get(0), "sens", "POUR"),
                                                Map.of("membre", all.get(0), "sens", "CONTRE")))))),
                decide(
                        "a bloc forgotten",
                        presented,
                        422,
                        "VOTE_INVALIDE",
                        List.of("OMI-B2"),
                        Map.of("presents", all, "unanime", Map.of("OMI-B1", true))),
                decide(
                        "a bloc that is null",
                        presented,
                        422,
                        "CHAMP_INVALIDE",
                        List.of("« blocs[0] »"),
                        Map.of("presents", all, "unanime", both, "blocs", Collections.singletonList(null))),
                decide(
                        "an unknown bloc",
                        presented,
                        422,
                        "VOTE_INVALIDE",
                        List.of("« OMI-B9 »"),
                        Map.of("presents", all, "unanime", Map.of("OMI-B1", true, "OMI-B2", true, "OMI-B9", true))),
                decide(
                        "a voice neither for nor against",
                        presented,
                        422,
                        "CHAMP_INVALIDE",
                        List.of("POUR, CONTRE, ABSTENTION"),
                        Map.of(
                                "presents",
                                all,
                                "unanime",
                                Map.of("OMI-B2", true),
                                "blocs",
                                List.of(votes("OMI-B1", Map.of(all.get(0), "PEUT_ETRE"))))),
                decide(
                        "a refusal without a reason",
                        presented,
                        422,
                        "MOTIF_REQUIS",
                        List.of("motivé"),
                        Map.of("presents", all, "unanime", Map.of("OMI-B1", false, "OMI-B2", false))),
                decide(
                        "a bloc refused against the proposal without a reason",
                        presented,
                        422,
                        "MOTIF_REQUIS",
                        List.of("OMI-B2", "s’écarte"),
                        Map.of("presents", all, "unanime", Map.of("OMI-B1", true, "OMI-B2", false), "motif", "  ")),
                decide(
                        "a second decision",
                        partial,
                        409,
                        "DECISION_DEJA_PRISE",
                        List.of(partial.numero(), "validation partielle"),
                        Map.of("presents", all, "unanime", both, "motif", MOTIF)),
                decide(
                        "a decision once the certificate is delivered",
                        delivered,
                        409,
                        "DECISION_DEJA_PRISE",
                        List.of(delivered.numero()),
                        Map.of("presents", all, "unanime", both)),
                decide(
                        "a file that is not before the jury",
                        marked,
                        409,
                        "CANDIDATURE_NON_PRESENTEE",
                        List.of(marked.numero()),
                        Map.of("presents", all, "unanime", both)),
                new Attempt(
                        "decision by the secretariat",
                        () -> metal.secretariat().post(decision(presented), Map.of("presents", all, "unanime", both)),
                        403,
                        "ACCES_REFUSE",
                        "jury. Demandez-le"));
    }

    private static List<String> with(List<String> members, String more) {
        List<String> longer = new ArrayList<>(members);
        longer.add(more);
        return longer;
    }

    private Attempt decide(
            String rule, Dossier dossier, int status, String code, List<String> said, Map<String, Object> decision) {
        return new Attempt(
                "decision: " + rule,
                () -> metal.acteurs.jury().post(decision(dossier), decision),
                status,
                code,
                said.toArray(String[]::new));
    }

    private String decision(Dossier dossier) {
        return "/jurys/" + jury.id() + "/candidatures/" + dossier.id() + "/decision";
    }

    private List<Attempt> deliveries() {
        return List.of(
                deliver("before any jury", marked, "DECISION_ABSENTE", marked.numero()),
                deliver("before the decision", presented, "DECISION_ABSENTE", presented.numero()),
                deliver("after a partial validation", partial, "DECISION_NON_FAVORABLE", "validation partielle"),
                deliver(
                        "a second time",
                        delivered,
                        "CERTIFICAT_DEJA_DELIVRE",
                        delivered.certificat().path("numero").asText()),
                new Attempt(
                        "a relevé before the decision",
                        () -> metal.secretariat().get("/candidatures/" + presented.id() + "/releve.pdf"),
                        409,
                        "DECISION_ABSENTE",
                        presented.numero()),
                new Attempt(
                        "delivery somewhere without an end",
                        () -> metal.acteurs
                                .certificateur()
                                .post("/candidatures/" + partial.id() + "/delivrance", Map.of("lieu", "x".repeat(81))),
                        422,
                        "CHAMP_INVALIDE",
                        "« lieu »"));
    }

    private Attempt deliver(String rule, Dossier dossier, String code, String... said) {
        return new Attempt(
                "delivery: " + rule,
                () -> metal.acteurs
                        .certificateur()
                        .post("/candidatures/" + dossier.id() + "/delivrance", Map.of("lieu", "Paris")),
                409,
                code,
                said);
    }

    private List<Attempt> accounts() {
        return List.of(
                new Attempt(
                        "an account by who is not the administrator",
                        () -> metal.secretariat().post("/comptes", account(Map.of())),
                        403,
                        "ACCES_REFUSE",
                        "administrateur"),
                account("a short password", Map.of("motDePasse", "court"), 422, "CHAMP_INVALIDE", "« motDePasse »"),
                account(
                        "a name that is taken",
                        Map.of("identifiant", "jury-refus"),
                        409,
                        "COMPTE_EXISTANT",
                        "« jury-refus »"),
                account(
                        "a role of a branch without its branch",
                        Map.of("roles", List.of(Map.of("role", "JURY"))),
                        422,
                        "CHAMP_INVALIDE",
                        "« roles.branche »"),
                account(
                        "a role that is null",
                        Map.of("roles", Collections.singletonList(null)),
                        422,
                        "CHAMP_INVALIDE",
                        "« roles[0] »"),
                account(
                        "a role that does not exist",
                        Map.of("roles", List.of(Map.of("role", "CHEF"))),
                        422,
                        "CHAMP_INVALIDE",
                        "SECRETARIAT"),
                new Attempt(
                        "a degree that is null",
                        () -> karaf.visitor()
                                .post(
                                        "/classifications/metallurgie/metallurgie-2024/cotation",
                                        Map.of("degres", Collections.singletonMap("COMPLEXITE", null))),
                        422,
                        "CHAMP_INVALIDE",
                        "« degres.COMPLEXITE »"),
                new Attempt(
                        "the wrong password",
                        () -> karaf.visitor()
                                .post("/jetons", Map.of("identifiant", "jury-refus", "motDePasse", "pas celui-là")),
                        401,
                        "IDENTIFIANTS_INVALIDES",
                        "Vérifiez-les"),
                new Attempt(
                        "an account that does not exist",
                        () -> karaf.visitor()
                                .post("/jetons", Map.of("identifiant", "personne", "motDePasse", "secret")),
                        401,
                        "IDENTIFIANTS_INVALIDES",
                        "Vérifiez-les"));
    }

    private Attempt account(String rule, Map<String, Object> spoilt, int status, String code, String... said) {
        return new Attempt(
                "account: " + rule, () -> karaf.administrator().post("/comptes", account(spoilt)), status, code, said);
    }

    private static Map<String, Object> account(Map<String, Object> spoilt) {
        Map<String, Object> account = new LinkedHashMap<>(Map.ofEntries(
                entry("identifiant", "nouveau-refus"),
                entry("nom", "Nouveau compte"),
                entry("motDePasse", "un mot de passe assez long"),
                entry("roles", List.of(Map.of("role", "JURY", "branche", "metallurgie")))));
        account.putAll(spoilt);
        return account;
    }

    /** Whoever has no part in a file cannot even tell that it is there. */
    private List<Attempt> foreigners() {
        Map<String, ParcheminClient> others = new LinkedHashMap<>();
        others.put("secretariat of another branch", surete.secretariat());
        others.put("organisme of another branch", surete.acteurs.organisme());
        others.put(
                "évaluateur of another branch",
                surete.acteurs.evaluateurs().get(0).client());
        others.put("jury of another branch", surete.acteurs.jury());
        others.put("certificateur of another branch", surete.acteurs.certificateur());
        others.put("administrator", karaf.administrator());
        List<Attempt> attempts = new ArrayList<>();
        String file = "/candidatures/" + delivered.id();
        String session = "/jurys/" + jury.id();
        String paper = "/certificats/" + delivered.certificat().path("numero").asText();
        others.forEach((who, client) -> {
            for (String path : List.of(
                    file,
                    file + "/journal",
                    file + "/grille",
                    file + "/proposition",
                    file + "/releve.pdf",
                    session,
                    session + "/presentables",
                    paper,
                    paper + "/certificat.pdf",
                    paper + "/releve.pdf",
                    paper + "/effet")) {
                attempts.add(hidden(who + " reads " + path.replaceAll("/[^/]*\\d[^/]*", "/…"), () -> client.get(path)));
            }
            attempts.add(hidden(
                    who + " records a prerequisite",
                    () -> client.put(file + "/prerequis/SST", Map.of("satisfait", true))));
            attempts.add(hidden(
                    who + " designates",
                    () -> client.put(file + "/evaluateurs", Map.of("evaluateurs", List.of("evaluateur1-refusee")))));
            attempts.add(hidden(who + " marks", () -> client.put(notes(open, "OMI-B2-B"), improvement())));
            attempts.add(hidden(who + " delivers", () -> client.post(file + "/delivrance", Map.of("lieu", "Paris"))));
            attempts.add(hidden(who + " validates the jury", () -> client.post(session + "/validation", Map.of())));
            attempts.add(hidden(
                    who + " presents",
                    () -> client.post(session + "/candidatures", Map.of("candidatures", List.of(marked.id())))));
            attempts.add(hidden(
                    who + " decides",
                    () -> client.post(decision(presented), Map.of("presents", List.of(), "unanime", Map.of()))));
        });
        for (String path : List.of(file, file + "/journal", file + "/grille", paper, paper + "/certificat.pdf")) {
            attempts.add(unknown(
                    "another organisme of the branch reads " + path.replaceAll("/[^/]*\\d[^/]*", "/…"),
                    () -> rivals.acteurs.organisme().get(path)));
            attempts.add(unknown(
                    "another évaluateur of the branch reads " + path.replaceAll("/[^/]*\\d[^/]*", "/…"),
                    () -> rivals.acteurs.evaluateurs().get(0).client().get(path)));
        }
        attempts.add(unknown(
                "the jury of the branch reads a file that is not before it",
                () -> metal.acteurs.jury().get("/candidatures/" + marked.id())));
        attempts.add(unknown("a file that nobody has", () -> metal.secretariat().get("/candidatures/" + jury.id())));
        attempts.add(
                unknown("an identifier that is none", () -> metal.secretariat().get("/candidatures/1")));
        return attempts;
    }

    /** Not for this account, or nothing there: which of the two must not tell whether there is something. */
    private static Attempt hidden(String rule, Supplier<Answer> request) {
        return new Attempt(rule, request, HIDDEN, null);
    }

    private static Attempt unknown(String rule, Supplier<Answer> request) {
        return new Attempt(rule, request, 404, "RESSOURCE_INCONNUE");
    }

    @Test
    void theFilesOfOthersAppearInNoList() {
        List<String> hidden = List.of(open.id(), marked.id(), presented.id(), partial.id(), delivered.id(), jury.id());
        for (ParcheminClient stranger : List.of(
                surete.secretariat(),
                surete.acteurs.organisme(),
                surete.acteurs.evaluateurs().get(0).client(),
                surete.acteurs.jury(),
                surete.acteurs.certificateur(),
                rivals.acteurs.organisme(),
                rivals.acteurs.evaluateurs().get(0).client(),
                karaf.administrator())) {
            for (String path : List.of("/candidatures?limite=200", "/jurys?limite=200")) {
                Answer list = stranger.get(path);
                assertThat(list.expect(200).body().path("elements"))
                        .extracting(element -> element.path("id").asText())
                        .doesNotContainAnyElementsOf(hidden);
            }
        }
        assertRefused(
                surete.secretariat().get("/candidatures?branche=metallurgie"), 403, "ACCES_REFUSE", "« metallurgie »");
        assertRefused(surete.secretariat().get("/jurys?branche=metallurgie"), 403, "ACCES_REFUSE", "« metallurgie »");
    }

    @Test
    void aTieWhereThePresidentHasNoCastingVotePutsTheFileOff() {
        Dossier dossier = metal.parcours.instruct(metal.demande(OMI), Profil.reussite());
        Jury divided = metal.parcours.convene(OMI, dossier.referentiel());
        metal.parcours.present(divided, List.of(dossier));

        metal.parcours.decide(divided, dossier, Deliberation.SE_PARTAGE, "");

        assertThat(dossier.issue()).isEqualTo("AJOURNEMENT");
        assertThat(dossier.etat()).isEqualTo("AJOURNEE");
        assertThat(dossier.candidature().path("decision").path("blocs"))
                .extracting(bloc -> bloc.path("decision").asText() + " "
                        + bloc.path("pour").asInt() + "-" + bloc.path("contre").asInt())
                .containsExactly("EGALITE 2-2", "EGALITE 2-2");
        metal.refused(
                () -> metal.acteurs
                        .certificateur()
                        .post("/candidatures/" + dossier.id() + "/delivrance", Map.of("lieu", "Paris")),
                List.of(dossier.id()),
                409,
                "DECISION_ABSENTE",
                dossier.numero());

        Jury second = metal.parcours.convene(OMI, dossier.referentiel());
        metal.parcours.present(second, List.of(dossier));
        metal.parcours.decide(second, dossier, Deliberation.SUIT_LA_PROPOSITION, "");
        assertThat(dossier.etat()).as("a later jury settles").isEqualTo("DECIDEE");
        stage = everything();
    }

    // ---- HTTP

    @Test
    void withoutATokenThatHoldsThereIsNoIdentity() {
        String token = token();
        assertThat(withToken("Bearer " + token, "/moi").statusCode()).isEqualTo(200);
        for (String header : List.of("Bearer", "Bearer ", "Bearer " + token + "x", "Basic " + token, token)) {
            HttpResponse<String> refused = withToken(header, "/moi");
            assertRefused(refused, 401, "AUTHENTIFICATION_REQUISE", "s’identifier");
            assertThat(refused.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
        }
        assertRefused(karaf.get("/api/moi"), 401, "AUTHENTIFICATION_REQUISE");

        assertThat(karaf.send(karaf.request("/api/jetons/courant")
                                .header("Authorization", "Bearer " + token)
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertRefused(withToken("Bearer " + token, "/moi"), 401, "AUTHENTIFICATION_REQUISE");
    }

    @Test
    void anUnknownAddressIsSaidToBe() {
        for (String path :
                List.of("/api/inconnu", "/api/candidatures/x/y/z", "/api/branches/metallurgie/certifications")) {
            assertRefused(karaf.get(path), 404, "RESSOURCE_INCONNUE", path);
        }
        assertRefused(karaf.get("/api/branches/boulange"), 404, "BRANCHE_INCONNUE", "« boulange »");
    }

    @Test
    void aMethodThatAnAddressDoesNotHaveIsSaidToBe() {
        assertRefused(karaf.send(karaf.request("/api/branches").DELETE()), 405, "METHODE_NON_ADMISE", "DELETE");
        assertRefused(
                karaf.send(karaf.request("/api/candidatures/" + open.id())
                        .header("Authorization", "Bearer " + token())
                        .method("PATCH", BodyPublishers.ofString("{}"))),
                405,
                "METHODE_NON_ADMISE",
                "PATCH");
    }

    @Test
    void onlyJsonIsReadAndSpoken() {
        String token = token();
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
            assertRefused(
                    karaf.send(karaf.request("/api/candidatures")
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofString("branche=metallurgie"))),
                    415,
                    "TYPE_NON_ADMIS",
                    "application/json");
        }
        assertRefused(
                karaf.send(karaf.request("/api/branches").header("Accept", "application/xml")),
                415,
                "TYPE_NON_ADMIS",
                "application/json");
        assertThat(everything()).isEqualTo(stage);
    }

    /** Whether its sender says how long it is or not. */
    @Test
    void aBodyOfTwentyMegabytesIsRefused() {
        byte[] body = ("{\"branche\": \"" + "x".repeat(20_000_000) + "\"}").getBytes(StandardCharsets.US_ASCII);
        String token = token();
        for (var publisher : List.of(
                BodyPublishers.ofByteArray(body), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
            assertRefused(
                    karaf.send(karaf.request("/api/candidatures")
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(publisher)),
                    413,
                    "CORPS_TROP_VOLUMINEUX",
                    "1 Mio");
        }
        assertThat(everything()).isEqualTo(stage);
    }

    private String token() {
        return karaf.visitor()
                .post("/jetons", metal.credentials("organisme"))
                .expect(201)
                .text("jeton");
    }

    private HttpResponse<String> withToken(String header, String path) {
        return karaf.send(karaf.request("/api" + path).header("Authorization", header));
    }
}
