package fr.parchemin.parcours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotationTest {

    private final JsonNode enBinaire = epreuve(
            """
            {"code": "A", "criteres": [
              {"code": "danger", "echelle": "BINAIRE", "eliminatoire": true},
              {"code": "geste", "echelle": "BINAIRE", "eliminatoire": false}]}""");
    private final JsonNode enPoints = epreuve(
            """
            {"code": "Q", "criteres": [{"code": "qcm", "echelle": "POINTS", "bareme": 7.5}]}""");

    @Test
    void aSuccessAcquiresEverythingAndGivesHighPoints() {
        Notation notation = Notation.of(Prestation.REUSSIE, List.of(enBinaire, enPoints));

        assertThat(notes(notation, enBinaire, 1))
                .containsOnly(Map.entry("danger", "ACQUIS"), Map.entry("geste", "ACQUIS"));
        assertThat(points(notation, 0)).isBetween(new BigDecimal("5.25"), new BigDecimal("7.5"));
    }

    @Test
    void pointsHaveAtMostTwoDecimalsAndDifferBetweenEvaluateurs() {
        Notation notation = Notation.of(Prestation.REUSSIE, List.of(enPoints));

        assertThat(points(notation, 0).scale()).isLessThanOrEqualTo(2);
        assertThat(points(notation, 0)).isNotEqualByComparingTo(points(notation, 1));
    }

    @Test
    void anInsufficientBlocInPointsKeepsItsBinaryCriteria() {
        Notation notation = Notation.of(Prestation.INSUFFISANTE, List.of(enBinaire, enPoints));

        assertThat(notes(notation, enBinaire, 0)).doesNotContainValue("NON_ACQUIS");
        assertThat(points(notation, 0)).isLessThan(new BigDecimal("3.75"));
    }

    @Test
    void anInsufficientBlocWithoutPointsMissesACriterionForBothEvaluateurs() {
        Notation notation = Notation.of(Prestation.INSUFFISANTE, List.of(enBinaire));

        assertThat(notes(notation, enBinaire, 0)).containsValue("NON_ACQUIS");
        assertThat(notes(notation, enBinaire, 0)).isEqualTo(notes(notation, enBinaire, 1));
    }

    @Test
    void anEliminatedCandidateMissesTheEliminatoryCriterion() {
        Notation notation = Notation.of(Prestation.ELIMINEE, List.of(enBinaire, enPoints));

        assertThat(notes(notation, enBinaire, 0)).containsEntry("danger", "NON_ACQUIS");
        assertThat(points(notation, 0)).isGreaterThan(new BigDecimal("5"));
    }

    @Test
    void evaluateursDivergeOnACriterionThatIsNotEliminatory() {
        Notation notation = Notation.of(Prestation.DIVERGENTE, List.of(enBinaire));

        assertThat(notes(notation, enBinaire, 0)).containsEntry("geste", "ACQUIS");
        assertThat(notes(notation, enBinaire, 1)).containsEntry("geste", "NON_ACQUIS");
        assertThat(notes(notation, enBinaire, 1)).containsEntry("danger", "ACQUIS");
    }

    @Test
    void anAbsenceIsNoMark() {
        assertThat(Notation.of(Prestation.ABSENTE, List.of(enBinaire)).sheet(enBinaire, 0))
                .containsEntry("presence", "ABSENT")
                .containsEntry("notes", Map.of());
        assertThat(Notation.of(Prestation.EXCUSEE, List.of(enBinaire)).sheet(enBinaire, 0))
                .containsEntry("presence", "EXCUSE");
    }

    @Test
    void aPerformanceThatTheGrilleCannotShowIsRefusedAtOnce() {
        assertThatThrownBy(() -> Notation.of(Prestation.DIVERGENTE, List.of(enPoints)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DIVERGENTE");
    }

    private BigDecimal points(Notation notation, int rank) {
        return (BigDecimal) notes(notation, enPoints, rank).get("qcm");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> notes(Notation notation, JsonNode epreuve, int rank) {
        return (Map<String, Object>) notation.sheet(epreuve, rank).get("notes");
    }

    private static JsonNode epreuve(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
