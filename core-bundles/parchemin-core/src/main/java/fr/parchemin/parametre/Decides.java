package fr.parchemin.parametre;

import fr.parchemin.parametre.Entree.Annulation;
import java.util.List;
import java.util.UUID;

/** Port: the parameters decided. Entries and cancellations are added, never changed or taken away. */
public interface Decides {

    /** The entries of a branch in the order in which they were decided, with their cancellations. */
    List<Entree> of(String branche);

    void add(Entree entree);

    /** Takes an entry back; two at once are a {@link fr.parchemin.acte.CodeRefus#CONFLIT_MODIFICATION}. */
    void cancel(UUID entree, Annulation annulation);
}
