package fr.parchemin.branche.internal;

import fr.parchemin.acte.HeureLegale;
import fr.parchemin.acte.Journal;
import fr.parchemin.acte.Outcome;
import fr.parchemin.acte.Transactions;
import fr.parchemin.branche.ArtefactRefuse;
import fr.parchemin.branche.BranchesConnues;
import fr.parchemin.branche.Catalogue;
import fr.parchemin.branche.PreuveAdmission;
import fr.parchemin.branche.VueBranche;
import fr.parchemin.branche.VueBranche.Extension;
import fr.parchemin.classification.Classification;
import fr.parchemin.referentiel.Snapshots;
import fr.parchemin.regle.GardeRegles;
import fr.parchemin.spi.BranchePlugin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
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

    private final Bundle framework;
    private final Bundle core;
    private final ScheduledExecutorService executor;
    private final BrancheRegistry registry;

    @Activate
    public RegistryComponent(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference Snapshots snapshots,
            @Reference BranchesConnues connues,
            @Reference Journal journal,
            @Reference PreuveAdmission preuve,
            @Reference GardeRegles garde) {
        framework = context.getBundle(Constants.SYSTEM_BUNDLE_ID);
        core = context.getBundle();
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
    void addPlugin(BranchePlugin plugin, ServiceReference<BranchePlugin> reference, Map<String, Object> properties) {
        registry.arrive(
                (Long) properties.get("service.id"),
                properties.get(BranchePlugin.CODE) instanceof String code ? code : null,
                extension(reference),
                bundles(reference),
                plugin);
    }

    /**
     * What meets: the plugin, the rules that examine it and the contract between them. Each bundle is the very one of before
     * as long as nobody installed or updated it, which the framework remembers over its stops. A definition that its bundle
     * does not hold, but read from a file, is told by the hash of its content; empty when it has none.
     */
    private Optional<String> bundles(ServiceReference<BranchePlugin> reference) {
        Bundle plugin = reference.getBundle();
        boolean read = reference.getProperty(ArtefactRefuse.ARTEFACT) != null;
        Object content = reference.getProperty(ArtefactRefuse.EMPREINTE);
        if (plugin == null || read && !(content instanceof String)) {
            return Optional.empty();
        }
        String bundles = Stream.of(plugin, core, FrameworkUtil.getBundle(BranchePlugin.class))
                .map(b -> b.getBundleId() + "@" + b.getLastModified())
                .collect(Collectors.joining(" "));
        return Optional.of(read ? bundles + " sha256:" + content : bundles);
    }

    /** Empty when the bundle left while its service was being handed over. */
    private static Optional<Extension> extension(ServiceReference<BranchePlugin> reference) {
        if (reference.getProperty(ArtefactRefuse.ARTEFACT) instanceof String artefact) {
            return Optional.of(new Extension(artefact, null));
        }
        return Optional.ofNullable(reference.getBundle())
                .map(b -> new Extension(b.getSymbolicName(), b.getVersion().toString()));
    }

    void removePlugin(BranchePlugin plugin, Map<String, Object> properties) {
        // When the platform stops its branches stop too, but none has left.
        if (!executor.isShutdown() && framework.getState() != Bundle.STOPPING) {
            registry.depart((Long) properties.get("service.id"));
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addRefus(ArtefactRefuse artefact, Map<String, Object> properties) {
        registry.refuse((Long) properties.get("service.id"), artefact);
    }

    void removeRefus(ArtefactRefuse artefact, Map<String, Object> properties) {
        if (!executor.isShutdown()) {
            registry.forgive((Long) properties.get("service.id"));
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
