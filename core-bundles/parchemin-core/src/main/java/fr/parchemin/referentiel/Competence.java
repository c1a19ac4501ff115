package fr.parchemin.referentiel;

import java.util.List;

/**
 * A compétence with its savoirs and the criteria that show it.
 *
 * @param savoirs savoirs not told apart
 * @param conditions means, place and constraints under which it is observed
 * @param modalites kinds of épreuve that the référentiel foresees for it
 */
public record Competence(
        String code,
        String intitule,
        List<String> savoirs,
        List<String> savoirsTechniques,
        List<String> savoirsReglementaires,
        List<String> savoirEtre,
        List<String> conditions,
        List<String> resultatsAttendus,
        List<Epreuve.Modalite> modalites,
        List<Critere> criteres,
        Provenance provenance) {

    public Competence {
        savoirs = Listes.copy(savoirs);
        savoirsTechniques = Listes.copy(savoirsTechniques);
        savoirsReglementaires = Listes.copy(savoirsReglementaires);
        savoirEtre = Listes.copy(savoirEtre);
        conditions = Listes.copy(conditions);
        resultatsAttendus = Listes.copy(resultatsAttendus);
        modalites = Listes.copy(modalites);
        criteres = Listes.copy(criteres);
    }

    /** One that tells neither its savoirs apart nor how it is observed. */
    public Competence(
            String code,
            String intitule,
            List<String> savoirs,
            List<String> savoirEtre,
            List<Critere> criteres,
            Provenance provenance) {
        this(
                code,
                intitule,
                savoirs,
                List.of(),
                List.of(),
                savoirEtre,
                List.of(),
                List.of(),
                List.of(),
                criteres,
                provenance);
    }
}
