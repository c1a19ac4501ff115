package fr.parchemin.regle;

import fr.parchemin.regle.internal.GardeComponent;
import fr.parchemin.regle.internal.GardeDesRegles;
import fr.parchemin.spi.BranchePlugin;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps plugins at arm's length: whatever one of their methods does (throw, loop, block, recurse, answer nonsense) costs
 * its own branch an explained failure.
 */
public interface GardeRegles extends Regles {

    /** Reads what a plugin gives, each of its methods called guarded, with the budgets of an admission. Never throws. */
    Essai examine(String branche, BranchePlugin plugin);

    /** Drops every reference to the plugin of the branch; its rules are absent from now on. */
    void retire(String branche);

    /** A plugin under examination; closed unless {@linkplain #admit() admitted}. */
    interface Essai extends AutoCloseable {

        /** Where its definition is, empty when it does not say; its rules are then not read. */
        Optional<URL> definition();

        /** The names of the rules that it brings. */
        Set<NomRegle> noms();

        /** What is wrong with the plugin itself, in French sentences. */
        List<String> objections();

        /** Its rules, to be asked with the budget of an admission. */
        ReglesBranche regles();

        /** From now on acts ask these rules, in place of those that the branch had. */
        void admit();

        /** Drops every reference to the plugin, unless it was admitted. */
        @Override
        void close();
    }

    /** The guard of the platform with its default budgets, outside a container. */
    static GardeRegles standalone() {
        return new GardeDesRegles(GardeComponent.LIMITES);
    }
}
