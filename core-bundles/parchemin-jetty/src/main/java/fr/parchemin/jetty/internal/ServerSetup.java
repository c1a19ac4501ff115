package fr.parchemin.jetty.internal;

import java.util.Map;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Called by jetty.xml: gives a server that Pax Web has made what it must have before it listens. */
public final class ServerSetup {
    private static final Logger LOG = LoggerFactory.getLogger(ServerSetup.class);

    /** Beyond what any door admits and drains: whoever forgets a limit of its own has this one. */
    private static final long LARGEST_BODY = 40L * 1024 * 1024;

    /**
     * Threads of the some two hundred that requests from one address may hold: whoever sends drop by drop holds back its own
     * requests before those of others. Requests beyond wait for their turn without a thread.
     */
    private static final int THREADS_PER_ADDRESS = 50;

    private static final int LARGEST_HEAD = 8 * 1024;

    private ServerSetup() {}

    /**
     * Sets the server up.
     *
     * <p>Pax Web goes on with a server whose jetty.xml failed, so a configuration that cannot be is remembered and keeps
     * the server from starting: it never listens with less than what was asked for.
     *
     * @param configuration what {@code etc/org.ops4j.pax.web.cfg} says
     * @return how Pax Web is to make the connectors that are not there yet
     */
    public static HttpConfiguration prepare(Server server, Map<String, ?> configuration) {
        try {
            ServerSettings settings = ServerSettings.of(configuration);
            settings.identity().ifPresent(identity -> secure(server, settings, identity));
            server.addBean(new NetworkConnectionLimit(settings.connections(), server));
            Threshold threshold = new Threshold(
                    new SecurityHeaders(settings.hstsSeconds()), settings.redirects(), settings.securePort());
            server.insertHandler(perAddress());
            server.insertHandler(new SizeLimitHandler(LARGEST_BODY, -1));
            server.insertHandler(threshold);
            return http(settings);
        } catch (RuntimeException e) {
            LOG.error("The server does not start: mend etc/org.ops4j.pax.web.cfg", e);
            server.addBean(new Unstartable(e));
            return new HttpConfiguration();
        }
    }

    private static HttpConfiguration http(ServerSettings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setRequestHeaderSize(LARGEST_HEAD);
        http.setResponseHeaderSize(LARGEST_HEAD);
        http.setSecurePort(settings.securePort());
        http.setIdleTimeout(settings.idleMillis());
        if (!settings.proxies().isEmpty()) {
            http.addCustomizer(new TrustedProxies(settings.proxies()));
        }
        return http;
    }

    /** One connector on each address where Pax Web expects one, which it then leaves as it is. */
    private static void secure(Server server, ServerSettings settings, TlsIdentity identity) {
        HttpConfiguration https = http(settings);
        // Health checks come by address, not by name; nothing here depends on the name.
        https.addCustomizer(new SecureRequestCustomizer(false));
        TlsContext context = new TlsContext(identity, server.getScheduler());
        for (String address : settings.addresses()) {
            ServerConnector connector = new ServerConnector(
                    server, new SslConnectionFactory(context, "http/1.1"), new HttpConnectionFactory(https));
            connector.setName("secureDefault");
            connector.setHost(address);
            connector.setPort(settings.securePort());
            connector.setIdleTimeout(settings.idleMillis());
            server.addConnector(connector);
        }
    }

    private static ThreadLimitHandler perAddress() {
        ThreadLimitHandler limit = new ThreadLimitHandler(null, false);
        limit.setThreadLimit(THREADS_PER_ADDRESS);
        return limit;
    }

    private static final class Unstartable extends AbstractLifeCycle {
        private final RuntimeException why;

        Unstartable(RuntimeException why) {
            this.why = why;
        }

        @Override
        protected void doStart() {
            throw new IllegalStateException("etc/org.ops4j.pax.web.cfg cannot be followed", why);
        }
    }
}
