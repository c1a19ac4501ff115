package fr.parchemin.web.internal;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.Servlet;
import java.net.URI;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A servlet at the root of a real server, on this machine only. */
final class WebServer implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    WebServer(Servlet servlet, int port) throws Exception {
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        ServletHolder holder = new ServletHolder(servlet);
        // What the annotations of the servlet ask of the whiteboard.
        holder.getRegistration()
                .setMultipartConfig(new MultipartConfigElement(
                        "", FrontServlet.LARGEST_FORM, FrontServlet.LARGEST_FORM, FrontServlet.LARGEST_FORM));
        context.addServlet(holder, "/");
        server.setHandler(context);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
