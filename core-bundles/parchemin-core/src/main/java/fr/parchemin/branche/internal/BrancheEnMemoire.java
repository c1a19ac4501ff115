package fr.parchemin.branche.internal;

import fr.parchemin.branche.Branche;
import fr.parchemin.branche.EtatBranche;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.branche.VueBranche.Extension;
import fr.parchemin.branche.VueBranche.ReferentielCourant;
import fr.parchemin.classification.Classification;
import fr.parchemin.referentiel.Referentiel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that the registry holds of a branch in memory, from which its view of a given day is made.
 *
 * @param versions every version that the definition brought
 * @param history versions ever admitted, by certification, lowest first
 */
record BrancheEnMemoire(
        String code,
        Optional<Branche> identite,
        EtatBranche etat,
        Optional<Extension> extension,
        List<ReferentielCourant> versions,
        List<Classification> classifications,
        Map<String, List<String>> history) {

    /** Numbers written without leading zeros: the longer is the larger. */
    private static final Comparator<String> NOMBRES =
            Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

    /** A plugin of which nothing is known but that it is there and why it is not admitted. */
    static BrancheEnMemoire unknown(String code, EtatBranche etat, Optional<Extension> extension) {
        return new BrancheEnMemoire(code, Optional.empty(), etat, extension, List.of(), List.of(), Map.of());
    }

    BrancheEnMemoire with(EtatBranche next, Optional<Extension> carrier) {
        return new BrancheEnMemoire(code, identite, next, carrier, versions, classifications, history);
    }

    /** The branch on that day: of each certification the highest version in force, or the highest when none is. */
    VueBranche on(LocalDate day) {
        Map<String, ReferentielCourant> current = new LinkedHashMap<>();
        Comparator<ReferentielCourant> order = Comparator.comparing(
                        (ReferentielCourant r) -> r.referentiel().isInForceOn(day))
                .thenComparing(r -> r.referentiel().version(), BrancheEnMemoire::compareVersions);
        for (ReferentielCourant version : versions) {
            Referentiel referentiel = version.referentiel();
            current.merge(
                    referentiel.certification().code(),
                    version,
                    (left, right) -> order.compare(left, right) >= 0 ? left : right);
        }
        return new VueBranche(
                code,
                identite,
                etat,
                extension,
                List.copyOf(current.values()),
                classifications.stream().collect(Collectors.toMap(Classification::code, Function.identity())));
    }

    /** Versions in their order, number by number, however large the numbers are. */
    static int compareVersions(String left, String right) {
        return Arrays.compare(left.split("\\."), right.split("\\."), NOMBRES);
    }
}
