package fr.parchemin.liste;

import fr.parchemin.acces.Acteur;
import fr.parchemin.acte.Outcome;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The views that an account keeps of its lists. Nobody sees those of another: an identifier of somebody else's is
 * RESSOURCE_INCONNUE. Not journaled: a view changes nothing but what its owner sees first.
 */
public interface MesVues {

    /** Most views of a list. */
    int VUES_MAXIMUM = 30;

    /** Longest name. */
    int NOM_MAXIMAL = 60;

    /** A view to keep; see {@link VueEnregistree}. */
    record Nouvelle(Liste liste, String nom, Map<String, List<String>> criteres, boolean defaut) {}

    /** In the order in which they were made. */
    List<VueEnregistree> list(Acteur by, Liste liste);

    /** Refused with VUE_EXISTANTE for a name that is taken, VUES_TROP_NOMBREUSES beyond {@link #VUES_MAXIMUM}. */
    Outcome<VueEnregistree> keep(Acteur by, Nouvelle nouvelle);

    /**
     * Changes a view, all that is given or nothing.
     *
     * @param nom {@code null} to keep it
     * @param defaut whether the list opens with it, {@code null} to keep it so
     */
    Outcome<VueEnregistree> change(Acteur by, UUID vue, String nom, Boolean defaut);

    Outcome<Void> remove(Acteur by, UUID vue);
}
