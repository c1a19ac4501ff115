package fr.parchemin.referentiel;

import java.util.List;

/** A compétence with its savoirs and the criteria that show it. */
public record Competence(
        String code,
        String intitule,
        List<String> savoirs,
        List<String> savoirEtre,
        List<Critere> criteres,
        Provenance provenance) {

    public Competence {
        savoirs = Listes.copy(savoirs);
        savoirEtre = Listes.copy(savoirEtre);
        criteres = Listes.copy(criteres);
    }
}
