package fr.parchemin.persistence.internal;

import fr.parchemin.acte.Secret;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database that the configuration names and gives the persistence unit to the repositories of this bundle.
 *
 * <p>The unit is registered by hand: a component that registers a service puts its whole configuration, password
 * included, among the properties of that service, for every bundle and every console to read.
 *
 * <p>A database that does not answer yet is tried again until it does: after a power cut, nobody says which of the two
 * comes up first.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "fr.parchemin.datasource",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DataSourceProvider {

    /**
     * The configuration; {@code driver.target} beside it picks the driver, {@code password.fichier} or {@code
     * password.env} says where the password is.
     */
    public @interface Config {
        String url();

        String user() default "";

        int maxPool() default 10;
    }

    private static final Logger LOG = LoggerFactory.getLogger(DataSourceProvider.class);
    private static final long RETRY_SECONDS = 5;

    private final BundleContext context;
    private final Settings settings;
    private final DataSourceFactory driver;
    private final ScheduledExecutorService retries;
    private Database database;
    private ServiceRegistration<Unit> registration;
    private boolean waiting;
    private boolean closed;

    @Activate
    public DataSourceProvider(
            BundleContext context,
            Config config,
            Map<String, Object> configuration,
            @Reference(name = "driver") DataSourceFactory driver) {
        this.context = context;
        this.settings =
                new Settings(config.url(), config.user(), Secret.in(configuration, "password"), config.maxPool());
        this.driver = driver;
        this.retries = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "parchemin-database");
            thread.setDaemon(true);
            return thread;
        });
        open();
    }

    private synchronized void open() {
        if (closed) {
            return;
        }
        try {
            database = Database.open(settings, driver);
            registration = context.registerService(Unit.class, database.unit(), null);
        } catch (SQLException | RuntimeException e) {
            if (mayPass(e)) {
                if (!waiting) {
                    LOG.warn(
                            "The database at {} does not answer, trying every {} s",
                            settings.place(),
                            RETRY_SECONDS,
                            e);
                    waiting = true;
                }
                retries.schedule(this::open, RETRY_SECONDS, TimeUnit.SECONDS);
            } else {
                LOG.error(
                        "The database at {} cannot be used; mend it or the configuration fr.parchemin.datasource",
                        settings.place(),
                        e);
            }
        }
    }

    /** Whether the server is only not there yet: no connection, starting up, or too many others connected. */
    static boolean mayPass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return state.startsWith("08") || state.equals("57P03") || state.equals("53300");
            }
        }
        return false;
    }

    @Deactivate
    void close() {
        retries.shutdownNow();
        synchronized (this) {
            closed = true;
            if (registration != null) {
                registration.unregister();
            }
            if (database != null) {
                database.close();
            }
        }
    }
}
