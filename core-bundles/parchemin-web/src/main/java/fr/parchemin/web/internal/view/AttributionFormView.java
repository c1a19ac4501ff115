package fr.parchemin.web.internal.view;

import fr.parchemin.acces.Portee.Etendue;
import fr.parchemin.acces.Role;
import java.util.List;
import java.util.Map;

/**
 * A role to give: which there are, and where.
 *
 * @param branches names by code
 * @param compte identifiant of the account, empty when it is to be typed
 * @param plateforme whether roles of the platform are among them
 */
public record AttributionFormView(List<Role> roles, Map<String, String> branches, String compte, boolean plateforme) {

    /** How far less than a branch a role may reach. */
    public static List<Etendue> narrow() {
        return List.of(Etendue.ORGANISME_SEUL, Etendue.SESSION, Etendue.JURY_SEUL, Etendue.DOSSIER);
    }

    /** How far the role may be given, for people to choose: « la plateforme », « une branche ou un jury ». */
    public static String reach(Role role) {
        return List.of(Etendue.values()).stream()
                .filter(role::reaches)
                .map(Etendue::libelle)
                .reduce((a, b) -> a + " ou " + b)
                .orElse("");
    }
}
