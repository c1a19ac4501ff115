package fr.parchemin.web.internal.view;

import fr.parchemin.referentiel.Provenance;
import java.util.List;

/** A rule in words, with those that it is made of. */
public record Phrase(String text, List<Phrase> parts, Provenance provenance) {
    public Phrase {
        parts = List.copyOf(parts);
    }

    static Phrase of(String text, Provenance provenance) {
        return new Phrase(text, List.of(), provenance);
    }
}
