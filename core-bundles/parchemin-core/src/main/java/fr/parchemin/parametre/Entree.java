package fr.parchemin.parametre;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A value that was decided; never changed afterwards, at most cancelled.
 *
 * @param du first day
 * @param au last day, {@code null} when open
 * @param decidePar identifiant of the account
 * @param motif why
 */
public record Entree(
        UUID id,
        String branche,
        Valeur valeur,
        LocalDate du,
        LocalDate au,
        String decidePar,
        Instant decideLe,
        String motif,
        Optional<Annulation> annulation) {

    /** The act by which an entry is taken back. */
    public record Annulation(String par, Instant le, String motif) {
        public Annulation {
            Objects.requireNonNull(par, "par");
            Objects.requireNonNull(le, "le");
            Objects.requireNonNull(motif, "motif");
        }
    }

    public Entree {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(branche, "branche");
        Objects.requireNonNull(valeur, "valeur");
        Objects.requireNonNull(du, "du");
        Objects.requireNonNull(decidePar, "decidePar");
        Objects.requireNonNull(decideLe, "decideLe");
        Objects.requireNonNull(motif, "motif");
    }

    /** Whether it holds on that day, were there no other. */
    public boolean covers(LocalDate day) {
        return annulation.isEmpty() && !day.isBefore(du) && (au == null || !day.isAfter(au));
    }

    /** The same, taken back. */
    public Entree cancelled(Annulation by) {
        return new Entree(id, branche, valeur, du, au, decidePar, decideLe, motif, Optional.of(by));
    }
}
