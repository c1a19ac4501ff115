package fr.parchemin.personne;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * What a person lets a branch know of its titles elsewhere.
 *
 * @param beneficiaire code of the branch that may know
 * @param certificat number of the only one shared, {@code null} for all
 * @param jusquAu last day, {@code null} when it has none
 * @param retireLe when the person took it back, {@code null} while it stands
 */
public record Partage(
        UUID id,
        UUID personne,
        String beneficiaire,
        String certificat,
        LocalDate jusquAu,
        Instant accordeLe,
        Instant retireLe) {
    public Partage {
        Objects.requireNonNull(id);
        Objects.requireNonNull(personne);
        Objects.requireNonNull(beneficiaire);
        Objects.requireNonNull(accordeLe);
    }

    public boolean standsOn(LocalDate day) {
        return retireLe == null && (jusquAu == null || !day.isAfter(jusquAu));
    }

    public Partage withdrawn(Instant now) {
        return new Partage(id, personne, beneficiaire, certificat, jusquAu, accordeLe, now);
    }
}
