package fr.parchemin.referentiel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;

/** From marks to the proposal for a bloc: the kinds of rule that a definition can name, composable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Regle.CompetencesAcquises.class, name = "COMPETENCES_ACQUISES"),
    @JsonSubTypes.Type(value = Regle.NoteMinimale.class, name = "NOTE_MINIMALE"),
    @JsonSubTypes.Type(value = Regle.Eliminatoire.class, name = "ELIMINATOIRE"),
    @JsonSubTypes.Type(value = Regle.Porte.class, name = "PORTE"),
    @JsonSubTypes.Type(value = Regle.Attestation.class, name = "ATTESTATION"),
    @JsonSubTypes.Type(value = Regle.PorteAttestation.class, name = "PORTE_ATTESTATION"),
    @JsonSubTypes.Type(value = Regle.Moyenne.class, name = "MOYENNE"),
    @JsonSubTypes.Type(value = Regle.Total.class, name = "TOTAL"),
    @JsonSubTypes.Type(value = Regle.Meilleures.class, name = "MEILLEURES"),
    @JsonSubTypes.Type(value = Regle.PourcentageAcquis.class, name = "POURCENTAGE_ACQUIS"),
    @JsonSubTypes.Type(value = Regle.TauxParCompetence.class, name = "TAUX_PAR_COMPETENCE"),
    @JsonSubTypes.Type(value = Regle.NiveauParCompetence.class, name = "NIVEAU_PAR_COMPETENCE"),
    @JsonSubTypes.Type(value = Regle.Toutes.class, name = "TOUTES"),
    @JsonSubTypes.Type(value = Regle.AuMoins.class, name = "AU_MOINS"),
    @JsonSubTypes.Type(value = Regle.Code.class, name = "CODE")
})
public sealed interface Regle {

    Provenance provenance();

    /** Each compétence named (all of the bloc when none is) has to be acquired. */
    record CompetencesAcquises(List<String> competences, Provenance provenance) implements Regle {
        public CompetencesAcquises {
            competences = Listes.copy(competences);
        }
    }

    /** The mark of the épreuve has to reach the threshold. */
    record NoteMinimale(String epreuve, BigDecimal seuil, Provenance provenance) implements Regle {}

    /** The criterion has to be met for every évaluateur: one failure refuses the bloc, whatever the rest. */
    record Eliminatoire(String critere, Provenance provenance) implements Regle {}

    /** The épreuve has to reach the threshold, and those it opens cannot be marked before it did. */
    record Porte(String epreuve, BigDecimal seuil, List<String> ouvre, Provenance provenance) implements Regle {
        public Porte {
            ouvre = Listes.copy(ouvre);
        }
    }

    /** A prerequisite held and still valid on the day counts. */
    record Attestation(String prerequis, Provenance provenance) implements Regle {}

    /** A prerequisite held and still valid opens épreuves that cannot be marked before: an outside authority's test. */
    record PorteAttestation(String prerequis, List<String> ouvre, Provenance provenance) implements Regle {
        public PorteAttestation {
            ouvre = Listes.copy(ouvre);
        }
    }

    /**
     * The weighted mean of the terms has to reach the threshold.
     *
     * @param termes the mark of the bloc when none is named
     * @param sur the scale that terms are brought to, 20 when left out
     * @param plancher mark under which no term may be, {@code null} for none
     * @param arrondi decimals that the mean is rounded to, half up, before it is compared; {@code null}: exact
     */
    record Moyenne(
            List<Terme> termes,
            BigDecimal sur,
            BigDecimal seuil,
            BigDecimal plancher,
            Integer arrondi,
            Provenance provenance)
            implements Regle {
        public Moyenne {
            termes = Listes.copy(termes);
            sur = sur == null ? NoteBloc.VINGT : sur;
        }
    }

    /**
     * The sum of the terms, each in its own points, has to reach the threshold.
     *
     * @param plancher points under which no term may be, {@code null} for none
     */
    record Total(List<Terme> termes, BigDecimal seuil, BigDecimal plancher, Provenance provenance) implements Regle {
        public Total {
            termes = Listes.copy(termes);
        }
    }

    /**
     * The mean of the best of several épreuves has to reach the threshold.
     *
     * @param nombre how many of them count
     * @param sur the scale that épreuves are brought to, 20 when left out
     */
    record Meilleures(List<String> epreuves, int nombre, BigDecimal sur, BigDecimal seuil, Provenance provenance)
            implements Regle {
        public Meilleures {
            epreuves = Listes.copy(epreuves);
            sur = sur == null ? NoteBloc.VINGT : sur;
        }
    }

    /**
     * So many per cent of the criteria, or of the compétences, have to be acquired.
     *
     * @param competences compétences looked at, all of the bloc when none is named
     * @param seuil per cent; a criterion counts for its weight, a compétence for one
     */
    record PourcentageAcquis(Portee portee, List<String> competences, BigDecimal seuil, Provenance provenance)
            implements Regle {

        /** What is counted. */
        public enum Portee {
            CRITERES,
            COMPETENCES
        }

        public PourcentageAcquis {
            competences = Listes.copy(competences);
        }
    }

    /**
     * Each compétence has to reach a rate of its own points.
     *
     * @param seuil per cent
     */
    record TauxParCompetence(List<String> competences, BigDecimal seuil, Provenance provenance) implements Regle {
        public TauxParCompetence {
            competences = Listes.copy(competences);
        }
    }

    /** Each criterion marked in levels, in each compétence, has to reach that level at least. */
    record NiveauParCompetence(List<String> competences, String niveau, Provenance provenance) implements Regle {
        public NiveauParCompetence {
            competences = Listes.copy(competences);
        }
    }

    /**
     * A rule that the engine does not know itself and hands to {@code fr.parchemin.evaluation.ReglesExternes}: the place
     * of a rule in code.
     */
    non-sealed interface Externe extends Regle {

        /** How the rule is called in the branch, as the evaluator of such rules knows it. */
        String nom();
    }

    /** Every rule has to hold. */
    record Toutes(List<Regle> regles, Provenance provenance) implements Regle {
        public Toutes {
            regles = Listes.copy(regles);
        }
    }

    /** At least so many of the rules have to hold. */
    record AuMoins(int nombre, List<Regle> regles, Provenance provenance) implements Regle {
        public AuMoins {
            regles = Listes.copy(regles);
        }
    }

    /** A rule written in Java in the plugin of the branch. */
    record Code(String nom, Provenance provenance) implements Externe {}
}
