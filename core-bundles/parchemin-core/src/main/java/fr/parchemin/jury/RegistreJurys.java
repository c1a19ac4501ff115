package fr.parchemin.jury;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Tranche;

/** The register of the juries: everything that an account may open, and nothing else, composed last first. */
public interface RegistreJurys {

    /** Most elements of a page. */
    int LIMITE_MAXIMALE = 200;

    /** A page; the mark of a jury is its number. A filter that names a branch out of reach is refused. */
    Outcome<Tranche<Jury>> page(Acteur by, FiltreJurys filtre, Tranche.Place place);
}
