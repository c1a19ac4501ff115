package fr.parchemin.itest;

import static fr.parchemin.itest.Refusals.assertRefused;
import static fr.parchemin.itest.Scene.explanations;
import static fr.parchemin.itest.Scene.membre;
import static fr.parchemin.itest.Scene.membreId;
import static fr.parchemin.itest.Scene.stream;
import static fr.parchemin.itest.Scene.texts;
import static fr.parchemin.itest.Scene.votes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.parcours.Answer;
import fr.parchemin.parcours.Demande;
import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.Inventions;
import fr.parchemin.parcours.Profil;
import java.time.LocalDate;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Journey 1 in the sécurité privée, which differs at every step: prior authorisation, marks in points with a gate and
 * eliminatory criteria, a jury of professionals without parity whose list the certificateur validates, a minimum that
 * depends on the job held.
 */
@ExtendWith(KarafServer.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecuritePriveeJourneyIT {
    private static final String BRANCHE = "securite-privee";
    private static final String CERTIFICATION = "APS";
    private static final String INTITULE = "Agent de prévention et de sécurité";
    private static final String ORGANISME = "Institut d’exemple de la Vigie";

    private Karaf karaf;
    private Scene scene;
    private Demande demande;
    private Dossier dossier;
    private JsonNode jury;
    private JsonNode certificat;

    @BeforeAll
    void open(Karaf running) {
        karaf = running;
        karaf.requireBranch(BRANCHE);
        scene = Scene.of(karaf, BRANCHE, "vigie");
        demande = new Demande(
                scene.candidat(),
                BRANCHE,
                CERTIFICATION,
                "FORMATION",
                Inventions.organisation(ORGANISME, 41),
                null,
                List.of());
    }

    @Test
    @Order(1)
    void theOrganismeAppliesAndTheAgeIsComputed() {
        Map<String, Object> byVae = demande.asJson();
        byVae.put("voie", "VAE");
        scene.refused(
                () -> scene.acteurs.organisme().post("/candidatures", byVae),
                List.of(),
                422,
                "VOIE_FERMEE",
                "« validation des acquis de l’expérience »",
                "formation, alternance");

        dossier = scene.parcours.submit(demande, Profil.reussite());

        assertThat(dossier.etat()).as("two prerequisites wait").isEqualTo("DEPOSEE");
        assertThat(stream(dossier.candidature().path("prerequis"))
                        .filter(p -> p.path("obligatoire").asBoolean())
                        .map(p ->
                                p.path("code").asText() + " " + p.path("statut").asText()))
                .containsExactly("AGE SATISFAIT", "CNAPS A_VERIFIER", "FRANCAIS-B1 A_VERIFIER");
    }

    @Test
    @Order(2)
    void withoutTheAuthorisationOfTheCnapsNobodyIsTrainedNorEvaluated() {
        refused(
                () -> scene.secretariat().put(path("/evaluateurs"), Map.of("evaluateurs", evaluateurs())),
                409,
                "PREREQUIS_MANQUANTS",
                "Autorisation préalable d’entrée en formation du CNAPS");
        refused(
                () -> scene.acteurs
                        .evaluateurs()
                        .get(0)
                        .client()
                        .put(path("/epreuves/APS-BC4-QCM/notes"), sheet("APS-BC4-QCM", 4)),
                403,
                "EVALUATEUR_NON_DESIGNE",
                "désignation");
        String today = LocalDate.now().toString();
        refused(
                () -> scene.secretariat()
                        .put(
                                path("/prerequis/CNAPS"),
                                Map.of("satisfait", true, "numero", "CAR-075-2026", "delivreLe", today)),
                422,
                "PREREQUIS_INVALIDE",
                "« CAR-075-2026 »");
        refused(
                () -> scene.secretariat().put(path("/prerequis/AGE"), Map.of("satisfait", false)),
                422,
                "PREREQUIS_INVALIDE",
                "d’après sa date de naissance");

        JsonNode file = scene.secretariat()
                .put(
                        path("/prerequis/CNAPS"),
                        Map.of("satisfait", true, "numero", "PRE-075-2026-11-04-20260000001", "delivreLe", today))
                .expect(200)
                .body();
        assertThat(file.path("etat").asText()).isEqualTo("DEPOSEE");
        assertThat(stream(file.path("prerequis"))
                        .filter(p -> p.path("code").asText().equals("CNAPS"))
                        .map(p -> p.path("valideJusquAu").asText()))
                .as("six months")
                .containsExactly(LocalDate.now().plusMonths(6).toString());

        scene.secretariat()
                .put(path("/prerequis/FRANCAIS-B1"), Map.of("satisfait", true))
                .expect(200);
        assertThat(scene.candidature(dossier.id()).path("etat").asText()).isEqualTo("RECEVABLE");
    }

    @Test
    @Order(3)
    void theQuestionnaireIsTheGateToTheSituation() {
        scene.parcours.designateEvaluateurs(dossier);
        refused(
                () -> scene.acteurs
                        .evaluateurs()
                        .get(0)
                        .client()
                        .put(path("/epreuves/APS-BC4-MSP/notes"), sheet("APS-BC4-MSP", 4)),
                409,
                "EPREUVE_NON_OUVERTE",
                "« APS-BC4-QCM »",
                "12/20");
        mark("APS-BC4-QCM", 2.75);
        refused(
                () -> scene.acteurs
                        .evaluateurs()
                        .get(0)
                        .client()
                        .put(path("/epreuves/APS-BC4-MSP/notes"), sheet("APS-BC4-MSP", 4)),
                409,
                "EPREUVE_NON_OUVERTE",
                "au moins 12/20");
        refused(
                () -> scene.acteurs
                        .evaluateurs()
                        .get(0)
                        .client()
                        .put(path("/epreuves/APS-BC4-QCM/notes"), sheet("APS-BC4-QCM", 5.01)),
                422,
                "NOTE_HORS_ECHELLE",
                "de 0 à 5",
                "2 décimales");

        scene.parcours.evaluate(dossier);
        scene.parcours.readProposition(dossier);

        assertThat(dossier.proposition()).isEqualTo("TOTALE");
        assertThat(explanations(dossier.blocs().get(3)))
                .containsExactly(
                        "0 TOUTES Toutes les règles suivantes",
                        "1 PORTE Porte : 12/20 à l’épreuve APS-BC4-QCM, qui ouvre APS-BC4-MSP : 16,8/20",
                        "1 NOTE_MINIMALE Note minimale : 12/20 à l’épreuve APS-BC4-MSP : 16,4/20 (moyenne de 2 évaluateurs : 16 et 16,8)");
        assertThat(explanations(dossier.blocs().get(2)))
                .last()
                .asString()
                .startsWith("1 ELIMINATOIRE Critère éliminatoire C3.1-d")
                .endsWith("satisfait");
    }

    /** The first évaluateur gives so many points on each criterion. */
    private void mark(String epreuve, double points) {
        scene.acteurs
                .evaluateurs()
                .get(0)
                .client()
                .put(path("/epreuves/" + epreuve + "/notes"), sheet(epreuve, points))
                .expect(200);
    }

    private static Map<String, Object> sheet(String epreuve, double points) {
        List<String> criteres = epreuve.endsWith("QCM")
                ? List.of("C4.1-q", "C4.2-q", "C4.3-q", "C4.4-q")
                : List.of("C4.1-m", "C4.2-m", "C4.4-m");
        Map<String, Object> notes = new LinkedHashMap<>();
        criteres.forEach(critere -> notes.put(critere, points));
        return Map.of("presence", "PRESENT", "notes", notes);
    }

    @Test
    @Order(4)
    void theJuryIsOfTwoExperiencedProfessionalsAtLeast() {
        refused(
                () -> scene.secretariat()
                        .post("/jurys", scene.jury(CERTIFICATION, List.of(professional("Achille Mainlevée", true, 9)))),
                422,
                "JURY_EFFECTIF_INSUFFISANT",
                "au moins 2 en tout");
        refused(
                () -> scene.secretariat()
                        .post(
                                "/jurys",
                                scene.jury(
                                        CERTIFICATION,
                                        List.of(
                                                professional("Achille Mainlevée", true, 9),
                                                professional("Bérénice Portefaix", false, 1)))),
                422,
                "JURY_PRATIQUE_INSUFFISANTE",
                "« Bérénice Portefaix »",
                "2 ans");

        jury = scene.secretariat()
                .post(
                        "/jurys",
                        scene.jury(
                                CERTIFICATION,
                                List.of(
                                        professional("Achille Mainlevée", true, 9),
                                        professional("Bérénice Portefaix", false, 2),
                                        professional("Céleste Passemuraille", false, 4),
                                        membre(
                                                "Dorothée Hautbois",
                                                "PROFESSIONNELS",
                                                false,
                                                "pratiqueAnnees",
                                                12,
                                                "employeur",
                                                ORGANISME))))
                .expect(201)
                .body();

        assertThat(jury.path("etat").asText()).isEqualTo("COMPOSE");
        assertThat(jury.path("regle").path("parite").asBoolean()).isFalse();
    }

    private static Map<String, Object> professional(String nom, boolean president, int years) {
        return membre(nom, "PROFESSIONNELS", president, "pratiqueAnnees", years);
    }

    @Test
    @Order(5)
    void theJurySitsOnceTheCertificateurHasValidatedItsList() {
        scene.parcours.refresh(dossier);
        scene.secretariat()
                .post(juryPath("/candidatures"), Map.of("candidatures", List.of(dossier.id())))
                .expect(200);
        refused(() -> decide(professionals(), Map.of()), 409, "JURY_NON_VALIDE", "certificateur");
        refused(
                () -> scene.secretariat().post(juryPath("/validation"), Map.of()),
                403,
                "ACCES_REFUSE",
                "certificateur. Demandez-le");

        JsonNode validated = scene.acteurs
                .certificateur()
                .post(juryPath("/validation"), Map.of())
                .expect(200)
                .body();

        assertThat(validated.path("etat").asText()).isEqualTo("VALIDE");
    }

    @Test
    @Order(6)
    void theVoiceOfThePresidentSettlesATie() {
        List<String> withStaff = List.of(membreId(jury, "Achille Mainlevée"), membreId(jury, "Dorothée Hautbois"));
        refused(() -> decide(withStaff, Map.of()), 422, "JURY_INCOMPATIBILITE", "« Dorothée Hautbois »");
        refused(
                () -> decide(
                        List.of(membreId(jury, "Bérénice Portefaix"), membreId(jury, "Céleste Passemuraille")),
                        Map.of()),
                409,
                "QUORUM_NON_ATTEINT",
                "le président du jury est absent");

        JsonNode decision = decide(
                        professionals(),
                        Map.of(
                                membreId(jury, "Achille Mainlevée"), "POUR",
                                membreId(jury, "Bérénice Portefaix"), "CONTRE",
                                membreId(jury, "Céleste Passemuraille"), "ABSTENTION"))
                .expect(201)
                .body();

        assertThat(decision.path("issue").asText()).isEqualTo("VALIDATION_TOTALE");
        assertThat(stream(decision.path("blocs"))
                        .map(bloc -> bloc.path("decision").asText() + " "
                                + bloc.path("pour").asInt() + "-"
                                + bloc.path("contre").asInt() + "-"
                                + bloc.path("abstention").asInt()))
                .as("a voice each")
                .containsExactly("VALIDE 1-1-1", "VALIDE 3-0-0", "VALIDE 3-0-0", "VALIDE 3-0-0");
    }

    private List<String> professionals() {
        return List.of(
                membreId(jury, "Achille Mainlevée"),
                membreId(jury, "Bérénice Portefaix"),
                membreId(jury, "Céleste Passemuraille"));
    }

    /** Everybody for every bloc; these votes on the first one, if there are any. */
    private Answer decide(List<String> presents, Map<String, String> first) {
        Map<String, Boolean> unanime =
                new LinkedHashMap<>(Map.of("APS-BC1", true, "APS-BC2", true, "APS-BC3", true, "APS-BC4", true));
        Map<String, Object> decision = new LinkedHashMap<>(Map.of("presents", presents, "unanime", unanime));
        if (!first.isEmpty()) {
            unanime.remove("APS-BC1");
            decision.put("blocs", List.of(votes("APS-BC1", first)));
        }
        return scene.acteurs.jury().post(juryPath("/candidatures/" + dossier.id() + "/decision"), decision);
    }

    @Test
    @Order(7)
    void theCertificateIsNumberedInTheSeriesOfItsBranch() {
        refused(
                () -> scene.acteurs.certificateur().post(path("/delivrance"), Map.of("lieu", " ")),
                422,
                "CHAMP_MANQUANT",
                "« lieu »");

        certificat = scene.acteurs
                .certificateur()
                .post(path("/delivrance"), Map.of("lieu", "Lille"))
                .expect(201)
                .body();

        assertThat(number()).matches("SEC-" + Year.now() + "-\\d{6}");
        assertThat(certificat.path("titulaire").asText()).isEqualTo(holder());
        assertThat(scene.candidature(dossier.id()).path("etat").asText()).isEqualTo("DELIVREE");
    }

    @Test
    @Order(8)
    void thePapersSayWhoWhatAndUnderWhichNumber() {
        byte[] paper = scene.acteurs.certificateur().pdf("/certificats/" + number() + "/certificat.pdf");
        assertThat(Papers.text(paper))
                .contains(holder(), INTITULE, "N° " + number(), "Fait à Lille")
                .as("the certificateur first")
                .contains("par ADEF");
        assertThat(Papers.qr(paper))
                .isEqualTo("http://127.0.0.1:" + karaf.httpPort() + "/v/"
                        + certificat.path("codeVerification").asText());

        assertThat(Papers.text(scene.acteurs.certificateur().pdf("/certificats/" + number() + "/releve.pdf")))
                .contains(
                        holder(),
                        INTITULE,
                        "certificat n° " + number(),
                        "Validation totale : 4 blocs validés sur 4",
                        "APS-BC4 Agir dans le cadre légal")
                .containsIgnoringCase("accord du 26 septembre 2016");
        refused(
                () -> scene.acteurs.organisme().get("/certificats/SEC-1999-000001/releve.pdf"),
                404,
                "RESSOURCE_INCONNUE",
                "SEC-1999-000001");
    }

    @Test
    @Order(9)
    void theJobHeldAndNotTheCertificateGivesTheMinimum() {
        JsonNode none = effect("");
        assertThat(none.path("type").asText()).isEqualTo("AUCUN");
        assertThat(none.path("article").asText()).startsWith("accord du 26 septembre 2016");

        JsonNode minimum = effect("?emploi=agent-securite-qualifie");
        assertThat(minimum.path("type").asText()).isEqualTo("MINIMUM");
        assertThat(minimum.path("position").asText()).isEqualTo("AE-II-2");
        assertThat(minimum.path("coefficient").asInt()).isEqualTo(120);
        assertThat(minimum.path("provenance").path("statut").asText())
                .as("what is assumed is said to be")
                .isEqualTo("hypothese");

        JsonNode kept = effect("?emploi=agent-securite-qualifie&coefficientActuel=140");
        assertThat(kept.path("coefficient").asInt()).as("never lowered").isEqualTo(140);
        assertThat(kept.path("position").isNull()).as("a coefficient is no key").isTrue();
        refused(
                () -> scene.secretariat().get("/certificats/" + number() + "/effet?coefficientActuel=beaucoup"),
                422,
                "CHAMP_INVALIDE",
                "« coefficientActuel »",
                "nombre entier");
    }

    private JsonNode effect(String query) {
        return scene.secretariat()
                .get("/certificats/" + number() + "/effet" + query)
                .expect(200)
                .body();
    }

    @Test
    @Order(10)
    void anybodyChecksTheCertificateWithoutAnAccount() {
        Answer genuine = karaf.visitor()
                .get("/verification/" + certificat.path("codeVerification").asText());
        assertThat(genuine.expect(200).text("statut")).isEqualTo("AUTHENTIQUE");
        assertThat(genuine.text("titulaire")).isEqualTo(holder());
        assertThat(karaf.visitor()
                        .get("/verification?numero=" + number() + "&nom="
                                + demande.candidat().nomNaissance())
                        .text("resultat"))
                .isEqualTo("CORRESPOND");
        assertRefused(
                karaf.visitor().get("/verification?nom=" + demande.candidat().nomNaissance()),
                422,
                "CHAMP_MANQUANT",
                "« numero »");
    }

    @Test
    @Order(11)
    void theJournalTellsEachActOnceInItsOrderAndNoRefusal() {
        List<String> acts = texts(scene.journal(dossier.id()), "acte");
        assertThat(acts)
                .startsWith("CANDIDATURE_DEPOSEE", "PREREQUIS_CONSTATE", "PREREQUIS_CONSTATE", "EVALUATEURS_DESIGNES")
                .endsWith("CANDIDATURE_PRESENTEE", "DECISION_PRISE", "CERTIFICAT_DELIVRE");
        assertThat(acts.subList(4, acts.size() - 3))
                .as("the questionnaire that was failed, then ten grids")
                .containsOnly("EPREUVE_NOTEE")
                .hasSize(1 + 10);
    }

    private void refused(Supplier<Answer> attempt, int status, String code, String... said) {
        scene.refused(attempt, List.of(dossier.id()), status, code, said);
    }

    private List<String> evaluateurs() {
        return scene.acteurs.evaluateurs().stream()
                .map(evaluateur -> evaluateur.identifiant())
                .toList();
    }

    private String path(String rest) {
        return "/candidatures/" + dossier.id() + rest;
    }

    private String juryPath(String rest) {
        return "/jurys/" + jury.path("id").asText() + rest;
    }

    private String number() {
        return certificat.path("numero").asText();
    }

    private String holder() {
        return demande.candidat().prenoms() + " "
                + demande.candidat().nomNaissance().toUpperCase(Locale.ROOT);
    }
}
