package fr.parchemin.jury;

import java.util.UUID;

/** What a member said on a bloc. */
public record Vote(UUID membre, Sens sens) {

    /** For, against, or neither. */
    public enum Sens {
        POUR,
        CONTRE,
        ABSTENTION
    }
}
