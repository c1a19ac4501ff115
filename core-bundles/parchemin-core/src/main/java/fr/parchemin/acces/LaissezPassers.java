package fr.parchemin.acces;

import java.time.Instant;
import java.util.Optional;

/** Port: what serves once, shared by every node. */
public interface LaissezPassers {

    void add(LaissezPasser laissezPasser);

    /** The one of that secret, if it is of that nature and has not expired. */
    Optional<LaissezPasser> find(String empreinte, LaissezPasser.Nature nature, Instant now);

    /** Takes it out; {@code false} when somebody else did so before. */
    boolean remove(String empreinte);

    /** Takes out all of an account that are of that nature. */
    void removeAll(String identifiant, LaissezPasser.Nature nature);

    /** When the newest of an account and nature was made, empty when there is none. */
    Optional<Instant> newest(String identifiant, LaissezPasser.Nature nature);

    void removeExpired(Instant now);
}
