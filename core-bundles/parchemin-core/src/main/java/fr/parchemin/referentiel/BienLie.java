package fr.parchemin.referentiel;

import java.util.List;

/**
 * What the certification of a person is bound to: a dog, for instance.
 *
 * @param identification what identifies it
 * @param changement what is asked to change it or to add another
 */
public record BienLie(
        String code, String intitule, String identification, List<String> changement, Provenance provenance) {
    public BienLie {
        changement = Listes.copy(changement);
    }
}
