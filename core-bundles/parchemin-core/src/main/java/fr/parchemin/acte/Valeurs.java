package fr.parchemin.acte;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an object was before an act, or is after it: few values by the French name of their field, in an order that
 * counts. Values are written as text; dates in ISO form.
 */
public record Valeurs(Map<String, Valeur> champs) {

    private static final Valeurs AUCUNE = new Valeurs(Map.of());

    public Valeurs {
        champs = Collections.unmodifiableMap(new LinkedHashMap<>(champs));
    }

    public static Valeurs none() {
        return AUCUNE;
    }

    /** One value in clear; none when it is {@code null}. */
    public static Valeurs of(String champ, Object valeur) {
        return AUCUNE.and(champ, valeur);
    }

    /** One more value in clear; none when it is {@code null}. */
    public Valeurs and(String champ, Object valeur) {
        return valeur == null ? this : with(champ, new Valeur.Claire(valeur.toString()));
    }

    /** One more value that is personal; none when it is {@code null}. */
    public Valeurs andPersonal(String champ, Object valeur) {
        return valeur == null ? this : with(champ, new Valeur.Personnelle(valeur.toString()));
    }

    private Valeurs with(String champ, Valeur valeur) {
        Map<String, Valeur> more = new LinkedHashMap<>(champs);
        more.put(champ, valeur);
        return new Valeurs(more);
    }

    public boolean isEmpty() {
        return champs.isEmpty();
    }

    /** Whether any of them is, or was, personal. */
    public boolean isPersonal() {
        return champs.values().stream().anyMatch(Valeur::isPersonal);
    }
}
