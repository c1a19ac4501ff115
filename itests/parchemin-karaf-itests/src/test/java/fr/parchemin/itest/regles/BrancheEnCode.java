package fr.parchemin.itest.regles;

import fr.parchemin.spi.BlocEvalue;
import fr.parchemin.spi.BranchePlugin;
import fr.parchemin.spi.Conclusion;
import fr.parchemin.spi.RegleEnCode;
import fr.parchemin.spi.RegleProposition;
import java.net.URL;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A plugin with a rule in code, which is sound until it sees a criterion that nobody observed; then it never answers. */
public final class BrancheEnCode implements BranchePlugin {

    @Override
    public URL definition() {
        return BrancheEnCode.class.getResource("/branche.yaml");
    }

    @Override
    public List<RegleEnCode> regles() {
        return List.of(RegleProposition.of("observation", BrancheEnCode::observation));
    }

    private static Conclusion observation(BlocEvalue bloc) {
        boolean unseen = bloc.grilles().stream().anyMatch(g -> g.notes().containsValue("NON_OBSERVE"));
        while (unseen) {
            LockSupport.park(); // deaf to interrupts, but no load on the machine
            Thread.interrupted();
        }
        return new Conclusion.Satisfaite(bloc.grilles().size() + " grille lue");
    }
}
