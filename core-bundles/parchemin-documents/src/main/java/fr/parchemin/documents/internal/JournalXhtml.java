package fr.parchemin.documents.internal;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the warnings of the XHTML renderer into the log of the platform; its chatter is left out. */
final class JournalXhtml implements XRLogger {

    private static final Logger LOG = LoggerFactory.getLogger(JournalXhtml.class);

    @Override
    public void log(String ou, Level niveau, String message) {
        log(ou, niveau, message, null);
    }

    @Override
    public void log(String ou, Level niveau, String message, Throwable cause) {
        if (niveau.intValue() >= Level.WARNING.intValue()) {
            LOG.warn("{}: {}", ou, message, cause);
        }
    }

    @Override
    public void setLevel(String journal, Level niveau) {
        throw new UnsupportedOperationException("levels are set in the log of the platform");
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return diagnostic.getLevel().intValue() >= Level.WARNING.intValue();
    }
}
