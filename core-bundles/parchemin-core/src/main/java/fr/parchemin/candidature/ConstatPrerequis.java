package fr.parchemin.candidature;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What was established about a prerequisite. The evidence itself is not kept: number and dates are.
 *
 * @param numero number of the document seen, {@code null} when it has none
 * @param valideJusquAu last day, {@code null} when it does not lapse
 * @param par identifiant of the account, or {@code plateforme} when computed
 */
public record ConstatPrerequis(
        String code,
        boolean satisfait,
        String numero,
        LocalDate delivreLe,
        LocalDate valideJusquAu,
        String observation,
        String par,
        Instant le) {

    /** The same with a note before what was observed. */
    public ConstatPrerequis noted(String note) {
        return new ConstatPrerequis(
                code,
                satisfait,
                numero,
                delivreLe,
                valideJusquAu,
                observation == null || observation.isBlank() ? note : note + ". " + observation,
                par,
                le);
    }

    public boolean holdsOn(LocalDate day) {
        return satisfait && (valideJusquAu == null || !day.isAfter(valideJusquAu));
    }
}
