package fr.parchemin.depot.internal;

import fr.parchemin.branche.ArtefactRefuse;
import fr.parchemin.branche.DefinitionReader;
import fr.parchemin.spi.BranchePlugin;
import java.net.URL;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps looking at the drop folder for as long as the bundle runs. */
@Component(service = DepotComponent.class, immediate = true, configurationPid = "fr.parchemin.depot")
public final class DepotComponent {

    /** Configuration {@code fr.parchemin.depot}. */
    public @interface Config {
        /** The drop folder, the same that File Install watches for jars. */
        String dossier() default "branches";

        /** Milliseconds between two looks. */
        long intervalle() default 500;
    }

    private static final Logger LOG = LoggerFactory.getLogger(DepotComponent.class);
    private static final long ARRET_SECONDES = 10;

    private final ScheduledExecutorService executor;
    private final Depot depot;

    @Activate
    public DepotComponent(Config config, BundleContext context) {
        depot = new Depot(
                Path.of(config.dossier()),
                new Services(context),
                new FrameworkExtensions(context),
                DefinitionReader.standalone());
        executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "parchemin-depot");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleWithFixedDelay(this::look, 0, config.intervalle(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            depot.look();
        } catch (RuntimeException | Error surprise) {
            // Whatever is thrown out of here would end the watch for good, without a word.
            LOG.error("the drop folder could not be looked at", surprise);
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        executor.shutdownNow();
        executor.awaitTermination(ARRET_SECONDES, TimeUnit.SECONDS);
        depot.close();
    }

    /** Announces through the service registry, where the registry of branches finds plugins of every origin. */
    private record Services(BundleContext context) implements Annonces {

        @Override
        public Annonce announce(String artefact, String code, URL definition, String empreinte) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put(ArtefactRefuse.ARTEFACT, artefact);
            properties.put(ArtefactRefuse.EMPREINTE, empreinte);
            properties.put(BranchePlugin.CODE, code);
            BranchePlugin plugin = () -> definition;
            return ended(context.registerService(BranchePlugin.class, plugin, properties));
        }

        @Override
        public Annonce refuse(ArtefactRefuse artefact) {
            return ended(context.registerService(ArtefactRefuse.class, artefact, new Hashtable<>()));
        }

        private static Annonce ended(ServiceRegistration<?> registration) {
            return () -> {
                try {
                    registration.unregister();
                } catch (IllegalStateException gone) {
                    LOG.debug("the framework took it back already", gone);
                }
            };
        }
    }
}
