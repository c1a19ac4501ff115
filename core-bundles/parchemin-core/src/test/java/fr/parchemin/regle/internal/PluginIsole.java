package fr.parchemin.regle.internal;

import fr.parchemin.spi.Avis;
import fr.parchemin.spi.BranchePlugin;
import fr.parchemin.spi.RegleEnCode;
import fr.parchemin.spi.RegleRecevabilite;
import java.net.URL;
import java.util.List;

/** A plugin with a class of its own for each thing that could be held. */
public final class PluginIsole implements BranchePlugin {

    /** What it throws. */
    public static final class Panne extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final ThreadLocal<PluginIsole> MEMOIRE = new ThreadLocal<>();

    @Override
    public URL definition() {
        return PluginIsole.class.getResource("/definitions/essai/branche.yaml");
    }

    @Override
    public List<RegleEnCode> regles() {
        return List.of(
                RegleRecevabilite.of("sait", dossier -> {
                    MEMOIRE.set(this);
                    return Avis.favorable();
                }),
                RegleRecevabilite.of("echoue", dossier -> {
                    throw new Panne();
                }));
    }
}
