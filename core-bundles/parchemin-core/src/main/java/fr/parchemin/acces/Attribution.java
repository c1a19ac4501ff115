package fr.parchemin.acces;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A role given to an account: from when until when, by whom, why. It is never changed; it may be taken back.
 *
 * @param rang order in which roles were given, {@code null} until it is kept
 * @param du first day
 * @param au last day, {@code null} when none was set
 * @param motif why it was given, {@code null} when nothing was said
 */
public record Attribution(
        Long rang,
        String identifiant,
        Habilitation habilitation,
        LocalDate du,
        LocalDate au,
        String accordeePar,
        Instant accordeeLe,
        String motif,
        Optional<Retrait> retrait) {

    /** That a role was taken back before its last day. */
    public record Retrait(String par, Instant le, String motif) {
        public Retrait {
            Objects.requireNonNull(par);
            Objects.requireNonNull(le);
        }
    }

    public Attribution {
        Objects.requireNonNull(identifiant);
        Objects.requireNonNull(habilitation);
        Objects.requireNonNull(accordeePar);
        Objects.requireNonNull(accordeeLe);
        if (au != null && au.isBefore(du)) {
            throw new IllegalArgumentException("a role from " + du + " to " + au);
        }
    }

    /** Whether the role is held on that day; from the moment it is taken back it is not. */
    public boolean isInForceOn(LocalDate day) {
        return retrait.isEmpty() && !day.isBefore(du) && (au == null || !day.isAfter(au));
    }

    /** Whether both give the same to the same account on some day, and none was taken back. */
    public boolean overlaps(Attribution other) {
        return identifiant.equals(other.identifiant)
                && habilitation.equals(other.habilitation)
                && retrait.isEmpty()
                && other.retrait.isEmpty()
                && (au == null || !other.du.isAfter(au))
                && (other.au == null || !du.isAfter(other.au));
    }

    public Attribution withdrawn(Retrait by) {
        return new Attribution(
                rang, identifiant, habilitation, du, au, accordeePar, accordeeLe, motif, Optional.of(by));
    }
}
