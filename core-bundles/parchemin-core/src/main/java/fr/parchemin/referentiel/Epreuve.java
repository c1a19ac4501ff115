package fr.parchemin.referentiel;

import java.util.List;

/**
 * An épreuve of a bloc.
 *
 * @param evaluateurs how many évaluateurs have to mark it, each on their own
 * @param competences compétences of the bloc whose criteria it observes, all of them
 * @param criteres further criteria of the bloc that it observes
 * @param remplace épreuves that need not be sat when this one was
 */
public record Epreuve(
        String code,
        String intitule,
        Modalite modalite,
        Integer dureeMinutes,
        String lieu,
        int evaluateurs,
        List<String> competences,
        List<String> criteres,
        List<String> remplace,
        Provenance provenance) {

    /** How an épreuve is held. */
    public enum Modalite {
        MISE_EN_SITUATION_REELLE,
        MISE_EN_SITUATION_RECONSTITUEE,
        PRESENTATION,
        ETUDE_DE_CAS,
        DOSSIER,
        ENTRETIEN,
        QUESTIONNAIRE,
        PORTFOLIO,
        OBSERVATION_ENTREPRISE
    }

    public Epreuve {
        competences = Listes.copy(competences);
        criteres = Listes.copy(criteres);
        remplace = Listes.copy(remplace);
    }
}
