package fr.parchemin.branche.internal;

import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Transactions;
import fr.parchemin.branche.ArtefactRefuse;
import fr.parchemin.branche.BranchesConnues;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.PreuveAdmission;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.referentiel.Snapshots;
import fr.parchemin.regle.GardeRegles;
import fr.parchemin.spi.BranchePlugin;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/** The registry of the platform, its plugins coming and going by hand instead of as services. */
public final class Registre {

    private final BrancheRegistry registry;

    public Registre(
            PreuveAdmission preuve,
            GardeRegles garde,
            Transactions transactions,
            Snapshots snapshots,
            BranchesConnues connues,
            Journal journal,
            Clock clock,
            ScheduledExecutorService executor) {
        registry = new BrancheRegistry(
                new YamlDefinitionReader(), preuve, garde, transactions, snapshots, connues, journal, clock, executor);
    }

    public void start() {
        registry.start();
    }

    public void arrive(long id, String code, BranchePlugin plugin) {
        arrive(id, code, null, plugin);
    }

    public void arrive(long id, String code, VueBranche.Extension extension, BranchePlugin plugin) {
        registry.arrive(id, code, Optional.ofNullable(extension), Optional.empty(), plugin);
    }

    /** The same for a plugin whose bundles tell what it holds. */
    public void arriveWith(String bundles, long id, String code, BranchePlugin plugin) {
        registry.arrive(id, code, Optional.empty(), Optional.of(bundles), plugin);
    }

    public void refuse(long id, ArtefactRefuse artefact) {
        registry.refuse(id, artefact);
    }

    public void forgive(long id) {
        registry.forgive(id);
    }

    public void depart(long id) {
        registry.depart(id);
    }

    public Catalogue catalogue() {
        return registry;
    }
}
