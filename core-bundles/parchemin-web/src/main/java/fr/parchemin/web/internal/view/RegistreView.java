package fr.parchemin.web.internal.view;

import fr.parchemin.acte.Tranche;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.candidature.Registre;
import fr.parchemin.jury.Jury;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The register of candidatures.
 *
 * @param nombre {@code null} when nothing could be looked for
 * @param branches names by code
 * @param certifications titles by code
 * @param evaluateurs names by identifiant, those there are to choose from
 * @param actes what the account may do with several files
 * @param coche whether every file of the page is ticked already
 */
public record RegistreView(
        Tranche<Candidature> page,
        Registre.Nombre nombre,
        VuesView vues,
        Form erreurs,
        Map<String, String> branches,
        Map<String, String> certifications,
        Map<String, String> evaluateurs,
        List<Jury> jurys,
        Set<ActeEnLot> actes,
        boolean coche,
        boolean peutOuvrir) {

    /** The criteria that are folded away. */
    private static final String[] MORE = {"version", "organisme", "employeur", "evaluateur", "jury", "du", "au"};

    public Criteres criteres() {
        return vues.criteres();
    }

    /** How many of the criteria that are folded away say something. */
    public long more() {
        return criteres().count(MORE);
    }

    /** « 12 dossiers », « plus de 1 000 dossiers ». */
    public String howMany() {
        if (nombre == null) {
            return "";
        }
        return nombre.exact() ? Wording.count(nombre.valeur(), "dossier", "dossiers") : "plus de 1\u202f000 dossiers";
    }
}
