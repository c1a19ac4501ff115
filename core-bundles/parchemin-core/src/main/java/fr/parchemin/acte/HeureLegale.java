package fr.parchemin.acte;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/** The day on which an act is done is the day in Paris, wherever the machine stands. */
public final class HeureLegale {

    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private HeureLegale() {}

    /** The clock of the platform, to the microsecond, which every database keeps; tests give their own. */
    public static Clock clock() {
        return Clock.tick(Clock.system(ZONE), Duration.ofNanos(1000));
    }
}
