package fr.parchemin.liste;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A view of a list that somebody keeps: criteria under a name of their own.
 *
 * @param identifiant account whose view it is; nobody else's
 * @param criteres values by name, see {@link Liste#criteres()}; none for the whole list
 * @param defaut whether the list opens with it; one a list at most
 */
public record VueEnregistree(
        UUID id,
        String identifiant,
        Liste liste,
        String nom,
        Map<String, List<String>> criteres,
        boolean defaut,
        Instant creeeLe) {

    public VueEnregistree {
        Map<String, List<String>> sorted = new TreeMap<>();
        criteres.forEach((name, values) -> sorted.put(name, List.copyOf(values)));
        criteres = Collections.unmodifiableMap(sorted);
    }

    public VueEnregistree named(String other) {
        return new VueEnregistree(id, identifiant, liste, other, criteres, defaut, creeeLe);
    }

    public VueEnregistree withDefaut(boolean whether) {
        return new VueEnregistree(id, identifiant, liste, nom, criteres, whether, creeeLe);
    }
}
