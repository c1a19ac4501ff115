package fr.parchemin.branche.internal;

import fr.parchemin.branche.Branche;
import fr.parchemin.branche.BrancheConnue;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.classification.Classification;
import fr.parchemin.referentiel.DefinitionJson;
import java.time.Instant;
import java.util.List;

/** What is kept of an admitted branch beside its snapshots; the JSON of {@link BrancheConnue#definition()}. */
record MemoireBranche(Branche identite, List<Classification> classifications, List<VersionConnue> versions) {

    /** A version that the definition brought. */
    record VersionConnue(String certification, String version) {}

    static BrancheConnue of(DefinitionBranche definition, Instant now) {
        MemoireBranche memoire = new MemoireBranche(
                definition.branche(),
                definition.classifications(),
                definition.referentiels().stream()
                        .map(v -> new VersionConnue(
                                v.referentiel().certification().code(),
                                v.referentiel().version()))
                        .toList());
        return new BrancheConnue(
                definition.branche().code(),
                definition.branche().nom(),
                DefinitionJson.tree(memoire).toString(),
                now,
                null);
    }

    static MemoireBranche read(BrancheConnue connue) {
        return DefinitionJson.read(connue.definition(), MemoireBranche.class);
    }
}
