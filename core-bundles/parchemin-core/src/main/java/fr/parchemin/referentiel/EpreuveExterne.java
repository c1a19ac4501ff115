package fr.parchemin.referentiel;

import java.time.LocalDate;
import java.util.List;

/**
 * A test that belongs to another authority, to be passed before some épreuves.
 *
 * @param prerequis prerequisite that records that it was passed, {@code null} when none does
 * @param ouvre épreuves that presuppose it
 * @param du first day on which it applies, {@code null} when it does not apply yet
 */
public record EpreuveExterne(
        String code,
        String intitule,
        String autorite,
        String base,
        String prerequis,
        List<String> ouvre,
        LocalDate du,
        LocalDate au,
        Provenance provenance) {
    public EpreuveExterne {
        ouvre = Listes.copy(ouvre);
    }
}
