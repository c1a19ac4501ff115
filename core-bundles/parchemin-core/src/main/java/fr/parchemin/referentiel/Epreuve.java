package fr.parchemin.referentiel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;

/**
 * An épreuve of a bloc.
 *
 * @param evaluateurs how many évaluateurs have to mark it, each on their own
 * @param competences compétences of the bloc whose criteria it observes, all of them
 * @param criteres further criteria of the bloc that it observes
 * @param remplace épreuves that need not be sat when this one was
 * @param source who the marks come from, where sources have weights (FORMATEURS, TUTEUR, JURY…), {@code null} otherwise
 * @param poids what it weighs among the épreuves of its source, 1 when left out
 * @param nonObserve what it means that nobody saw a criterion, unless the criterion says it
 * @param passages how often it may be sat and which passage counts, {@code null} for once
 * @param absence what it makes of the bloc not to come, {@code null}: the bloc stays open
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
        String source,
        BigDecimal poids,
        Critere.NonObserve nonObserve,
        Passages passages,
        Absence absence,
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
        OBSERVATION_ENTREPRISE,
        /** Marks given along the way, without a day of its own. */
        CONTROLE_CONTINU
    }

    /**
     * Attempts, or the dated marks of a continuous assessment.
     *
     * @param minimum passages without which nothing counts yet, 1 when left out
     * @param maximum passages that are admitted
     * @param conservation how long the mark of an earlier session is kept, {@code null}: as long as the file
     */
    public record Passages(Integer minimum, int maximum, Retenu retenu, Conservation conservation) {

        /** Which of several passages counts. */
        public enum Retenu {
            DERNIER,
            MEILLEUR,
            /** The mean of their points; a criterion without points is read on the last. */
            MOYENNE
        }

        /**
         * Marks kept from an earlier session.
         *
         * @param seuil share of the barème, out of 20, from which a mark is kept
         * @param mois months for which it is kept, from its day, last day included
         */
        public record Conservation(BigDecimal seuil, int mois) {}

        public Passages {
            minimum = minimum == null ? Integer.valueOf(1) : minimum;
            retenu = retenu == null ? Retenu.DERNIER : retenu;
        }
    }

    /**
     * What an absence makes of a bloc that cannot do without the épreuve; it is never a zero.
     *
     * @param nonExcusee {@code null}: the bloc stays open
     * @param excusee {@code null}: the bloc stays open
     */
    public record Absence(Suite nonExcusee, Suite excusee) {

        /** What is said of the candidate for the bloc. */
        public enum Suite {
            ABSENT,
            EXCUSE,
            AJOURNE,
            DEFAILLANT
        }
    }

    /** Once, and nothing is kept from earlier. */
    private static final Passages UN_SEUL = new Passages(1, 1, Passages.Retenu.DERNIER, null);

    public Epreuve {
        competences = Listes.copy(competences);
        criteres = Listes.copy(criteres);
        remplace = Listes.copy(remplace);
        poids = poids == null ? BigDecimal.ONE : poids;
    }

    /** How often it may be sat, once when the definition does not say. */
    @JsonIgnore
    public Passages regime() {
        return passages == null ? UN_SEUL : passages;
    }
}
