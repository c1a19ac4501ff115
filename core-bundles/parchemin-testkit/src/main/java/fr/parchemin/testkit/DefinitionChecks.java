package fr.parchemin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URL;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Checks of a branch definition that need nothing of the core. Each returns French sentences that name the file and the
 * place; an empty list means that all is well.
 */
public final class DefinitionChecks {

    private static final Set<String> DATES =
            Set.of("decideLe", "enVigueurDu", "enVigueurAu", "decision", "du", "au", "le", "valideJusquAu");

    private final List<DefinitionFile> files = new ArrayList<>();
    private final List<ReferentielView> referentiels;
    private final Map<String, ClassificationView> classifications = new LinkedHashMap<>();

    private DefinitionChecks(URL definition) {
        DefinitionFile branche = DefinitionFile.read(definition, "branche.yaml", "branche");
        files.add(branche);
        readAll(definition, branche.contenu().path("referentiels"), "referentiel");
        readAll(definition, branche.contenu().path("classifications"), "classification");
        readAll(definition, branche.contenu().path("golden"), "casGolden");
        referentiels = ofKind("referentiel").stream().map(ReferentielView::new).toList();
        for (DefinitionFile file : ofKind("classification")) {
            classifications.put(file.contenu().path("code").asText(), new ClassificationView(file));
        }
    }

    /**
     * Reads a definition with every file it names.
     *
     * @throws java.io.UncheckedIOException when one of them cannot be read
     */
    public static DefinitionChecks of(URL definition) {
        return new DefinitionChecks(definition);
    }

    private void readAll(URL base, JsonNode names, String kind) {
        names.forEach(name -> files.add(DefinitionFile.read(base, name.asText(), kind)));
    }

    private List<DefinitionFile> ofKind(String kind) {
        return files.stream().filter(f -> f.kind().equals(kind)).toList();
    }

    /** What the schema of the SPI refuses. */
    public List<String> schemaErrors() {
        Problems problems = new Problems();
        DefinitionSchema schema = new DefinitionSchema();
        files.forEach(file -> schema.validate(file, problems));
        return problems.sentences();
    }

    /** Codes that name two things. */
    public List<String> duplicateCodes() {
        Problems problems = new Problems();
        referentiels.forEach(r -> r.duplicateCodes(problems));
        classifications.values().forEach(c -> c.duplicateCodes(problems));
        Set<String> versions = new HashSet<>();
        for (ReferentielView referentiel : referentiels) {
            if (!versions.add(referentiel.key())) {
                problems.add(
                        referentiel.file(), "version", "« " + referentiel.key() + " » est défini par deux fichiers");
            }
        }
        Set<String> grids = new HashSet<>();
        for (DefinitionFile file : ofKind("classification")) {
            String code = file.contenu().path("code").asText();
            if (!grids.add(code)) {
                problems.add(file, "code", "« " + code + " » est défini par deux fichiers");
            }
        }
        for (DefinitionFile golden : ofKind("casGolden")) {
            problems.duplicates(golden, "cas", golden.contenu().path("cas"), "nom");
        }
        return problems.sentences();
    }

    /** Codes that name nothing. */
    public List<String> unknownReferences() {
        Problems problems = new Problems();
        referentiels.forEach(r -> r.unknownReferences(classifications, problems));
        classifications.values().forEach(c -> c.unknownReferences(problems));
        ofKind("casGolden").forEach(golden -> goldenView(golden, problems)
                .ifPresent(view -> view.unknownReferences(classifications, problems)));
        return problems.sentences();
    }

    /** Data that cannot both be right: a threshold above its scale, a criterion nobody observes, a hole in a grid. */
    public List<String> contradictions() {
        Problems problems = new Problems();
        referentiels.forEach(r -> r.contradictions(problems));
        classifications.values().forEach(c -> c.contradictions(problems));
        ofKind("casGolden")
                .forEach(golden -> goldenView(golden, new Problems()).ifPresent(view -> view.contradictions(problems)));
        files.forEach(file -> dates(file, "", file.contenu(), problems));
        return problems.sentences();
    }

    private Optional<GoldenView> goldenView(DefinitionFile golden, Problems problems) {
        String key = golden.contenu().path("certification").asText() + " "
                + golden.contenu().path("version").asText();
        Optional<GoldenView> view = referentiels.stream()
                .filter(r -> r.key().equals(key))
                .findFirst()
                .map(r -> new GoldenView(golden, r));
        if (view.isEmpty()) {
            problems.add(golden, "certification", "aucun référentiel « " + key + " »");
        }
        return view;
    }

    private static void dates(DefinitionFile file, String path, JsonNode node, Problems problems) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                dates(file, path + "[" + i + "]", node.get(i), problems);
            }
        }
        node.fields().forEachRemaining(field -> {
            String below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            if (DATES.contains(field.getKey()) && field.getValue().isTextual()) {
                try {
                    LocalDate.parse(field.getValue().asText());
                } catch (DateTimeException e) {
                    problems.add(file, below, "« " + field.getValue().asText() + " » n'existe pas au calendrier");
                }
            }
            dates(file, below, field.getValue(), problems);
        });
        ordered(file, path, node, "du", "au", problems);
        ordered(file, path, node, "enVigueurDu", "enVigueurAu", problems);
    }

    /** ISO dates order as their texts do. */
    private static void ordered(
            DefinitionFile file, String path, JsonNode node, String from, String to, Problems problems) {
        if (node.path(from).isTextual()
                && node.path(to).isTextual()
                && node.path(from).asText().compareTo(node.path(to).asText()) > 0) {
            problems.add(file, path, "« " + to + " » précède « " + from + " »");
        }
    }

    /** The scale of each épreuve marked in points, by code. */
    public Map<String, BigDecimal> baremes() {
        Map<String, BigDecimal> baremes = new TreeMap<>();
        referentiels.forEach(r -> baremes.putAll(r.baremes()));
        return baremes;
    }

    /** How many golden cases each référentiel has, by certification and version; none counts as zero. */
    public Map<String, Integer> goldenCases() {
        Map<String, Integer> cases = referentiels.stream()
                .collect(Collectors.toMap(ReferentielView::key, r -> 0, (a, b) -> a, TreeMap::new));
        for (DefinitionFile golden : ofKind("casGolden")) {
            String key = golden.contenu().path("certification").asText() + " "
                    + golden.contenu().path("version").asText();
            cases.merge(key, golden.contenu().path("cas").size(), Integer::sum);
        }
        return cases;
    }

    /** The content of a file of the definition, as JSON. */
    public JsonNode content(String fichier) {
        return files.stream()
                .filter(f -> f.nom().equals(fichier))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(fichier))
                .contenu();
    }
}
