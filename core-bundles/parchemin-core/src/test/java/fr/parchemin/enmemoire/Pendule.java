package fr.parchemin.enmemoire;

import fr.parchemin.acte.HeureLegale;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A clock that goes only when it is pushed. */
public final class Pendule extends Clock {

    private Instant now;

    public Pendule(LocalDate day) {
        setTo(day);
    }

    /** Ten in the morning of that day, in Paris. */
    public void setTo(LocalDate day) {
        now = day.atTime(LocalTime.of(10, 0)).atZone(HeureLegale.ZONE).toInstant();
    }

    public void setTo(Instant instant) {
        now = instant;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    public LocalDate today() {
        return LocalDate.now(this);
    }

    @Override
    public ZoneId getZone() {
        return HeureLegale.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the platform has one time zone");
    }

    @Override
    public Instant instant() {
        return now;
    }
}
