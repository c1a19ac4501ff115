package fr.parchemin.acces;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: the opened sessions, shared by every node. */
public interface Jetons {

    /** A session with the account behind it. */
    record Porteur(Jeton jeton, Compte compte) {}

    void add(Jeton jeton);

    /** The session of a token that has not reached its end, with its account; one query. Says nothing of idleness. */
    Optional<Porteur> find(String empreinte, Instant now);

    /** The sessions of an account that have not reached their end, the newest first. */
    List<Jeton> of(String identifiant, Instant now);

    /** Notes that the session served. */
    void touch(String empreinte, Instant now);

    /** Notes that its bearer was proved afresh. */
    void elevate(String empreinte, Moyen by, Instant until);

    void remove(String empreinte);

    /** Removes a session of that account; {@code false} when it has none of that name. */
    boolean remove(String identifiant, UUID id);

    /** Removes the sessions of an account but that one, which may be {@code null}; how many there were. */
    int removeAll(String identifiant, UUID but);

    /** Removes what reached its end. */
    void removeExpired(Instant now);
}
