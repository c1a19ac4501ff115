package fr.parchemin.branche;

import java.util.List;
import java.util.Objects;

/**
 * Something that was dropped for a branch and holds none that could be read. Whoever watches over the drop folder
 * registers it as a service for as long as it lies there, so that it shows among the branches instead of nowhere.
 *
 * @param nom name under which it shows, never the shape of a code; usually the name of the file
 * @param branche code of the branch that the same file brought before, {@code null} when none is known: that branch is
 *     then in error for these reasons instead of being merely away
 * @param motifs why, at least one
 */
public record ArtefactRefuse(String nom, String branche, List<MotifErreur> motifs) {

    /** Service property of a {@code BranchePlugin}: name of the file it was read from, shown when its code cannot be. */
    public static final String ARTEFACT = "parchemin.artefact";

    /**
     * Service property of a {@code BranchePlugin} read from a file: a hash of everything it holds. Without it such a branch is
     * examined at each start.
     */
    public static final String EMPREINTE = "parchemin.empreinte";

    public ArtefactRefuse {
        Objects.requireNonNull(nom);
        motifs = List.copyOf(motifs);
        if (motifs.isEmpty()) {
            throw new IllegalArgumentException("no reason for " + nom);
        }
    }
}
