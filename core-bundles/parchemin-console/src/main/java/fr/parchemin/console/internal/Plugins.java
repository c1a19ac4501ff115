package fr.parchemin.console.internal;

import fr.parchemin.branche.ArtefactRefuse;
import fr.parchemin.spi.BranchePlugin;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The plugins that are there, asked one at a time and never kept. */
record Plugins(BundleContext context) implements BranchesCommand.Origines {

    @Override
    public String of(String code) {
        return reference(code)
                .map(plugin -> plugin.getProperty(ArtefactRefuse.ARTEFACT) instanceof String file
                        ? file
                        : "extension " + plugin.getBundle().getBundleId() + " en "
                                + plugin.getBundle().getVersion())
                .orElse("");
    }

    /** What is made of the plugin that brings the branch of that code, empty when it is away; not to be kept. */
    <T> Optional<T> with(String code, Function<BranchePlugin, T> use) {
        return reference(code).flatMap(reference -> {
            BranchePlugin plugin = context.getService(reference);
            try {
                return Optional.ofNullable(plugin).map(use);
            } finally {
                context.ungetService(reference);
            }
        });
    }

    /** The first that came with that code, which is the one that the platform admits. */
    private Optional<ServiceReference<BranchePlugin>> reference(String code) {
        try {
            Collection<ServiceReference<BranchePlugin>> found = context.getServiceReferences(BranchePlugin.class, null);
            return found.stream()
                    .filter(reference -> code.equals(reference.getProperty(BranchePlugin.CODE)))
                    .min(Comparator.comparing(reference -> (Long) reference.getProperty("service.id")));
        } catch (InvalidSyntaxException impossible) { // there is no filter
            throw new IllegalStateException(impossible);
        }
    }
}
