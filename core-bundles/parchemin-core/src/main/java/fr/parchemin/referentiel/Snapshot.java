package fr.parchemin.referentiel;

import java.time.Instant;

/**
 * A version of a référentiel as it was admitted, kept for as long as a file or a certificate points to it.
 *
 * @param empreinte SHA-256 of {@code contenu}, in hexadecimal
 * @param contenu canonical JSON of the référentiel: keys sorted, no white space
 */
public record Snapshot(
        String branche, String certification, String version, String empreinte, String contenu, Instant admisLe) {

    /** What a snapshot is, without its content. */
    public record Reference(String branche, String certification, String version, String empreinte) {}

    public Reference reference() {
        return new Reference(branche, certification, version, empreinte);
    }
}
