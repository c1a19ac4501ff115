package fr.parchemin.acces;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Port: the accounts. */
public interface Comptes {

    Optional<Compte> find(String identifiant);

    /** All accounts in the order of their identifiant, at most {@code limite}. */
    List<Compte> list(int limite);

    boolean isEmpty();

    void add(Compte compte);

    void setHabilitations(String identifiant, Set<Habilitation> habilitations);

    /** The accounts that hold it, each with that role alone, in the order of their names, at most {@code limite}; one query. */
    List<Compte> holding(Habilitation habilitation, int limite);
}
