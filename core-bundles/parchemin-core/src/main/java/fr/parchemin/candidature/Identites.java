package fr.parchemin.candidature;

import java.util.UUID;

/** Port: the persons of the platform, as far as applying asks. */
public interface Identites {

    /**
     * In the act under way: the person that a file of this branch already names with the same identity, or a new one.
     * Looks at no other branch.
     */
    UUID of(String branche, Candidat candidat);

    /** Past the act: what the platform does of itself with a person who applied. Nothing of it comes back. */
    void applied(UUID personne, Candidat candidat);
}
