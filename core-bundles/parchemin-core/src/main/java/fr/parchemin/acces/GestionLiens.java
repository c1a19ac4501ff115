package fr.parchemin.acces;

import fr.parchemin.acte.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Personal links to a file, for tutors and occasional évaluateurs: by the secretariat of its branch. */
public interface GestionLiens {

    /** The longest a link lives, in days. */
    int JOURS_MAXIMUM = 90;

    /**
     * A link just made.
     *
     * @param adresse the link itself when it was not sent: shown this once; {@code null} when it went by mail
     */
    record Cree(LienPersonnel lien, String adresse) {}

    /**
     * Makes a link.
     *
     * @param dossier the file, as the caller found it
     * @param intitule what the file is called in the mail
     * @param courriel where to send it, {@code null} to be shown it
     */
    Outcome<Cree> create(Acteur by, Objet dossier, String intitule, Role role, String nom, String courriel, int jours);

    Outcome<List<LienPersonnel>> list(Acteur by, Objet dossier);

    /** Takes a link to that file back: what it opened closes at once. */
    Outcome<Void> revoke(Acteur by, Objet dossier, UUID lien);

    /** What a secret leads to, empty when it opens nothing any more. */
    Optional<LienPersonnel> read(String secret);
}
