package fr.parchemin.exam.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Writes each change of a bundle or a service into a file, at once, so that the tests outside can tell what moved and
 * what did not, even after the container was killed. One event a line: kind, symbolic name, version, location, and for a
 * service its types.
 */
@Component(service = {})
public final class EventRecorder implements SynchronousBundleListener, AllServiceListener {
    private final BundleContext context;
    private final BufferedWriter out;
    private boolean closed;

    @Activate
    public EventRecorder(BundleContext context) throws IOException {
        this.context = context;
        Path file = Path.of(context.getProperty("parchemin.exam.events"));
        out = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        context.addBundleListener(this);
        context.addServiceListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        write(kindOf(event), event.getBundle(), "");
    }

    @Override
    public void serviceChanged(ServiceEvent event) {
        Object types = event.getServiceReference().getProperty(Constants.OBJECTCLASS);
        Bundle owner = event.getServiceReference().getBundle();
        if (owner != null) {
            write(kindOf(event), owner, Arrays.toString((String[]) types));
        }
    }

    private synchronized void write(String kind, Bundle bundle, String detail) {
        if (closed) { // an event that was under way when the listeners were removed
            return;
        }
        try {
            out.write(String.join(
                    "\t",
                    kind,
                    String.valueOf(bundle.getSymbolicName()),
                    bundle.getVersion().toString(),
                    bundle.getLocation(),
                    detail));
            out.newLine();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kindOf(BundleEvent event) {
        return switch (event.getType()) {
            case BundleEvent.INSTALLED -> "INSTALLED";
            case BundleEvent.RESOLVED -> "RESOLVED";
            case BundleEvent.STARTING -> "STARTING";
            case BundleEvent.STARTED -> "STARTED";
            case BundleEvent.STOPPING -> "STOPPING";
            case BundleEvent.STOPPED -> "STOPPED";
            case BundleEvent.UPDATED -> "UPDATED";
            case BundleEvent.UNRESOLVED -> "UNRESOLVED";
            case BundleEvent.UNINSTALLED -> "UNINSTALLED";
            case BundleEvent.LAZY_ACTIVATION -> "LAZY_ACTIVATION";
            default -> "BUNDLE_" + event.getType();
        };
    }

    private static String kindOf(ServiceEvent event) {
        return switch (event.getType()) {
            case ServiceEvent.REGISTERED -> "SERVICE_REGISTERED";
            case ServiceEvent.UNREGISTERING -> "SERVICE_UNREGISTERING";
            case ServiceEvent.MODIFIED -> "SERVICE_MODIFIED";
            default -> "SERVICE_" + event.getType();
        };
    }

    @Deactivate
    void stop() throws IOException {
        context.removeServiceListener(this);
        context.removeBundleListener(this);
        synchronized (this) {
            closed = true;
            out.close();
        }
    }
}
