package fr.parchemin.referentiel;

import java.util.List;

/**
 * A right to practise, apart from the certificate: it lapses and is renewed while the certificate remains.
 *
 * @param validiteMois months from its delivery, {@code null} without end or unknown
 * @param prerequis prerequisites that have to be valid to obtain it
 * @param renouvellement {@code null} when it is not renewed
 */
public record TitreExercice(
        String code,
        String intitule,
        String autorite,
        String activite,
        String base,
        Integer validiteMois,
        List<String> conditions,
        List<String> prerequis,
        Renouvellement renouvellement,
        Provenance provenance) {

    /**
     * How it is renewed.
     *
     * @param demandeMoisAvant months before the end by which it is asked for, {@code null} when not fixed
     * @param formationMoisAvant the training is followed within so many months before the end
     * @param heures length of the training
     * @param prerequis prerequisites that have to be valid then
     */
    public record Renouvellement(
            Integer demandeMoisAvant,
            String formation,
            Integer formationMoisAvant,
            Integer heures,
            List<String> prerequis,
            List<String> conditions,
            Provenance provenance) {
        public Renouvellement {
            prerequis = Listes.copy(prerequis);
            conditions = Listes.copy(conditions);
        }
    }

    public TitreExercice {
        conditions = Listes.copy(conditions);
        prerequis = Listes.copy(prerequis);
    }
}
