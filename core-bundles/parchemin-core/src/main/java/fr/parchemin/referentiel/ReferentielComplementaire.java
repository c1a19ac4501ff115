package fr.parchemin.referentiel;

import java.util.List;

/** A référentiel that a branch adds to the three of the law. */
public record ReferentielComplementaire(String code, String intitule, List<Rubrique> rubriques, Provenance provenance) {

    /** A part of it. */
    public record Rubrique(String intitule, List<String> textes, Provenance provenance) {
        public Rubrique {
            textes = Listes.copy(textes);
        }
    }

    public ReferentielComplementaire {
        rubriques = Listes.copy(rubriques);
    }
}
