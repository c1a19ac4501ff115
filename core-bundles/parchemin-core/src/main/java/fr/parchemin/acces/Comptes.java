package fr.parchemin.acces;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Port: the accounts, each with the roles it holds today. */
public interface Comptes {

    Optional<Compte> find(String identifiant);

    /** The account of an address, which is given in lower case. */
    Optional<Compte> findByCourriel(String courriel);

    /** All accounts in the order of their identifiant, at most {@code limite}. */
    List<Compte> list(int limite);

    boolean isEmpty();

    /** Keeps the account; roles that it brings are given by the platform, from today on. */
    void add(Compte compte);

    /** Changes everything but the identifiant and the roles. */
    void update(Compte compte);

    /** The names of those of these accounts that there are, by identifiant; one query, none when nobody is asked for. */
    Map<String, String> noms(Set<String> identifiants);

    /** The accounts that hold it today, each with that role alone, in the order of their names, at most {@code limite}; one query. */
    List<Compte> holding(Habilitation habilitation, int limite);
}
