package fr.parchemin.referentiel;

/** The référentiels that files point to, read back from their snapshots, whether or not their branch is present. */
public interface Referentiels {

    /**
     * The référentiel of a snapshot known to exist, inside or outside a transaction.
     *
     * @throws IllegalStateException when there is none: files never point to a missing snapshot
     */
    Referentiel get(String branche, String certification, String version);
}
