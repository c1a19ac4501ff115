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
 * @param vae {@code null} when the branch adds nothing to the national rules
 * @param transitions what becomes of earlier versions in this one
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
        List<ReferentielComplementaire> referentielsComplementaires,
        List<GroupeMentions> groupesMentions,
        List<Mention> mentions,
        List<TitreExercice> titresExercice,
        List<EpreuveExterne> epreuvesExternes,
        Vae vae,
        List<Transition> transitions,
        Provenance provenance) {

    /**
     * Wording of the documents.
     *
     * @param intituleCertificat title printed instead of that of the certification, {@code null} for the same
     * @param papiers wording and layout, paper by paper
     */
    public record MentionsDocument(String intituleCertificat, List<String> mentions, List<Papier> papiers) {
        public MentionsDocument {
            mentions = Listes.copy(mentions);
            papiers = Listes.copy(papiers);
        }
    }

    public Referentiel {
        activites = Listes.copy(activites);
        blocs = Listes.copy(blocs);
        effets = Listes.copy(effets);
        referentielsComplementaires = Listes.copy(referentielsComplementaires);
        groupesMentions = Listes.copy(groupesMentions);
        mentions = Listes.copy(mentions);
        titresExercice = Listes.copy(titresExercice);
        epreuvesExternes = Listes.copy(epreuvesExternes);
        transitions = Listes.copy(transitions);
    }

    /** One with nothing of what few branches say. */
    public Referentiel(
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
        this(
                certification,
                version,
                decideLe,
                enVigueurDu,
                enVigueurAu,
                activites,
                blocs,
                regle,
                concordance,
                jury,
                effets,
                documents,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                provenance);
    }

    public Optional<Mention> mention(String code) {
        return mentions.stream().filter(m -> m.code().equals(code)).findFirst();
    }

    /** What becomes of files of that earlier version. */
    public Optional<Transition> transitionFrom(String earlier) {
        return transitions.stream().filter(t -> t.depuis().equals(earlier)).findFirst();
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
