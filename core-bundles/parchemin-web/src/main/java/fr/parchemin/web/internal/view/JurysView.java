package fr.parchemin.web.internal.view;

import fr.parchemin.acte.Tranche;
import fr.parchemin.jury.Jury;
import java.util.Map;

/**
 * The register of juries.
 *
 * @param branches names by code
 * @param certifications titles by code
 */
public record JurysView(
        Tranche<Jury> page,
        VuesView vues,
        Form erreurs,
        Map<String, String> branches,
        Map<String, String> certifications,
        boolean peutComposer) {

    public Criteres criteres() {
        return vues.criteres();
    }
}
