package fr.parchemin.migration;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Refus;
import fr.parchemin.candidature.Candidature;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves open files to a newer version of their référentiel, by the transitions that the branch declares. For the
 * secretariat of the branch.
 */
public interface Migrations {

    /**
     * What was done to a file.
     *
     * @param faites oldest first
     * @param nonAnnulable why the last one cannot be undone, empty when it can
     */
    record Historique(List<Migration> faites, Optional<Refus> nonAnnulable) {}

    /**
     * The open files of one version.
     *
     * @param ouvertes files that no jury has closed
     * @param courante whether the version is the current one
     * @param reprenable whether transitions lead from it to the current one
     * @param delivranceJusquAu last day of its award, {@code null} without limit
     */
    record Denombrement(
            String version, long ouvertes, boolean courante, boolean reprenable, LocalDate delivranceJusquAu) {}

    /**
     * What {@link #migrate} would do now; nothing is written.
     *
     * @param version {@code null} for the current one
     */
    Outcome<Apercu> preview(Acteur by, UUID candidature, String version);

    /** Does it, in one act, and tells what was done. */
    Outcome<Apercu> migrate(Acteur by, UUID candidature, String version);

    /** Puts the file, its marks and its évaluateurs back to what they were, unless something was done on it since. */
    Outcome<Candidature> undo(Acteur by, UUID candidature);

    Outcome<Historique> history(Acteur by, UUID candidature);

    /** How many open files of a certification stand on which version; one line a version, whatever their number. */
    Outcome<List<Denombrement>> census(Acteur by, String branche, String certification);
}
