package fr.parchemin.referentiel;

import java.util.List;

/** A part left out of a definition reads as empty. */
final class Listes {

    private Listes() {}

    static <T> List<T> copy(List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
