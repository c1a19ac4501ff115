package fr.parchemin.regle;

import java.util.Objects;

/** A rule in code as a definition names it: the name is unique within a kind. */
public record NomRegle(EspeceRegle espece, String nom) {

    public NomRegle {
        Objects.requireNonNull(espece);
        Objects.requireNonNull(nom);
    }

    /** As people read it, for instance {@code RegleProposition « assiduite »}. */
    @Override
    public String toString() {
        return espece.type().getSimpleName() + " « " + nom + " »";
    }
}
