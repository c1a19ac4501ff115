package fr.parchemin.acces;

import java.time.Instant;

/**
 * An opened session.
 *
 * @param empreinte SHA-256 of the token in hexadecimal: the token itself is known to its bearer only
 */
public record Jeton(String empreinte, String identifiant, Instant ouvertLe, Instant expireLe) {}
