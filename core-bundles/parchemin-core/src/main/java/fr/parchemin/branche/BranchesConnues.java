package fr.parchemin.branche;

import java.util.List;
import java.util.Optional;

/** Port: the memory of admitted branches. */
public interface BranchesConnues {

    /** All of them; there are as many as branches were ever admitted. */
    List<BrancheConnue> all();

    Optional<BrancheConnue> find(String code);

    /** Adds the branch or replaces what was remembered of it. */
    void put(BrancheConnue branche);
}
