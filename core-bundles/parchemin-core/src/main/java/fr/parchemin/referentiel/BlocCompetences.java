package fr.parchemin.referentiel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bloc de compétences, evaluated and validated on its own (article L.6113-1 du Code du travail).
 *
 * @param codeRncp code on the fiche, {@code null} when unknown
 * @param validiteMois months for which a validated bloc is kept, {@code null} for life
 * @param validiteMoisParStatut the same, where it depends on the status of the certification on the day of the decision;
 *     a {@code null} value is for life
 * @param validiteCompetencesMois months for which a compétence acquired in a bloc not validated is kept, {@code null}
 *     when it is not kept
 * @param note how the mark of the bloc is reckoned, {@code null} when no rule asks for it
 */
public record BlocCompetences(
        String code,
        String intitule,
        String codeRncp,
        List<String> activites,
        Integer validiteMois,
        Map<Enregistrement.Statut, Integer> validiteMoisParStatut,
        Integer validiteCompetencesMois,
        List<Competence> competences,
        List<Epreuve> epreuves,
        NoteBloc note,
        Regle regle,
        Provenance provenance) {

    public BlocCompetences {
        activites = Listes.copy(activites);
        competences = Listes.copy(competences);
        epreuves = Listes.copy(epreuves);
        validiteMoisParStatut = validiteMoisParStatut == null
                ? Map.of()
                : Collections.unmodifiableMap(new LinkedHashMap<>(validiteMoisParStatut));
    }

    /** Months for which the bloc is kept once validated under that status, empty for life. */
    public Optional<Integer> validite(Enregistrement.Statut statut) {
        return Optional.ofNullable(
                validiteMoisParStatut.containsKey(statut) ? validiteMoisParStatut.get(statut) : validiteMois);
    }

    /** Last day on which the bloc counts when validated on that day under that status, empty for life. */
    public Optional<LocalDate> valideJusquAu(Enregistrement.Statut statut, LocalDate decision) {
        return validite(statut).map(decision::plusMonths);
    }

    public Optional<Epreuve> epreuve(String epreuveCode) {
        return epreuves.stream().filter(e -> e.code().equals(epreuveCode)).findFirst();
    }

    /** The criteria that an épreuve of this bloc observes, by code, in the order of the grid. */
    @JsonIgnore
    public Map<String, Critere> criteres(Epreuve epreuve) {
        Map<String, Critere> observed = new LinkedHashMap<>();
        for (Competence competence : competences) {
            boolean whole = epreuve.competences().contains(competence.code());
            for (Critere critere : competence.criteres()) {
                if (whole || epreuve.criteres().contains(critere.code())) {
                    observed.put(critere.code(), critere);
                }
            }
        }
        return observed;
    }

    /** The highest mark of an épreuve: the weighted sum of what its criteria bear, zero when none bears points. */
    @JsonIgnore
    public BigDecimal bareme(Epreuve epreuve) {
        return criteres(epreuve).values().stream()
                .filter(Critere::isChiffre)
                .map(c -> c.maximum().multiply(c.poids()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
