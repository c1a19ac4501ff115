package fr.parchemin.liste;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: the views that accounts keep. Each method reaches those of one account only. */
public interface VuesEnregistrees {

    /** In the order in which they were made; one query. */
    List<VueEnregistree> of(String identifiant, Liste liste);

    Optional<VueEnregistree> find(String identifiant, UUID id);

    /** Views of one account are changed one after the other: waits until no other act changes any. */
    void lock(String identifiant);

    void add(VueEnregistree vue);

    /** Changes its name and whether it is the default; another of the same list that was is so no more. */
    void update(VueEnregistree vue);

    /** Whether there was such a view. */
    boolean remove(String identifiant, UUID id);
}
