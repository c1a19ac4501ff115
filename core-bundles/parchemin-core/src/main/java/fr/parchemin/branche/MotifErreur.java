package fr.parchemin.branche;

import fr.parchemin.acte.Typographie;
import java.util.Objects;

/**
 * Why a branch is not admitted.
 *
 * @param code stable
 * @param message French, says how to mend
 * @param fichier file of the definition, {@code null} when it is not about one
 * @param ligne line in it, from 1; {@code null} when unknown
 * @param chemin path in it, for instance {@code blocs[2].epreuves[0].evaluateurs}
 */
public record MotifErreur(Code code, String message, String fichier, Integer ligne, String chemin) {

    /** The families of reasons. */
    public enum Code {
        /** A method of the plugin failed, did not come back in time, or gave something else than it must. */
        EXTENSION_DEFAILLANTE,
        /** What was dropped cannot be opened, or holds more than a definition may. */
        ARTEFACT_REFUSE,
        DEFINITION_INTROUVABLE,
        YAML_INVALIDE,
        SCHEMA_NON_RESPECTE,
        INCOHERENCE,
        CODE_DISCORDANT,
        CODE_DEJA_PRIS,
        VERSION_MODIFIEE,
        CAS_GOLDEN_ECHOUE,
        ADMISSION_IMPOSSIBLE
    }

    public MotifErreur {
        Objects.requireNonNull(code);
        message = Typographie.francaise(message);
    }

    public static MotifErreur of(Code code, String message) {
        return new MotifErreur(code, message, null, null, null);
    }

    /** One line for people: file, line, path and what is wrong. */
    public String phrase() {
        StringBuilder place = new StringBuilder();
        if (fichier != null) {
            place.append(fichier);
        }
        if (ligne != null) {
            place.append(place.isEmpty() ? "" : ", ").append("ligne ").append(ligne);
        }
        if (chemin != null && !chemin.isEmpty()) {
            place.append(place.isEmpty() ? "" : ", ").append(chemin);
        }
        return place.isEmpty() ? message : place + "\u00a0: " + message;
    }
}
