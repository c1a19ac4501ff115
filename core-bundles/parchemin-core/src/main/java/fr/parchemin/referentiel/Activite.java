package fr.parchemin.referentiel;

import java.util.List;

/** An activité of the emploi cible, in the référentiel d’activités. */
public record Activite(
        String code,
        String intitule,
        List<String> missions,
        List<String> situations,
        List<String> taches,
        List<String> resultats,
        List<String> erreursCritiques,
        Provenance provenance) {

    public Activite {
        missions = Listes.copy(missions);
        situations = Listes.copy(situations);
        taches = Listes.copy(taches);
        resultats = Listes.copy(resultats);
        erreursCritiques = Listes.copy(erreursCritiques);
    }
}
