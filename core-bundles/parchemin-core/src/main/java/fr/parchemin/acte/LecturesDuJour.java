package fr.parchemin.acte;

import java.time.LocalDate;

/** Port: who read what on a day, so that the journal tells it once. */
public interface LecturesDuJour {

    /** Notes a reading in the act under way; whether it is the first of that kind by that reader on that day. */
    boolean isFirst(String lecteur, String objet, Acte.Nature nature, LocalDate jour);

    /** Forgets the days before. */
    void forgetBefore(LocalDate jour);
}
