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
import fr.parchemin.parcours.Candidat;
import fr.parchemin.parcours.Demande;
import fr.parchemin.parcours.Dossier;
import fr.parchemin.parcours.Inventions;
import fr.parchemin.parcours.Profil;
import java.net.URI;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
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
 * Journey 1 in the métallurgie, one step a method, on one file: what people receive at each step, and one refusal, which
 * leaves no trace.
 */
@ExtendWith(KarafServer.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MetallurgieJourneyIT {
    private static final String BRANCHE = "metallurgie";
    private static final String CERTIFICATION = "MET-OMI";
    private static final String INTITULE = "Opérateur(trice) en maintenance industrielle";
    private static final String FORMATEUR = "Ondine Fraiseuse-Feinte";
    private static final String ENTREPRISE = "Ateliers Chimère";

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
        scene = Scene.of(karaf, BRANCHE, "journey");
        demande = new Demande(
                scene.candidat(),
                BRANCHE,
                CERTIFICATION,
                "FORMATION",
                Inventions.organisation("Centre de formation d’exemple", 31),
                Inventions.organisation(ENTREPRISE, 32),
                List.of(FORMATEUR));
    }

    @Test
    @Order(1)
    void theCertificationIsFoundByTheNameItsTradeGivesIt() {
        JsonNode found = karaf.visitor()
                .get("/certifications?texte=agent%20de%20maintenance")
                .expect(200)
                .body();
        assertThat(stream(found).filter(fiche -> fiche.path("branche").asText().equals(BRANCHE)))
                .singleElement()
                .satisfies(fiche -> {
                    assertThat(fiche.path("code").asText()).isEqualTo(CERTIFICATION);
                    assertThat(fiche.path("intitule").asText()).isEqualTo(INTITULE);
                    assertThat(fiche.path("disponible").asBoolean()).isTrue();
                });
        assertRefused(
                karaf.visitor().get("/certifications/" + BRANCHE + "/MET-XYZ"),
                404,
                "CERTIFICATION_INCONNUE",
                "« MET-XYZ »");
    }

    @Test
    @Order(2)
    void theOrganismeApplies() {
        Demande wrongSiret = new Demande(
                demande.candidat(),
                BRANCHE,
                CERTIFICATION,
                "FORMATION",
                new Demande.Organisation("Centre de formation d’exemple", "00000000000001"),
                null,
                List.of());
        Scene.Trace before = scene.trace();
        assertRefused(
                scene.acteurs.organisme().post("/candidatures", wrongSiret.asJson()),
                422,
                "CHAMP_INVALIDE",
                "« organisme.siret »",
                "14 chiffres");
        assertThat(scene.trace()).isEqualTo(before);

        dossier = scene.parcours.submit(demande, Profil.reussite());

        JsonNode received = dossier.candidature();
        assertThat(received.path("numero").asText()).matches("C-" + Year.now() + "-\\d{6}");
        assertThat(received.path("etat").asText())
                .as("no compulsory prerequisite")
                .isEqualTo("RECEVABLE");
        assertThat(received.path("version").asText()).isEqualTo("1.0.0");
        assertThat(received.path("empreinte").asText()).matches("[0-9a-f]{64}");
        assertThat(received.path("formateurs").path(0).asText()).isEqualTo(FORMATEUR);
        assertThat(received.path("actions")).hasSize(1);
        assertThat(scene.all("/candidatures")).hasSize(before.candidatures().size() + 1);
        refused(
                () -> scene.acteurs.organisme().post("/candidatures", demande.asJson()),
                409,
                "CANDIDATURE_DEJA_OUVERTE",
                dossier.numero());
    }

    @Test
    @Order(3)
    void whatTheCandidateHoldsIsRecorded() {
        refused(
                () -> scene.secretariat().put(path("/prerequis/CACES"), Map.of("satisfait", true)),
                404,
                "PREREQUIS_INCONNU",
                "« CACES »",
                "SST");

        LocalDate delivered = LocalDate.now().minusMonths(2);
        JsonNode held = scene.secretariat()
                .put(path("/prerequis/SST"), Map.of("satisfait", true, "delivreLe", delivered.toString()))
                .expect(200)
                .body();

        assertThat(stream(held.path("prerequis"))
                        .filter(prerequis -> prerequis.path("code").asText().equals("SST")))
                .singleElement()
                .satisfies(sst -> {
                    assertThat(sst.path("statut").asText()).isEqualTo("SATISFAIT");
                    assertThat(sst.path("valideJusquAu").asText())
                            .as("24 months after it was delivered")
                            .isEqualTo(delivered.plusMonths(24).toString());
                });
    }

    @Test
    @Order(4)
    void twoEvaluateursAreDesignated() {
        List<String> both = List.of("evaluateur1-journey", "evaluateur2-journey");
        refused(
                () -> scene.secretariat().put(path("/evaluateurs"), Map.of("evaluateurs", both.subList(0, 1))),
                422,
                "EVALUATEURS_INSUFFISANTS",
                "2 évaluateurs");
        refused(
                () -> scene.secretariat()
                        .put(path("/evaluateurs"), Map.of("evaluateurs", List.of(both.get(0), "jury-journey"))),
                422,
                "EVALUATEUR_INCONNU",
                "« jury-journey »");

        scene.parcours.designateEvaluateurs(dossier);
        scene.parcours.refresh(dossier);

        assertThat(dossier.etat()).isEqualTo("EN_EVALUATION");
        assertThat(stream(dossier.candidature().path("evaluateurs")).map(JsonNode::asText))
                .containsExactlyElementsOf(both);
    }

    @Test
    @Order(5)
    void bothMarkOnTheGridOfTheBranch() {
        refused(
                () -> scene.acteurs
                        .evaluateurs()
                        .get(0)
                        .client()
                        .put(
                                path("/epreuves/OMI-B2-B/notes"),
                                Map.of("presence", "PRESENT", "notes", Map.of("C2.3-a", 15))),
                422,
                "NOTE_HORS_ECHELLE",
                "« 15 »",
                "ACQUIS, NON_ACQUIS ou NON_OBSERVE");

        scene.parcours.evaluate(dossier);

        JsonNode grille = scene.secretariat().get(path("/grille")).expect(200).body();
        assertThat(stream(grille.path("epreuves"))
                        .filter(epreuve -> !epreuve.path("saisies").isEmpty())
                        .map(epreuve -> epreuve.path("code").asText() + " "
                                + String.join(",", texts(epreuve.path("saisies"), "evaluateur"))))
                .as("the épreuves of the workplace, each by both; those that stand for them are not sat")
                .containsExactly(
                        "OMI-B1-A evaluateur1-journey,evaluateur2-journey",
                        "OMI-B1-B evaluateur1-journey,evaluateur2-journey",
                        "OMI-B2-A1 evaluateur1-journey,evaluateur2-journey",
                        "OMI-B2-A2 evaluateur1-journey,evaluateur2-journey",
                        "OMI-B2-B evaluateur1-journey,evaluateur2-journey");
    }

    @Test
    @Order(6)
    void theProposalIsExplainedCompetenceByCompetence() {
        refused(() -> scene.acteurs.jury().get(path("/proposition")), 404, "RESSOURCE_INCONNUE");

        scene.parcours.readProposition(dossier);

        assertThat(dossier.proposition()).isEqualTo("TOTALE");
        assertThat(dossier.blocs())
                .extracting(bloc ->
                        bloc.path("code").asText() + " " + bloc.path("resultat").asText())
                .containsExactly("OMI-B1 VALIDE", "OMI-B2 VALIDE");
        assertThat(explanations(dossier.blocs().get(1)))
                .containsExactly(
                        "0 COMPETENCES_ACQUISES Toutes les compétences acquises : 3 sur 3",
                        "1 COMPETENCE Compétence C2.1 « Réaliser une intervention planifiée » : acquise",
                        "1 COMPETENCE Compétence C2.2 « Surveiller l'état d'un équipement » : acquise",
                        "1 COMPETENCE Compétence C2.3 « Proposer une amélioration » : acquise");
    }

    @Test
    @Order(7)
    void aJointJuryIsComposedUnderAlternatingPresidency() {
        Map<String, Object> employer = membre("Aubépine Grandvoile", "EMPLOYEURS", true, "identifiant", "jury-journey");
        refused(
                () -> scene.secretariat().post("/jurys", scene.jury(CERTIFICATION, List.of(employer))),
                422,
                "JURY_COLLEGE_INCOMPLET",
                "« Collège des salariés »");
        String turn = scene.presidency("EMPLOYEURS", "SALARIES");

        Answer composed = scene.secretariat().post("/jurys", scene.jury(CERTIFICATION, members(turn)));

        jury = composed.expect(201).body();
        assertThat(jury.path("numero").asText()).matches("J-" + Year.now() + "-\\d{5}");
        assertThat(jury.path("regle").path("parite").asBoolean()).isTrue();
        assertThat(jury.path("membres")).hasSize(4);
        assertThat(jury.path("candidatures")).isEmpty();
        refused(
                () -> scene.secretariat().post("/jurys", scene.jury(CERTIFICATION, members(turn))),
                422,
                "JURY_PRESIDENCE",
                turn.equals("SALARIES") ? "« Collège des salariés »" : "« Collège des employeurs »");
    }

    /** One employer, two salariés, and a third of the candidate's own company, who sits but has no voice. */
    private static List<Map<String, Object>> members(String president) {
        return List.of(
                membre("Aubépine Grandvoile", "EMPLOYEURS", president.equals("EMPLOYEURS")),
                membre("Basile Sixfontaines", "SALARIES", president.equals("SALARIES")),
                membre("Capucine Longuevue", "SALARIES", false),
                membre("Darius Troisponts", "SALARIES", false, "employeur", ENTREPRISE));
    }

    @Test
    @Order(8)
    void theFileGoesBeforeTheJuryAndItsMarksClose() {
        refused(
                () -> scene.secretariat()
                        .post(
                                "/jurys/" + jury.path("id").asText() + "/candidatures",
                                Map.of("candidatures", List.of(dossier.id(), "00000000-0000-4000-8000-000000000000"))),
                404,
                "RESSOURCE_INCONNUE",
                "00000000-0000-4000-8000-000000000000");

        JsonNode session = scene.secretariat()
                .post(
                        "/jurys/" + jury.path("id").asText() + "/candidatures",
                        Map.of("candidatures", List.of(dossier.id())))
                .expect(200)
                .body();

        assertThat(session.path("candidatures")
                        .path(0)
                        .path("proposition")
                        .path("proposition")
                        .asText())
                .as("the jury sees the proposal")
                .isEqualTo("TOTALE");
        assertThat(scene.candidature(dossier.id()).path("etat").asText()).isEqualTo("PRESENTEE");
        refused(
                () -> scene.acteurs
                        .evaluateurs()
                        .get(0)
                        .client()
                        .put(
                                path("/epreuves/OMI-B2-B/notes"),
                                Map.of("presence", "PRESENT", "notes", Map.of("C2.3-a", "NON_ACQUIS"))),
                409,
                "ETAT_INCOMPATIBLE",
                "« présentée au jury »",
                "« en évaluation »");
    }

    @Test
    @Order(9)
    void theJuryDecidesBlocByBlocAndTheCollegesWeighTheSame() {
        String employer = membreId(jury, "Aubépine Grandvoile");
        String first = membreId(jury, "Basile Sixfontaines");
        String second = membreId(jury, "Capucine Longuevue");
        String colleague = membreId(jury, "Darius Troisponts");
        List<String> presents = List.of(employer, first, second, colleague);
        refused(
                () -> decide(
                        Map.of("presents", List.of(first, second), "unanime", Map.of("OMI-B1", true, "OMI-B2", true))),
                409,
                "QUORUM_NON_ATTEINT",
                "« Collège des employeurs »");
        refused(
                () -> decide(Map.of(
                        "presents",
                        presents,
                        "unanime",
                        Map.of("OMI-B2", true),
                        "blocs",
                        List.of(votes("OMI-B1", Map.of(employer, "POUR", colleague, "POUR"))))),
                422,
                "VOTE_INVALIDE",
                colleague);
        refused(
                () -> scene.acteurs.certificateur().post(path("/delivrance"), Map.of("lieu", "Paris")),
                409,
                "DECISION_ABSENTE",
                dossier.numero());

        JsonNode decision = decide(Map.of(
                        "presents",
                        presents,
                        "unanime",
                        Map.of("OMI-B2", true),
                        "blocs",
                        List.of(votes("OMI-B1", Map.of(employer, "POUR", first, "CONTRE", second, "ABSTENTION")))))
                .expect(201)
                .body();

        assertThat(decision.path("issue").asText()).isEqualTo("VALIDATION_TOTALE");
        assertThat(stream(decision.path("blocs"))
                        .map(bloc -> bloc.path("code").asText() + " "
                                + bloc.path("decision").asText() + " "
                                + bloc.path("pour").asInt() + "-"
                                + bloc.path("contre").asInt() + "-"
                                + bloc.path("abstention").asInt()))
                .as("the one employer weighs as much as the two salariés who have a voice")
                .containsExactly("OMI-B1 VALIDE 2-1-1", "OMI-B2 VALIDE 4-0-0");
        assertThat(scene.candidature(dossier.id()).path("etat").asText()).isEqualTo("DECIDEE");
    }

    private Answer decide(Map<String, Object> decision) {
        return scene.acteurs
                .jury()
                .post("/jurys/" + jury.path("id").asText() + "/candidatures/" + dossier.id() + "/decision", decision);
    }

    @Test
    @Order(10)
    void theCertificateurDeliversAndNobodyElse() {
        refused(
                () -> scene.secretariat().post(path("/delivrance"), Map.of("lieu", "Paris")),
                403,
                "ACCES_REFUSE",
                "certificateur. Demandez-le");

        certificat = scene.acteurs
                .certificateur()
                .post(path("/delivrance"), Map.of("lieu", "Saint-Étienne"))
                .expect(201)
                .body();

        assertThat(certificat.path("numero").asText()).matches("MET-" + Year.now() + "-\\d{6}");
        assertThat(certificat.path("titulaire").asText()).isEqualTo(holder());
        assertThat(certificat.path("intitule").asText()).isEqualTo(INTITULE);
        assertThat(certificat.path("lieu").asText()).isEqualTo("Saint-Étienne");
        assertThat(texts(certificat.path("blocs"), "code")).containsExactly("OMI-B1", "OMI-B2");
        JsonNode file = scene.candidature(dossier.id());
        assertThat(file.path("etat").asText()).isEqualTo("DELIVREE");
        assertThat(file.path("certificat").asText()).isEqualTo(number());
        assertThat(file.path("actions")).isEmpty();
        refused(
                () -> scene.acteurs.certificateur().post(path("/delivrance"), Map.of("lieu", "Paris")),
                409,
                "CERTIFICAT_DEJA_DELIVRE",
                number());
    }

    @Test
    @Order(11)
    void thePapersSayWhoWhatAndUnderWhichNumber() {
        byte[] paper = scene.acteurs.certificateur().pdf("/certificats/" + number() + "/certificat.pdf");

        assertThat(Papers.text(paper))
                .contains(
                        holder(),
                        INTITULE,
                        "CQPM",
                        "Certificat de qualification paritaire de la métallurgie",
                        "N° " + number(),
                        "Fait à Saint-Étienne")
                .contains("UIMM et CPNE métallurgie");
        String address = Papers.qr(paper);
        assertThat(address)
                .isEqualTo("http://127.0.0.1:" + karaf.httpPort() + "/v/"
                        + certificat.path("codeVerification").asText());
        assertThat(karaf.get(URI.create(address).getPath()).body()).contains(holder(), number());

        String releve = Papers.text(scene.acteurs.certificateur().pdf("/certificats/" + number() + "/releve.pdf"));
        assertThat(releve)
                .contains(
                        "certificat n° " + number(),
                        holder(),
                        INTITULE,
                        "Validation totale : 2 blocs validés sur 2",
                        "OMI-B1 Maintenance corrective",
                        "OMI-B2 Maintenance préventive",
                        "Remplacer un composant électrique")
                .containsIgnoringCase("Art. 62.5")
                .contains("version 1.0.0, empreinte "
                        + dossier.candidature().path("empreinte").asText());
        assertThat(scene.acteurs.certificateur().pdf("/certificats/" + number() + "/certificat.pdf"))
                .as("a duplicata is the same to the byte")
                .isEqualTo(paper);
        assertRefused(
                scene.acteurs.certificateur().get("/certificats/MET-1999-000001/certificat.pdf"),
                404,
                "RESSOURCE_INCONNUE",
                "MET-1999-000001");
    }

    @Test
    @Order(12)
    void holdingTheCertificateClassesNobodyUnlessTheOfferAsksForALevel() {
        JsonNode none = effect("");
        assertThat(none.path("type").asText()).isEqualTo("AUCUN");
        assertThat(none.path("position").isNull()).isTrue();
        assertThat(none.path("article").asText()).isEqualTo("art. 62.5");
        assertThat(none.path("provenance").path("statut").asText()).isEqualTo("source");

        JsonNode floor = effect("?niveauExige=5");
        assertThat(floor.path("type").asText()).isEqualTo("PLANCHER");
        assertThat(floor.path("position").asText()).isEqualTo("C6");
        assertThat(floor.path("article").asText()).isEqualTo("art. 62.5");

        assertThat(effect("?niveauExige=5&le=2023-12-31").path("type").asText())
                .as("before the convention was in force")
                .isEqualTo("AUCUN");
        refused(
                () -> scene.secretariat().get("/certificats/" + number() + "/effet?le=2026-02-30"),
                422,
                "CHAMP_INVALIDE",
                "« le »");
    }

    private JsonNode effect(String query) {
        return scene.secretariat()
                .get("/certificats/" + number() + "/effet" + query)
                .expect(200)
                .body();
    }

    @Test
    @Order(13)
    void anybodyChecksTheCertificateWithoutAnAccount() {
        String code = certificat.path("codeVerification").asText();
        JsonNode genuine =
                karaf.visitor().get("/verification/" + code).expect(200).body();
        assertThat(genuine.path("statut").asText()).isEqualTo("AUTHENTIQUE");
        assertThat(genuine.path("numero").asText()).isEqualTo(number());
        assertThat(genuine.path("titulaire").asText()).isEqualTo(holder());
        assertThat(genuine.has("dateNaissance")).isFalse();
        assertThat(karaf.visitor()
                        .get("/verification/"
                                + code.toLowerCase(java.util.Locale.ROOT).replaceAll("(.{5})", "$1-"))
                        .expect(200)
                        .body())
                .as("typed as it is printed")
                .isEqualTo(genuine);
        assertThat(karaf.visitor()
                        .get("/verification/00000000000000000000000000")
                        .expect(200)
                        .text("statut"))
                .isEqualTo("INCONNU");

        String name = demande.candidat().nomNaissance();
        assertThat(matches(number(), name)).isEqualTo("{\"resultat\":\"CORRESPOND\"}");
        assertThat(matches(number(), name.toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo("{\"resultat\":\"CORRESPOND\"}");
        String wrongName = matches(number(), "Personne");
        String unknownNumber = matches("MET-1999-000001", name);
        assertThat(wrongName).isEqualTo("{\"resultat\":\"NE_CORRESPOND_PAS\"}");
        assertThat(unknownNumber).as("who guesses learns nothing").isEqualTo(wrongName);
        assertRefused(karaf.visitor().get("/verification?numero=" + number()), 422, "CHAMP_MANQUANT", "« nom »");
    }

    private String matches(String numero, String nom) {
        return karaf.visitor()
                .get("/verification?numero=" + numero + "&nom=" + nom)
                .expect(200)
                .body()
                .toString();
    }

    @Test
    @Order(14)
    void theJournalTellsEachActOnceInItsOrderAndNoRefusal() {
        JsonNode journal = scene.journal(dossier.id());
        assertThat(stream(journal)
                        .map(act -> act.path("acte").asText() + " "
                                + act.path("acteur").asText()))
                .startsWith(
                        "CANDIDATURE_DEPOSEE organisme-journey",
                        "PREREQUIS_CONSTATE secretariat-journey",
                        "EVALUATEURS_DESIGNES secretariat-journey")
                .endsWith(
                        "CANDIDATURE_PRESENTEE secretariat-journey",
                        "DECISION_PRISE jury-journey",
                        "CERTIFICAT_DELIVRE certificateur-journey")
                .hasSize(3 + 10 + 3);
        assertThat(stream(journal)
                        .filter(act -> act.path("acte").asText().equals("EPREUVE_NOTEE"))
                        .map(act -> act.path("acteur").asText()))
                .containsOnly("evaluateur1-journey", "evaluateur2-journey")
                .hasSize(10);
        assertThat(stream(journal).map(act -> act.path("rang").asLong())).isSorted();
        assertThat(texts(journal, "detail"))
                .anyMatch(detail -> detail.contains(number()))
                .noneMatch(detail -> detail.contains(demande.candidat().nomNaissance()));
    }

    private void refused(Supplier<Answer> attempt, int status, String code, String... said) {
        scene.refused(attempt, List.of(dossier.id()), status, code, said);
    }

    private String path(String rest) {
        return "/candidatures/" + dossier.id() + rest;
    }

    private String number() {
        return certificat.path("numero").asText();
    }

    private String holder() {
        Candidat candidat = demande.candidat();
        return candidat.prenoms() + " " + candidat.nomNaissance().toUpperCase(java.util.Locale.ROOT);
    }
}
