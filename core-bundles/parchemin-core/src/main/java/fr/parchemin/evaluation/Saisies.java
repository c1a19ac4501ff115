package fr.parchemin.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Port: the filled grids. */
public interface Saisies {

    /** Those of a candidature, in the order of épreuve, évaluateur and passage. */
    List<Saisie> of(UUID candidature);

    /** Those of several candidatures, in one query; every id given has an entry. */
    Map<UUID, List<Saisie>> of(Collection<UUID> candidatures);

    /** Keeps the grid in place of an earlier one of the same évaluateur for the same passage of the épreuve. */
    void put(Saisie saisie);

    /** Keeps these grids of the candidature, and no other. */
    void replaceAll(UUID candidature, List<Saisie> saisies);
}
