package fr.parchemin.branche.internal;

import fr.parchemin.branche.Branche;
import fr.parchemin.branche.BrancheConnue;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.classification.Classification;
import fr.parchemin.referentiel.DefinitionJson;
import java.time.Instant;
import java.util.List;

/**
 * What is kept of an admitted branch beside its snapshots; the JSON of {@link BrancheConnue#definition()}.
 *
 * @param prouvePar the very bundles, of the plugin and of the platform, with which it was admitted, and the content for one without Java; {@code null} when unknown
 */
record MemoireBranche(
        Branche identite, List<Classification> classifications, List<VersionConnue> versions, String prouvePar) {

    /** A version that the definition brought. */
    record VersionConnue(String certification, String version) {}

    static MemoireBranche of(DefinitionBranche definition, String prouvePar) {
        return new MemoireBranche(
                definition.branche(),
                definition.classifications(),
                definition.referentiels().stream()
                        .map(v -> new VersionConnue(
                                v.referentiel().certification().code(),
                                v.referentiel().version()))
                        .toList(),
                prouvePar);
    }

    BrancheConnue written(Instant now) {
        return new BrancheConnue(
                identite.code(), identite.nom(), DefinitionJson.tree(this).toString(), now, null);
    }

    /** Whether the two describe the same branch, whatever proved it. */
    boolean saysTheSameAs(MemoireBranche other) {
        return identite.equals(other.identite)
                && classifications.equals(other.classifications)
                && versions.equals(other.versions);
    }

    static MemoireBranche read(BrancheConnue connue) {
        return DefinitionJson.read(connue.definition(), MemoireBranche.class);
    }
}
