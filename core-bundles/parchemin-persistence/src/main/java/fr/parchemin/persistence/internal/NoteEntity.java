package fr.parchemin.persistence.internal;

import fr.parchemin.evaluation.Appreciation;
import fr.parchemin.evaluation.Note;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/** A mark: on one of the scales. */
@Entity(name = "Note")
@Table(name = "note")
@IdClass(NoteEntity.Key.class)
class NoteEntity {

    /** Decimals that the column keeps; more would be rounded without a word. */
    private static final int DECIMALES = 2;

    /** One a criterion. */
    record Key(UUID saisie, String critere) {}

    @Id
    private UUID saisie;

    private String branche;

    @Id
    private String critere;

    private int ordre;
    private String appreciation;
    private BigDecimal points;
    private String niveau;

    protected NoteEntity() {}

    NoteEntity(SaisieEntity saisie, String critere, Note note, int ordre) {
        this.saisie = saisie.id();
        this.branche = saisie.branche();
        this.critere = critere;
        copy(note, ordre);
    }

    final void copy(Note note, int position) {
        ordre = position;
        if (note instanceof Note.Points given && given.valeur().scale() > DECIMALES) {
            throw new IllegalArgumentException("mark with more than " + DECIMALES + " decimals: " + given);
        }
        appreciation = note instanceof Note.Appreciee given ? given.valeur().name() : null;
        points = note instanceof Note.Points given ? given.valeur() : null;
        niveau = note instanceof Note.Niveau given ? given.code() : null;
    }

    String critere() {
        return critere;
    }

    /** The mark of a row, by the one column of the three that is filled. */
    static Note note(String appreciation, BigDecimal points, String niveau) {
        if (niveau != null) {
            return new Note.Niveau(niveau);
        }
        return points == null ? new Note.Appreciee(Appreciation.valueOf(appreciation)) : new Note.Points(points);
    }
}
