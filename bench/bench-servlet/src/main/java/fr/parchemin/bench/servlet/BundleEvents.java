package fr.parchemin.bench.servlet;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * What has happened to bundles that are not in the drop folder since the last question: {@code GET /bench-evenements}
 * answers one line for each event, its number in {@link BundleEvent} and the bundle; nothing when the platform kept still.
 */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=/bench-evenements")
public final class BundleEvents extends HttpServlet implements SynchronousBundleListener {

    private static final long serialVersionUID = 1L;
    private static final String DROP_FOLDER = "/branches/";

    private final transient Queue<String> events = new ConcurrentLinkedQueue<>();
    private final transient BundleContext context;

    @Activate
    public BundleEvents(BundleContext context) {
        this.context = context;
        context.addBundleListener(this);
    }

    @Deactivate
    void stop() {
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (!event.getBundle().getLocation().contains(DROP_FOLDER)) {
            events.add(event.getType() + " " + event.getBundle().getSymbolicName());
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String event = events.poll(); event != null; event = events.poll()) {
            lines.append(event).append('\n');
        }
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
