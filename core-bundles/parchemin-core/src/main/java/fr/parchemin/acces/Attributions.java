package fr.parchemin.acces;

import java.util.List;
import java.util.Optional;

/** Port: the roles given to accounts, past ones included. */
public interface Attributions {

    /** All that were ever given to the account, newest first, at most {@code limite}; one query. */
    List<Attribution> of(String identifiant, int limite);

    /** Holds the account until the act ends, so that two who change its roles take turns. */
    void lock(String identifiant);

    Optional<Attribution> find(long rang);

    /** Keeps it; the account must be there. */
    void add(Attribution attribution);

    /** Keeps that it was taken back. */
    void withdraw(Attribution withdrawn);
}
