package fr.parchemin.jury;

import fr.parchemin.evaluation.Proposition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a jury decided on a candidature.
 *
 * @param date day of the jury
 * @param presents members that sat
 * @param votes by bloc, as given
 * @param proposition what the rules had proposed, kept as it was read
 * @param motif reasons, {@code null} when none was needed
 * @param par account that recorded it
 */
public record Decision(
        UUID id,
        UUID candidature,
        UUID jury,
        LocalDate date,
        Issue issue,
        List<DecisionBloc> blocs,
        List<UUID> presents,
        Map<String, List<Vote>> votes,
        Proposition proposition,
        String motif,
        String par,
        Instant decideLe) {

    /** Outcomes of a deliberation. */
    public enum Issue {
        VALIDATION_TOTALE("validation totale"),
        VALIDATION_PARTIELLE("validation partielle"),
        REFUS("refus"),
        AJOURNEMENT("ajournement");

        private final String libelle;

        Issue(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }

    /** What became of a bloc; voices are weighed. */
    public record DecisionBloc(String code, String intitule, Resultat decision, int pour, int contre, int abstention) {

        /** Of the vote. */
        public enum Resultat {
            VALIDE,
            NON_VALIDE,
            EGALITE
        }
    }

    public Decision {
        blocs = List.copyOf(blocs);
        presents = List.copyOf(presents);
        votes = Map.copyOf(votes);
    }

    /** Whether the certificate may be delivered on it. */
    public boolean opensCertificate() {
        return issue == Issue.VALIDATION_TOTALE;
    }

    /** Whether the file is closed by it. */
    public boolean isFinal() {
        return issue != Issue.AJOURNEMENT;
    }
}
