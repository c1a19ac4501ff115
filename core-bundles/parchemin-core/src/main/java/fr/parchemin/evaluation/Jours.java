package fr.parchemin.evaluation;

import fr.parchemin.acte.HeureLegale;
import java.time.Instant;
import java.time.LocalDate;

/** The legal day of an instant. */
final class Jours {

    private Jours() {}

    static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, HeureLegale.ZONE);
    }
}
