package fr.parchemin.documents.internal;

/**
 * Block of the signature.
 *
 * @param fait place and date
 * @param nom {@code null} when the place is left to the hand
 */
record Signature(String fait, String qualite, String nom) {}
