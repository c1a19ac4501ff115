package fr.parchemin.golden;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.branche.DefinitionBranche;
import fr.parchemin.referentiel.BlocCompetences;
import fr.parchemin.referentiel.DefinitionJson;
import fr.parchemin.referentiel.Enregistrement;
import fr.parchemin.referentiel.Referentiel;
import fr.parchemin.regle.ReglesBranche;
import java.time.LocalDate;
import java.util.Optional;

/** Until when a bloc validated on a day counts, or the compétences acquired in a bloc that was not. */
final class CasValidite implements EspeceDeCas {

    /**
     * @param statut registration on the day of the decision; {@code null}: the one that the certification has then
     * @param competences whether the question is about the compétences of a bloc that was not validated
     */
    record Situation(String bloc, Enregistrement.Statut statut, boolean competences, LocalDate le) {}

    @Override
    public String cle() {
        return "validite";
    }

    @Override
    public Optional<String> difference(
            DefinitionBranche definition,
            Referentiel referentiel,
            ReglesBranche regles,
            JsonNode situation,
            JsonNode attendu) {
        Situation asked = DefinitionJson.read(situation, Situation.class);
        Optional<BlocCompetences> bloc = referentiel.bloc(asked.bloc());
        if (bloc.isEmpty()) {
            return Optional.of("le bloc « " + asked.bloc() + " » n’existe pas dans ce référentiel");
        }
        return EspeceDeCas.compared("validité attendue", attendu.asText(), obtained(referentiel, bloc.get(), asked));
    }

    private static String obtained(Referentiel referentiel, BlocCompetences bloc, Situation asked) {
        if (asked.competences()) {
            return bloc.validiteCompetencesMois() == null
                    ? "NON_CONSERVEES"
                    : asked.le().plusMonths(bloc.validiteCompetencesMois()).toString();
        }
        Enregistrement.Statut statut = asked.statut() != null
                ? asked.statut()
                : referentiel.certification().statut(asked.le());
        return bloc.valideJusquAu(statut, asked.le()).map(LocalDate::toString).orElse("A_VIE");
    }
}
