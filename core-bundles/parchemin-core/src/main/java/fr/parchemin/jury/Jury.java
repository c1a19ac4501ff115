package fr.parchemin.jury;

import fr.parchemin.acces.Objet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A jury of a branch for one certification on one day.
 *
 * @param version version of the référentiel whose rule composed it
 * @param validePar identifiant of who validated the list of members, {@code null} until then
 */
public record Jury(
        UUID id,
        String numero,
        String branche,
        String certification,
        String intitule,
        String version,
        LocalDate date,
        String lieu,
        List<MembreJury> membres,
        String composePar,
        Instant composeLe,
        String validePar,
        Instant valideLe,
        long revision) {

    public Jury {
        Objects.requireNonNull(id);
        membres = List.copyOf(membres);
    }

    /** The jury as rights see it. */
    public Objet asObjet() {
        return Objet.jury(branche, id);
    }

    public boolean isValide() {
        return validePar != null;
    }

    public Optional<MembreJury> president() {
        return membres.stream().filter(MembreJury::president).findFirst();
    }

    /** The same, its list of members validated. */
    public Jury validated(String by, Instant at) {
        return new Jury(
                id,
                numero,
                branche,
                certification,
                intitule,
                version,
                date,
                lieu,
                membres,
                composePar,
                composeLe,
                by,
                at,
                revision);
    }
}
