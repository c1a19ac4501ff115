package fr.parchemin.referentiel;

import java.util.List;

/** Under which conditions a session opens; what is {@code null} is not fixed. */
public record Sessions(
        Integer effectifMin,
        Integer effectifMax,
        Integer rattrapageMax,
        Integer rattrapageMois,
        Integer parcoursMaxMois,
        List<Declaration> declarations,
        List<String> conditions,
        Provenance provenance) {

    /**
     * What is declared before a session.
     *
     * @param a to whom
     * @param joursAvant days before, {@code null} when it is counted in hours
     */
    public record Declaration(String a, String objet, Integer joursAvant, Integer heuresAvant, Provenance provenance) {}

    public Sessions {
        declarations = Listes.copy(declarations);
        conditions = Listes.copy(conditions);
    }
}
