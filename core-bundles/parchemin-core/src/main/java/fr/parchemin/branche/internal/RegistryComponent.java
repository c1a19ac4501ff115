package fr.parchemin.branche.internal;

import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Transactions;
import fr.parchemin.branche.BranchesConnues;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.PreuveAdmission;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.classification.Classification;
import fr.parchemin.referentiel.Snapshots;
import fr.parchemin.regle.GardeRegles;
import fr.parchemin.spi.BranchePlugin;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Ties the registry to the comings and goings of plugin services. */
@Component(service = Catalogue.class)
public final class RegistryComponent implements Catalogue {

    private final ScheduledExecutorService executor;
    private final BrancheRegistry registry;

    @Activate
    public RegistryComponent(
            @Reference Transactions transactions,
            @Reference Snapshots snapshots,
            @Reference BranchesConnues connues,
            @Reference Journal journal,
            @Reference PreuveAdmission preuve,
            @Reference GardeRegles garde) {
        ScheduledThreadPoolExecutor single = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "parchemin-branches");
            thread.setDaemon(true);
            return thread;
        });
        // A retry must not outlive the component that it would write through.
        single.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor = single;
        registry = new BrancheRegistry(
                new YamlDefinitionReader(),
                preuve,
                garde,
                transactions,
                snapshots,
                connues,
                journal,
                HeureLegale.clock(),
                executor);
        registry.start();
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addPlugin(BranchePlugin plugin, Map<String, Object> properties) {
        registry.arrive(
                (Long) properties.get("service.id"),
                properties.get(BranchePlugin.CODE) instanceof String code ? code : null,
                plugin);
    }

    void removePlugin(BranchePlugin plugin, Map<String, Object> properties) {
        if (!executor.isShutdown()) {
            registry.depart((Long) properties.get("service.id"));
        }
    }

    @Deactivate
    void stop() {
        executor.shutdown();
    }

    @Override
    public List<VueBranche> branches() {
        return registry.branches();
    }

    @Override
    public Outcome<VueBranche> branche(String code) {
        return registry.branche(code);
    }

    @Override
    public Outcome<VueBranche> active(String code) {
        return registry.active(code);
    }

    @Override
    public List<Fiche> certifications(String texte) {
        return registry.certifications(texte);
    }

    @Override
    public Outcome<Version> certification(String branche, String certification, String version) {
        return registry.certification(branche, certification, version);
    }

    @Override
    public Outcome<Classification> classification(String branche, String code) {
        return registry.classification(branche, code);
    }

    @Override
    public long generation() {
        return registry.generation();
    }
}
