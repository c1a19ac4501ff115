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

    /**
     * A rule that the engine does not know itself and hands to {@code fr.parchemin.evaluation.ReglesExternes}: the place
     * of a rule in code.
     */
    non-sealed interface Externe extends Regle {

        /** How the rule is called in the branch, as the evaluator of such rules knows it. */
        String nom();
    }

    /** A rule written in Java in the plugin of the branch. */
    record Code(String nom, Provenance provenance) implements Externe {}

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
}
