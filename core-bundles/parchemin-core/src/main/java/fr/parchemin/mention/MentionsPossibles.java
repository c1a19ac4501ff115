package fr.parchemin.mention;

import fr.parchemin.referentiel.Mention;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a person may be granted, mention by mention, in the order of the référentiel.
 *
 * @param certificatPossible whether the options that the certificate presupposes are there
 * @param manques what keeps the certificate from being delivered, one French sentence each
 */
public record MentionsPossibles(List<Resultat> mentions, boolean certificatPossible, List<String> manques) {

    /**
     * What becomes of one mention.
     *
     * @param emplacement where it stands when granted on that day
     * @param expireLe last day, included, when granted on that day; {@code null} without end
     * @param explications each condition, in the order in which they are looked at
     */
    public record Resultat(
            String code,
            String intitule,
            Verdict verdict,
            Mention.Emplacement emplacement,
            LocalDate expireLe,
            List<Explication> explications) {
        public Resultat {
            explications = List.copyOf(explications);
        }
    }

    /** Where a person stands with a mention. */
    public enum Verdict {
        ACCORDABLE,
        DETENUE,
        /** In a wider one that is held. */
        INCLUSE,
        NON_ACCORDABLE,
        /** Every condition of the definition is met, but the rule in code gave no answer: not granted, nothing refused. */
        NON_CALCULEE
    }

    /** A condition and whether it is met. */
    public record Explication(String libelle, boolean satisfaite) {}

    public MentionsPossibles {
        mentions = List.copyOf(mentions);
        manques = List.copyOf(manques);
    }

    public Optional<Resultat> mention(String code) {
        return mentions.stream().filter(m -> m.code().equals(code)).findFirst();
    }
}
