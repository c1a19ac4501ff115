package fr.parchemin.liste;

import java.util.Set;

/** The lists of which views are kept, each with the criteria that its address knows. */
public enum Liste {
    CANDIDATURES(Set.of(
            "branche",
            "certification",
            "version",
            "etat",
            "organisme",
            "employeur",
            "evaluateur",
            "jury",
            "du",
            "au",
            "texte",
            "tri")),
    JURYS(Set.of("branche", "certification", "etat", "du", "au"));

    private final Set<String> criteres;

    Liste(Set<String> criteres) {
        this.criteres = criteres;
    }

    /** Names of the criteria, as its address and the interface name them. */
    public Set<String> criteres() {
        return criteres;
    }
}
