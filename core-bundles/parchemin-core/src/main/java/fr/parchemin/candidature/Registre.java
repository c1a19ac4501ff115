package fr.parchemin.candidature;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Tranche;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The register of the files: everything that an account may open, and nothing else, filtered and ordered. A filter that
 * names a branch out of reach is refused, any other that finds nothing gives an empty list.
 */
public interface Registre {

    /** Most elements of a page. */
    int LIMITE_MAXIMALE = 200;

    /** As far as files are counted. */
    int COMPTE_MAXIMAL = 1000;

    /** Most files of an export. */
    int EXPORT_MAXIMAL = 2000;

    /**
     * How many files there are.
     *
     * @param valeur {@link #COMPTE_MAXIMAL} at most
     * @param exact whether there are no more than that
     */
    record Nombre(int valeur, boolean exact) {}

    /** A page; the mark of a file is its number. */
    Outcome<Tranche<Candidature>> page(Acteur by, Filtre filtre, Filtre.Tri tri, Tranche.Place place);

    Outcome<Nombre> count(Acteur by, Filtre filtre);

    /** Those of these files that the account may open, at most {@link #LIMITE_MAXIMALE}, in no order. */
    List<Candidature> among(Acteur by, Set<UUID> dossiers);

    /**
     * The files as a table for spreadsheets, of those that the account may export; journaled before anything is given, one
     * line a branch that names them. EXPORT_TROP_GRAND beyond {@link #EXPORT_MAXIMAL}.
     */
    Outcome<byte[]> export(Acteur by, Filtre filtre, Filtre.Tri tri);
}
