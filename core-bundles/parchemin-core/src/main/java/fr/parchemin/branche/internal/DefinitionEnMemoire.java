package fr.parchemin.branche.internal;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.branche.DefinitionBranche.VersionDefinie;
import fr.parchemin.branche.DefinitionOuverte;
import fr.parchemin.branche.DefinitionReader.Lecture;
import fr.parchemin.branche.MotifErreur;
import fr.parchemin.branche.internal.SchemaBranche.Partie;
import fr.parchemin.branche.internal.YamlDefinitionReader.Documents;
import fr.parchemin.classification.Classification;
import fr.parchemin.referentiel.Referentiel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parsed files of a valid definition; reading it again with one change costs that file only. */
final class DefinitionEnMemoire implements DefinitionOuverte {

    private final YamlDefinitionReader reader;
    private final Documents documents;
    private final DefinitionBranche definition;

    DefinitionEnMemoire(YamlDefinitionReader reader, Documents documents, DefinitionBranche definition) {
        this.reader = reader;
        this.documents = documents;
        this.definition = definition;
    }

    @Override
    public DefinitionBranche definition() {
        return definition;
    }

    @Override
    public List<Fichier> fichiers() {
        List<Fichier> files = new ArrayList<>();
        files.add(new Fichier(documents.main(), "branche", documents.root().content()));
        documents.referentiels().forEach((file, d) -> files.add(new Fichier(file, "referentiel", d.content())));
        documents.classifications().forEach((file, d) -> files.add(new Fichier(file, "classification", d.content())));
        documents.golden().forEach((file, d) -> files.add(new Fichier(file, "casGolden", d.content())));
        return files;
    }

    @Override
    public Integer ligne(String fichier, String pointer) {
        return document(fichier).line(pointer);
    }

    private YamlDocument document(String file) {
        for (Map<String, YamlDocument> kind :
                List.of(documents.referentiels(), documents.classifications(), documents.golden())) {
            if (kind.containsKey(file)) {
                return kind.get(file);
            }
        }
        if (!file.equals(documents.main())) {
            throw new IllegalArgumentException("no file of this definition: " + file);
        }
        return documents.root();
    }

    @Override
    public Lecture with(String fichier, JsonNode contenu) {
        YamlDocument changed = document(fichier).with(contenu);
        if (documents.referentiels().containsKey(fichier)) {
            return referentiel(fichier, changed);
        }
        if (documents.classifications().containsKey(fichier)) {
            return classification(fichier, changed);
        }
        throw new IllegalArgumentException("only référentiels and classifications are changed in memory: " + fichier);
    }

    private Lecture referentiel(String file, YamlDocument changed) {
        List<MotifErreur> motifs = new ArrayList<>(reader.objections(file, Partie.REFERENTIEL, changed));
        if (!motifs.isEmpty()) {
            return new Lecture.Invalide(motifs);
        }
        return YamlDefinitionReader.typed(file, changed, Referentiel.class, motifs)
                .map(referentiel -> {
                    List<VersionDefinie> versions = definition.referentiels().stream()
                            .map(v -> v.fichier().equals(file) ? new VersionDefinie(referentiel, "", "", file) : v)
                            .toList();
                    return checked(
                            new DefinitionBranche(
                                    definition.branche(), versions, definition.classifications(), definition.golden()),
                            new Documents(
                                    documents.main(),
                                    documents.root(),
                                    documents.logo(),
                                    replaced(documents.referentiels(), file, changed),
                                    documents.classifications(),
                                    documents.golden(),
                                    documents.regles()));
                })
                .orElseGet(() -> new Lecture.Invalide(motifs));
    }

    private Lecture classification(String file, YamlDocument changed) {
        List<MotifErreur> motifs = new ArrayList<>(reader.objections(file, Partie.CLASSIFICATION, changed));
        if (!motifs.isEmpty()) {
            return new Lecture.Invalide(motifs);
        }
        int rank = List.copyOf(documents.classifications().keySet()).indexOf(file);
        return YamlDefinitionReader.typed(file, changed, Classification.class, motifs)
                .map(grid -> {
                    List<Classification> grids = new ArrayList<>(definition.classifications());
                    grids.set(rank, grid);
                    return checked(
                            new DefinitionBranche(
                                    definition.branche(), definition.referentiels(), grids, definition.golden()),
                            new Documents(
                                    documents.main(),
                                    documents.root(),
                                    documents.logo(),
                                    documents.referentiels(),
                                    replaced(documents.classifications(), file, changed),
                                    documents.golden(),
                                    documents.regles()));
                })
                .orElseGet(() -> new Lecture.Invalide(motifs));
    }

    private static Map<String, YamlDocument> replaced(
            Map<String, YamlDocument> files, String file, YamlDocument changed) {
        Map<String, YamlDocument> copy = new LinkedHashMap<>(files);
        copy.put(file, changed);
        return copy;
    }

    private static Lecture checked(DefinitionBranche assembled, Documents changed) {
        List<MotifErreur> motifs = YamlDefinitionReader.check(assembled, changed, true);
        return motifs.isEmpty() ? new Lecture.Valide(assembled) : new Lecture.Invalide(motifs);
    }
}
