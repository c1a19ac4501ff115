package fr.parchemin.branche.internal;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.classification.Classification;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.EffetCertification;
import fr.parchemin.referentiel.Mention;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.referentiel.RegleJury.College;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What running a golden case would not show: a code that names nothing gives no effect, a bloc left out is not compared. The
 * grids are not looked at here, for running a case refuses those that an évaluateur could not enter.
 */
final class CoherenceGolden {

    private final DefinitionBranche definition;
    private final Objections objections;

    CoherenceGolden(DefinitionBranche definition, Objections objections) {
        this.definition = definition;
        this.objections = objections;
    }

    void check(JsonNode fichier) {
        String certification = fichier.path("certification").asText();
        String version = fichier.path("version").asText();
        definition
                .referentiel(certification, version)
                .ifPresentOrElse(
                        defined -> checkCases(fichier.path("cas"), defined.referentiel()),
                        () -> objections.add(
                                "/certification",
                                "la définition n’a pas de référentiel « " + certification + " » en version "
                                        + version));
    }

    private void checkCases(JsonNode cases, Referentiel referentiel) {
        Set<String> names = new HashSet<>();
        int index = 0;
        for (JsonNode cas : cases) {
            String at = "/cas/" + index++;
            objections.unique(names, cas.path("nom").asText(), at + "/nom", "le cas");
            if (cas.has("evaluations")) {
                checkEvaluation(cas, at, referentiel);
            } else if (cas.has("jury")) {
                checkJury(cas.path("jury"), at + "/jury", referentiel);
            } else if (cas.has("mention")) {
                checkMention(cas, at, referentiel);
            } else if (cas.has("effet")) {
                checkEffet(cas, at, referentiel);
            }
        }
    }

    private void checkEvaluation(JsonNode cas, String at, Referentiel referentiel) {
        int index = 0;
        for (JsonNode attestation : cas.path("attestations")) {
            String code = attestation.path("prerequis").asText();
            if (referentiel.certification().prerequis(code).isEmpty()) {
                objections.add(
                        at + "/attestations/" + index + "/prerequis", "le prérequis « " + code + " » n’existe pas");
            }
            index++;
        }
        Set<String> entered = new HashSet<>();
        index = 0;
        for (JsonNode evaluation : cas.path("evaluations")) {
            String evaluateur = evaluation.path("evaluateur").asText();
            String epreuve = evaluation.path("epreuve").asText();
            int passage = evaluation.path("passage").asInt(1);
            if (!entered.add(evaluateur + " " + epreuve + " " + passage)) {
                objections.add(
                        at + "/evaluations/" + index,
                        "l’évaluateur « " + evaluateur + " » a déjà noté l’épreuve « " + epreuve + " » dans ce cas");
            }
            index++;
        }
        Set<String> blocs =
                referentiel.blocs().stream().map(BlocCompetences::code).collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>();
        cas.path("attendu").path("blocs").fieldNames().forEachRemaining(expected::add);
        if (!expected.equals(blocs)) {
            objections.add(
                    at + "/attendu/blocs",
                    "le résultat attendu porte sur chaque bloc, ni plus ni moins : " + String.join(", ", blocs));
        }
    }

    private void checkJury(JsonNode jury, String at, Referentiel referentiel) {
        List<String> colleges =
                referentiel.jury().colleges().stream().map(College::code).toList();
        int index = 0;
        for (JsonNode membre : jury.path("membres")) {
            college(colleges, membre.path("college"), at + "/membres/" + index++ + "/college");
        }
        college(colleges, jury.path("presidencePrecedente"), at + "/presidencePrecedente");
    }

    private void college(List<String> colleges, JsonNode code, String at) {
        if (code.isTextual() && !colleges.contains(code.asText())) {
            objections.add(
                    at, "le collège « " + code.asText() + " » n’existe pas, attendu " + String.join(", ", colleges));
        }
    }

    private void checkMention(JsonNode cas, String at, Referentiel referentiel) {
        Set<String> mentions =
                referentiel.mentions().stream().map(Mention::code).collect(Collectors.toCollection(TreeSet::new));
        Set<String> blocs =
                referentiel.blocs().stream().map(BlocCompetences::code).collect(Collectors.toSet());
        Set<String> expected = new TreeSet<>();
        cas.path("attendu").path("mentions").fieldNames().forEachRemaining(expected::add);
        if (!expected.equals(mentions)) {
            objections.add(
                    at + "/attendu/mentions",
                    mentions.isEmpty()
                            ? "le référentiel n’a pas de mention"
                            : "le résultat attendu porte sur chaque mention, ni plus ni moins : "
                                    + String.join(", ", mentions));
        }
        cas.path("attendu").path("emplacements").fieldNames().forEachRemaining(code -> {
            if (!mentions.contains(code)) {
                objections.add(at + "/attendu/emplacements/" + code, "la mention « " + code + " » n’existe pas");
            }
        });
        int index = 0;
        for (JsonNode held : cas.path("mention").path("mentions")) {
            String code = held.path("code").asText();
            if (!mentions.contains(code)) {
                objections.add(at + "/mention/mentions/" + index + "/code", "la mention « " + code + " » n’existe pas");
            }
            index++;
        }
        known(cas.path("mention").path("blocs"), at + "/mention/blocs", blocs::contains, "le bloc");
        known(
                cas.path("mention").path("prerequis"),
                at + "/mention/prerequis",
                code -> referentiel.certification().prerequis(code).isPresent(),
                "le prérequis");
        known(
                cas.path("mention").path("titres"),
                at + "/mention/titres",
                code -> referentiel.titresExercice().stream()
                        .anyMatch(t -> t.code().equals(code)),
                "le titre d’exercice");
    }

    private void known(JsonNode codes, String at, Predicate<String> exists, String what) {
        known(codes, at, exists, what, "n’existe pas");
    }

    private void known(JsonNode codes, String at, Predicate<String> exists, String what, String wrong) {
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i).asText();
            if (!exists.test(code)) {
                objections.add(at + "/" + i, what + " « " + code + " » " + wrong);
            }
        }
    }

    private void checkEffet(JsonNode cas, String at, Referentiel referentiel) {
        Map<String, Classification> grids = definition.classificationsByCode();
        List<Classification> concerned = referentiel.effets().stream()
                .map(EffetCertification::classification)
                .map(grids::get)
                .filter(Objects::nonNull)
                .toList();
        int index = 0;
        for (JsonNode emploi : cas.path("effet").path("emplois")) {
            if (concerned.stream().allMatch(g -> g.emploi(emploi.asText()).isEmpty())) {
                objections.add(
                        at + "/effet/emplois/" + index,
                        "l’emploi-repère « " + emploi.asText()
                                + " » n’est dans aucune classification nommée par les effets");
            }
            index++;
        }
        known(
                cas.path("effet").path("options"),
                at + "/effet/options",
                code -> referentiel.mention(code).isPresent(),
                "l’option",
                "n’est pas une mention de ce référentiel");
        JsonNode position = cas.path("attendu").path("effet").path("position");
        if (position.isTextual()
                && concerned.stream()
                        .allMatch(g -> g.position(position.asText()).isEmpty())) {
            objections.add(
                    at + "/attendu/effet/position",
                    "la position « " + position.asText() + " » n’est dans aucune classification nommée par les effets");
        }
    }
}
