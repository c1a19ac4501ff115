package fr.parchemin.persistence.internal;

import fr.parchemin.evaluation.Appreciation;
import fr.parchemin.evaluation.Note;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/** A mark: on one scale or the other. */
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

    @Id
    private String critere;

    private int ordre;
    private String appreciation;
    private BigDecimal points;

    protected NoteEntity() {}

    NoteEntity(UUID saisie, String critere, Note note, int ordre) {
        this.saisie = saisie;
        this.critere = critere;
        copy(note, ordre);
    }

    final void copy(Note note, int position) {
        ordre = position;
        if (note instanceof Note.Points given) {
            if (given.valeur().scale() > DECIMALES) {
                throw new IllegalArgumentException("mark with more than " + DECIMALES + " decimals: " + given);
            }
            appreciation = null;
            points = given.valeur();
        } else {
            appreciation = ((Note.Appreciee) note).valeur().name();
            points = null;
        }
    }

    String critere() {
        return critere;
    }

    Note toNote() {
        return points == null ? new Note.Appreciee(Appreciation.valueOf(appreciation)) : new Note.Points(points);
    }
}
