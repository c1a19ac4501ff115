package fr.parchemin.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgrammeTest {

    private final List<Cas> programme = Programme.cas();

    @Test
    void everyOutcomeIsPresent() {
        assertThat(programme)
                .extracting(Cas::issue)
                .contains("VALIDATION_TOTALE", "VALIDATION_PARTIELLE", "REFUS", "AJOURNEMENT", "");
        assertThat(programme)
                .extracting(Cas::etat)
                .contains("DEPOSEE", "RECEVABLE", "IRRECEVABLE", "EN_EVALUATION", "DECIDEE", "AJOURNEE", "DELIVREE");
    }

    @Test
    void theThreeCertificationsHaveAtLeastTwelveFilesEach() {
        assertThat(programme).hasSizeGreaterThanOrEqualTo(44);
        for (String certification : List.of("MET-OMI", "MET-TSA", "APS")) {
            assertThat(programme)
                    .filteredOn(cas -> cas.certification().equals(certification))
                    .hasSizeGreaterThanOrEqualTo(12);
        }
    }

    @Test
    void aRefusalAndADepartureFromTheProposalHaveTheirReason() {
        assertThat(programme)
                .filteredOn(
                        cas -> cas.issue().equals("REFUS") || cas.profil().deliberation() == Deliberation.VALIDE_TOUT)
                .isNotEmpty()
                .allSatisfy(cas -> assertThat(cas.profil().motif()).isNotEmpty());
    }

    @Test
    void everyFileHasAPersonOfItsOwn() {
        assertThat(Inventions.candidats()).hasSizeGreaterThanOrEqualTo(programme.size());
        assertThat(Inventions.candidats()).extracting(Candidat::fullName).doesNotHaveDuplicates();
        assertThat(Inventions.candidats()).extracting(Candidat::courriel).doesNotHaveDuplicates();
    }

    @Test
    void inventedSiretKeepTheLuhnKeys() {
        String siret = Inventions.organisation("Ateliers Chimère", 12).siret();

        assertThat(siret).hasSize(14).startsWith("0000");
        assertThat(luhn(siret)).isZero();
        assertThat(luhn(siret.substring(0, 9))).isZero();
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10;
    }
}
