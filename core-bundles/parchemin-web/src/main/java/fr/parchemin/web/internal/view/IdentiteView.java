package fr.parchemin.web.internal.view;

import fr.parchemin.acces.Federation.Rattachement;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An identity that opens one's account.
 *
 * @param detail what the provider calls the person
 * @param depuis when it was linked, in words
 * @param derniere when it last served, {@code null} when it did not yet
 */
public record IdentiteView(UUID id, String libelle, String detail, String depuis, String derniere) {
    public static IdentiteView of(Rattachement rattachement, String libelle) {
        return new IdentiteView(
                rattachement.id(),
                libelle,
                Stream.of(rattachement.nom(), rattachement.courriel())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(", ")),
                Wording.shortDate(rattachement.rattacheeLe()),
                rattachement.derniereConnexion() == null ? null : Wording.shortDate(rattachement.derniereConnexion()));
    }
}
