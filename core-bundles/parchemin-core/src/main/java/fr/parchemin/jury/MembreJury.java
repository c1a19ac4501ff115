package fr.parchemin.jury;

import java.util.Objects;
import java.util.UUID;

/**
 * A member of a jury.
 *
 * @param identifiant account, {@code null} when the person has none
 * @param employeur name of the entreprise or organisme, {@code null} when unknown
 * @param pratiqueAnnees years of practice of the activity, {@code null} when not shown
 */
public record MembreJury(
        UUID id,
        String nom,
        String college,
        String identifiant,
        String employeur,
        Integer pratiqueAnnees,
        boolean president) {

    public MembreJury {
        Objects.requireNonNull(id);
        Objects.requireNonNull(nom);
        Objects.requireNonNull(college);
    }
}
