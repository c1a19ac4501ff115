package fr.parchemin.brouillon;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The drafts of an account, which nobody else reads. They are no acts: the journal does not tell of them. They lie sealed
 * under the key of the platform, and are forgotten after {@link #DUREE}.
 */
public interface Brouillons {

    /** How long one is kept after it was last written. */
    Duration DUREE = Duration.ofDays(30);

    /** Most characters that one may hold. */
    int TAILLE_MAXIMALE = 64 * 1024;

    /** Most drafts of one account; the oldest gives way to a new one. */
    int NOMBRE_MAXIMAL = 30;

    /** What is written; see {@link Brouillon}. */
    record Esquisse(String formulaire, String titre, Map<String, List<String>> champs, String etat) {}

    /** A draft without what is written in it. */
    record Resume(String formulaire, String titre, Instant gardeLe, Instant expireLe) {}

    /** Keeps it in place of an earlier one of the same form. BROUILLON_TROP_LONG when it holds too much. */
    Outcome<Brouillon> keep(Acteur by, Esquisse esquisse);

    /** The draft of that form, empty when there is none or it expired. */
    Optional<Brouillon> find(Acteur by, String formulaire);

    /** The drafts of the account, the newest first. */
    List<Resume> list(Acteur by);

    /** Forgets the draft of that form, if there is one. */
    void erase(Acteur by, String formulaire);
}
