package fr.parchemin.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferentielTest {

    private Referentiel referentiel;

    @BeforeEach
    void read() throws JsonProcessingException {
        referentiel = Referentiel.of(
                new ObjectMapper()
                        .readTree(
                                """
                {"certification": {"code": "OMI", "intitule": "Opérateur", "prerequis": [
                    {"code": "CNAPS", "type": "AUTORISATION", "motifNumero": "^PRE.*$", "validiteMois": 6},
                    {"code": "LU", "type": "CONDITION"}]},
                 "version": "1.0.0",
                 "blocs": [
                    {"code": "B1", "epreuves": [{"code": "B1-A"}, {"code": "B1-B"}, {"code": "B1-C", "remplace": ["B1-A"]}]},
                    {"code": "B2", "epreuves": [{"code": "B2-A"}]}],
                 "jury": {"colleges": [{"code": "E", "min": 1}, {"code": "S", "min": 1}], "membresMin": 2,
                    "presidence": "ALTERNEE", "egalite": "AJOURNEMENT", "validationCertificateur": false}}"""));
    }

    @Test
    void withAWorkplaceTheReplacementIsNotSat() {
        assertThat(referentiel.sits("B1-A", Profil.reussite())).isTrue();
        assertThat(referentiel.sits("B1-B", Profil.reussite())).isTrue();
        assertThat(referentiel.sits("B1-C", Profil.reussite())).isFalse();
    }

    @Test
    void withoutAWorkplaceTheReplacementIsSatInstead() {
        Profil profil = Profil.reussite().withoutWorkplace();

        assertThat(referentiel.sits("B1-A", profil)).isFalse();
        assertThat(referentiel.sits("B1-B", profil)).isTrue();
        assertThat(referentiel.sits("B1-C", profil)).isTrue();
    }

    @Test
    void aBlocCoveredByAnAttestationIsNotSat() {
        Profil profil = Profil.reussite().holding("SST", "B2");

        assertThat(referentiel.sits("B2-A", profil)).isFalse();
        assertThat(profil.attestations()).containsExactly("SST");
    }

    @Test
    void knowsWhichPrerequisBearsANumberAndForHowLongItHolds() {
        assertThat(referentiel.prerequis().get("CNAPS"))
                .isEqualTo(new Referentiel.Prerequis("CNAPS", "AUTORISATION", true, 6));
        assertThat(referentiel.prerequis().get("LU")).isEqualTo(new Referentiel.Prerequis("LU", "CONDITION", false, 0));
    }
}
