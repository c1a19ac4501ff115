package fr.parchemin.web.internal.view;

import fr.parchemin.acces.Droit;
import fr.parchemin.acces.Role;
import java.util.Arrays;
import java.util.List;

/**
 * The table of rights, or what one role may of it.
 *
 * @param role {@code null} for all
 */
public record DroitsView(Role role) {

    public List<Droit> droits() {
        return Arrays.stream(Droit.values())
                .filter(droit -> role == null
                        || droit.isForEverybodySignedIn()
                        || droit.lien(role).isPresent())
                .toList();
    }

    public List<Role> roles() {
        return List.of(Role.values());
    }

    /** « secrétariat », « jury (présenté à un jury) ». */
    public static List<String> who(Droit droit) {
        if (droit.isPublic()) {
            return List.of("tout le monde");
        }
        if (droit.isForEverybodySignedIn()) {
            return List.of("toute personne connectée");
        }
        return droit.octrois().entrySet().stream()
                .map(octroi -> octroi.getKey().libelle()
                        + (octroi.getValue().libelle().isEmpty()
                                ? ""
                                : " (" + octroi.getValue().libelle() + ")"))
                .toList();
    }
}
