package fr.parchemin.acces;

import java.time.Instant;
import java.util.UUID;

/**
 * An opened session.
 *
 * @param empreinte SHA-256 of the token in hexadecimal: the token itself is known to its bearer only
 * @param id what the session is called in lists; opens nothing
 * @param identifiant whose it is
 * @param agent short text of the browser, {@code null} when it said nothing
 * @param activeLe when it last served, to within five minutes
 * @param eleveJusquA until when its bearer counts as freshly proved, {@code null} when never
 */
public record Jeton(
        String empreinte,
        UUID id,
        String identifiant,
        Moyen moyen,
        String agent,
        Instant ouvertLe,
        Instant expireLe,
        Instant activeLe,
        Instant eleveJusquA) {

    /** A session just opened. */
    public static Jeton ouvert(
            String empreinte, String identifiant, Moyen moyen, String agent, Instant now, Instant expireLe) {
        return new Jeton(empreinte, UUID.randomUUID(), identifiant, moyen, agent, now, expireLe, now, null);
    }

    public Jeton eleve(Moyen by, Instant until) {
        return new Jeton(empreinte, id, identifiant, by, agent, ouvertLe, expireLe, activeLe, until);
    }

    @Override
    public String toString() {
        return "Jeton[" + id + " of " + identifiant + "]";
    }
}
