package fr.parchemin.acte;

import java.util.List;

/** Port: the journal of acts. Lines are added, never changed or taken away. */
public interface Journal {

    /** Adds a line in the transaction under way. */
    void append(Acte acte);

    /** The lines about an object, oldest first, at most {@code limite}. */
    List<Acte> about(String objet, int limite);
}
