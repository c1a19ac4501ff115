package fr.parchemin.golden;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Outcome;
import fr.parchemin.evaluation.Contexte;
import fr.parchemin.evaluation.ControleSaisie;
import fr.parchemin.evaluation.Evaluations;
import fr.parchemin.evaluation.Note;
import fr.parchemin.evaluation.Saisie;
import fr.parchemin.golden.FichierCas.Evaluation;
import fr.parchemin.referentiel.DefinitionJson;
import fr.parchemin.referentiel.Referentiel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Grids entered one after the other, as évaluateurs would.
 *
 * @param saisies those taken
 * @param refus code of the refusal of the next one, which ends the entering; empty when all were taken
 */
record GrillesEntrees(List<Saisie> saisies, Optional<String> refus) {

    private static final UUID PERSONNE = new UUID(0, 0);

    /**
     * @param jour day of the grids that name none
     */
    static GrillesEntrees of(Referentiel referentiel, JsonNode evaluations, LocalDate jour, Contexte contexte) {
        List<Saisie> taken = new ArrayList<>();
        for (JsonNode item : evaluations) {
            Evaluation evaluation = DefinitionJson.read(item, Evaluation.class);
            Outcome<Map<String, Note>> checked = ControleSaisie.check(
                    referentiel,
                    evaluation.epreuve(),
                    new Evaluations.Entree(
                            evaluation.presence(),
                            GoldenCases.completed(referentiel, evaluation),
                            null,
                            evaluation.passage()),
                    taken,
                    contexte);
            if (!checked.isDone()) {
                return new GrillesEntrees(
                        taken, Optional.of(checked.reason().orElseThrow().code().name()));
            }
            taken.add(new Saisie(
                    PERSONNE,
                    evaluation.epreuve(),
                    evaluation.evaluateur(),
                    evaluation.presence(),
                    checked.orElseThrow(),
                    null,
                    (evaluation.le() == null ? jour : evaluation.le())
                            .atTime(12, 0)
                            .atZone(HeureLegale.ZONE)
                            .toInstant(),
                    evaluation.passage()));
        }
        return new GrillesEntrees(taken, Optional.empty());
    }
}
