package fr.parchemin.depot.internal;

import fr.parchemin.spi.BranchePlugin;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;

/** Asks the framework, where File Install has installed the jar under its address. */
final class FrameworkExtensions implements Extensions {

    /** Start level of the drop folder, see the settings of File Install for it. */
    private static final int NIVEAU = 80;

    private final BundleContext context;

    FrameworkExtensions(BundleContext context) {
        this.context = context;
    }

    @Override
    public Constat of(Path jar) {
        Bundle system = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        if (system.getState() != Bundle.ACTIVE
                || system.adapt(FrameworkStartLevel.class).getStartLevel() < NIVEAU) {
            return new Constat.TropTot();
        }
        Path wanted = jar.toAbsolutePath().normalize();
        Optional<Bundle> found = Arrays.stream(context.getBundles())
                .filter(bundle -> isAt(bundle.getLocation(), wanted))
                .findFirst();
        if (found.isEmpty()) {
            return new Constat.NonInstallee();
        }
        Bundle bundle = found.get();
        if (bundle.getState() != Bundle.ACTIVE) {
            return new Constat.Arretee(missing(system, bundle));
        }
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        for (ServiceReference<?> service : services == null ? new ServiceReference<?>[0] : services) {
            if (Arrays.asList((String[]) service.getProperty(Constants.OBJECTCLASS))
                    .contains(BranchePlugin.class.getName())) {
                return new Constat.EnService(
                        service.getProperty(BranchePlugin.CODE) instanceof String code ? code : null);
            }
        }
        return new Constat.SansBranche();
    }

    private static boolean isAt(String location, Path wanted) {
        if (location == null || !location.startsWith("file:")) {
            return false;
        }
        try {
            return Path.of(new URI(location)).normalize().equals(wanted);
        } catch (URISyntaxException | RuntimeException elsewhere) {
            return false;
        }
    }

    private static List<String> missing(Bundle system, Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null) {
            return List.of();
        }
        FrameworkWiring wiring = system.adapt(FrameworkWiring.class);
        return revision.getRequirements(null).stream()
                .filter(requirement -> !Namespace.RESOLUTION_OPTIONAL.equals(
                        requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE)))
                .filter(requirement -> wiring.findProviders(requirement).stream()
                        .noneMatch(c -> !c.getResource().equals(revision)))
                .map(FrameworkExtensions::described)
                .toList();
    }

    private static String described(Requirement requirement) {
        String filter = String.valueOf(requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE));
        return requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)
                ? "paquet " + filter
                : requirement.getNamespace() + " " + filter;
    }
}
