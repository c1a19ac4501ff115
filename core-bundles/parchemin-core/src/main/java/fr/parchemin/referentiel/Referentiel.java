package fr.parchemin.referentiel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One version of a certification: what is evaluated, how, and by which rules. Immutable: a change is a new version.
 *
 * @param version semantic version of the référentiel, its own beside that of the plugin bundle
 * @param decideLe when the CPNE decided it, {@code null} when unknown
 */
public record Referentiel(
        Certification certification,
        String version,
        LocalDate decideLe,
        LocalDate enVigueurDu,
        LocalDate enVigueurAu,
        List<Activite> activites,
        List<BlocCompetences> blocs,
        RegleCertificat regle,
        Concordance concordance,
        RegleJury jury,
        List<EffetCertification> effets,
        MentionsDocument documents,
        Provenance provenance) {

    /**
     * Wording of the documents.
     *
     * @param intituleCertificat title printed instead of that of the certification, {@code null} for the same
     */
    public record MentionsDocument(String intituleCertificat, List<String> mentions) {
        public MentionsDocument {
            mentions = Listes.copy(mentions);
        }
    }

    public Referentiel {
        activites = Listes.copy(activites);
        blocs = Listes.copy(blocs);
        effets = Listes.copy(effets);
    }

    public Optional<BlocCompetences> bloc(String code) {
        return blocs.stream().filter(b -> b.code().equals(code)).findFirst();
    }

    /** The bloc that holds the épreuve. */
    public Optional<BlocCompetences> blocOfEpreuve(String epreuve) {
        return blocs.stream().filter(b -> b.epreuve(epreuve).isPresent()).findFirst();
    }

    /** Codes of every épreuve, in the order of the référentiel. */
    @JsonIgnore
    public List<String> codesEpreuves() {
        return blocs.stream()
                .flatMap(b -> b.epreuves().stream())
                .map(Epreuve::code)
                .toList();
    }

    /** How many évaluateurs the most demanding épreuve needs. */
    @JsonIgnore
    public int evaluateursRequis() {
        return blocs.stream()
                .flatMap(b -> b.epreuves().stream())
                .mapToInt(Epreuve::evaluateurs)
                .max()
                .orElse(0);
    }

    @JsonIgnore
    public boolean isInForceOn(LocalDate day) {
        return (enVigueurDu == null || !day.isBefore(enVigueurDu))
                && (enVigueurAu == null || !day.isAfter(enVigueurAu));
    }
}
