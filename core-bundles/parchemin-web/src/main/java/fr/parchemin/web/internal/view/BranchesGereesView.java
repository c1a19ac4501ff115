package fr.parchemin.web.internal.view;

import fr.parchemin.administration.Depots;
import fr.parchemin.administration.Depots.Fiche;
import fr.parchemin.administration.Depots.Verdict;
import fr.parchemin.administration.DossierDepot;
import java.util.stream.Collectors;

/**
 * The branches with what brings them.
 *
 * @param verdict of what was just verified, {@code null} when nothing was
 * @param prouver whether to drop asks who one is
 * @param code whether that takes a code beside the password
 */
public record BranchesGereesView(Depots.Etat etat, Verdict verdict, boolean prouver, boolean code) {

    /** Where a branch comes from, in words. */
    public static String provenance(Fiche fiche) {
        if (fiche.artefacts().isEmpty()) {
            return fiche.vue()
                    .extension()
                    .map(e -> "Installée par l’exploitant, hors du dépôt : " + e.nom())
                    .orElse("Rien ne l’apporte");
        }
        return fiche.artefacts().stream()
                .map(a -> Wording.capital(a.sorte().libelle()) + " « " + a.nom() + " »")
                .collect(Collectors.joining(", "));
    }

    /** « 8 Mo ». */
    public static String limit() {
        return Wording.weight(DossierDepot.OCTETS_MAXIMUM);
    }
}
