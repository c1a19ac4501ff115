package fr.parchemin.web.internal.view;

import java.time.Instant;
import java.util.Optional;

/**
 * What a page with a long form knows of its draft.
 *
 * @param formulaire address of the form
 * @param titre what its author knows it by
 * @param etat short name of what the form shows
 * @param gardeLe when the draft was last kept, empty when there is none to speak of
 * @param repris whether the form is filled with it
 * @param change whether what the form shows changed since
 */
public record BrouillonView(
        String formulaire, String titre, String etat, Optional<Instant> gardeLe, boolean repris, boolean change) {

    /** The address at which the form is filled with the draft. */
    public String reprise() {
        return formulaire + (formulaire.contains("?") ? "&" : "?") + "brouillon=reprendre";
    }
}
