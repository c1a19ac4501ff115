package fr.parchemin.branche;

import fr.parchemin.classification.Classification;
import fr.parchemin.referentiel.Referentiel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A branch as it stands now; immutable, consistent in itself.
 *
 * @param code its code, or the name under which a nameless plugin is shown
 * @param identite what it says of itself, empty for a plugin that was never admitted
 * @param extension what carries it, empty when it is away or nothing tells
 * @param referentiels the current version of each certification with its hash, in the order of the definition
 * @param classifications its grids by code
 */
public record VueBranche(
        String code,
        Optional<Branche> identite,
        EtatBranche etat,
        Optional<Extension> extension,
        List<ReferentielCourant> referentiels,
        Map<String, Classification> classifications) {

    /**
     * The plugin that carries a branch.
     *
     * @param nom symbolic name of its bundle, or name of the file or folder of a branch without Java
     * @param version of its bundle, beside those of its référentiels; {@code null} without Java
     */
    public record Extension(String nom, String version) {}

    /** A référentiel in force and the hash of its snapshot. */
    public record ReferentielCourant(Referentiel referentiel, String empreinte) {}

    public VueBranche {
        referentiels = List.copyOf(referentiels);
        classifications = Map.copyOf(classifications);
    }

    public String nom() {
        return identite.map(Branche::nom).orElse(code);
    }

    public boolean isActive() {
        return etat instanceof EtatBranche.Active;
    }

    /** Whether new files of that référentiel may be opened on that day. */
    public boolean opens(Referentiel referentiel, LocalDate day) {
        return isActive()
                && referentiel.isInForceOn(day)
                && missingAgrement(referentiel, day).isEmpty();
    }

    /** The approval whose lack keeps files from being opened on that day. */
    public Optional<Agrement> missingAgrement(Referentiel referentiel, LocalDate day) {
        return identite.flatMap(
                b -> b.missingAgrement(referentiel.certification().code(), day));
    }

    public Optional<ReferentielCourant> referentiel(String certification) {
        return referentiels.stream()
                .filter(r -> r.referentiel().certification().code().equals(certification))
                .findFirst();
    }
}
