package fr.parchemin.enmemoire;

import fr.parchemin.branche.BrancheConnue;
import fr.parchemin.branche.BranchesConnues;
import java.util.List;

/** The memory of admitted branches. */
public final class BranchesConnuesEnMemoire implements BranchesConnues {

    private final Base.Table<String, BrancheConnue> branches;

    public BranchesConnuesEnMemoire(Base base) {
        branches = base.table();
    }

    @Override
    public List<BrancheConnue> all() {
        return List.copyOf(branches.rows().values());
    }

    @Override
    public void put(BrancheConnue branche) {
        branches.put(branche.code(), branche);
    }
}
