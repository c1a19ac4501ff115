package fr.parchemin.courriel;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A mail.
 *
 * @param id also the Message-ID: sent twice, a mail server and a mail program know it for the same
 * @param destinataire one address
 * @param texte plain text, lines apart by {@code \n}
 * @param html the same as HTML, without anything to fetch
 * @param perimeLe when it is of no use any more and not sent, though it be late
 */
public record Courriel(UUID id, String destinataire, String sujet, String texte, String html, Instant perimeLe) {

    public Courriel {
        Objects.requireNonNull(id);
        Objects.requireNonNull(destinataire);
        Objects.requireNonNull(perimeLe);
        if (sujet.chars().anyMatch(Character::isISOControl)
                || destinataire.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a header of a mail has one line");
        }
    }

    @Override
    public String toString() {
        return "Courriel[" + id + "]";
    }
}
