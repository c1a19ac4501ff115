/**
 * OpenID Connect as a relying party: authorization code with PKCE.
 *
 * <p>Nimbus does the cryptography (JWS, JWE, JWK); what is asked for and what is believed is decided here.
 */
package fr.parchemin.oidc.internal;
