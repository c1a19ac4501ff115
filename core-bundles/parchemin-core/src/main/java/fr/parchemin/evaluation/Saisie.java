package fr.parchemin.evaluation;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The grid of one évaluateur for one épreuve of one candidature.
 *
 * @param passage attempt or session from 1, or rank of a mark of a continuous assessment
 * @param notes by criterion; empty unless the candidate was there
 * @param observation free words, {@code null} when none
 */
public record Saisie(
        UUID candidature,
        String epreuve,
        String evaluateur,
        Presence presence,
        Map<String, Note> notes,
        String observation,
        Instant saisiLe,
        int passage) {

    /** By épreuve, évaluateur and passage. */
    public static final Comparator<Saisie> ORDRE = Comparator.comparing(Saisie::epreuve)
            .thenComparing(Saisie::evaluateur)
            .thenComparing(Saisie::passage);

    /** The first passage, for most épreuves the only one. */
    public Saisie(
            UUID candidature,
            String epreuve,
            String evaluateur,
            Presence presence,
            Map<String, Note> notes,
            String observation,
            Instant saisiLe) {
        this(candidature, epreuve, evaluateur, presence, notes, observation, saisiLe, 1);
    }

    /** Whether it takes the place of the other: the same évaluateur, épreuve and passage of the same file. */
    public boolean replaces(Saisie other) {
        return candidature.equals(other.candidature)
                && epreuve.equals(other.epreuve)
                && evaluateur.equals(other.evaluateur)
                && passage == other.passage;
    }

    public Saisie {
        Objects.requireNonNull(presence);
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }
}
