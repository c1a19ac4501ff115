package fr.parchemin.acte;

import java.util.Objects;
import java.util.UUID;

/**
 * A reading that the journal tells.
 *
 * @param objet what is read, as the journal names it
 * @param branche code of its branch, {@code null} for what is of the platform
 * @param nature kind of line
 * @param detail French sentence without personal data
 * @param personne whom it is about, {@code null} when nobody
 */
public record Lecture(String objet, String branche, Acte.Nature nature, String detail, UUID personne) {

    public Lecture {
        Objects.requireNonNull(objet);
        Objects.requireNonNull(nature);
        Objects.requireNonNull(detail);
    }
}
