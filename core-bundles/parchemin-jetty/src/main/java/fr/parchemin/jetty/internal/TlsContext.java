package fr.parchemin.jetty.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** TLS 1.2 and 1.3 with the certificate of the configuration, and with the next one once that is there. */
final class TlsContext extends SslContextFactory.Server {
    private static final Logger LOG = LoggerFactory.getLogger(TlsContext.class);
    private static final int PROTECTION_BYTES = 24;
    private static final long LOOK_SECONDS = 60;

    private final TlsIdentity identity;
    private final Scheduler scheduler;
    private final String protection;
    private FileTime loaded;
    private Scheduler.Task next;

    TlsContext(TlsIdentity identity, Scheduler scheduler) {
        this.identity = identity;
        this.scheduler = scheduler;
        byte[] random = new byte[PROTECTION_BYTES];
        new SecureRandom().nextBytes(random);
        this.protection = Base64.getEncoder().encodeToString(random);
        setKeyStorePath(identity.certificate());
        setKeyManagerPassword(protection);
        setIncludeProtocols("TLSv1.3", "TLSv1.2");
        setUseCipherSuitesOrder(true);
        setRenegotiationAllowed(false);
    }

    @Override
    protected KeyStore loadKeyStore(Resource resource) throws Exception {
        loaded = changed();
        return identity.load(protection.toCharArray());
    }

    /** Nobody is asked for a certificate. */
    @Override
    protected KeyStore loadTrustStore(Resource resource) {
        return null;
    }

    private FileTime changed() throws IOException {
        return Files.getLastModifiedTime(identity.certificate());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        lookLater();
    }

    private synchronized void lookLater() {
        next = scheduler.schedule(
                () -> {
                    renew();
                    if (isRunning()) {
                        lookLater();
                    }
                },
                LOOK_SECONDS,
                TimeUnit.SECONDS);
    }

    /** Takes a certificate that was put in the place of the present one; the present one stays when it is no good. */
    void renew() {
        try {
            if (!changed().equals(loaded)) {
                identity.load(protection.toCharArray()); // to reload forgets the one before whatever comes of it
                reload(same -> {});
                LOG.info("The renewed certificate {} is in use", identity.certificate());
            }
        } catch (Exception e) {
            LOG.warn("The certificate {} cannot be renewed, the one before stays in use", identity.certificate(), e);
        }
    }

    @Override
    protected void doStop() throws Exception {
        synchronized (this) {
            if (next != null) {
                next.cancel();
            }
        }
        super.doStop();
    }
}
