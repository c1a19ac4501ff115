package fr.parchemin.documents.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What lies in the bundle. */
final class Ressources {

    private Ressources() {}

    static byte[] octets(String nom) {
        try (InputStream flux = Ressources.class.getResourceAsStream(nom)) {
            if (flux == null) {
                throw new IllegalStateException("not in the bundle: " + nom);
            }
            return flux.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + nom, e);
        }
    }
}
