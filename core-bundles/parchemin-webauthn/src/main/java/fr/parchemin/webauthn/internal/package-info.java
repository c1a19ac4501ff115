/** Passkeys, by WebAuthn. */
package fr.parchemin.webauthn.internal;
