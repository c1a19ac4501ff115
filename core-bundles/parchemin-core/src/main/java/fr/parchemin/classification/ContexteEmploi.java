package fr.parchemin.classification;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The employment in which a certificate is looked at.
 *
 * @param le the day
 * @param niveauExige national level that the job offer itself requires, {@code null} when it asks for none
 * @param emplois codes of the emplois-repères held
 * @param coefficientActuel coefficient already held, {@code null} when unknown; never lowered
 */
public record ContexteEmploi(LocalDate le, Integer niveauExige, List<String> emplois, Integer coefficientActuel) {

    public ContexteEmploi {
        Objects.requireNonNull(le);
        emplois = emplois == null ? List.of() : List.copyOf(emplois);
    }

    /** An offer that asks for no level, no job named. */
    public static ContexteEmploi on(LocalDate le) {
        return new ContexteEmploi(le, null, List.of(), null);
    }
}
