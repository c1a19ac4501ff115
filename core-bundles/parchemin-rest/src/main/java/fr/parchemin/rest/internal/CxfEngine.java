package fr.parchemin.rest.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jakarta.rs.cfg.JakartaRSFeature;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one class that knows CXF: a bus, a servlet under {@code /api}, and one server that holds every resource.
 *
 * <p>One server at the address {@code /} rather than one per resource, so that each request below {@code /api} reaches
 * JAX-RS, unknown paths included: what is refused there goes through the exception mappers among the providers. With
 * several addresses CXF itself answers for the paths between them, with a page of its own.
 */
final class CxfEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CxfEngine.class);

    private final Bus bus;
    private final Server server;
    private final ServiceRegistration<Servlet> registration;

    /**
     * Starts at once; the interface is reachable when the constructor returns.
     *
     * @param resources singletons annotated with {@code @Path}
     * @param providers exception mappers and filters; the JSON provider is added here
     * @param json how bodies are read and written
     */
    CxfEngine(BundleContext context, List<Object> resources, List<Object> providers, ObjectMapper json) {
        long begin = System.nanoTime();
        // CXF looks its extensions up through the context class loader, which during activation is whatever Karaf left.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader ours = CxfEngine.class.getClassLoader();
        thread.setContextClassLoader(ours);
        try {
            RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
            bus = new ExtensionManagerBus(new HashMap<>(), new HashMap<>(), ours);
            BusFactory.setDefaultBus(bus);
            server = createServer(bus, resources, providers, json);
            registration = context.registerService(Servlet.class, servlet(bus), whiteboard());
        } finally {
            thread.setContextClassLoader(before);
            BusFactory.setThreadDefaultBus(null);
        }
        LOG.info(
                "REST interface with {} resources up in {} ms",
                resources.size(),
                (System.nanoTime() - begin) / 1_000_000);
    }

    private static Server createServer(Bus bus, List<Object> resources, List<Object> providers, ObjectMapper json) {
        // An absent body where one is due would otherwise reach the resource as null.
        JacksonJsonProvider jackson = new JacksonJsonProvider(json).disable(JakartaRSFeature.ALLOW_EMPTY_INPUT);
        List<Object> all = new ArrayList<>(providers);
        all.add(jackson);

        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/");
        factory.setServiceBeanObjects(resources.toArray());
        factory.setProviders(all);
        return factory.create();
    }

    private static Servlet servlet(Bus bus) {
        CXFNonSpringServlet servlet = new CXFNonSpringServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void loadBus(ServletConfig config) {
                // the bus is given below; the default is to make another one
            }
        };
        servlet.setBus(bus);
        return servlet;
    }

    private static Dictionary<String, Object> whiteboard() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "parchemin-rest");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, "/api/*");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED, true);
        properties.put(
                HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_INIT_PARAM_PREFIX + "hide-service-list-page", "true");
        return properties;
    }

    /** No request is accepted any more once this returns. */
    @Override
    public void close() {
        registration.unregister();
        server.destroy();
        bus.shutdown(true);
        BusFactory.setDefaultBus(null);
    }
}
