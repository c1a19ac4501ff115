package fr.parchemin.referentiel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bloc de compétences, evaluated and validated on its own (article L.6113-1 du Code du travail).
 *
 * @param codeRncp code on the fiche, {@code null} when unknown
 * @param validiteMois months for which a validated bloc is kept, {@code null} for life
 */
public record BlocCompetences(
        String code,
        String intitule,
        String codeRncp,
        List<String> activites,
        Integer validiteMois,
        List<Competence> competences,
        List<Epreuve> epreuves,
        Regle regle,
        Provenance provenance) {

    public BlocCompetences {
        activites = Listes.copy(activites);
        competences = Listes.copy(competences);
        epreuves = Listes.copy(epreuves);
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

    /** The highest mark of an épreuve: the sum of its marked criteria, zero when none is marked in points. */
    @JsonIgnore
    public BigDecimal bareme(Epreuve epreuve) {
        return criteres(epreuve).values().stream()
                .filter(c -> c.echelle() == Critere.Echelle.POINTS)
                .map(Critere::bareme)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
