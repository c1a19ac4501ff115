package fr.parchemin.rest.internal;

import fr.parchemin.acte.CodeRefus;
import java.util.UUID;

/** Identifiers in paths: what is no UUID names nothing. */
final class Identifiant {

    private Identifiant() {}

    static UUID of(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException malformed) {
            throw new RefusException(CodeRefus.RESSOURCE_INCONNUE, text);
        }
        throw new RefusException(CodeRefus.RESSOURCE_INCONNUE, text);
    }
}
