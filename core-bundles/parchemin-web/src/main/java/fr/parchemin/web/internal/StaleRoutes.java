package fr.parchemin.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes Pax Web forget, some time after a servlet came or went, where it sent each address before.
 *
 * <p>It keeps the way to a servlet for each address that was asked, and forgets all of them when a servlet comes. A request
 * that is under way at that very moment writes its own old way down afterwards: from then on that one address leads to what
 * stood there before, until the next servlet comes. Met with {@code /api/branches} asked while the platform started: once
 * in some thirty starts it stayed « page introuvable » for good. So another servlet, that nobody asks for, is made to come
 * and go a moment later; by then every request under way knows the new one.
 */
@Component(service = StaleRoutes.class, immediate = true)
public final class StaleRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(StaleRoutes.class);

    private static final String NOWHERE = "/parchemin-web-nulle-part";
    private static final String PATTERN = HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN;

    /** Seconds after a servlet came or went; the second time for a machine so slow that the first came too early. */
    private static final int[] MOMENTS = {1, 10};

    /** Answers what the pages answer to an unknown address. */
    private static final class Nowhere extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private final BundleContext context;
    private final ScheduledExecutorService executor;

    @Activate
    public StaleRoutes(BundleContext context) {
        this.context = context;
        executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "parchemin-web-routes");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** By its reference only: nobody's servlet is made for this. */
    @Reference(
            target = "(!(" + PATTERN + "=" + NOWHERE + "))",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addServlet(ServiceReference<Servlet> servlet) {
        forgetSoon();
    }

    void removeServlet(ServiceReference<Servlet> servlet) {
        forgetSoon();
    }

    private void forgetSoon() {
        try {
            for (int seconds : MOMENTS) {
                executor.schedule(this::forget, seconds, TimeUnit.SECONDS);
            }
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The bundle stops, and its own servlet with it", stopping);
        }
    }

    private void forget() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(PATTERN, NOWHERE);
        context.registerService(Servlet.class, new Nowhere(), properties).unregister();
    }

    @Deactivate
    void stop() {
        executor.shutdownNow();
    }
}
