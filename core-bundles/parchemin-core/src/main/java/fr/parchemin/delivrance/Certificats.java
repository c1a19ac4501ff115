package fr.parchemin.delivrance;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: the delivered certificates. */
public interface Certificats {

    Optional<Certificat> findByNumero(String numero);

    Optional<Certificat> findByCode(String codeVerification);

    Optional<Certificat> findByCandidature(UUID candidature);

    /** The certificates delivered to these persons, oldest first. */
    List<Certificat> ofPersonnes(Collection<UUID> personnes);

    void add(Certificat certificat);

    /**
     * Next number of a series, from 1. Takes a lock on the series until the act ends, so that a number given is a
     * number used: no hole, no double, with any number of nodes.
     */
    long next(String serie);
}
