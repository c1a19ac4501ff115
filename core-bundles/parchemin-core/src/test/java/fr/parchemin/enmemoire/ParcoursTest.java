package fr.parchemin.enmemoire;

import static fr.parchemin.exemple.Exemple.code;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.Acte;
import fr.parchemin.acte.CodeRefus;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Inscriptions;
import fr.parchemin.classification.ContexteEmploi;
import fr.parchemin.classification.Effet;
import fr.parchemin.delivrance.Certificat;
import fr.parchemin.delivrance.DocumentCertificat;
import fr.parchemin.evaluation.Evaluations;
import fr.parchemin.evaluation.Presence;
import fr.parchemin.evaluation.Proposition.Resultat;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Decision.Issue;
import fr.parchemin.jury.Deliberations;
import fr.parchemin.jury.Deliberations.Deliberation;
import fr.parchemin.jury.Jury;
import fr.parchemin.jury.MembreJury;
import fr.parchemin.jury.Vote;
import fr.parchemin.jury.Vote.Sens;
import fr.parchemin.referentiel.Voie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The path of a candidate, from the application to the certificate in hand, through the use cases only. */
class ParcoursTest {

    private final Plateforme p = new Plateforme();

    @Test
    void aCandidateLeavesWithACertificateThatAnybodyCanCheck() {
        Candidature file = p.inscriptions
                .submit(p.organisme, p.depot(Plateforme.candidat("Durand")))
                .orElseThrow();
        UUID id = file.id();
        assertThat(file.etat().code()).isEqualTo("DEPOSEE");
        assertThat(file.numero()).isEqualTo("C-2026-000001");
        assertThat(file.constats().get("AGE").satisfait()).isTrue();

        Candidature admitted = p.inscriptions
                .establishPrerequis(
                        p.organisme,
                        id,
                        "AUT",
                        new Inscriptions.Constat(
                                true, "AUT-1234", p.clock.today().minusMonths(1), null, null))
                .orElseThrow();
        assertThat(admitted.etat().code()).isEqualTo("RECEVABLE");

        assertThat(p.inscriptions
                        .designateEvaluateurs(p.organisme, id, Set.of("e1", "e2"))
                        .orElseThrow()
                        .etat()
                        .code())
                .isEqualTo("EN_EVALUATION");

        p.mark(p.evaluateur1, id, "B1-A", "C1.1-a=ACQUIS", "C1.1-b=ACQUIS").orElseThrow();
        assertThat(p.evaluations.proposition(p.evaluateur1, id).orElseThrow().manques())
                .containsExactly("B1-A", "B2-QCM");
        p.mark(p.evaluateur2, id, "B1-A", "C1.1-a=ACQUIS", "C1.1-b=NON_OBSERVE").orElseThrow();
        p.mark(p.evaluateur1, id, "B2-QCM", "C2.1-q=12").orElseThrow();
        p.mark(p.evaluateur1, id, "B2-MSP", "C2.2-m=14.5", "C2.2-d=ACQUIS").orElseThrow();
        p.mark(p.evaluateur2, id, "B2-MSP", "C2.2-m=9,5", "C2.2-d=ACQUIS").orElseThrow();
        assertThat(p.evaluations.proposition(p.secretariat, id).orElseThrow().proposition())
                .isEqualTo(Resultat.TOTALE);

        Jury jury = p.deliberations
                .compose(p.secretariat, p.composition("EMPLOYEURS"))
                .orElseThrow();
        assertThat(jury.numero()).isEqualTo("J-2026-00001");
        assertThat(p.deliberations.presentables(p.secretariat, jury.id()).orElseThrow())
                .singleElement()
                .satisfies(d -> assertThat(d.candidature().id()).isEqualTo(id));
        assertThat(p.deliberations
                        .present(p.secretariat, jury.id(), Set.of(id))
                        .orElseThrow()
                        .dossiers())
                .hasSize(1);
        Decision decision =
                p.decide(jury, id, Map.of("OPE-B1", true, "OPE-B2", true), null).orElseThrow();
        assertThat(decision.issue()).isEqualTo(Issue.VALIDATION_TOTALE);
        assertThat(decision.proposition().empreinte()).isEqualTo(file.empreinte());

        Certificat certificat =
                p.delivrances.deliver(p.certificateur, id, "Lille").orElseThrow();
        assertThat(certificat.numero()).isEqualTo("ESS-2026-000001");
        assertThat(p.find(id).etat().code()).isEqualTo("DELIVREE");

        DocumentCertificat document = certificat.document();
        assertThat(document.titulaire()).isEqualTo("Alix Sam DURAND");
        assertThat(document.adresseVerification())
                .isEqualTo("https://certificats.exemple.fr/v/" + certificat.codeVerification());
        assertThat(document.blocs()).allMatch(DocumentCertificat.LigneBloc::valide);
        assertThat(document.effet().article()).isEqualTo("art. 12");

        assertThat(text(p.delivrances
                        .certificatPdf(p.organisme, "ESS-2026-000001")
                        .orElseThrow()))
                .startsWith("certificat ")
                .contains("DURAND");
        assertThat(text(p.delivrances.relevePdf(p.organisme, "ESS-2026-000001").orElseThrow()))
                .startsWith("releve ");
        assertThat(p.delivrances.byCode(document.codeVerification().toLowerCase()))
                .hasValueSatisfying(c -> assertThat(c.numero()).isEqualTo("ESS-2026-000001"));
        assertThat(p.delivrances.matches(" ess-2026-000001", "DURAND")).isTrue();

        Effet effet = p.delivrances
                .effet(p.organisme, "ESS-2026-000001", new ContexteEmploi(p.clock.today(), 5, List.of(), null))
                .orElseThrow();
        assertThat(effet.position()).isEqualTo("C3");

        assertThat(p.inscriptions.journal(p.secretariat, id).orElseThrow())
                .extracting(Acte::nature)
                .containsExactly(
                        Acte.Nature.CANDIDATURE_DEPOSEE,
                        Acte.Nature.PREREQUIS_CONSTATE,
                        Acte.Nature.EVALUATEURS_DESIGNES,
                        Acte.Nature.EPREUVE_NOTEE,
                        Acte.Nature.EPREUVE_NOTEE,
                        Acte.Nature.EPREUVE_NOTEE,
                        Acte.Nature.EPREUVE_NOTEE,
                        Acte.Nature.EPREUVE_NOTEE,
                        Acte.Nature.CANDIDATURE_PRESENTEE,
                        Acte.Nature.DECISION_PRISE,
                        Acte.Nature.CERTIFICAT_DELIVRE);
    }

    @Test
    void aPartialValidationGivesAReleveWithDatesAndNoCertificate() {
        Candidature file = p.decidee("Durand", true, false);

        assertThat(p.base.read(Base.TOUT, () -> p.decisions.lastOf(file.id()))
                        .orElseThrow()
                        .issue())
                .isEqualTo(Issue.VALIDATION_PARTIELLE);
        assertThat(code(p.delivrances.deliver(p.certificateur, file.id(), "Lille")))
                .isEqualTo(CodeRefus.DECISION_NON_FAVORABLE);
        assertThat(text(p.delivrances
                        .releveOfCandidature(p.organisme, file.id())
                        .orElseThrow()))
                .contains("OPE-B1", "valideJusquAu=2028-06-15", "numero=null");
        assertThat(p.delivrances.ofCandidature(p.organisme, file.id()).orElseThrow())
                .isEmpty();
    }

    @Test
    void aReasonedRefusalClosesTheFileAndTheSamePersonMayApplyAgain() {
        Candidature file = p.decidee("Durand", false, false);

        Decision decision =
                p.deliberations.decision(p.organisme, file.id()).orElseThrow().orElseThrow();
        assertThat(decision.issue()).isEqualTo(Issue.REFUS);
        assertThat(decision.motif()).isEqualTo("Aucun bloc acquis");
        assertThat(p.inscriptions
                        .submit(p.organisme, p.depot(Plateforme.candidat("Durand")))
                        .isDone())
                .isTrue();
    }

    @Test
    void aTiePutsTheFileOffToAnotherJury() {
        Jury first = p.juryParitaire();
        UUID id = p.presentee("Durand", first, true, true).id();
        List<Vote> split = first.membres().stream()
                .map(m -> new Vote(m.id(), m.college().equals("SALARIES") ? Sens.CONTRE : Sens.POUR))
                .toList();

        Decision put = p.deliberations
                .decide(
                        p.jury,
                        first.id(),
                        id,
                        new Deliberation(Plateforme.all(first), Map.of("OPE-B1", split), Map.of("OPE-B2", true), null))
                .orElseThrow();
        assertThat(put.issue()).isEqualTo(Issue.AJOURNEMENT);
        assertThat(p.find(id).etat().code()).isEqualTo("AJOURNEE");
        assertThat(code(p.delivrances.deliver(p.certificateur, id, "Lille"))).isEqualTo(CodeRefus.DECISION_ABSENTE);
        assertThat(code(p.mark(p.evaluateur1, id, "B1-A", "C1.1-a=ACQUIS", "C1.1-b=ACQUIS")))
                .as("marks stay closed")
                .isEqualTo(CodeRefus.ETAT_INCOMPATIBLE);

        Jury second = p.juryParitaire();
        assertThat(p.deliberations.presentables(p.secretariat, second.id()).orElseThrow())
                .hasSize(1);
        p.deliberations.present(p.secretariat, second.id(), Set.of(id)).orElseThrow();
        assertThat(p.decide(second, id, Map.of("OPE-B1", true, "OPE-B2", true), null)
                        .orElseThrow()
                        .issue())
                .isEqualTo(Issue.VALIDATION_TOTALE);
    }

    @Test
    void aCandidateWhoMissedTheGateGoesBeforeTheJuryAllTheSame() {
        UUID id = p.enEvaluation("Durand").id();
        p.mark(p.evaluateur1, id, "B1-A", "C1.1-a=ACQUIS", "C1.1-b=ACQUIS").orElseThrow();
        p.mark(p.evaluateur2, id, "B1-A", "C1.1-a=ACQUIS", "C1.1-b=ACQUIS").orElseThrow();
        p.evaluations
                .mark(p.evaluateur1, id, "B2-QCM", new Evaluations.Entree(Presence.ABSENT, Map.of(), "Grève"))
                .orElseThrow();

        Jury jury = p.juryParitaire();
        p.deliberations.present(p.secretariat, jury.id(), Set.of(id)).orElseThrow();

        assertThat(p.decide(jury, id, Map.of("OPE-B1", true, "OPE-B2", false), null)
                        .orElseThrow()
                        .issue())
                .isEqualTo(Issue.VALIDATION_PARTIELLE);
    }

    @Test
    void theOtherBranchFollowsItsOwnRule() {
        Candidature file = p.inscriptions
                .submit(
                        p.etranger,
                        new Inscriptions.Depot(
                                Plateforme.TEMOIN,
                                "TEM-AGT",
                                null,
                                Voie.FORMATION,
                                Plateforme.candidat("Durand"),
                                null,
                                null,
                                List.of()))
                .orElseThrow();
        UUID id = file.id();
        assertThat(file.etat().code()).as("nothing is asked beforehand").isEqualTo("RECEVABLE");
        p.inscriptions.designateEvaluateurs(p.etranger, id, Set.of("etranger")).orElseThrow();
        p.mark(p.etranger, id, "B1-E", "C1-a=ACQUIS").orElseThrow();
        Jury jury = p.deliberations
                .compose(
                        p.etranger,
                        new Deliberations.Composition(
                                Plateforme.TEMOIN,
                                "TEM-AGT",
                                p.clock.today(),
                                "Rennes",
                                List.of(member("A", true), member("B", false))))
                .orElseThrow();
        p.deliberations.present(p.etranger, jury.id(), Set.of(id)).orElseThrow();
        Deliberation deliberation = new Deliberation(Plateforme.all(jury), Map.of(), Map.of("AGT-B1", true), null);

        assertThat(code(p.deliberations.decide(p.etranger, jury.id(), id, deliberation)))
                .as("its list of members is validated first")
                .isEqualTo(CodeRefus.JURY_NON_VALIDE);
        p.deliberations.validate(p.etranger, jury.id()).orElseThrow();
        assertThat(code(p.deliberations.validate(p.etranger, jury.id()))).isEqualTo(CodeRefus.JURY_DEJA_VALIDE);
        p.deliberations.decide(p.etranger, jury.id(), id, deliberation).orElseThrow();

        Certificat certificat = p.delivrances.deliver(p.etranger, id, "Rennes").orElseThrow();
        assertThat(certificat.numero()).isEqualTo("TEM-2026-000001");
        assertThat(certificat.document().enregistrement().code()).isEqualTo("RNCP99999");
        assertThat(certificat.document().enregistrement().niveau()).isEqualTo(4);
    }

    private static Deliberations.Membre member(String nom, boolean president) {
        return new Deliberations.Membre(nom, "PROFESSIONNELS", null, null, 3, president);
    }

    @Test
    void aFileInCourseGoesOnToItsCertificateThoughItsBranchHasGone() {
        Jury jury = p.juryParitaire();
        UUID id = p.evaluee("Durand", true, true).id();
        p.depart(1);

        assertThat(code(p.inscriptions.submit(p.organisme, p.depot(Plateforme.candidat("Martin")))))
                .isEqualTo(CodeRefus.BRANCHE_ABSENTE);
        p.deliberations.present(p.secretariat, jury.id(), Set.of(id)).orElseThrow();
        p.decide(jury, id, Map.of("OPE-B1", true, "OPE-B2", true), null).orElseThrow();
        assertThat(p.delivrances.deliver(p.certificateur, id, "Lille").isDone()).isTrue();
        assertThat(p.deliberations
                        .compose(p.secretariat, p.composition("SALARIES"))
                        .isDone())
                .as("a jury for the files in course")
                .isTrue();
    }

    @Test
    void whatWasRefusedLeavesNothingBehind() {
        int acts = p.base.acts();
        int lines = p.base.read(Base.TOUT, p.journal::all).size();
        UUID nobody = UUID.randomUUID();

        p.inscriptions.submit(p.secretariat, p.depot(Plateforme.candidat(" ")));
        p.inscriptions.designateEvaluateurs(p.secretariat, nobody, Set.of("e1"));
        p.mark(p.evaluateur1, nobody, "B1-A");
        p.deliberations.present(p.secretariat, nobody, Set.of(nobody));
        p.delivrances.deliver(p.certificateur, nobody, "Lille");

        assertThat(p.base.acts()).isEqualTo(acts);
        assertThat(p.base.read(Base.TOUT, p.journal::all)).hasSize(lines);
    }

    private static String text(byte[] paper) {
        return new String(paper, StandardCharsets.UTF_8);
    }

    @Test
    void presidentsAlternate() {
        Jury first = p.juryParitaire();
        Jury second = p.juryParitaire();

        assertThat(first.president().map(MembreJury::college)).contains("EMPLOYEURS");
        assertThat(second.president().map(MembreJury::college)).contains("SALARIES");
        assertThat(code(p.deliberations.compose(p.secretariat, p.composition("SALARIES"))))
                .isEqualTo(CodeRefus.JURY_PRESIDENCE);
    }
}
