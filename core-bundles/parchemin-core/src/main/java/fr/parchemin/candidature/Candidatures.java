package fr.parchemin.candidature;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Port: the candidatures. */
public interface Candidatures {

    /**
     * Which candidatures to list.
     *
     * @param branches only these; nothing is listed when empty
     * @param etat code of a state, {@code null} for any
     * @param deposeePar identifiant of who submitted, {@code null} for any
     * @param evaluateur identifiant of a designated évaluateur, {@code null} for any
     * @param jury id of the jury they are or were before, {@code null} for any
     * @param apres number after which to go on, {@code null} for the newest
     * @param limite most to give
     */
    record Selection(
            Set<String> branches,
            String etat,
            String deposeePar,
            String evaluateur,
            UUID jury,
            String apres,
            int limite) {
        public Selection {
            branches = Set.copyOf(branches);
        }
    }

    Optional<Candidature> find(UUID id);

    /** Newest first; one query for the files and one for their parts, whatever their number. */
    List<Candidature> list(Selection selection);

    /** An open file of the same person (birth name, first names and birth date) for the same certification. */
    Optional<Candidature> findOpen(String branche, String certification, Candidat candidat);

    /** Next number of a file, growing; may leave holes. */
    long nextNumero();

    void add(Candidature candidature);

    /** Replaces the file if its revision is still the given one; a conflict refuses the act when it commits. */
    void update(Candidature candidature);
}
