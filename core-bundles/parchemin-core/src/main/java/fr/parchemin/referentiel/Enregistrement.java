package fr.parchemin.referentiel;

import java.time.LocalDate;

/**
 * A period of registration of a certification. A renewal is a new one, under a new code.
 *
 * @param code RNCPnnnnn or RSnnnn, {@code null} when transmitted only or unknown
 * @param decision date of the decision of the directeur général de France compétences
 * @param du first day, {@code null} when unknown
 * @param au last day, {@code null} when open
 */
public record Enregistrement(
        Statut statut, String code, LocalDate decision, LocalDate du, LocalDate au, Provenance provenance) {

    /** What France compétences did with the certification. */
    public enum Statut {
        TRANSMIS,
        RNCP,
        RS
    }

    public boolean isActiveOn(LocalDate day) {
        return (du == null || !day.isBefore(du)) && (au == null || !day.isAfter(au));
    }
}
