package fr.parchemin.evaluation;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Outcome;
import fr.parchemin.candidature.Candidature;
import fr.parchemin.referentiel.Referentiel;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Marking on the grid of the branch, and the proposal that follows. */
public interface Evaluations {

    /** The grid of a candidature with what was entered so far. */
    record Grille(Candidature candidature, Referentiel referentiel, List<Saisie> saisies) {}

    /**
     * A grid to enter.
     *
     * @param notes by criterion, as people write them: the name of an {@link Appreciation}, the code of a level, or a
     *     number with a point or a comma
     * @param observation free words, {@code null} when none
     * @param passage attempt or session from 1
     */
    record Entree(Presence presence, Map<String, String> notes, String observation, int passage) {

        /** For the first passage. */
        public Entree(Presence presence, Map<String, String> notes, String observation) {
            this(presence, notes, observation, 1);
        }
    }

    Outcome<Grille> grille(Acteur by, UUID candidature);

    /** Keeps the marks of the account for the épreuve, whole or not at all. */
    Outcome<Grille> mark(Acteur by, UUID candidature, String epreuve, Entree entree);

    Outcome<Proposition> proposition(Acteur by, UUID candidature);
}
