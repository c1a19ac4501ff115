package fr.parchemin.documents.internal;

/**
 * How the reader checks the paper.
 *
 * @param qr the QR code as a data address
 * @param description the same in words
 * @param numero {@code null} when there is no certificate
 */
record Preuve(String qr, String description, String numero, String code, String adresse) {}
