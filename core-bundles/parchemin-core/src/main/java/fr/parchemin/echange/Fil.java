package fr.parchemin.echange;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Acte;
import fr.parchemin.acte.Outcome;
import fr.parchemin.candidature.Candidature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What happened to a file, told from its journal. */
public interface Fil {

    /** Most elements of a page. */
    int LIMITE_MAXIMALE = 100;

    /**
     * Something that happened.
     *
     * @param phrase in French, without personal values
     * @param acteur identifiant of who did it
     * @param nom name of who did it, as people say it
     * @param auNomDe in whose name, as people say it; empty when in one's own
     */
    record Evenement(
            long rang,
            Instant le,
            Acte.Nature nature,
            String phrase,
            String acteur,
            String nom,
            Optional<String> auNomDe) {}

    /**
     * Events that the reader may know of, newest first.
     *
     * @param suivant rank before which to go on, empty at the end
     */
    record Page(Candidature candidature, List<Evenement> evenements, Optional<Long> suivant) {}

    /** @param avant rank before which to go on, {@code null} for the newest */
    Outcome<Page> read(Acteur by, UUID candidature, Long avant, int limite);
}
