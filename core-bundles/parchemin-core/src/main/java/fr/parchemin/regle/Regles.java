package fr.parchemin.regle;

/** The rules in code of the branches that are admitted. */
public interface Regles {

    /**
     * The rules of a branch for the length of one act, which has a time budget for all that it asks. Never {@code null}: the
     * rules of a branch that is away answer so.
     */
    ReglesBranche of(String branche);
}
