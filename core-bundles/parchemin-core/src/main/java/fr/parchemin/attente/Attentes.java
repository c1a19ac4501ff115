package fr.parchemin.attente;

import fr.parchemin.acces.Acteur;
import fr.parchemin.attente.Attente.Nature;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What awaits an account, across its roles and branches. */
public interface Attentes {

    /** Most things of one kind that are told one by one. */
    int PAR_NATURE = 10;

    /**
     * How many there are of a kind.
     *
     * @param auMoins whether there may be more: only the oldest files are looked at where the rules have to be asked
     */
    record Compte(long nombre, boolean auMoins) {}

    /**
     * What awaits.
     *
     * @param attentes the most urgent first, at most {@link #PAR_NATURE} of a kind
     * @param comptes by kind, in the order of {@link Nature}; none that is 0
     * @param jour the day for which it was made
     */
    record Tableau(List<Attente> attentes, Map<Nature, Compte> comptes, LocalDate jour) {
        public boolean isEmpty() {
            return attentes.isEmpty();
        }
    }

    /**
     * What awaits the account today. A bounded number of queries whatever the number of files, for one role a handful; it
     * is about what the account may see anyway, and as other lists leaves no line in the journal.
     */
    Tableau of(Acteur by);
}
