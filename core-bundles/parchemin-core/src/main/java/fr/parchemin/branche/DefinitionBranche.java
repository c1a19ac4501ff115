package fr.parchemin.branche;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.classification.Classification;
import fr.parchemin.referentiel.Referentiel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A valid definition: everything a branch hands over. */
public record DefinitionBranche(
        Branche branche,
        List<VersionDefinie> referentiels,
        List<Classification> classifications,
        List<FichierGolden> golden) {

    /**
     * A référentiel with the canonical form that its snapshot keeps.
     *
     * @param fichier file of the definition that holds it
     */
    public record VersionDefinie(Referentiel referentiel, String empreinte, String contenu, String fichier) {}

    /**
     * A file of golden cases, checked against the schema.
     *
     * @param contenu its JSON form
     * @param lignes line of each case, in their order
     */
    public record FichierGolden(String fichier, JsonNode contenu, List<Integer> lignes) {
        public FichierGolden {
            lignes = List.copyOf(lignes);
        }
    }

    public DefinitionBranche {
        referentiels = List.copyOf(referentiels);
        classifications = List.copyOf(classifications);
        golden = List.copyOf(golden);
    }

    /** The référentiel of a certification at that version. */
    public Optional<VersionDefinie> referentiel(String certification, String version) {
        return referentiels.stream()
                .filter(v -> v.referentiel().certification().code().equals(certification)
                        && v.referentiel().version().equals(version))
                .findFirst();
    }

    /** The grids by code; the first when two share one, which no valid definition has. */
    public Map<String, Classification> classificationsByCode() {
        return classifications.stream()
                .collect(Collectors.toMap(Classification::code, Function.identity(), (first, second) -> first));
    }
}
