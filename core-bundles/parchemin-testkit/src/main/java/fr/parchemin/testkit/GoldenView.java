package fr.parchemin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A file of golden cases beside the référentiel it proves. */
final class GoldenView {

    private final DefinitionFile file;
    private final ReferentielView referentiel;

    GoldenView(DefinitionFile file, ReferentielView referentiel) {
        this.file = file;
        this.referentiel = referentiel;
    }

    private JsonNode cases() {
        return file.contenu().path("cas");
    }

    void unknownReferences(Map<String, ClassificationView> classifications, Problems problems) {
        Set<String> positions = new HashSet<>();
        Set<String> emplois = new HashSet<>();
        for (JsonNode effet : referentiel.effets()) {
            ClassificationView grid =
                    classifications.get(effet.path("classification").asText());
            if (grid != null) {
                positions.addAll(grid.positions());
                emplois.addAll(grid.emplois());
            }
        }
        int i = 0;
        for (JsonNode cas : cases()) {
            String path = "cas[" + i++ + "]";
            for (JsonNode attestation : cas.path("attestations")) {
                problems.unknown(file, path, "prérequis", attestation.path("prerequis"), referentiel.codesPrerequis());
            }
            for (JsonNode evaluation : cas.path("evaluations")) {
                problems.unknown(
                        file,
                        path,
                        "épreuve",
                        evaluation.path("epreuve"),
                        referentiel.epreuves().keySet());
                Set<String> observed = referentiel
                        .criteresOf(evaluation.path("epreuve").asText())
                        .keySet();
                evaluation.path("notes").fieldNames().forEachRemaining(critere -> {
                    if (!observed.contains(critere)) {
                        problems.add(file, path, "critère « " + critere + " » hors de l'épreuve");
                    }
                });
            }
            for (JsonNode membre : cas.path("jury").path("membres")) {
                problems.unknown(file, path, "collège", membre.path("college"), referentiel.codesColleges());
            }
            problems.unknown(file, path, "emploi", cas.path("effet").path("emplois"), emplois);
            problems.unknown(
                    file, path, "position", cas.path("attendu").path("effet").path("position"), positions);
        }
    }

    void contradictions(Problems problems) {
        int i = 0;
        for (JsonNode cas : cases()) {
            String path = "cas[" + i++ + "]";
            if (!cas.has("evaluations")) {
                continue;
            }
            Set<String> expected = new LinkedHashSet<>();
            cas.path("attendu").path("blocs").fieldNames().forEachRemaining(expected::add);
            if (!expected.equals(referentiel.codesBlocs())) {
                problems.add(file, path + ".attendu.blocs", "ce ne sont pas exactement les blocs du référentiel");
            }
            Map<String, Integer> evaluateurs = new HashMap<>();
            Set<String> seen = new HashSet<>();
            for (JsonNode evaluation : cas.path("evaluations")) {
                String epreuve = evaluation.path("epreuve").asText();
                if (!seen.add(evaluation.path("evaluateur").asText() + " " + epreuve)) {
                    problems.add(file, path, "deux saisies du même évaluateur pour « " + epreuve + " »");
                }
                evaluateurs.merge(epreuve, 1, Integer::sum);
                if (evaluation.path("presence").asText("PRESENT").equals("PRESENT")) {
                    everyCriterionIsMarked(evaluation, epreuve, path, problems);
                }
            }
            evaluateurs.forEach((epreuve, count) -> {
                JsonNode defined = referentiel.epreuves().get(epreuve);
                if (defined != null && count > defined.path("evaluateurs").asInt()) {
                    problems.add(file, path, "trop d'évaluateurs pour « " + epreuve + " »");
                }
            });
        }
    }

    private void everyCriterionIsMarked(JsonNode evaluation, String epreuve, String path, Problems problems) {
        referentiel.criteresOf(epreuve).forEach((code, critere) -> {
            JsonNode note = evaluation.path("notes").path(code);
            boolean points = critere.path("echelle").asText().equals("POINTS");
            if (note.isMissingNode() && (points || !evaluation.has("toutes"))) {
                problems.add(file, path, "« " + code + " » n'est pas noté dans « " + epreuve + " »");
            } else if (!note.isMissingNode() && note.isNumber() != points) {
                problems.add(file, path, "« " + code + " » n'est pas noté sur son échelle");
            } else if (points
                    && note.decimalValue().compareTo(critere.path("bareme").decimalValue()) > 0) {
                problems.add(file, path, "« " + code + " » : " + note + " dépasse le barème");
            }
        });
    }
}
