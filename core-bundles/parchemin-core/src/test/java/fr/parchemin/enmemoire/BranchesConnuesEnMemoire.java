package fr.parchemin.enmemoire;

import fr.parchemin.branche.BrancheConnue;
import fr.parchemin.branche.BranchesConnues;
import java.util.List;
import java.util.Optional;

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
    public Optional<BrancheConnue> find(String code) {
        return Optional.ofNullable(branches.rows().get(code));
    }

    @Override
    public void put(BrancheConnue branche) {
        branches.put(branche.code(), branche);
    }
}
