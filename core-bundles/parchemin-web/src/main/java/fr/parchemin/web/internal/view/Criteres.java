package fr.parchemin.web.internal.view;

import fr.parchemin.liste.Liste;
import fr.parchemin.liste.VueEnregistree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a list is filtered and ordered by, as its address says it: an address can be sent to somebody else.
 *
 * @param valeurs by name; see {@link Liste#criteres()}
 */
public record Criteres(Liste liste, Map<String, List<String>> valeurs) {

    /** In the address of a list without criteria: that it is wanted whole, whatever view it opens with. */
    public static final String TOUT = "toutes";

    public Criteres {
        Map<String, List<String>> known = new TreeMap<>();
        valeurs.forEach((name, values) -> {
            if (liste.criteres().contains(name) && !values.isEmpty()) {
                known.put(name, List.copyOf(values));
            }
        });
        valeurs = Collections.unmodifiableMap(known);
    }

    public static Criteres of(VueEnregistree vue) {
        return new Criteres(vue.liste(), vue.criteres());
    }

    public boolean isEmpty() {
        return valeurs.isEmpty();
    }

    /** The value of a criterion that has one, empty when it says nothing. */
    public String value(String name) {
        return valeurs.getOrDefault(name, List.of("")).get(0);
    }

    public boolean has(String name, String value) {
        return valeurs.getOrDefault(name, List.of()).contains(value);
    }

    /** How many criteria there are of those names. */
    public long count(String... names) {
        return List.of(names).stream().filter(valeurs::containsKey).count();
    }

    /** Whether both say the same, in whatever order. */
    public boolean isSameAs(Criteres other) {
        return valeurs.keySet().equals(other.valeurs.keySet())
                && valeurs.keySet().stream().allMatch(name -> new HashSet<>(valeurs.get(name))
                        .equals(new HashSet<>(other.valeurs.get(name))));
    }

    /** Where the list is. */
    public static String path(Liste liste) {
        return liste == Liste.CANDIDATURES ? "/candidatures" : "/jurys";
    }

    /** The address of the list, with more parameters, each name followed by its value. */
    public String address(String... more) {
        return addressAt(path(liste), more);
    }

    /** The same parameters at another address. */
    public String addressAt(String path, String... more) {
        List<String> parameters = new ArrayList<>();
        valeurs.forEach((name, values) -> values.forEach(value -> parameters.add(name + "=" + Urls.encode(value))));
        if (parameters.isEmpty()) {
            parameters.add("vue=" + TOUT);
        }
        for (int i = 0; i < more.length; i += 2) {
            parameters.add(more[i] + "=" + Urls.encode(more[i + 1]));
        }
        return path + "?" + String.join("&", parameters);
    }
}
