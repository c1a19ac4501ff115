package fr.parchemin.acces;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: the tokens of the interface, for programs. */
public interface JetonsApi {

    /**
     * A token for a program.
     *
     * @param empreinte SHA-256 of the token in hexadecimal
     * @param identifiant whose it is: it never does more than that account may
     * @param serviLe the last day it served, {@code null} when never
     */
    record JetonApi(
            UUID id,
            String empreinte,
            String identifiant,
            String nom,
            Limites limites,
            Instant creeLe,
            Instant expireLe,
            LocalDate serviLe) {}

    /** A token with the account behind it. */
    record Porteur(JetonApi jeton, Compte compte) {}

    void add(JetonApi jeton);

    /** The token of that hash that has not expired, with its account; one query. */
    Optional<Porteur> find(String empreinte, Instant now);

    /** The tokens of an account, expired ones included, the newest first. */
    List<JetonApi> of(String identifiant);

    /** Notes the day on which it served. */
    void use(UUID id, LocalDate day);

    /** {@code false} when that account has none of that name. */
    boolean remove(String identifiant, UUID id);
}
