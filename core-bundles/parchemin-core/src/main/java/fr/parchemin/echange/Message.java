package fr.parchemin.echange;

import fr.parchemin.acces.Role;
import fr.parchemin.acte.Valeur;
import fr.parchemin.candidature.Cercle;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wrote on a file: a message, or an internal note of the branch. It is never changed; a note may be taken
 * back by who wrote it.
 *
 * @param rang order of arrival, {@code null} until it is kept
 * @param personne whose key encrypts name and text: the person of the file
 * @param cercle whom it is addressed to; {@link Cercle#BRANCHE} for a note
 * @param auteur identifiant of the account, or of the personal link
 * @param qualite the role in which it was written
 * @param nom name of the author as it was then, personal or erased
 * @param texte plain text with line breaks, personal or erased
 */
public record Message(
        UUID id,
        Long rang,
        UUID candidature,
        String branche,
        UUID personne,
        Nature nature,
        Cercle cercle,
        String auteur,
        Role qualite,
        Valeur nom,
        Valeur texte,
        Instant ecritLe,
        Optional<Retrait> retrait) {

    /** What it is. */
    public enum Nature {
        MESSAGE,
        NOTE
    }

    /** That a note was taken back. */
    public record Retrait(String par, Instant le) {
        public Retrait {
            Objects.requireNonNull(par);
            Objects.requireNonNull(le);
        }
    }

    public Message {
        Objects.requireNonNull(id);
        Objects.requireNonNull(candidature);
        Objects.requireNonNull(branche);
        Objects.requireNonNull(personne);
        Objects.requireNonNull(nature);
        Objects.requireNonNull(cercle);
        Objects.requireNonNull(auteur);
        Objects.requireNonNull(qualite);
        Objects.requireNonNull(nom);
        Objects.requireNonNull(texte);
        Objects.requireNonNull(ecritLe);
        Objects.requireNonNull(retrait);
    }

    public Message withdrawn(Retrait by) {
        return new Message(
                id,
                rang,
                candidature,
                branche,
                personne,
                nature,
                cercle,
                auteur,
                qualite,
                nom,
                texte,
                ecritLe,
                Optional.of(by));
    }

    @Override
    public String toString() {
        return "Message[" + id + "]";
    }
}
