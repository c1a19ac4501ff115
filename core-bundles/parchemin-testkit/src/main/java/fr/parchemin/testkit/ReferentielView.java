package fr.parchemin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A référentiel and what other files may name in it. */
final class ReferentielView {

    private static final String NOTE_MINIMALE = "NOTE_MINIMALE";
    private static final String PORTE = "PORTE";

    private final DefinitionFile file;
    private final JsonNode content;

    ReferentielView(DefinitionFile file) {
        this.file = file;
        this.content = file.contenu();
    }

    DefinitionFile file() {
        return file;
    }

    String key() {
        return content.path("certification").path("code").asText() + " "
                + content.path("version").asText();
    }

    private List<JsonNode> blocs() {
        return list(content.path("blocs"));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static List<JsonNode> competences(JsonNode bloc) {
        return list(bloc.path("competences"));
    }

    private static List<JsonNode> criteres(JsonNode bloc) {
        return competences(bloc).stream()
                .flatMap(c -> list(c.path("criteres")).stream())
                .toList();
    }

    private static List<JsonNode> epreuves(JsonNode bloc) {
        return list(bloc.path("epreuves"));
    }

    private static Set<String> codes(Iterable<JsonNode> objects) {
        Set<String> codes = new LinkedHashSet<>();
        objects.forEach(o -> codes.add(o.path("code").asText()));
        return codes;
    }

    Set<String> codesBlocs() {
        return codes(blocs());
    }

    Set<String> codesPrerequis() {
        return codes(content.path("certification").path("prerequis"));
    }

    Set<String> codesColleges() {
        return codes(content.path("jury").path("colleges"));
    }

    List<JsonNode> effets() {
        return list(content.path("effets"));
    }

    /** The épreuves of every bloc, by code. */
    Map<String, JsonNode> epreuves() {
        Map<String, JsonNode> epreuves = new LinkedHashMap<>();
        blocs().forEach(b ->
                epreuves(b).forEach(e -> epreuves.put(e.path("code").asText(), e)));
        return epreuves;
    }

    /** The criteria that an épreuve observes, by code; empty when there is no such épreuve. */
    Map<String, JsonNode> criteresOf(String epreuve) {
        Map<String, JsonNode> observed = new LinkedHashMap<>();
        for (JsonNode bloc : blocs()) {
            for (JsonNode candidate : epreuves(bloc)) {
                if (candidate.path("code").asText().equals(epreuve)) {
                    observed.putAll(criteres(bloc, candidate));
                }
            }
        }
        return observed;
    }

    private static Map<String, JsonNode> criteres(JsonNode bloc, JsonNode epreuve) {
        Set<String> whole = texts(epreuve.path("competences"));
        Set<String> single = texts(epreuve.path("criteres"));
        Map<String, JsonNode> observed = new LinkedHashMap<>();
        for (JsonNode competence : competences(bloc)) {
            for (JsonNode critere : competence.path("criteres")) {
                String code = critere.path("code").asText();
                if (whole.contains(competence.path("code").asText()) || single.contains(code)) {
                    observed.put(code, critere);
                }
            }
        }
        return observed;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(t -> texts.add(t.asText()));
        return texts;
    }

    Map<String, BigDecimal> baremes() {
        Map<String, BigDecimal> baremes = new LinkedHashMap<>();
        for (String epreuve : epreuves().keySet()) {
            criteresOf(epreuve).values().stream()
                    .filter(c -> c.path("echelle").asText().equals("POINTS"))
                    .map(c -> c.path("bareme").decimalValue())
                    .reduce(BigDecimal::add)
                    .ifPresent(sum -> baremes.put(epreuve, sum));
        }
        return baremes;
    }

    void duplicateCodes(Problems problems) {
        problems.duplicates(
                file, "certification.prerequis", content.path("certification").path("prerequis"), "code");
        problems.duplicates(file, "activites", content.path("activites"), "code");
        problems.duplicates(file, "blocs", blocs(), "code");
        problems.duplicates(file, "blocs[].competences", every(ReferentielView::competences), "code");
        problems.duplicates(file, "blocs[].competences[].criteres", every(ReferentielView::criteres), "code");
        problems.duplicates(file, "blocs[].epreuves", every(ReferentielView::epreuves), "code");
        problems.duplicates(file, "jury.colleges", content.path("jury").path("colleges"), "code");
    }

    private List<JsonNode> every(Function<JsonNode, List<JsonNode>> part) {
        return blocs().stream().flatMap(b -> part.apply(b).stream()).toList();
    }

    void unknownReferences(Map<String, ClassificationView> classifications, Problems problems) {
        Set<String> activites = codes(content.path("activites"));
        int b = 0;
        for (JsonNode bloc : blocs()) {
            String path = "blocs[" + b++ + "]";
            problems.unknown(file, path + ".activites", "activité", bloc.path("activites"), activites);
            int e = 0;
            for (JsonNode epreuve : epreuves(bloc)) {
                String at = path + ".epreuves[" + e++ + "]";
                problems.unknown(
                        file, at + ".competences", "compétence", epreuve.path("competences"), codes(competences(bloc)));
                problems.unknown(file, at + ".criteres", "critère", epreuve.path("criteres"), codes(criteres(bloc)));
                problems.unknown(file, at + ".remplace", "épreuve", epreuve.path("remplace"), codes(epreuves(bloc)));
            }
            for (JsonNode regle : rules(bloc.path("regle")).toList()) {
                String at = path + ".regle";
                problems.unknown(file, at, "compétence", regle.path("competences"), codes(competences(bloc)));
                problems.unknown(file, at, "épreuve", regle.path("epreuve"), codes(epreuves(bloc)));
                problems.unknown(file, at, "épreuve", regle.path("ouvre"), codes(epreuves(bloc)));
                problems.unknown(file, at, "critère", regle.path("critere"), codes(criteres(bloc)));
                problems.unknown(file, at, "prérequis", regle.path("prerequis"), codesPrerequis());
            }
        }
        int i = 0;
        for (JsonNode effet : effets()) {
            String at = "effets[" + i++ + "]";
            problems.unknown(file, at, "classification", effet.path("classification"), classifications.keySet());
            ClassificationView grid =
                    classifications.get(effet.path("classification").asText());
            if (grid != null) {
                problems.unknown(file, at, "position", effet.path("niveaux"), grid.positions());
                problems.unknown(file, at, "emploi", effet.path("emplois"), grid.emplois());
            }
        }
    }

    /** A rule and those it is made of. */
    private static Stream<JsonNode> rules(JsonNode regle) {
        return Stream.concat(
                Stream.of(regle), list(regle.path("regles")).stream().flatMap(ReferentielView::rules));
    }

    void contradictions(Problems problems) {
        Map<String, BigDecimal> baremes = baremes();
        int b = 0;
        for (JsonNode bloc : blocs()) {
            String path = "blocs[" + b++ + "]";
            everyCriterionIsObserved(bloc, path, problems);
            eliminationsAgree(bloc, path, problems);
            for (JsonNode regle : rules(bloc.path("regle")).toList()) {
                String type = regle.path("type").asText();
                if (type.equals(NOTE_MINIMALE) || type.equals(PORTE)) {
                    thresholdFits(regle, path, baremes, problems);
                }
                if (type.equals("AU_MOINS")
                        && regle.path("nombre").asInt() > regle.path("regles").size()) {
                    problems.add(
                            file,
                            path + ".regle",
                            "AU_MOINS " + regle.path("nombre") + " sur "
                                    + regle.path("regles").size() + " règles");
                }
            }
        }
        int required = content.path("regle").path("nombre").asInt();
        if (required > b) {
            problems.add(file, "regle", required + " blocs exigés sur " + b);
        }
    }

    private void everyCriterionIsObserved(JsonNode bloc, String path, Problems problems) {
        Set<String> observed = new HashSet<>();
        for (JsonNode epreuve : epreuves(bloc)) {
            Set<String> here = criteres(bloc, epreuve).keySet();
            if (here.isEmpty()) {
                problems.add(file, path, "l'épreuve « " + epreuve.path("code").asText() + " » n'évalue aucun critère");
            }
            observed.addAll(here);
        }
        for (String critere : codes(criteres(bloc))) {
            if (!observed.contains(critere)) {
                problems.add(file, path, "aucune épreuve n'évalue le critère « " + critere + " »");
            }
        }
    }

    private void eliminationsAgree(JsonNode bloc, String path, Problems problems) {
        Set<String> ruled = new HashSet<>();
        rules(bloc.path("regle"))
                .filter(r -> r.path("type").asText().equals("ELIMINATOIRE"))
                .forEach(r -> ruled.add(r.path("critere").asText()));
        for (JsonNode critere : criteres(bloc)) {
            String code = critere.path("code").asText();
            if (critere.path("eliminatoire").asBoolean() != ruled.contains(code)) {
                problems.add(
                        file,
                        path,
                        "le critère « " + code
                                + " » est éliminatoire dans la grille ou dans la règle, pas dans les deux");
            }
        }
    }

    private void thresholdFits(JsonNode regle, String path, Map<String, BigDecimal> baremes, Problems problems) {
        String epreuve = regle.path("epreuve").asText();
        BigDecimal bareme = baremes.get(epreuve);
        BigDecimal seuil = regle.path("seuil").decimalValue();
        if (bareme == null) {
            problems.add(file, path + ".regle", "l'épreuve « " + epreuve + " » n'est pas notée en points");
        } else if (seuil.compareTo(bareme) > 0) {
            problems.add(file, path + ".regle.seuil", seuil + " dépasse le barème de " + bareme);
        }
    }
}
