package fr.parchemin.referentiel;

import java.util.List;

/**
 * Wording and layout of a paper.
 *
 * @param titre {@code null} for that of the platform
 */
public record Papier(
        Type type, String titre, List<SignatairePapier> signataires, List<Partie> parties, Provenance provenance) {

    /** The papers of a branch. */
    public enum Type {
        CERTIFICAT,
        ATTESTATION_BLOC,
        ATTESTATION_MENTION,
        RELEVE,
        PROCES_VERBAL,
        CONVOCATION,
        NOTIFICATION,
        RECEVABILITE
    }

    /** Who signs; {@code nom} is {@code null} until the branch says. */
    public record SignatairePapier(String qualite, String nom, Provenance provenance) {}

    /** A block of the layout; a name between braces stands for a value of the file. */
    public record Partie(Place place, String texte, Provenance provenance) {}

    /** Where a block stands on the page. */
    public enum Place {
        ENTETE,
        CORPS,
        PIED
    }

    public Papier {
        signataires = Listes.copy(signataires);
        parties = Listes.copy(parties);
    }
}
