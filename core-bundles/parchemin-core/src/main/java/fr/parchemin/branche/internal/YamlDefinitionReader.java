package fr.parchemin.branche.internal;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.branche.Branche;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionBranche.FichierGolden;
import fr.parchemin.branche.DefinitionBranche.VersionDefinie;
import fr.parchemin.branche.DefinitionOuverte;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.branche.Logo;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.branche.MotifErreur.Code;
import fr.parchemin.branche.internal.SchemaBranche.Partie;
import fr.parchemin.branche.internal.YamlDocument.YamlInvalide;
import fr.parchemin.classification.Classification;
import fr.parchemin.referentiel.DefinitionJson;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.regle.NomRegle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads a definition written in YAML: each file is parsed, held against the schema, then all of them against each other. */
public final class YamlDefinitionReader implements DefinitionReader {

    private static final int FICHIERS_MAXIMUM = 200;
    private static final int OCTETS_MAXIMUM = 4 * YamlDocument.TAILLE_MAXIMALE;

    private SchemaBranche schema;

    @Override
    public synchronized Lecture read(URL definition, Set<NomRegle> regles) {
        List<MotifErreur> motifs = new ArrayList<>();
        return loadAll(definition, regles, motifs)
                .map(documents -> read(documents, motifs))
                .orElseGet(() -> new Lecture.Invalide(motifs));
    }

    /** The parsed files of a definition, by their kind, and the rules in code that come with it. */
    record Documents(
            String main,
            YamlDocument root,
            Optional<String> logo,
            Map<String, YamlDocument> referentiels,
            Map<String, YamlDocument> classifications,
            Map<String, YamlDocument> golden,
            Set<NomRegle> regles) {}

    /** Opens a definition for changes in memory; empty when it is not valid. */
    public synchronized Optional<DefinitionOuverte> open(URL definition, Set<NomRegle> regles) {
        List<MotifErreur> motifs = new ArrayList<>();
        return loadAll(definition, regles, motifs)
                .flatMap(documents -> read(documents, motifs) instanceof Lecture.Valide valide
                        ? Optional.of(new DefinitionEnMemoire(this, documents, valide.definition()))
                        : Optional.empty());
    }

    private Optional<Documents> loadAll(URL definition, Set<NomRegle> regles, List<MotifErreur> motifs) {
        String main = fileName(definition);
        Optional<YamlDocument> root = load(definition, main, Partie.BRANCHE, absent(main, main, null, null), motifs);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        Map<String, YamlDocument> referentiels = new LinkedHashMap<>();
        Map<String, YamlDocument> classifications = new LinkedHashMap<>();
        Map<String, YamlDocument> golden = new LinkedHashMap<>();
        Set<String> named = new LinkedHashSet<>();
        loadParts(definition, main, root.get(), "referentiels", Partie.REFERENTIEL, referentiels, named, motifs);
        loadParts(
                definition, main, root.get(), "classifications", Partie.CLASSIFICATION, classifications, named, motifs);
        loadParts(definition, main, root.get(), "golden", Partie.GOLDEN, golden, named, motifs);
        if (!motifs.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> logo = logo(definition, main, root.get(), motifs);
        return Optional.of(new Documents(main, root.get(), logo, referentiels, classifications, golden, regles));
    }

    private static Lecture read(Documents documents, List<MotifErreur> motifs) {
        Optional<DefinitionBranche> read = assemble(
                documents.main(),
                documents.root(),
                documents.logo(),
                documents.referentiels(),
                documents.classifications(),
                documents.golden(),
                motifs);
        read.ifPresent(assembled -> motifs.addAll(check(assembled, documents, false)));
        return motifs.isEmpty() ? new Lecture.Valide(read.orElseThrow()) : new Lecture.Invalide(motifs);
    }

    /**
     * What is incoherent among files that each are valid.
     *
     * @param changed whether a tool changed something in memory: that a rule in code is then named nowhere is what the change
     *     does, not a mistake
     */
    static List<MotifErreur> check(DefinitionBranche assembled, Documents documents, boolean changed) {
        List<MotifErreur> motifs = new ArrayList<>(new Coherence(assembled)
                .check(
                        documents.main(),
                        documents.root(),
                        documents.referentiels(),
                        documents.classifications(),
                        documents.golden()));
        CoherenceCode code = new CoherenceCode(documents.regles());
        motifs.addAll(code.missing(documents.main(), documents.root(), documents.referentiels()));
        if (!changed) {
            motifs.addAll(code.idle(documents.main(), documents.root()));
        }
        return motifs;
    }

    private static Optional<DefinitionBranche> assemble(
            String main,
            YamlDocument root,
            Optional<String> logo,
            Map<String, YamlDocument> referentiels,
            Map<String, YamlDocument> classifications,
            Map<String, YamlDocument> golden,
            List<MotifErreur> motifs) {
        Optional<Branche> branche = typed(main, root, Branche.class, motifs).map(b -> b.withLogo(logo.orElse(null)));
        List<VersionDefinie> versions = new ArrayList<>();
        referentiels.forEach((file, document) -> typed(file, document, Referentiel.class, motifs)
                .ifPresent(referentiel -> {
                    String canonical = CanonicalJson.write(document.content());
                    versions.add(new VersionDefinie(referentiel, CanonicalJson.sha256(canonical), canonical, file));
                }));
        List<Classification> grids = new ArrayList<>();
        classifications.forEach((file, document) ->
                typed(file, document, Classification.class, motifs).ifPresent(grids::add));
        List<FichierGolden> cases = new ArrayList<>();
        golden.forEach((file, document) -> cases.add(new FichierGolden(file, document.content(), caseLines(document))));
        return motifs.isEmpty()
                ? Optional.of(new DefinitionBranche(branche.orElseThrow(), versions, grids, cases))
                : Optional.empty();
    }

    /** The picture that the definition names, as an address that holds it. */
    private static Optional<String> logo(URL base, String main, YamlDocument root, List<MotifErreur> motifs) {
        if (!root.content().path("logo").isTextual()) {
            return Optional.empty();
        }
        String file = root.content().path("logo").asText();
        Integer line = root.line("/logo");
        byte[] content;
        try {
            content = bytes(new URL(base, file), Logo.OCTETS_MAXIMUM + 1);
        } catch (IOException | RuntimeException absent) { // the handler of a bundle that goes may throw either
            motifs.add(absent(file, main, line, "logo"));
            return Optional.empty();
        }
        Optional<String> objection = Logo.objection(file, content);
        if (objection.isPresent()) {
            motifs.add(new MotifErreur(Code.INCOHERENCE, objection.get(), main, line, "logo"));
            return Optional.empty();
        }
        return Optional.of(Logo.address(file, content));
    }

    /** The records of a file that the schema admits; a value beyond what they hold (a number too large) is a reason. */
    static <T> Optional<T> typed(String file, YamlDocument document, Class<T> type, List<MotifErreur> motifs) {
        try {
            return Optional.of(DefinitionJson.read(document.content(), type));
        } catch (UncheckedIOException beyond) {
            String pointer = beyond.getCause() instanceof JsonMappingException mapping
                    ? mapping.getPath().stream()
                            .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                            .collect(Collectors.joining())
                    : "";
            motifs.add(new MotifErreur(
                    Code.SCHEMA_NON_RESPECTE,
                    "la valeur dépasse ce que la plateforme sait lire",
                    file,
                    document.line(pointer),
                    path(pointer)));
            return Optional.empty();
        }
    }

    private static List<Integer> caseLines(YamlDocument golden) {
        return IntStream.range(0, golden.content().path("cas").size())
                .mapToObj(rank -> golden.line("/cas/" + rank))
                .toList();
    }

    private void loadParts(
            URL base,
            String main,
            YamlDocument root,
            String key,
            Partie partie,
            Map<String, YamlDocument> into,
            Set<String> named,
            List<MotifErreur> motifs) {
        int index = 0;
        for (JsonNode item : root.content().path(key)) {
            String file = item.asText();
            String path = key + "[" + index + "]";
            Integer line = root.line("/" + key + "/" + index);
            index++;
            if (!file.matches("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*")) {
                motifs.add(new MotifErreur(
                        Code.DEFINITION_INTROUVABLE,
                        "« " + file
                                + " » n’est pas un chemin relatif simple (lettres, chiffres, points, tirets, « / »)",
                        main,
                        line,
                        path));
            } else if (!named.add(file)) {
                motifs.add(new MotifErreur(
                        Code.INCOHERENCE, "le fichier « " + file + " » est nommé deux fois", main, line, path));
            } else if (named.size() > FICHIERS_MAXIMUM) {
                motifs.add(new MotifErreur(
                        Code.INCOHERENCE, "plus de " + FICHIERS_MAXIMUM + " fichiers", main, line, path));
                return;
            } else {
                try {
                    load(new URL(base, file), file, partie, absent(file, main, line, path), motifs)
                            .ifPresent(d -> into.put(file, d));
                } catch (MalformedURLException impossible) {
                    motifs.add(new MotifErreur(
                            Code.DEFINITION_INTROUVABLE,
                            "« " + file + " » : " + impossible.getMessage(),
                            main,
                            line,
                            path));
                }
            }
        }
    }

    private static MotifErreur absent(String file, String namedBy, Integer line, String path) {
        return new MotifErreur(
                Code.DEFINITION_INTROUVABLE,
                "le fichier « " + file + " » est introuvable ou illisible dans l’extension",
                namedBy,
                line,
                path);
    }

    private Optional<YamlDocument> load(
            URL url, String file, Partie partie, MotifErreur whenAbsent, List<MotifErreur> motifs) {
        String text;
        try {
            text = text(url);
        } catch (CharacterCodingException notUtf8) {
            motifs.add(new MotifErreur(Code.YAML_INVALIDE, "le fichier n’est pas en UTF-8", file, null, null));
            return Optional.empty();
        } catch (YamlInvalide tooLong) {
            motifs.add(new MotifErreur(Code.YAML_INVALIDE, tooLong.getMessage(), file, null, null));
            return Optional.empty();
        } catch (IOException | RuntimeException absent) { // the handler of a bundle that goes may throw either
            motifs.add(whenAbsent);
            return Optional.empty();
        }
        YamlDocument document;
        try {
            document = YamlDocument.parse(file, text);
        } catch (YamlInvalide invalid) {
            motifs.add(new MotifErreur(Code.YAML_INVALIDE, invalid.getMessage(), file, invalid.ligne(), null));
            return Optional.empty();
        }
        List<MotifErreur> objections = objections(file, partie, document);
        motifs.addAll(objections);
        return objections.isEmpty() ? Optional.of(document) : Optional.empty();
    }

    /** What the schema objects to in a file. */
    List<MotifErreur> objections(String file, Partie partie, YamlDocument document) {
        if (schema == null) {
            schema = new SchemaBranche();
        }
        return schema.objections(partie, document.content()).stream()
                .map(objection -> new MotifErreur(
                        Code.SCHEMA_NON_RESPECTE,
                        objection.message(),
                        file,
                        document.line(objection.pointer()),
                        path(objection.pointer())))
                .toList();
    }

    private static String text(URL url) throws IOException, YamlInvalide {
        byte[] bytes = bytes(url, OCTETS_MAXIMUM + 1);
        if (bytes.length > OCTETS_MAXIMUM) {
            throw new YamlInvalide("le fichier dépasse " + OCTETS_MAXIMUM + " octets", null);
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** The file, or as much of it as that. */
    private static byte[] bytes(URL url, int most) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false); // a replaced jar of the same name must not be read from a cache
        try (InputStream in = connection.getInputStream()) {
            return in.readNBytes(most);
        }
    }

    /** The path people read, {@code blocs[2].epreuves[0].seuil}, for a JSON pointer. */
    static String path(String pointer) {
        StringBuilder path = new StringBuilder();
        for (String step : pointer.split("/")) {
            if (step.isEmpty()) {
                continue;
            }
            if (step.chars().allMatch(Character::isDigit)) {
                path.append('[').append(step).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".")
                        .append(step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return path.toString();
    }

    private static String fileName(URL url) {
        String path = url.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
