package fr.parchemin.journal;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The journal for those who may read it: who administers or runs the platform all lines, without personal values; the
 * secretariat those of its branch, with them.
 */
public interface Journaux {

    /** Most lines on a page. */
    int LIMITE_MAXIMALE = 200;

    /**
     * What is asked for.
     *
     * @param branche code, {@code null} for all that the account may read
     * @param objet as the journal names it, {@code null} for any
     * @param acteur identifiant, {@code null} for any
     * @param du first day in Paris, {@code null} for any
     * @param au last day, {@code null} for any
     * @param avant rank before which to go on, {@code null} for the newest
     * @param limite most lines to give, at most {@link #LIMITE_MAXIMALE}
     */
    record Demande(String branche, String objet, String acteur, LocalDate du, LocalDate au, Long avant, int limite) {}

    /**
     * A page, newest line first.
     *
     * @param suivant rank before which the next page begins, empty on the last
     */
    record Page(List<Acte> lignes, Optional<Long> suivant) {}

    /** The lines asked for. That personal values were read is journaled, once a reader, branch and day. */
    Outcome<Page> list(Acteur by, Demande demande);

    /** Whether the chain is as it was written. Goes through all of it: for millions of lines, some minutes. */
    Outcome<Verification> verify(Acteur by);

    /**
     * Destroys the key of a person: what the journal holds of it can no longer be read, by anybody. It cannot be undone.
     *
     * @param motif why, kept in clear: it names nobody
     */
    Outcome<Void> erase(Acteur by, UUID personne, String motif);
}
