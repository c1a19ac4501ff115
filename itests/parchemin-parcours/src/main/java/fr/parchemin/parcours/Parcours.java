package fr.parchemin.parcours;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.Acteurs.Evaluateur;
import fr.parchemin.parcours.Profil.Arret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The main job of the platform in one branch, step by step, each by the account whose act it is. The steps may be walked
 * one at a time (a test that stops in the middle) or all together with {@link #complete}.
 */
public final class Parcours {

    private static final String SALLE = "Maison des métiers d’exemple, Lyon";
    private static final String VILLE = "Lyon";

    private final Acteurs acteurs;
    private final Clock clock;

    public Parcours(Acteurs acteurs) {
        this(acteurs, Clock.systemDefaultZone());
    }

    Parcours(Acteurs acteurs, Clock clock) {
        this.acteurs = acteurs;
        this.clock = clock;
    }

    /** The whole path for one candidate and a jury of its own, as far as the profile goes. */
    public Dossier complete(Demande demande, Profil profil) {
        Dossier dossier = instruct(demande, profil);
        if (profil.reaches(Arret.JURY)) {
            Jury jury = convene(demande.certification(), dossier.referentiel());
            present(jury, List.of(dossier));
            decide(jury, dossier, profil.deliberation(), profil.motif());
        }
        if (profil.reaches(Arret.DELIVRANCE) && dossier.issue().equals("VALIDATION_TOTALE")) {
            deliver(dossier);
        }
        return dossier;
    }

    /** From the request to the proposal, as far as the profile goes; no jury yet. */
    public Dossier instruct(Demande demande, Profil profil) {
        Dossier dossier = submit(demande, profil);
        settlePrerequis(dossier);
        if (profil.prerequis() == Profil.Prerequis.SATISFAITS && profil.reaches(Arret.EVALUATION)) {
            designateEvaluateurs(dossier);
            evaluate(dossier);
            readProposition(dossier);
        }
        return refresh(dossier);
    }

    public Dossier submit(Demande demande, Profil profil) {
        Answer answer =
                acteurs.organisme().post("/candidatures", demande.asJson()).expect(201);
        Referentiel referentiel = Referentiel.read(
                acteurs.secretariat(), demande.branche(), demande.certification(), answer.text("version"));
        return new Dossier(demande, profil, referentiel, answer.body());
    }

    /** Records what the candidate holds: every compulsory prerequisite, and the attestations of the profile. */
    public void settlePrerequis(Dossier dossier) {
        Profil profil = dossier.profil();
        for (JsonNode prerequis : dossier.candidature().path("prerequis")) {
            String code = prerequis.path("code").asText();
            boolean open = prerequis.path("statut").asText().equals("A_VERIFIER");
            if (!open) {
                continue;
            }
            if (profil.attestations().contains(code)) {
                settle(dossier, code, true);
            } else if (prerequis.path("obligatoire").asBoolean()) {
                if (profil.prerequis() == Profil.Prerequis.SATISFAITS) {
                    settle(dossier, code, true);
                } else if (profil.prerequis() == Profil.Prerequis.UN_REFUSE) {
                    settle(dossier, code, false);
                    break;
                }
            }
        }
        refresh(dossier);
    }

    private void settle(Dossier dossier, String code, boolean satisfait) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("satisfait", satisfait);
        Referentiel.Prerequis prerequis = dossier.referentiel().prerequis().get(code);
        if (satisfait && prerequis != null && (prerequis.numbered() || prerequis.validiteMois() > 0)) {
            LocalDate delivered = today().minusWeeks(3);
            json.put("numero", number(prerequis, dossier, delivered));
            json.put("delivreLe", delivered.toString());
            if (prerequis.validiteMois() > 0) {
                json.put(
                        "valideJusquAu",
                        delivered.plusMonths(prerequis.validiteMois()).toString());
            }
        }
        if (!satisfait) {
            json.put("observation", "Refus notifié par l’autorité compétente (exemple).");
        }
        acteurs.secretariat()
                .put("/candidatures/" + dossier.id() + "/prerequis/" + code, json)
                .expectSuccess();
    }

    /** An authorisation of the CNAPS starts with PRE and ends with digits; other numbers follow no pattern we know. */
    private static String number(Referentiel.Prerequis prerequis, Dossier dossier, LocalDate delivered) {
        String digits = dossier.numero().replaceAll("\\D", "");
        String prefix = prerequis.type().equals("AUTORISATION") ? "PRE-000" : prerequis.code();
        return prefix + "-" + delivered + "-" + digits;
    }

    public void designateEvaluateurs(Dossier dossier) {
        List<String> identifiants =
                acteurs.evaluateurs().stream().map(Evaluateur::identifiant).toList();
        acteurs.secretariat()
                .put("/candidatures/" + dossier.id() + "/evaluateurs", Map.of("evaluateurs", identifiants))
                .expectSuccess();
    }

    /**
     * As many évaluateurs as it wants mark each épreuve that the candidate sits. An épreuve that a gate keeps closed is tried again
     * once another one was marked; if nothing opens it, it stays unmarked, as it must.
     */
    public void evaluate(Dossier dossier) {
        List<JsonNode> sat = new ArrayList<>();
        acteurs.secretariat()
                .get("/candidatures/" + dossier.id() + "/grille")
                .expect(200)
                .body()
                .path("epreuves")
                .forEach(epreuve -> {
                    if (dossier.referentiel().sits(code(epreuve), dossier.profil())) {
                        sat.add(epreuve);
                    }
                });
        Map<String, Notation> notations = notations(dossier, sat);
        Deque<JsonNode> waiting = new ArrayDeque<>(sat);
        int closedInARow = 0;
        while (closedInARow < waiting.size()) {
            JsonNode epreuve = waiting.removeFirst();
            if (mark(dossier, epreuve, notations.get(bloc(dossier, epreuve)))) {
                closedInARow = 0;
            } else {
                waiting.addLast(epreuve);
                closedInARow++;
            }
        }
    }

    private static Map<String, Notation> notations(Dossier dossier, List<JsonNode> sat) {
        Map<String, List<JsonNode>> byBloc =
                sat.stream().collect(Collectors.groupingBy(epreuve -> bloc(dossier, epreuve), Collectors.toList()));
        Map<String, Notation> notations = new HashMap<>();
        byBloc.forEach((bloc, epreuves) ->
                notations.put(bloc, Notation.of(dossier.profil().prestation(bloc), epreuves)));
        return notations;
    }

    private boolean mark(Dossier dossier, JsonNode epreuve, Notation notation) {
        int wanted = dossier.referentiel().epreuve(code(epreuve)).evaluateurs();
        for (int rank = 0; rank < wanted; rank++) {
            Answer answer = acteurs.evaluateurs()
                    .get(rank)
                    .client()
                    .put(
                            "/candidatures/" + dossier.id() + "/epreuves/" + code(epreuve) + "/notes",
                            notation.sheet(epreuve, rank));
            if (answer.refusedWith("EPREUVE_NON_OUVERTE")) {
                return false;
            }
            answer.expectSuccess();
        }
        return true;
    }

    public void readProposition(Dossier dossier) {
        dossier.proposition(acteurs.secretariat()
                .get("/candidatures/" + dossier.id() + "/proposition")
                .expect(200)
                .body());
    }

    /** The jury of the branch composed last, which tells whose turn the presidency is. */
    private Optional<Jury> lastJury() {
        JsonNode newest = acteurs.secretariat()
                .get("/jurys?branche=" + acteurs.branche() + "&limite=1")
                .expect(200)
                .body()
                .path("elements")
                .path(0);
        return newest.isMissingNode()
                ? Optional.empty()
                : Optional.of(Jury.of(acteurs.secretariat()
                        .get("/jurys/" + newest.path("id").asText())
                        .expect(200)
                        .body()));
    }

    /** Composes a jury by the rule of the référentiel and has it validated where the branch wants that. */
    public Jury convene(String certification, Referentiel referentiel) {
        CompositionJury composition = new CompositionJury(referentiel.jury(), acteurs.identifiantJury());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("branche", acteurs.branche());
        json.put("certification", certification);
        json.put("date", today().toString());
        json.put("lieu", SALLE);
        json.put("membres", composition.membres(lastJury()));
        Answer composed = acteurs.secretariat().post("/jurys", json).expect(201);
        Jury jury = Jury.of(composed.body());
        if (referentiel.jury().validationCertificateur()) {
            acteurs.certificateur()
                    .post("/jurys/" + jury.id() + "/validation", Map.of())
                    .expectSuccess();
        }
        return jury;
    }

    public void present(Jury jury, Collection<Dossier> dossiers) {
        List<String> ids = dossiers.stream().map(Dossier::id).toList();
        acteurs.secretariat()
                .post("/jurys/" + jury.id() + "/candidatures", Map.of("candidatures", ids))
                .expectSuccess();
        dossiers.forEach(this::refresh);
    }

    public void decide(Jury jury, Dossier dossier, Deliberation deliberation, String motif) {
        Answer answer = acteurs.jury()
                .post(
                        "/jurys/" + jury.id() + "/candidatures/" + dossier.id() + "/decision",
                        votes(jury, dossier, deliberation, motif))
                .expectSuccess();
        dossier.decided(answer.text("issue"));
        refresh(dossier);
    }

    private static Map<String, Object> votes(Jury jury, Dossier dossier, Deliberation deliberation, String motif) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("presents", jury.membres().stream().map(Jury.Membre::id).toList());
        switch (deliberation) {
            case SUIT_LA_PROPOSITION, VALIDE_TOUT, REFUSE_TOUT -> json.put("unanime", unanimous(dossier, deliberation));
            case A_LA_MAJORITE ->
                json.put(
                        "blocs",
                        named(jury, dossier, (membre, favourable) -> favourable != membre.equals(dissenter(jury))));
            case SE_PARTAGE -> {
                String college = jury.president().college();
                json.put("blocs", named(jury, dossier, (membre, favourable) -> membre.college()
                        .equals(college)));
            }
        }
        if (!motif.isEmpty()) {
            json.put("motif", motif);
        }
        return json;
    }

    private static Map<String, Boolean> unanimous(Dossier dossier, Deliberation deliberation) {
        Map<String, Boolean> decisions = new LinkedHashMap<>();
        for (JsonNode bloc : dossier.blocs()) {
            decisions.put(
                    code(bloc),
                    switch (deliberation) {
                        case VALIDE_TOUT -> true;
                        case REFUSE_TOUT -> false;
                        default -> proposedValid(bloc);
                    });
        }
        return decisions;
    }

    private interface Voice {
        boolean isFor(Jury.Membre membre, boolean proposedValid);
    }

    private static List<Map<String, Object>> named(Jury jury, Dossier dossier, Voice voice) {
        List<Map<String, Object>> blocs = new ArrayList<>();
        for (JsonNode bloc : dossier.blocs()) {
            List<Map<String, Object>> votes = new ArrayList<>();
            for (Jury.Membre membre : jury.membres()) {
                boolean pour = voice.isFor(membre, proposedValid(bloc));
                votes.add(Map.of("membre", membre.id(), "sens", pour ? "POUR" : "CONTRE"));
            }
            blocs.add(Map.of("bloc", code(bloc), "votes", votes));
        }
        return blocs;
    }

    private static boolean proposedValid(JsonNode bloc) {
        return bloc.path("resultat").asText().equals("VALIDE");
    }

    private static Jury.Membre dissenter(Jury jury) {
        return jury.membres().stream()
                .filter(membre -> !membre.president())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    public void deliver(Dossier dossier) {
        Answer answer = acteurs.certificateur()
                .post("/candidatures/" + dossier.id() + "/delivrance", Map.of("lieu", VILLE))
                .expect(201);
        dossier.delivered(answer.body());
        refresh(dossier);
    }

    /** What the public page answers about the certificate of this file. */
    public Answer verify(Dossier dossier) {
        return acteurs.secretariat()
                .get("/verification/"
                        + dossier.certificat().path("codeVerification").asText());
    }

    /** What the public page answers to someone who only has the number and the name. */
    public Answer verifyByNumber(Dossier dossier) {
        return acteurs.secretariat()
                .get("/verification?numero=" + encoded(numeroCertificat(dossier)) + "&nom="
                        + encoded(dossier.demande().candidat().nomNaissance()));
    }

    public byte[] certificatPdf(Dossier dossier) {
        return acteurs.certificateur().pdf("/certificats/" + encoded(numeroCertificat(dossier)) + "/certificat.pdf");
    }

    /** The relevé de blocs: with the certificate where there is one, else of the file (after a partial decision). */
    public byte[] relevePdf(Dossier dossier) {
        return dossier.certificat() == null
                ? acteurs.secretariat().pdf("/candidatures/" + dossier.id() + "/releve.pdf")
                : acteurs.certificateur().pdf("/certificats/" + encoded(numeroCertificat(dossier)) + "/releve.pdf");
    }

    /** The effect of the certificate on classification today, for these query parameters (may be empty). */
    public JsonNode effet(Dossier dossier, String parameters) {
        return acteurs.certificateur()
                .get("/certificats/" + encoded(numeroCertificat(dossier)) + "/effet?le=" + today()
                        + (parameters.isEmpty() ? "" : "&" + parameters))
                .expect(200)
                .body();
    }

    public static String numeroCertificat(Dossier dossier) {
        return dossier.certificat().path("numero").asText();
    }

    /** The states from which a file may be brought before a jury: once marked, and again after an ajournement. */
    public static boolean mayBePresented(Dossier dossier) {
        return Set.of("EN_EVALUATION", "AJOURNEE").contains(dossier.etat())
                && !dossier.proposition().equals("INCOMPLETE");
    }

    public Dossier refresh(Dossier dossier) {
        dossier.candidature(acteurs.secretariat()
                .get("/candidatures/" + dossier.id())
                .expect(200)
                .body());
        return dossier;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String bloc(Dossier dossier, JsonNode epreuve) {
        return dossier.referentiel().epreuve(code(epreuve)).bloc();
    }

    private static String code(JsonNode node) {
        return node.path("code").asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
