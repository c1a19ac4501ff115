package fr.parchemin.acces;

import java.time.Instant;
import java.util.Optional;

/** Port: the opened sessions, shared by every node. */
public interface Jetons {

    void add(Jeton jeton);

    /** The account behind a token that has not expired; one query. */
    Optional<Compte> findCompte(String empreinte, Instant now);

    void remove(String empreinte);

    void removeExpired(Instant now);
}
