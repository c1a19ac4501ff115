package fr.parchemin.acte;

import java.time.Clock;
import java.time.ZoneId;

/** The day on which an act is done is the day in Paris, wherever the machine stands. */
public final class HeureLegale {

    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private HeureLegale() {}

    /** The clock of the platform; tests give their own. */
    public static Clock clock() {
        return Clock.system(ZONE);
    }
}
