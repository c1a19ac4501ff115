package fr.parchemin.depot.internal;

import fr.parchemin.branche.MotifErreur;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** An artefact that is not read any further, and why. */
public final class ArtefactInvalide extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient MotifErreur motif;

    /** {@code dedans} is the place inside the artefact, {@code null} when it is about the whole. */
    ArtefactInvalide(String artefact, String dedans, String message) {
        super(message);
        motif = motif(artefact, dedans, message);
    }

    public MotifErreur motif() {
        return motif;
    }

    static MotifErreur motif(String artefact, String dedans, String message) {
        return new MotifErreur(MotifErreur.Code.ARTEFACT_REFUSE, message, artefact, null, dedans);
    }

    /** The reason for what the file system would not give. */
    public static MotifErreur unreadable(String artefact, IOException problem) {
        String why;
        if (problem instanceof AccessDeniedException) {
            why = "la plateforme n’a pas le droit de le lire ; corrigez les droits du fichier";
        } else if (problem instanceof NoSuchFileException) {
            why = "il n’y a rien à cet endroit";
        } else {
            why = "illisible ; déposez-le de nouveau";
        }
        return motif(artefact, null, why);
    }
}
