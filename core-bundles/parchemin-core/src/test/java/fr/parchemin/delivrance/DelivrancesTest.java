package fr.parchemin.delivrance;

import static fr.parchemin.exemple.Exemple.code;
import static fr.parchemin.exemple.Exemple.detail;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.acte.CodeRefus;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.classification.ContexteEmploi;
import fr.parchemin.classification.Effet;
import fr.parchemin.enmemoire.Base;
import fr.parchemin.enmemoire.Plateforme;
import fr.parchemin.exemple.Copie;
import fr.parchemin.jury.Decision;
import fr.parchemin.jury.Jury;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class DelivrancesTest {

    private final Plateforme p = new Plateforme();

    private Certificat delivered(String nom) {
        return p.delivrances
                .deliver(p.certificateur, p.decidee(nom, true, true).id(), "Lille")
                .orElseThrow();
    }

    @Test
    void isNotDeliveredBeforeTheDecision() {
        Jury jury = p.juryParitaire();
        UUID id = p.presentee("Durand", jury, true, true).id();

        assertThat(code(p.delivrances.deliver(p.certificateur, id, "Lille"))).isEqualTo(CodeRefus.DECISION_ABSENTE);
        assertThat(code(p.delivrances.deliver(
                        p.certificateur, p.deposee("Martin").id(), "Lille")))
                .isEqualTo(CodeRefus.DECISION_ABSENTE);
        assertThat(code(p.delivrances.releveOfCandidature(p.certificateur, id))).isEqualTo(CodeRefus.DECISION_ABSENTE);
    }

    /** The next version says until when decisions under the first one still lead to a certificate. */
    private void nextVersionEnds(Path folder, String lastDay) {
        p.depart(1);
        p.registre.arrive(9, "essai", () -> Copie.of("essai", folder)
                .replace(
                        "branche.yaml",
                        "[referentiels/ope-1.0.0.yaml]",
                        "[referentiels/ope-1.0.0.yaml, referentiels/ope-2.0.0.yaml]")
                .write(
                        "referentiels/ope-2.0.0.yaml",
                        Copie.of("essai", folder)
                                        .text("referentiels/ope-1.0.0.yaml")
                                        .replace("version: \"1.0.0\"", "version: \"2.0.0\"")
                                + "transitions: [{ depuis: \"1.0.0\", delivranceJusquAu: " + lastDay
                                + ", blocs: [{ de: OPE-B1, vers: [OPE-B1] }, { de: OPE-B2, vers: [OPE-B2] }] }]\n")
                .url());
        p.executeur.runAll();
    }

    @Test
    void aVersionIsAwardedUntilItsLastDayIncluded(@TempDir Path folder) {
        UUID id = p.decidee("Durand", true, true).id();
        nextVersionEnds(folder, p.clock.today().toString());

        assertThat(p.delivrances.deliver(p.certificateur, id, "Lille").isDone()).isTrue();
    }

    @Test
    void aVersionIsNoLongerAwardedForADecisionAfterItsLastDay(@TempDir Path folder) {
        UUID id = p.decidee("Durand", true, true).id();
        nextVersionEnds(folder, p.clock.today().minusDays(1).toString());

        assertThat(detail(p.delivrances.deliver(p.certificateur, id, "Lille")))
                .contains(
                        "La version 1.0.0 du référentiel ne se délivre plus", "14 juin 2026", "sous la version 2.0.0");
    }

    @Test
    void isDeliveredOnce() {
        UUID id = p.decidee("Durand", true, true).id();
        Certificat first = p.delivrances.deliver(p.certificateur, id, "Lille").orElseThrow();

        assertThat(detail(p.delivrances.deliver(p.certificateur, id, "Lille"))).contains(first.numero());
        assertThat(p.base.read(Base.TOUT, p.certificats::numeros)).containsExactly(first.numero());
    }

    @Test
    void numbersOfABranchAndYearHaveNoHoles() {
        assertThat(delivered("Un").numero()).isEqualTo("ESS-2026-000001");

        UUID refused = p.decidee("Deux", true, true).id();
        p.documents.refuse("le nom du signataire manque");
        assertThat(detail(p.delivrances.deliver(p.certificateur, refused, "Lille")))
                .contains("le nom du signataire manque. Complétez");
        assertThat(p.find(refused).etat().code()).isEqualTo("DECIDEE");
        p.documents.refuse(null);
        p.delivrances.deliver(p.certificateur, refused, " ");
        p.delivrances.deliver(p.secretariat, refused, "Lille");
        p.delivrances.deliver(p.certificateur, p.decidee("Trois", true, false).id(), "Lille");

        assertThat(delivered("Quatre").numero()).isEqualTo("ESS-2026-000002");
        assertThat(p.delivrances
                        .deliver(p.certificateur, refused, "Lille")
                        .orElseThrow()
                        .numero())
                .isEqualTo("ESS-2026-000003");
        assertThat(p.base.read(Base.TOUT, p.certificats::numeros))
                .containsExactly("ESS-2026-000001", "ESS-2026-000002", "ESS-2026-000003");
    }

    @Test
    void aNewYearInParisBeginsANewSeries() {
        delivered("Un");
        UUID id = p.decidee("Deux", true, true).id();
        UUID next = p.decidee("Trois", true, true).id();
        p.clock.setTo(Instant.parse("2026-12-31T22:59:59Z"));
        assertThat(p.delivrances
                        .deliver(p.certificateur, id, "Lille")
                        .orElseThrow()
                        .numero())
                .isEqualTo("ESS-2026-000002");

        p.clock.setTo(Instant.parse("2026-12-31T23:00:00Z"));
        Certificat first = p.delivrances.deliver(p.certificateur, next, "Lille").orElseThrow();

        assertThat(first.numero()).isEqualTo("ESS-2027-000001");
        assertThat(first.delivreLe()).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "Li\nlle"})
    void asksForAPlace(String lieu) {
        assertThat(code(p.delivrances.deliver(
                        p.certificateur, p.decidee("Durand", true, true).id(), lieu)))
                .isIn(CodeRefus.CHAMP_MANQUANT, CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void aPlaceHasRoomForSoMuch() {
        assertThat(code(p.delivrances.deliver(
                        p.certificateur, p.decidee("Durand", true, true).id(), "L".repeat(81))))
                .isEqualTo(CodeRefus.CHAMP_INVALIDE);
    }

    @Test
    void papersAreMadeFromWhatWasIssuedWhateverHappensToTheBranch() {
        Certificat certificat = delivered("Durand");
        byte[] before =
                p.delivrances.certificatPdf(p.organisme, certificat.numero()).orElseThrow();
        p.depart(1);
        p.clock.setTo(LocalDate.of(2031, 1, 1));

        assertThat(p.delivrances.certificatPdf(p.organisme, certificat.numero()).orElseThrow())
                .isEqualTo(before);
    }

    @Test
    void theReleveOfADeliveredFileIsThatOfItsCertificate() {
        Certificat certificat = delivered("Durand");

        assertThat(p.delivrances
                        .releveOfCandidature(p.organisme, certificat.candidature())
                        .orElseThrow())
                .isEqualTo(p.delivrances
                        .relevePdf(p.organisme, certificat.numero())
                        .orElseThrow());
        assertThat(p.delivrances
                        .ofCandidature(p.organisme, certificat.candidature())
                        .orElseThrow())
                .contains(certificat);
    }

    @Test
    void whatCannotBePrintedIsSaid() {
        Candidature file = p.decidee("Durand", true, false);
        p.documents.refuse("les blocs manquent");

        assertThat(code(p.delivrances.releveOfCandidature(p.organisme, file.id())))
                .isEqualTo(CodeRefus.DOCUMENT_INCOMPLET);
    }

    // ---- the public check

    @Test
    void aCodeIsFoundHoweverItIsTypedAndOthersAreNot() {
        Certificat certificat = delivered("Durand");
        String code = certificat.codeVerification();

        assertThat(p.delivrances.byCode(code)).contains(certificat);
        assertThat(p.delivrances.byCode(" " + CodeVerification.printed(code).toLowerCase() + " "))
                .contains(certificat);
        assertThat(p.delivrances.byCode(code.substring(1))).isEmpty();
        assertThat(p.delivrances.byCode("")).isEmpty();
        assertThat(p.delivrances.byCode("%' or 1=1 --")).isEmpty();
    }

    @Test
    void aNumberMatchesTheNamesOfItsHolderOnly() {
        Certificat certificat = delivered("Dupré-Ôtto");
        String numero = certificat.numero();

        assertThat(p.delivrances.matches(numero, "dupre otto")).isTrue();
        assertThat(p.delivrances.matches(numero.toLowerCase(), " DUPRÉ-ÔTTO ")).isTrue();
        assertThat(p.delivrances.matches(numero, "Durand")).isFalse();
        assertThat(p.delivrances.matches("ESS-2026-999999", "Dupré-Ôtto")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "?", "’"})
    void aNameWithoutALetterMatchesNobody(String nom) {
        assertThat(p.delivrances.matches(delivered("Durand").numero(), nom)).isFalse();
    }

    // ---- the effect

    @Test
    void theEffectOfAnOldCertificateIsToldThoughTheBranchHasChangedItsGrids(@TempDir Path folder) {
        Certificat certificat = delivered("Durand");
        UUID decided = p.decidee("Martin", true, true).id();
        p.depart(1);
        Copie next = Copie.of("essai", folder);
        next.write(
                        "referentiels/ope-2.0.0.yaml",
                        next.text("referentiels/ope-1.0.0.yaml")
                                .replace("version: \"1.0.0\"", "version: \"2.0.0\"")
                                .replace("classification: essai-2024", "classification: essai-2030"))
                .replace("branche.yaml", "ope-1.0.0", "ope-2.0.0")
                .replace("golden/ope.yaml", "version: \"1.0.0\"", "version: \"2.0.0\"")
                .replace("classification/essai-2024.yaml", "code: essai-2024", "code: essai-2030");
        p.registre.arrive(9, "essai", next::url);
        p.executeur.runAll();
        assertThat(p.catalogue.branche("essai").orElseThrow().isActive()).isTrue();

        Effet effet = p.delivrances
                .effet(p.organisme, certificat.numero(), new ContexteEmploi(p.clock.today(), 5, List.of(), null))
                .orElseThrow();

        assertThat(effet.type()).isEqualTo(Effet.Type.AUCUN);
        assertThat(effet.libelle()).isEqualTo("Effet non calculé");
        assertThat(p.delivrances.deliver(p.certificateur, decided, "Lille").isDone())
                .as("a file of the old version is still delivered")
                .isTrue();
    }

    @Test
    void theEffectHangsOnTheEmployment() {
        String numero = delivered("Durand").numero();

        assertThat(p.delivrances
                        .effet(p.organisme, numero, ContexteEmploi.on(p.clock.today()))
                        .orElseThrow()
                        .type())
                .isEqualTo(Effet.Type.AUCUN);
        assertThat(code(p.delivrances.effet(p.organisme, "ESS-1999-000001", ContexteEmploi.on(p.clock.today()))))
                .isEqualTo(CodeRefus.RESSOURCE_INCONNUE);
    }

    @Test
    void theDecisionStaysThatOfTheJury() {
        Certificat certificat = delivered("Durand");

        assertThat(p.base.read(Base.TOUT, () -> p.decisions.lastOf(certificat.candidature()))
                        .orElseThrow()
                        .blocs())
                .extracting(Decision.DecisionBloc::code)
                .containsExactly("OPE-B1", "OPE-B2");
        assertThat(certificat.document().dateJury()).isEqualTo(p.clock.today());
    }
}
