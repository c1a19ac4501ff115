package fr.parchemin.persistence.internal;

import fr.parchemin.candidature.Candidat;
import fr.parchemin.candidature.EtatCandidature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** What makes two files those of the same person: birth name, first names, birth date; not how they were typed. */
final class Personne {

    private Personne() {}

    /** Equal for the same person; a hash, so that no second copy of a name lies in an index. */
    static String key(Candidat candidat) {
        String person = bare(candidat.nomNaissance()) + "|" + bare(candidat.prenoms()) + "|" + candidat.dateNaissance();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(person.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Accents, case, hyphens, apostrophes and doubled spaces left aside. */
    private static String bare(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** Whether a file in that state no longer stands in the way of another. */
    static boolean isClosed(EtatCandidature etat) {
        return etat instanceof EtatCandidature.Decidee || etat instanceof EtatCandidature.Delivree;
    }
}
